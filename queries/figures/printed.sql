-- What does each figure say, so that what one release says can be told from another?
-- Branches of a complete register are left out, unless one of their kinds is asked for.
-- in: $scheme $places $year_from $year_to $kind $metrics
-- out: figure figure: id of the figure
-- out: org organisation: id of the unit
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: value amount: the figure, in its unit of measure; empty when the source prints a word
-- out: value_text_vi text: the word that the source prints instead of a number
-- out: qualifier qualifier: certainty of the value
-- out: status status: preliminary, final or corrected
-- out: scope scope: how much of the unit the figure speaks of
-- out: period_start date: first day
-- out: period_end date: last day
select
    f.figure_id as figure, f.org_id as org, f.metric, f.item, cast(f.value as double) as value, f.value_text_vi, f.qualifier, f.status,
    f.scope, f.period_start, f.period_end
from figures_for($kind, false) as f
where (cast($metrics as varchar[]) is null or f.metric in (select unnest(cast($metrics as metric[]))))
    and (cast($places as varchar[]) is null
        or list_contains(cast($places as varchar[]), case when $scheme = '63' then f.place_63 else f.place_34 end))
    and f.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
    and (coalesce($kind, 'all') = 'all' or cast(f.kind as varchar) = $kind)
order by f.figure_id
