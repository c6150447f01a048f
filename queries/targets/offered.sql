-- Which measures have targets, year by year, and how many units met, neared or missed them, or told too little?
-- in: $scheme $places $year_from $year_to $kind
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: year year: year of the targets
-- out: targets count: units with a target
-- out: met count: of these, those that reached it
-- out: exceeded count: of those that met it, those with more than was asked for
-- out: near count: those that reached four fifths or more, and not all
-- out: missed count: those below four fifths
-- out: partial count: those below it by a sum of a part only, which may be less than all
-- out: no_figure count: those without a figure of the whole year
-- out: source source: the document that names the targets, where it is a single one
select
    t.metric, t.item, t.year, count(*) as targets, count(*) filter (where t.band = 'met') as met,
    count(t.exceeded_by) filter (where t.band = 'met') as exceeded, count(*) filter (where t.band = 'near') as near,
    count(*) filter (where t.band = 'missed') as missed, count(*) filter (where t.band = 'partial') as partial,
    count(*) filter (where t.band = 'no_figure') as no_figure,
    case when min(t.source_id) = max(t.source_id) then min(t.source_id) end as source
from target_years as t
where (cast($places as varchar[]) is null
        or list_contains(cast($places as varchar[]), case when $scheme = '63' then t.place_63 else t.place_34 end))
    and (coalesce($kind, 'all') = 'all' or cast(t.kind as varchar) = $kind)
    and t.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
group by t.metric, t.item, t.year
order by t.year desc, t.metric, t.item
