-- What did the checks find in the sources' own arithmetic?
-- in: $source $org $scheme $places $year_from $year_to $kind $limit
-- out: check check: the rule that was broken
-- out: severity severity: warning, or note
-- out: organisation_vi name: the unit, in Vietnamese
-- out: organisation_en name: the unit, in English
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: year year: reporting year
-- out: printed amount: the value as the source prints it
-- out: held_against amount: the value it was held against
-- out: unit unit: unit of measure of both
-- out: figure figure: the figure
-- out: other figure: the figure it was held against
-- out: source source: the source of the figure
-- out: matching count: how many findings match in all
select
    c.rule as "check", c.severity, o.name_vi as organisation_vi, o.name_en as organisation_en, c.metric, c.item, c.year,
    c.printed, c.expected as held_against, c.unit, c.figure_id as figure, c.other_id as other, c.source_id as source,
    count(*) over () as matching
from checks as c
join organisations as o on o.org_id = c.org_id
where ($source is null or c.source_id = $source or c.other_source_id = $source)
    and ($org is null or c.org_id = $org)
    and (cast($places as varchar[]) is null
        or list_contains(cast($places as varchar[]), case when $scheme = '63' then o.place_63 else o.place_34 end))
    and (coalesce($kind, 'all') = 'all' or cast(o.kind as varchar) = $kind)
    and c.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
order by c.check_id
limit coalesce(cast($limit as bigint), 9000000000)
