-- What each federation, and a few of the unions below them, are asked to reach: the year before and a little more or less.
-- A merged province is asked from 2025 on for what its former provinces would have been. For 2025 everybody is asked for
-- seven tenths, as the branches that the state paid for report no whole year.
create temporary table asked_for(level level, metric metric, item item, growth double);

insert into asked_for values
    ('provincial', 'members_joined', 'all', 1.0), ('provincial', 'branches_founded', 'all', 1.0),
    ('provincial', 'party_recommended', 'all', 1.02), ('provincial', 'party_admitted', 'all', 1.02),
    ('provincial', 'welfare_people', 'programme.tet', 0.98), ('provincial', 'welfare_amount', 'programme.tet', 1.04),
    ('provincial', 'houses', 'all', 1.0), ('provincial', 'training_turns', 'all', 1.02),
    ('provincial', 'collective_agreements', 'all', 0.98), ('provincial', 'initiatives', 'all', 1.0),
    ('upper', 'members_joined', 'all', 1.0), ('upper', 'party_admitted', 'all', 1.0),
    ('upper', 'training_turns', 'all', 1.0);

insert into targets by name
with before as (
    select
        l.metric, l.item, l.unit, cast(l.year + 1 as smallint) as year, l.value, a.growth,
        b.valid_to is not null and year(b.valid_to) <= l.year + 1 as handed_on,
        if(handed_on, n.org_id, b.org_id) as org_id,
        count(*) over (partition by n.org_id, l.year, l.metric, l.item) as told,
        (select count(*) from homes as h where h.place_34 = b.place_34) as former
    from lines as l
    join bodies as b on b.org_id = l.org_id
    join asked_for as a on a.level = b.level and a.metric = l.metric and a.item = l.item
    cross join simulation as s
    left join bodies as n on b.level = 'provincial' and b.valid_to is not null and n.level = 'provincial'
        and n.place_34 = b.place_34 and n.valid_to is null and year(n.valid_from) = l.year + 1
    where l.mark = '' and l.scope = 'total' and l.period_type in ('year', 'as_of') and l.year < s.last_year
        and l.value >= 5 and (b.level = 'provincial'
            or b.kind in ('ldld_huyen', 'cd_xa') and b.rank = 1 and uniform(b.luck, 0, 'has targets') < 0.2)
), wanted as (
    select org_id, year, metric, item, unit, any_value(growth) as growth, sum(value) as value, count(*) as parts
    from before
    where org_id is not null and (told = former or not handed_on)
    group by org_id, year, metric, item, unit
), sized as (
    select
        w.*, b.parent_id,
        w.value * w.growth * (0.88 + 0.2 * uniform(b.luck, w.year, hash(w.metric, w.item, 'target')))
            * if(w.year = 2025, 0.7, 1) as amount
    from wanted as w
    join bodies as b on b.org_id = w.org_id
)
select
    z.org_id || '-' || z.year || '-' || (1 + enum_code(z.metric)) || '-t' as target_id, o.source_id, z.org_id, z.year,
    z.metric, z.item, cast(greatest(1, round(z.amount / two_digits(z.amount)) * two_digits(z.amount)) as decimal(18, 2))
        as value,
    z.unit, z.parent_id as assigned_by,
    case when z.parts > 1 then 'cộng chỉ tiêu của các tỉnh cũ' end as note_vi,
    case when z.parts > 1 then 'the targets of the former provinces, added' end as note_en
from sized as z
join sources as o on o.source_id = 'bao-cao-' || z.parent_id || '-' || (z.year - 1)
order by z.org_id, z.year, z.metric, z.item;
