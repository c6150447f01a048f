-- How many awards of each granting level, year by year: totals where there are, else what was recorded at least?
-- in: $scheme $places $year_from $year_to $kind
-- out: level award_level: level that grants the award
-- out: recipient recipient: collective, individual, or not told apart
-- out: year year: reporting year
-- out: basis basis: tally where recorded events count, else how the total came about
-- out: value count: awards, titles within others left out
-- out: unit unit: awards
with wanted as (
    select unnest(coalesce(cast($places as varchar[]), ['VN'])) as place
), counted as (
    select y.item, y.recipient, y.year, cast(y.basis as varchar) as basis, y.value
    from place_years as y
    join wanted as w on w.place = y.place
    join release as r on r.register_complete or y.basis <> 'summed'
    where y.scheme = $scheme and y.kind = coalesce($kind, 'all') and y.metric = 'awards' and y.item <> 'all'
    union all
    select t.item, t.recipient, t.year, 'tally', t.value
    from place_tallies as t join wanted as w on w.place = t.place
    where t.scheme = $scheme and t.kind = coalesce($kind, 'all') and t.metric = 'awards'
)
select
    i.level, c.recipient, c.year,
    case when max(case when c.basis = 'tally' then 1 else 0 end) = 1 then 'tally' else min(c.basis) end as basis,
    cast(sum(c.value) as bigint) as value, 'award' as unit
from counted as c
join items as i on i.item = c.item
where i.within is null and c.item <> 'award.ky_niem_chuong'
    and c.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
group by i.level, c.recipient, c.year
order by c.year, case i.level when 'state' then 1 when 'tld' then 2 when 'province' then 3 else 4 end, i.level,
    c.recipient
