-- How many awards of each granting level in the newest year that has any: a total, else what was recorded at least?
-- in: $scheme $places $year_from $year_to $kind
-- out: level award_level: level that grants the award
-- out: year year: newest year with awards of the level
-- out: value count: awards, titles within others left out
-- out: unit unit: awards
-- out: qualifier qualifier: at least where recorded events count
with wanted as (
    select unnest(coalesce(cast($places as varchar[]), ['VN'])) as place
), counted as (
    select y.item, y.year, cast(y.qualifier as varchar) as qualifier, y.value
    from place_years as y
    join wanted as w on w.place = y.place
    join release as r on r.register_complete or y.basis <> 'summed'
    where y.scheme = $scheme and y.kind = coalesce($kind, 'all') and y.metric = 'awards' and y.item <> 'all'
    union all
    select t.item, t.year, 'at_least', t.value
    from place_tallies as t join wanted as w on w.place = t.place
    where t.scheme = $scheme and t.kind = coalesce($kind, 'all') and t.metric = 'awards'
), yearly as (
    select
        i.level, c.year, sum(c.value) as value,
        case when max(case when c.qualifier = 'at_least' then 1 else 0 end) = 1 then 'at_least'
            else qualifier_of_sum(c.qualifier) end as qualifier,
        row_number() over (partition by i.level order by c.year desc) as place_in_line
    from counted as c
    join items as i on i.item = c.item
    where i.within is null and c.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
    group by i.level, c.year
)
select level, year, cast(value as bigint) as value, 'award' as unit, qualifier
from yearly
where place_in_line = 1
order by case level when 'state' then 1 when 'tld' then 2 when 'province' then 3 when 'upper' then 4
    when 'branch' then 5 else 6 end, level
