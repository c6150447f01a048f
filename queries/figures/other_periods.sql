-- Which figures of the chosen metrics are not of a whole year: half-years, school years, spans, cumulative?
-- in: $scheme $places $year_from $year_to $kind $metrics $period $limit
-- out: figure figure: id of the figure
-- out: organisation_vi name: the unit, in Vietnamese
-- out: organisation_en name: the unit, in English
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: year year: reporting year
-- out: value amount: the figure, in the unit of `unit`
-- out: unit unit: unit of measure
-- out: qualifier qualifier: certainty of the value
-- out: period_type period_type: kind of period
-- out: period_start date: first day
-- out: period_end date: last day
-- out: status status: preliminary, final or corrected
-- out: scope scope: how much of the unit the figure speaks of
-- out: source source: id of the source
-- out: org organisation: id of the unit
-- out: matching count: how many figures match in all
-- Units are joined by their kind too: ids alone would be looked for among all branches.
select
    f.figure_id as figure, o.name_vi as organisation_vi, o.name_en as organisation_en, f.metric, f.item,
    f.year, cast(f.value as double) as value, f.unit, f.qualifier, f.period_type, f.period_start, f.period_end, f.status,
    f.scope, f.source_id as source, f.org_id as org, count(*) over () as matching
from figures_for($kind, false) as f
join organisations as o on o.org_id = f.org_id and o.kind = f.kind
join metrics as m on m.metric = f.metric
where list_contains(cast($metrics as varchar[]), cast(f.metric as varchar))
    and f.period_type <> 'year' and not (m.over_time = 'last' and f.period_type = 'as_of') and f.value is not null
    and (cast($places as varchar[]) is null
        or list_contains(cast($places as varchar[]), case when $scheme = '63' then f.place_63 else f.place_34 end))
    and cast(f.period_type as varchar) = coalesce(cast($period as varchar), cast(f.period_type as varchar))
    and f.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
    and (coalesce($kind, 'all') = 'all' or cast(f.kind as varchar) = $kind)
order by f.period_end desc, f.metric, f.item, f.value desc, f.figure_id
limit coalesce(cast($limit as bigint), 9000000000)
