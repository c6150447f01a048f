-- How many awards of each granting level in the newest year that has any: a total, else what was recorded at least?
-- in: $scheme $places $year_from $year_to $kind
-- out: level award_level: level that grants the award
-- out: recipient recipient: collective, individual, or not told apart
-- out: year year: newest year with awards of the level
-- out: value count: awards, titles within others left out
-- out: unit unit: awards
-- out: qualifier qualifier: at least where recorded events count
with wanted as (
    select unnest(coalesce(cast($places as varchar[]), ['VN'])) as place
), counted as (
    select y.item, y.recipient, y.year, cast(y.qualifier as varchar) as qualifier, y.value
    from place_years as y
    join wanted as w on w.place = y.place
    join release as r on r.register_complete or y.basis <> 'summed'
    where y.scheme = $scheme and y.kind = coalesce($kind, 'all') and y.metric = 'awards' and y.item <> 'all'
    union all
    select t.item, t.recipient, t.year, cast(t.qualifier as varchar), t.value
    from place_tallies as t join wanted as w on w.place = t.place
    where t.scheme = $scheme and t.kind = coalesce($kind, 'all') and t.metric = 'awards'
), yearly as (
    -- The commemorative medal is no rung of the ladder; titles within others are counted once.
    select
        i.level, c.recipient, c.year, sum(c.value) as value, qualifier_of_sum(c.qualifier) as qualifier
    from counted as c
    join items as i on i.item = c.item
    where i.within is null and c.item <> 'award.ky_niem_chuong'
        and c.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
    group by i.level, c.recipient, c.year
), newest as (
    select *, max(year) over (partition by level) as newest_year from yearly
)
select level, recipient, year, cast(value as bigint) as value, 'award' as unit, qualifier
from newest
where year = newest_year
order by case level when 'state' then 1 when 'tld' then 2 when 'province' then 3 when 'upper' then 4
    when 'branch' then 5 else 6 end, level, recipient
