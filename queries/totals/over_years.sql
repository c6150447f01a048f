-- What do the chosen places (all together, else the country) come to, year by year, and on the same places as the year before?
-- in: $scheme $places $year_from $year_to $kind $metrics $items
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
with readings as (
    select
        y.*, m.unit, m.over_units = 'sum' as adds_up,
        cast($places as varchar[]) is null or array_length(cast($places as varchar[]), 1) = 1 as is_single,
        cast($places as varchar[]) is not null or y.place = 'VN' as is_chosen,
        y.place <> 'VN' and y.value_before is not null
            and (m.over_units = 'sum' or array_length(cast($places as varchar[]), 1) = 1) as is_same
    from place_years as y
    join metrics as m on m.metric = y.metric
    where y.scheme = $scheme and y.kind = coalesce($kind, 'all') and y.recipient = 'none'
        and list_contains(cast($metrics as varchar[]), cast(y.metric as varchar))
        and list_contains(coalesce(cast($items as varchar[]), ['all']), cast(y.item as varchar))
        and (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), y.place))
        and y.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
)
select
    r.metric, r.item, r.year, cast(sum(case when r.is_chosen then r.value end) as double) as value, r.unit,
    qualifier_of_sum(case when r.is_chosen then r.qualifier end) as qualifier,
    status_of_sum(case when r.is_chosen then r.status end) as status,
    case when r.is_single then cast(min(case when r.is_chosen then r.basis end) as varchar) else 'summed' end as basis,
    cast(case when r.is_single then min(case when r.is_chosen then r.reported end)
        else count(case when r.is_chosen then 1 end) end as bigint) as reported,
    cast(case when r.is_single then min(case when r.is_chosen then r.expected end)
        else array_length(cast($places as varchar[]), 1) end as bigint) as expected,
    cast(sum(case when r.is_same then r.value end) as double) as same_now,
    cast(sum(case when r.is_same then r.value_before end) as double) as same_before,
    cast(nullif(count(case when r.is_same then 1 end), 0) as bigint) as same_places,
    cast(sum(case when r.is_chosen then r.alike_now end) as double) as alike_now,
    cast(sum(case when r.is_chosen then r.alike_before end) as double) as alike_before,
    cast(sum(case when r.is_chosen then r.alike_branches end) as bigint) as alike_branches,
    min(case when r.is_chosen and r.alike_branches is not null then case when r.alike_exact then 1 else 0 end end) = 1
        as alike_exact,
    case when count(case when r.is_chosen then 1 end) = 1 then min(case when r.is_chosen then r.figure_id end) end as figure
from readings as r
where r.is_single or r.adds_up
group by r.metric, r.item, r.year, r.unit, r.is_single
having count(case when r.is_chosen then 1 end) > 0
order by r.metric, r.item, r.year
