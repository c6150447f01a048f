-- What is the newest known value of each place, and of which year?
-- A merged province without a value of its own gives way to its former provinces, each for itself (`63:70@34`); where
-- it has the name of one of them, a value of its own time says so (`34:19@63`).
-- in: $scheme $places $year_from $year_to $kind $metrics $items
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: place place: the place, or a former province inside it
-- out: year year: reporting year of the value
-- out: value amount: the figure, in the unit of `unit`
-- out: unit unit: unit of measure
-- out: qualifier qualifier: certainty of the value
-- out: status status: preliminary, final or corrected
-- out: basis basis: own total, or how it was summed
-- out: reported count: units behind a sum
-- out: expected count: units there are; empty when nobody knows
-- out: as_of date: last day on which a stock was counted; empty for what a year comes to
-- out: figure figure: the figure shown, where it is a single one
-- out: source source: its document
with readings as (
    select
        y.metric, y.item, y.scheme, y.place, y.year, y.value, y.unit, y.qualifier, y.status, y.basis, y.reported, y.expected,
        y.as_of, y.figure_id, y.source_id, y.is_namesake,
        min(y.scheme) over (partition by y.metric, y.item, y.home) as told_in,
        row_number() over (partition by y.metric, y.item, y.place order by y.year desc, y.occasion) as newest
    from place_years as y
    where y.kind = coalesce($kind, 'all') and y.recipient = 'none' and y.place <> 'VN'
        and list_contains(cast($metrics as varchar[]), cast(y.metric as varchar))
        and list_contains(coalesce(cast($items as varchar[]), ['all']), cast(y.item as varchar))
        and y.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
        and (y.scheme = $scheme or $scheme = '34')
        and (cast($places as varchar[]) is null
            or list_contains(cast($places as varchar[]), case when $scheme = '34' then y.home else y.place end))
)
select
    r.metric, r.item,
    case when r.scheme <> $scheme then r.place || '@34' when r.is_namesake then r.place || '@63' else r.place end as place,
    r.year, cast(r.value as double) as value, r.unit, r.qualifier, r.status, r.basis,
    cast(r.reported as bigint) as reported, cast(r.expected as bigint) as expected, r.as_of, r.figure_id as figure,
    r.source_id as source
from readings as r
where r.newest = 1 and (r.scheme = $scheme or r.told_in = '63')
order by r.metric, r.item, r.value desc, place
