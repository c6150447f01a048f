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
), found as (
    select
        o.org_id, o.name_vi, o.name_en, o.level, o.kind, o.search_key,
        case when $scheme = '63' then o.place_63 else o.place_34 end as place, d.figures, d.first_year, d.last_year
    from directory as d
    join organisations as o on o.org_id = d.org_id
    where $search is null
        or strpos(d.search_run, replace($search, ' ', '')) > 0
        or not exists (select 1 from typed as t where strpos(d.search_text, t.word) = 0)
)
select
    f.org_id as org, f.name_vi as organisation_vi, f.name_en as organisation_en, f.level, f.kind, f.place,
    cast(f.figures as bigint) as figures, f.first_year, f.last_year, count(*) over () as matching
from found as f
where (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), f.place))
    and (coalesce($kind, 'all') = 'all' or cast(f.kind as varchar) = $kind)
order by
    case when $search is not null and strpos(f.search_key, $search) > 0 then 0 else 1 end,
    f.level, f.figures desc, f.place nulls last, f.org_id
limit coalesce(cast($limit as bigint), 9000000000)
