-- How many figures does each kind of union have under the other filters?
-- in: $scheme $places $year_from $year_to $metrics
-- out: kind kind: kind of union
-- out: figures count: figures of unions of this kind
select c.kind, cast(sum(c.figures) as bigint) as figures
from figure_counts as c
where (cast($metrics as varchar[]) is null or list_contains(cast($metrics as varchar[]), cast(c.metric as varchar)))
    and c.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
    and (cast($places as varchar[]) is null
        or list_contains(cast($places as varchar[]), case when $scheme = '63' then c.place_63 else c.place_34 end))
group by c.kind
order by c.kind
