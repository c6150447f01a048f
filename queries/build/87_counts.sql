-- How many figures there are of each metric, year, kind of union, province and document: filters and lists of documents
-- count here and never look at the figures themselves.
create table figure_counts as
with doubted as (select distinct figure_id from checks)
select
    f.metric, f.year, f.kind, f.place_63, f.place_34, f.source_id, cast(count(*) as integer) as figures,
    cast(count(*) filter (where f.scope = 'total') as integer) as totals,
    cast(count(*) filter (where f.status = 'preliminary') as integer) as preliminary,
    cast(count(d.figure_id) as integer) as findings
from figures as f
left join doubted as d on d.figure_id = f.figure_id
group by f.metric, f.year, f.kind, f.place_63, f.place_34, f.source_id
order by f.metric, f.year, f.kind, f.place_34, f.place_63, f.source_id;

-- What search looks at: a unit's names with those of its provinces, without accents, and how much there is of it.
create table directory as
with counted as (
    select org_id, count(*) as figures, min(year) as first_year, max(year) as last_year from figures group by org_id
)
select
    o.org_id, o.level, o.kind, o.place_63, o.place_34,
    o.search_key || coalesce(' ' || former.search_key, '') || coalesce(' ' || present.search_key, '') as search_text,
    o.search_key, replace(search_text, ' ', '') as search_run, cast(coalesce(c.figures, 0) as integer) as figures, c.first_year, c.last_year
from organisations as o
left join provinces as former on former.place = o.place_63
left join provinces as present on present.place = o.place_34
left join counted as c on c.org_id = o.org_id
order by o.org_id;
