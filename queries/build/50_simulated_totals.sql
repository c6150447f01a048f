-- What the unions above the branches say of a year: their own count of everything below, most of it exact.
-- To 2024 the old unions speak; for 2025 the federations of the 34 provinces and the commune unions speak of the
-- branches they took over, and the old federations only of the first half year.
create temporary table under as
with years as (select *, year >= 2025 as merged, closing and valid_to < date '2025-07-01' as gone from lives)
select 'tld' as body, org_id, year, closing, true as whole from years
union all
select if(merged, federation_after, federation_before), org_id, year, closing, true from years where not central
union all
select before, org_id, year, closing, true from years where not merged and before <> federation_before
union all
select after, org_id, year, closing, true from years where merged and not gone and after <> federation_after
union all
select federation_before, org_id, year, closing, false
from years
where year = 2025 and not central and federation_before <> federation_after;

-- Federations tell everything; the unions below them and the confederation tell a part.
create temporary table asked as
with parts(levels, metric) as (
    from (values
        (['upper', 'tld'], 'members'), (['upper', 'tld'], 'members_female'), (['upper', 'tld'], 'branches'),
        (['upper', 'tld'], 'members_joined'), (['upper', 'tld'], 'members_left'), (['upper'], 'training_turns'),
        (['upper'], 'party_admitted'), (['upper', 'tld'], 'rated_branches'), (['upper', 'tld'], 'welfare_people'),
        (['upper', 'tld'], 'welfare_amount'), (['tld'], 'welfare_gifts'), (['tld'], 'houses'),
        (['tld'], 'houses_amount'), (['tld'], 'donation_amount'), (['tld'], 'workforce'),
        (['tld'], 'collective_agreements'), (['tld'], 'initiatives')
    ) as listed
)
select cast(unnest(levels) as level) as level, cast(metric as metric) as metric from parts
union all
select unnest(enum_range(null::level)[2:3]), metric from metrics where over_units = 'sum';

create temporary table counted as
select
    u.body, u.whole, t.year, t.metric, t.item, t.recipient, t.occasion, sum(t.value) as value,
    any_value(b.luck) as luck, any_value(b.level) as level, any_value(m.unit) as unit
from under as u
join truth as t on t.org_id = u.org_id and t.year = u.year
join bodies as b on b.org_id = u.body
join asked as a on a.level = b.level and a.metric = t.metric
join metrics as m on m.metric = t.metric
where (not u.closing or not u.whole or t.metric = 'members_left')
    and (b.level <> 'upper' or t.metric not in ('welfare_people', 'welfare_amount') or t.item = 'programme.tet')
group by u.body, u.whole, t.year, t.metric, t.item, t.recipient, t.occasion
union all
select
    u.body, true, u.year, cast(unnest(['branches_founded', 'branches_dissolved']) as metric), cast('all' as item),
    cast('none' as recipient), cast('none' as occasion),
    unnest([count(*) filter (where year(l.valid_from) = u.year), count(*) filter (where u.closing)]), any_value(b.luck),
    any_value(b.level), 'branch'
from under as u
join lives as l on l.org_id = u.org_id and l.year = u.year
join bodies as b on b.org_id = u.body
where u.whole
group by u.body, u.year;

-- One in ten federations leaves a metric out of a year. Some count a little more or less than the branches do, very
-- few are far off. Nothing is left out of, or changed in, what the ratings and their denominator rest on.
create temporary table told as
with kept as (
    select
        *, uniform(luck, year, hash(metric, 'off')) as off,
        metric in ('branches', 'branches_founded', 'branches_dissolved', 'rated_branches') as firm,
        metric in ('members', 'members_female', 'workforce', 'union_groups', 'awards') as steady
    from counted
    where whole and (level = 'tld' or metric in ('members', 'branches', 'branches_founded', 'branches_dissolved',
        'rated_branches') or uniform(luck, year, hash(metric, 'kept')) < if(level = 'upper', 0.8, 0.9))
)
select
    body, year, metric, item, recipient, occasion, unit, luck, level,
    round(value * case when firm or level = 'tld' then 1 when off < 0.004 then 1.6 when off < 0.01 then 0.6
        when steady then 1 when off < 0.08 then 1 + 0.05 * bell(luck, year, hash(metric, 'by')) else 1 end) as value
from kept;
