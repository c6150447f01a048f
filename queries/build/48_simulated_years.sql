-- What truly happened in every branch and year, before anybody reports it.
-- A life is one branch in one year; in the year of its end it is `closing` and sends no yearly report any more.
create temporary table lives as
with years as (
    select cast(unnest(range(first_year - 1, last_year + 1)) as smallint) as year, first_year, last_year from simulation
), sized as (
    select
        b.*, y.year, y.first_year,
        cast(greatest(5, round(
            b.size * exp(b.growth * (y.year - 2020) + 0.03 * bell(b.luck, y.year, 'members'))
            * case when b.class in ('firm', 'fdi') and y.year = 2021 then 0.95 else 1 end
            * case when year(b.valid_from) = y.year then 0.8 else 1 end
        )) as integer) as members,
        b.valid_to is not null and year(b.valid_to) = y.year as closing
    from branches as b
    join years as y on b.valid_from <= make_date(y.year, 11, 30) and (b.valid_to is null or year(b.valid_to) >= y.year)
), flowing as (
    select
        *, coalesce(lag(members) over (partition by org_id order by year), 0) as members_before,
        cast(round(members * least(1, greatest(0, women + 0.01 * bell(luck, year, 'women')))) as integer) as women_now,
        cast(ceil(members / density) as integer) as workforce,
        if(members < 20, 1, cast(round(members / 15) as integer)) as groups
    from sized
), moved as (
    select
        *, greatest(members_before - members,
            cast(round(least(0.9, turnover * exp(0.3 * bell(luck, year, 'left'))) * members_before) as integer)
        ) as members_left
    from flowing
)
select
    org_id, cast(year as smallint) as year, class, luck, valid_from, valid_to, closing, central, place_63, place_34,
    before, after, federation_before, federation_after, members, women_now as women, workforce, groups,
    if(closing, members_before, members_left) as members_left, members - members_before + members_left as members_joined
from moved
where year >= first_year
order by year, org_id;

create temporary table truth(
    org_id varchar, year smallint, metric metric, item item, recipient recipient, occasion occasion,
    value decimal(18, 2)
);

-- A branch that ends in the year tells of its last months only what it gave, what it raised and whom it lost.
insert into truth
select org_id, year, cast(thing.metric as metric), 'all', 'none', 'none', thing.value
from (
    select
        org_id, year, closing,
        unnest([
            {'metric': 'members', 'value': members}, {'metric': 'members_female', 'value': women},
            {'metric': 'workforce', 'value': workforce}, {'metric': 'union_groups', 'value': groups},
            {'metric': 'branches', 'value': 1}, {'metric': 'members_joined', 'value': members_joined},
            {'metric': 'members_left', 'value': members_left}
        ]) as thing
    from lives
)
where not closing or thing.metric = 'members_left';

-- Prices rise by 4 % a year around 2020; heads and shares do not.
insert into truth
with things as (
    select *, hash(metric, item, recipient, occasion) as thing from rules
), chosen as (
    select
        l.org_id, l.year, l.luck, r.*, m.unit, coalesce(w.amount, 1) as mood,
        case r.base when 'members' then l.members when 'women' then l.women when 'groups' then l.groups else 1 end
            as heads
    from lives as l
    join things as r on not l.closing or r.metric in ('welfare_people', 'donation_amount')
    join metrics as m on m.metric = r.metric
    left join moods as w on w.item = r.item and w.year = l.year
    where uniform(l.luck, if(r.steady, 0, l.year), r.thing) < coalesce(w.often, 1) * case l.class
        when 'office' then r.o when 'school' then r.s when 'firm' then r.f when 'fdi' then r.x else r.g end
), sized as (
    select
        *,
        greatest(1, round(
            heads * rate * mood
            * exp(spread * (0.85 * bell(luck, 0, hash(thing)) + 0.5 * bell(luck, year, hash(thing))))
            * if(unit = 'dong', pow(1.04, year - 2020), 1) / step
        )) * step as amount
    from chosen
)
select
    org_id, year, metric, item, recipient, occasion,
    case when unit = 'percent' then least(amount, 100) when base in ('members', 'women', 'groups') and rate < 1
        and unit <> 'dong' and metric <> 'welfare_turns' then least(amount, greatest(1, heads)) else amount end
from sized;

insert into truth
with chosen as (
    select
        t.org_id, t.year, t.value, t.occasion, l.luck, f.* exclude (metric, item), m.unit,
        hash(f.result, f.result_item, f.recipient) as thing
    from truth as t
    join follows as f on f.metric = t.metric and f.item = t.item and (f.recipient = t.recipient)
    join metrics as m on m.metric = f.result
    join lives as l on l.org_id = t.org_id and l.year = t.year
    where uniform(l.luck, l.year, hash(f.result, f.result_item, f.recipient)) < f.chance
        and (not l.closing or f.result = 'welfare_amount')
), sized as (
    select
        *,
        greatest(if(step > 1, 1, 0), round(
            value * rate * exp(spread * (0.85 * bell(luck, 0, hash(thing)) + 0.5 * bell(luck, year, hash(thing))))
            * if(unit = 'dong', pow(1.04, year - 2020), 1) / step
        )) * step as amount
    from chosen
)
select org_id, year, result, result_item, recipient, occasion, if(contained, least(amount, value), amount)
from sized
where amount > 0 or result not in ('awards', 'fund_turns', 'welfare_gifts');

-- One rating per branch and year. Half of the provinces knew a level above "vững mạnh" to 2018; since 2019 about one in
-- six is excellent. New branches, and more of those outside the state, stay unrated.
insert into truth
with scored as (
    select
        l.*, 0.8 * bell(l.luck, 0, 'rating') + 0.6 * bell(l.luck, l.year, 'rating')
            + if(l.class in ('office', 'school'), 0.1, -0.1) as score,
        uniform(hash(l.place_63), 0, 'vmxs') < 0.5 as knows_vmxs
    from lives as l
    where not l.closing
)
select
    org_id, year, 'rated_branches',
    cast('rating.' || case
        when year(valid_from) = year or uniform(luck, year, 'unrated') < if(class in ('office', 'school'), 0.02, 0.06)
            then 'unrated'
        when year < 2019 then case
            when knows_vmxs and score > 0.3 then 'vmxs' when score > -0.9 then 'vm' when score > -1.8 then 'kha'
            when score > -2.5 then 'tb' else 'yeu' end
        when score > 0.95 then 'htxs' when score > -1.45 then 'htt' when score > -2.5 then 'ht' else 'kht'
    end as item), 'none', 'none', 1
from scored;
