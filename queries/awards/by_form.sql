-- How many awards of each form, by recipient and occasion: totals and, apart from them, what was recorded at least?
-- in: $scheme $places $year_from $year_to $kind $items $levels
-- out: level award_level: level that grants the award, as listed in the catalogue
-- out: item item: award form
-- out: recipient recipient: collective, individual, or not told apart
-- out: occasion occasion: comprehensive, thematic or not stated
-- out: basis basis: reported, combined or summed for totals, tally for recorded events
-- out: value count: awards
-- out: unit unit: awards
-- out: qualifier qualifier: certainty; at least for tallies
-- out: nested_in item: the title that this one is counted in, so that both are never added
-- out: places count: places behind the number
-- out: years count: years behind the number
select
    c.level, c.item, c.recipient, c.occasion, c.basis, cast(sum(c.value) as bigint) as value, 'award' as unit,
    case when c.basis = 'tally' then 'at_least' else qualifier_of_sum(c.qualifier) end as qualifier,
    c.within as nested_in, count(distinct c.place) as places, count(distinct c.year) as years
from counted_awards as c
where c.scheme = $scheme and c.kind = coalesce($kind, 'all')
    and list_contains(coalesce(cast($places as varchar[]), ['VN']), c.place)
    and c.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
    and (cast($items as varchar[]) is null or list_contains(cast($items as varchar[]), cast(c.item as varchar)))
    and (cast($levels as varchar[]) is null or list_contains(cast($levels as varchar[]), c.level))
group by c.level, c.item, c.recipient, c.occasion, c.basis, c.within
order by c.item, c.recipient, c.occasion, c.basis
