-- What has each chosen place (else the country) reported, year by year?
-- in: $scheme $places $year_from $year_to $kind $metrics $items
-- each: year
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: place place: the place
-- out: year year: reporting year
-- out: value amount: the figure, in the unit of `unit`
-- out: unit unit: unit of measure
-- out: qualifier qualifier: certainty of the value
-- out: status status: preliminary, final or corrected
-- out: basis basis: own total, or how it was summed
-- out: reported count: units or places behind a sum
-- out: expected count: units or places there are; empty when nobody knows
-- out: summed_value amount: the other reading, the sum of what lies below
-- out: alike_now amount: this year's sum of the branches that have a value this year and last
-- out: alike_before amount: last year's sum of the same branches
-- out: alike_branches count: how many branches those are
-- out: alike_exact flag: whether all their values are exact
-- out: as_of date: last day on which a stock was counted; empty for what a year comes to
-- out: figure figure: the figure shown, where it is a single one
select
    y.metric, y.item, y.place, y.year, cast(y.value as double) as value, y.unit, y.qualifier, y.status, y.basis,
    cast(y.reported as bigint) as reported, cast(y.expected as bigint) as expected,
    cast(y.summed_value as double) as summed_value,
    cast(y.alike_now as double) as alike_now, cast(y.alike_before as double) as alike_before,
    cast(y.alike_branches as bigint) as alike_branches, y.alike_exact, y.as_of, y.figure_id as figure
from place_years as y
where y.scheme = $scheme and y.kind = coalesce($kind, 'all') and y.recipient = 'none'
    and list_contains(cast($metrics as varchar[]), cast(y.metric as varchar))
    and list_contains(coalesce(cast($items as varchar[]), ['all']), cast(y.item as varchar))
    and list_contains(coalesce(cast($places as varchar[]), ['VN']), y.place)
    and y.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
order by y.metric, y.item, y.place, y.year
