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
with counted as (
    select org_id, count(*) as figures, min(year) as first_year, max(year) as last_year from figures group by org_id
), typed as (
    select unnest(regexp_split_to_array($search, ' ')) as word
), named as (
    select
        o.*, case when $scheme = '63' then o.place_63 else o.place_34 end as place,
        o.search_key || ' ' || coalesce(old.search_key, '') || ' ' || coalesce(new.search_key, '') as full_key
    from organisations as o
    left join provinces as old on old.place = o.place_63
    left join provinces as new on new.place = o.place_34
), found as (
    select *
    from named as n
    where $search is null
        or strpos(replace(n.full_key, ' ', ''), replace($search, ' ', '')) > 0
        or not exists (select 1 from typed as t where strpos(n.full_key, t.word) = 0)
)
select
    f.org_id as org, f.name_vi as organisation_vi, f.name_en as organisation_en, f.level, f.kind, f.place,
    coalesce(c.figures, 0) as figures, c.first_year, c.last_year, count(*) over () as matching
from found as f
left join counted as c on c.org_id = f.org_id
where (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), f.place))
    and (coalesce($kind, 'all') = 'all' or cast(f.kind as varchar) = $kind)
order by
    case when $search is not null and strpos(f.search_key, $search) > 0 then 0 else 1 end,
    f.level, figures desc, f.place nulls last, f.org_id
limit coalesce(cast($limit as bigint), 9000000000)
