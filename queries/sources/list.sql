-- Which documents do the figures come from?
-- in: $search $scheme $places $year_from $year_to $kind $limit
-- out: source source: id of the source
-- out: publisher_vi name: who published it, in Vietnamese
-- out: publisher_en name: who published it, in English
-- out: title_vi name: what it is about, in our words, in Vietnamese
-- out: title_en name: the same in English
-- out: published_on date: day of publication, where printed
-- out: source_kind source_kind: report, news or portal
-- out: figures count: figures taken from it that match the filters
-- out: totals count: of these, totals
-- out: preliminary count: of these, preliminary
-- out: findings count: checks that found something in its figures
-- out: address text: where it can be read
-- out: matching count: how many sources match in all
with counted as (
    select
        f.source_id, count(*) as figures, count(*) filter (where f.scope = 'total') as totals,
        count(*) filter (where f.status = 'preliminary') as preliminary, count(c.figure_id) as findings
    from figures as f
    join organisations as o on o.org_id = f.org_id
    left join (select distinct figure_id from checks) as c on c.figure_id = f.figure_id
    where f.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
        and (coalesce($kind, 'all') = 'all' or cast(o.kind as varchar) = $kind)
        and (cast($places as varchar[]) is null
            or list_contains(cast($places as varchar[]), case when $scheme = '63' then o.place_63 else o.place_34 end))
    group by f.source_id
), typed as (
    select unnest(regexp_split_to_array($search, ' ')) as word
)
select
    s.source_id as source, s.publisher_vi, s.publisher_en, s.title_vi, s.title_en, s.published_on, s.kind as source_kind, c.figures, c.totals,
    c.preliminary, c.findings, s.url as address, count(*) over () as matching
from sources as s
join counted as c on c.source_id = s.source_id
where $search is null
    or not exists (select 1 from typed as t where strpos(s.search_key, t.word) = 0)
order by s.source_id
limit coalesce(cast($limit as bigint), 9000000000)
