-- What is the newest total of each unit that gave one, federations and all below?
-- in: $scheme $places $year_from $year_to $kind $metrics $items $limit
-- out: org organisation: id of the unit
-- out: organisation_vi name: the unit, in Vietnamese
-- out: organisation_en name: the unit, in English
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: year year: reporting year
-- out: value amount: the figure, in the unit of `unit`
-- out: unit unit: unit of measure
-- out: qualifier qualifier: certainty of the value
-- out: status status: preliminary, final or corrected
-- out: period_type period_type: kind of period
-- out: period_start date: first day
-- out: period_end date: last day
-- out: figure figure: id of the figure
-- out: source source: its document
-- out: matching count: how many units there are in all
with totals as (
    select
        f.*, o.name_vi, o.name_en,
        row_number() over (
            partition by f.org_id, f.metric, f.item, f.recipient, f.period_type
            order by f.period_end desc, f.status desc, f.figure_id
        ) as place_in_line
    from figures_for($kind, false) as f
    join organisations as o on o.org_id = f.org_id
    where f.scope = 'total' and f.value is not null and o.level <> 'tld'
        and list_contains(cast($metrics as varchar[]), cast(f.metric as varchar))
        and list_contains(coalesce(cast($items as varchar[]), ['all']), cast(f.item as varchar))
        and (cast($places as varchar[]) is null
            or list_contains(cast($places as varchar[]), case when $scheme = '63' then o.place_63 else o.place_34 end))
        and f.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
        and (coalesce($kind, 'all') = 'all' or cast(o.kind as varchar) = $kind)
)
select
    org_id as org, name_vi as organisation_vi, name_en as organisation_en, metric, item, year,
    cast(value as double) as value, unit, qualifier, status, period_type, period_start, period_end, figure_id as figure,
    source_id as source, count(*) over () as matching
from totals
where place_in_line = 1
order by metric, item, value desc, org_id
limit coalesce(cast($limit as bigint), 9000000000)
