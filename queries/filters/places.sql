-- How many figures does each province have under the other filters?
-- in: $scheme $year_from $year_to $kind $metrics
-- out: place place: the province
-- out: region region: its region
-- out: figures count: figures of its units
-- out: search_key text: what search looks at, names and aliases without accents
with counted as (
    select case when $scheme = '63' then c.place_63 else c.place_34 end as place, sum(c.figures) as figures
    from figure_counts as c
    where (cast($metrics as varchar[]) is null or list_contains(cast($metrics as varchar[]), cast(c.metric as varchar)))
        and (coalesce($kind, 'all') = 'all' or cast(c.kind as varchar) = $kind)
        and c.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
    group by case when $scheme = '63' then c.place_63 else c.place_34 end
)
select p.place, p.region, cast(coalesce(c.figures, 0) as bigint) as figures, p.search_key
from provinces as p
left join counted as c on c.place = p.place
where p.scheme = $scheme
order by p.rank
