-- Which years does the snapshot cover, with how many figures, totals and provinces each?
-- in:
-- out: year year: reporting year
-- out: figures count: figures of the year
-- out: totals count: figures that are totals
-- out: provinces count: provinces of today's scheme with any figure
select
    c.year, cast(sum(c.figures) as bigint) as figures, cast(sum(c.totals) as bigint) as totals,
    count(distinct c.place_34) as provinces
from figure_counts as c
group by c.year
order by c.year
