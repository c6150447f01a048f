-- What does each figure say, so that what one release says can be told from another?
-- Branches of a complete register are left out, unless one of their kinds is asked for.
-- in: $scheme $places $year_from $year_to $kind $metrics
-- out: figure figure: id of the figure
-- out: said text: unit, metric, item, value, certainty, status, extent and period, one after the other
select
    f.figure_id as figure,
    concat_ws('|', f.org_id, f.metric, f.item, coalesce(cast(f.value as varchar), f.value_text_vi), f.qualifier, f.status, f.scope,
        f.period_start, f.period_end) as said
from figures_for($kind, false) as f
where (cast($metrics as varchar[]) is null or f.metric in (select unnest(cast($metrics as metric[]))))
    and (cast($places as varchar[]) is null
        or list_contains(cast($places as varchar[]), case when $scheme = '63' then f.place_63 else f.place_34 end))
    and f.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
    and (coalesce($kind, 'all') = 'all' or cast(f.kind as varchar) = $kind)
order by f.figure_id
