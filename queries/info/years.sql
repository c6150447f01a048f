-- Which years does the snapshot cover, with how many figures, totals and provinces each?
-- in:
-- out: year year: reporting year
-- out: figures count: figures of the year
-- out: totals count: figures that are totals
-- out: provinces count: provinces of today's scheme with any figure
select
    f.year,
    count(*) as figures,
    count(*) filter (where f.scope = 'total') as totals,
    count(distinct o.place_34) as provinces
from figures as f
join organisations as o on o.org_id = f.org_id
group by f.year
order by f.year
