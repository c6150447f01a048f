-- What did every place report in one year, and where can there be no figure at all?
-- A place that can have a figure and told none has no row.
-- in: $scheme $places $year_to $kind $metrics $items
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: place place: the place
-- out: year year: reporting year
-- out: value amount: the figure, in the unit of `unit`; empty where there can be none
-- out: unit unit: unit of measure
-- out: qualifier qualifier: certainty of the value
-- out: status status: preliminary, final or corrected
-- out: basis basis: own total, or how it was summed
-- out: reported count: units behind a sum
-- out: expected count: units there are; empty when nobody knows
-- out: figure figure: the figure shown, where it is a single one
-- out: source source: its document
-- out: absence absence: why there can be no figure; empty where there is one
with told as (
    select y.*
    from place_years as y
    where y.scheme = $scheme and y.kind = coalesce($kind, 'all') and y.recipient = 'none' and y.place <> 'VN'
        and list_contains(cast($metrics as varchar[]), cast(y.metric as varchar))
        and list_contains(coalesce(cast($items as varchar[]), ['all']), cast(y.item as varchar))
        and (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), y.place))
), asked as (
    select distinct metric, item from told
), nowhere as (
    select
        a.metric, a.item, p.place, cast($year_to as smallint) as year,
        case when year(i.valid_from) > $year_to or year(i.valid_to) < $year_to then 'item' else x.absence end as absence
    from asked as a
    cross join provinces as p
    left join items as i on i.item = a.item
    left join impossible_years as x
        on x.place = p.place and x.scheme = p.scheme and x.kind = coalesce($kind, 'all') and x.year = $year_to
    where p.scheme = $scheme
        and (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), p.place))
), shown as (
    select
        t.metric, t.item, t.place, t.year, cast(t.value as double) as value, t.qualifier, t.status, t.basis,
        t.reported, t.expected, t.figure_id, t.source_id, null as absence
    from told as t
    where t.year = $year_to
    union all
    select n.metric, n.item, n.place, n.year, null, null, null, null, null, null, null, null, n.absence
    from nowhere as n
    where n.absence is not null and not exists (
        select 1 from told as t
        where t.place = n.place and t.metric = n.metric and t.item = n.item and t.year = n.year
    )
)
select
    s.metric, s.item, s.place, s.year, s.value, m.unit, s.qualifier, s.status, s.basis,
    cast(s.reported as bigint) as reported, cast(s.expected as bigint) as expected, s.figure_id as figure,
    s.source_id as source, s.absence
from shown as s
join metrics as m on m.metric = s.metric
order by s.metric, s.item, s.value desc nulls last, s.place
