-- How many awards of each granting level in the newest year that has any: a total, else what was recorded at least?
-- in: $scheme $places $year_from $year_to $kind
-- out: level award_level: level that grants the award
-- out: recipient recipient: collective, individual, or not told apart
-- out: year year: newest year with awards of the level
-- out: value count: awards, titles within others left out
-- out: unit unit: awards
-- out: qualifier qualifier: at least where recorded events count
with yearly as (
    select
        c.level, c.recipient, c.year, sum(c.value) as value, qualifier_of_sum(c.qualifier) as qualifier
    from counted_awards as c
    where c.scheme = $scheme and c.kind = coalesce($kind, 'all') and c.on_ladder
        and list_contains(coalesce(cast($places as varchar[]), ['VN']), c.place)
        and c.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
    group by c.level, c.recipient, c.year
), newest as (
    select *, max(year) over (partition by level) as newest_year from yearly
)
select level, recipient, year, cast(value as bigint) as value, 'award' as unit, qualifier
from newest
where year = newest_year
order by case level when 'state' then 1 when 'tld' then 2 when 'province' then 3 when 'upper' then 4
    when 'branch' then 5 else 6 end, level, recipient
