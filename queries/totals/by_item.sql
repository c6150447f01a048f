-- What do the chosen places (else the country) come to per item, year by year?
-- in: $scheme $places $year_from $year_to $kind $metrics
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
with chosen as (
    select y.*
    from place_years as y
    where y.scheme = $scheme and y.kind = coalesce($kind, 'all') and y.recipient = 'none' and y.item <> 'all'
        and list_contains(cast($metrics as varchar[]), cast(y.metric as varchar))
        and list_contains(coalesce(cast($places as varchar[]), ['VN']), y.place)
        and y.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
), asked as (
    select coalesce(array_length(cast($places as varchar[]), 1), 1) as places
), totals as (
    select
        c.metric, c.item, c.year, sum(c.value) as value, qualifier_of_sum(c.qualifier) as qualifier,
        status_of_sum(c.status) as status,
        case when count(*) = 1 then cast(min(c.basis) as varchar) else 'summed' end as basis,
        case when a.places = 1 then min(c.reported) else count(*) end as reported,
        case when a.places = 1 then min(c.expected) else a.places end as expected
    from chosen as c
    join metrics as m on m.metric = c.metric
    cross join asked as a
    where m.over_units = 'sum' or a.places = 1
    group by c.metric, c.item, c.year, a.places
)
select
    t.metric, t.item, t.year, cast(t.value as double) as value, m.unit, t.qualifier, t.status, t.basis,
    cast(t.reported as bigint) as reported, cast(t.expected as bigint) as expected,
    exists (
        select 1 from totals as w join items as i on i.within = w.item
        where i.item = t.item and w.metric = t.metric and w.year = t.year
    ) as nested
from totals as t
join metrics as m on m.metric = t.metric
order by t.metric, t.year, t.item
