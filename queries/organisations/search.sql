-- Which units match what was typed, best first?
-- in: $search $scheme $places $kind $limit
-- out: org organisation: id of the unit
-- out: organisation_vi name: the unit, in Vietnamese
-- out: organisation_en name: the unit, in English
-- out: level level: its level
-- out: kind kind: its kind
-- out: place place: its province
-- out: figures count: figures it has
-- out: first_year year: first year with a figure
-- out: last_year year: last year with a figure
-- out: matching count: how many units match in all
with typed as (
    select unnest(regexp_split_to_array($search, ' ')) as word
), longest as (
    select word from typed order by length(word) desc, word limit 1
), near as (
    -- The longest word leaves few to look at word by word.
    select
        d.org_id, d.level, d.kind, case when $scheme = '63' then d.place_63 else d.place_34 end as place, d.figures,
        d.first_year, d.last_year, case when $search is not null then d.search_key end as search_key,
        case when $search is not null then d.search_text end as search_text,
        $search is null or strpos(d.search_run, replace($search, ' ', '')) > 0 as certain
    from directory as d
    where (coalesce($kind, 'all') = 'all' or cast(d.kind as varchar) = $kind)
        and (cast($places as varchar[]) is null
            or list_contains(cast($places as varchar[]), case when $scheme = '63' then d.place_63 else d.place_34 end))
        and ($search is null or strpos(d.search_run, replace($search, ' ', '')) > 0
            or strpos(d.search_text, (select word from longest)) > 0)
), found as (
    select
        n.org_id, n.level, n.kind, n.place, n.figures, n.first_year, n.last_year,
        case when $search is not null and strpos(n.search_key, $search) > 0 then 0 else 1 end as inexact
    from near as n
    where n.certain or not exists (select 1 from typed as t where strpos(n.search_text, t.word) = 0)
), first as (
    select f.*, (select count(*) from found) as matching
    from found as f
    order by f.inexact, f.level, f.figures desc, f.place nulls last, f.org_id
    limit coalesce(cast($limit as bigint), 9000000000)
)
select
    f.org_id as org, o.name_vi as organisation_vi, o.name_en as organisation_en, f.level, f.kind, f.place,
    cast(f.figures as bigint) as figures, f.first_year, f.last_year, f.matching
from first as f
-- A kind in common is a range that few groups of rows are in; ids alone are not.
join organisations as o on o.org_id = f.org_id and o.kind = f.kind
order by f.inexact, f.level, f.figures desc, f.place nulls last, f.org_id
