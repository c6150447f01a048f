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
    select
        y.metric, y.item, y.place, y.year, y.value, y.unit, y.qualifier, y.status, y.basis, y.reported, y.expected, y.figure_id,
        y.source_id
    from place_years as y
    where y.scheme = $scheme and y.kind = coalesce($kind, 'all') and y.recipient = 'none' and y.place <> 'VN'
        and list_contains(cast($metrics as varchar[]), cast(y.metric as varchar))
        and list_contains(coalesce(cast($items as varchar[]), ['all']), cast(y.item as varchar))
        and (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), y.place))
), asked as (
    select distinct metric, item, unit from told
), shown as (
    select
        a.metric, a.item, a.unit, p.place, t.value, t.qualifier, t.status, t.basis, t.reported, t.expected, t.figure_id, t.source_id,
        t.place is not null as is_told,
        case when t.place is not null then null
            when year(i.valid_from) > $year_to or year(i.valid_to) < $year_to then 'item' else x.absence end as absence
    from asked as a
    cross join provinces as p
    left join told as t on t.place = p.place and t.metric = a.metric and t.item = a.item and t.year = $year_to
    left join items as i on i.item = a.item
    left join impossible_years as x
        on x.place = p.place and x.scheme = p.scheme and x.kind = coalesce($kind, 'all') and x.year = $year_to
    where p.scheme = $scheme
        and (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), p.place))
)
select
    s.metric, s.item, s.place, cast($year_to as smallint) as year, cast(s.value as double) as value, s.unit, s.qualifier,
    s.status, s.basis, cast(s.reported as bigint) as reported, cast(s.expected as bigint) as expected,
    s.figure_id as figure, s.source_id as source, s.absence
from shown as s
where s.is_told or s.absence is not null
order by s.metric, s.item, s.value desc nulls last, s.place
