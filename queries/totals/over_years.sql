-- What do the chosen places (all together, else the country) come to, year by year, and on the same places as the year before?
-- in: $scheme $places $year_from $year_to $kind $metrics $items
-- each: year
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: year year: reporting year
-- out: value amount: the figure, in the unit of `unit`; for several places their sum
-- out: unit unit: unit of measure
-- out: qualifier qualifier: certainty of the value
-- out: status status: preliminary as soon as one part is
-- out: basis basis: reported, or how it was summed
-- out: reported count: places (or units) with a value
-- out: expected count: places (or units) there are; empty when nobody knows
-- out: same_now amount: the sum on those places that have a value this year and last
-- out: same_before amount: last year's sum on the same places
-- out: same_places count: how many places those are
-- out: alike_now amount: this year's sum of the branches that have a value this year and last
-- out: alike_before amount: last year's sum of the same branches
-- out: alike_branches count: how many branches those are
-- out: alike_exact flag: whether all their values are exact
-- out: figure figure: the figure shown, where it is a single one
select
    y.metric, y.item, y.year, cast(sum(y.value) as double) as value, y.unit, qualifier_of_sum(y.qualifier) as qualifier,
    status_of_sum(y.status) as status,
    case when array_length(cast($places as varchar[]), 1) > 1 then 'summed' else min(y.basis) end as basis,
    cast(case when array_length(cast($places as varchar[]), 1) > 1 then count(*) else min(y.reported) end as bigint) as reported,
    cast(case when array_length(cast($places as varchar[]), 1) > 1 then array_length(cast($places as varchar[]), 1)
        else min(y.expected) end as bigint) as expected,
    cast(sum(y.same_now) as double) as same_now, cast(sum(y.same_before) as double) as same_before,
    cast(sum(y.same_places) as bigint) as same_places, cast(sum(y.alike_now) as double) as alike_now,
    cast(sum(y.alike_before) as double) as alike_before, cast(sum(y.alike_branches) as bigint) as alike_branches,
    min(case when y.alike_branches is not null then case when y.alike_exact then 1 else 0 end end) = 1 as alike_exact,
    case when count(*) = 1 then min(y.figure_id) end as figure
from place_years as y
where y.scheme = $scheme and y.kind = coalesce($kind, 'all') and y.recipient = 'none'
    and list_contains(cast($metrics as varchar[]), cast(y.metric as varchar))
    and list_contains(coalesce(cast($items as varchar[]), ['all']), cast(y.item as varchar))
    and list_contains(coalesce(cast($places as varchar[]), ['VN']), y.place)
    and y.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
    and (y.adds_up or coalesce(array_length(cast($places as varchar[]), 1), 1) = 1)
group by y.metric, y.item, y.year, y.unit
order by y.metric, y.item, y.year
