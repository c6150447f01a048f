-- How many awards of each granting level, year by year: totals where there are, else what was recorded at least?
-- in: $scheme $places $year_from $year_to $kind
-- each: year
-- out: level award_level: level that grants the award
-- out: recipient recipient: collective, individual, or not told apart
-- out: year year: reporting year
-- out: basis basis: tally where recorded events count, else how the total came about
-- out: value count: awards, titles within others left out
-- out: unit unit: awards
select
    c.level, c.recipient, c.year,
    case when max(case when c.basis = 'tally' then 1 else 0 end) = 1 then 'tally' else min(c.basis) end as basis,
    cast(sum(c.value) as bigint) as value, 'award' as unit
from counted_awards as c
where c.scheme = $scheme and c.kind = coalesce($kind, 'all') and c.on_ladder
    and list_contains(coalesce(cast($places as varchar[]), ['VN']), c.place)
    and c.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
group by c.level, c.recipient, c.year
order by c.year, case c.level when 'state' then 1 when 'tld' then 2 when 'province' then 3 else 4 end, c.level,
    c.recipient
