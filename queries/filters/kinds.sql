-- How many figures does each kind of union have under the other filters?
-- in: $scheme $places $year_from $year_to $metrics
-- out: kind kind: kind of union
-- out: figures count: figures of unions of this kind
select o.kind, count(*) as figures
from figures as f
join organisations as o on o.org_id = f.org_id
where (cast($metrics as varchar[]) is null or list_contains(cast($metrics as varchar[]), cast(f.metric as varchar)))
    and f.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
    and (cast($places as varchar[]) is null
        or list_contains(cast($places as varchar[]), case when $scheme = '63' then o.place_63 else o.place_34 end))
group by o.kind
order by o.kind
