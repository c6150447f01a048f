-- What do the chosen places (else the country) come to per item, year by year?
-- in: $scheme $places $year_from $year_to $kind $metrics
-- each: year
-- out: metric metric: what is counted
-- out: item item: programme, fund or kind; never the whole
-- out: year year: reporting year
-- out: value amount: the figure, in the unit of `unit`; for several places their sum
-- out: unit unit: unit of measure
-- out: qualifier qualifier: certainty of the value
-- out: status status: preliminary as soon as one part is
-- out: basis basis: reported, or how it was summed
-- out: reported count: places (or units) with a value
-- out: expected count: places (or units) there are; empty when nobody knows
-- out: nested flag: the item lies, or may lie, within another one that is shown for the year
with totals as (
    select
        y.metric, y.item, y.year, y.unit, sum(y.value) as value, qualifier_of_sum(y.qualifier) as qualifier,
        status_of_sum(y.status) as status, case when count(*) = 1 then min(y.basis) else 'summed' end as basis,
        case when array_length(cast($places as varchar[]), 1) > 1 then count(*) else min(y.reported) end as reported,
        case when array_length(cast($places as varchar[]), 1) > 1 then array_length(cast($places as varchar[]), 1)
            else min(y.expected) end as expected
    from place_years as y
    where y.scheme = $scheme and y.kind = coalesce($kind, 'all') and y.recipient = 'none' and y.item <> 'all'
        and list_contains(cast($metrics as varchar[]), cast(y.metric as varchar))
        and list_contains(coalesce(cast($places as varchar[]), ['VN']), y.place)
        and y.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
        and (y.adds_up or coalesce(array_length(cast($places as varchar[]), 1), 1) = 1)
    group by y.metric, y.item, y.year, y.unit
)
select
    t.metric, t.item, t.year, cast(t.value as double) as value, t.unit, t.qualifier, t.status, t.basis,
    cast(t.reported as bigint) as reported, cast(t.expected as bigint) as expected, w.item is not null as nested
from totals as t
join items as i on i.item = t.item
left join totals as w on w.item = i.within and w.metric = t.metric and w.year = t.year
order by t.metric, t.year, t.item
