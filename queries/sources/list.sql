-- Which documents do the figures and the targets come from?
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
-- out: targets count: targets taken from it that match the filters
-- out: address text: where it can be read
-- out: matching count: how many sources match in all
with counted as (
    select
        c.source_id, sum(c.figures) as figures, sum(c.totals) as totals, sum(c.preliminary) as preliminary,
        sum(c.findings) as findings
    from figure_counts as c
    where c.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
        and (coalesce($kind, 'all') = 'all' or cast(c.kind as varchar) = $kind)
        and (cast($places as varchar[]) is null
            or list_contains(cast($places as varchar[]), case when $scheme = '63' then c.place_63 else c.place_34 end))
    group by c.source_id
), asked_for as (
    select t.source_id, count(*) as targets
    from target_years as t
    where t.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
        and (coalesce($kind, 'all') = 'all' or cast(t.kind as varchar) = $kind)
        and (cast($places as varchar[]) is null
            or list_contains(cast($places as varchar[]), case when $scheme = '63' then t.place_63 else t.place_34 end))
    group by t.source_id
), typed as (
    select unnest(regexp_split_to_array($search, ' ')) as word
)
select
    s.source_id as source, s.publisher_vi, s.publisher_en, s.title_vi, s.title_en, s.published_on, s.kind as source_kind,
    cast(coalesce(c.figures, 0) as bigint) as figures, cast(coalesce(c.totals, 0) as bigint) as totals,
    cast(coalesce(c.preliminary, 0) as bigint) as preliminary, cast(coalesce(c.findings, 0) as bigint) as findings,
    a.targets, s.url as address, count(*) over () as matching
from sources as s
left join counted as c on c.source_id = s.source_id
left join asked_for as a on a.source_id = s.source_id
where coalesce(c.source_id, a.source_id) is not null
    and ($search is null or not exists (select 1 from typed as t where strpos(s.search_key, t.word) = 0))
order by s.source_id
limit coalesce(cast($limit as bigint), 9000000000)
