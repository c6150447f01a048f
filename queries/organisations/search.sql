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
), found as (
    select o.*, case when $scheme = '63' then o.place_63 else o.place_34 end as place
    from organisations as o
    left join provinces as old on old.place = o.place_63
    left join provinces as new on new.place = o.place_34
    where $search is null
        or contains(replace(o.search_key || ' ' || coalesce(old.search_key, '') || ' ' || coalesce(new.search_key, ''), ' ', ''),
            replace($search, ' ', ''))
        or len(list_filter(string_split($search, ' '), lambda word: not contains(
            o.search_key || ' ' || coalesce(old.search_key, '') || ' ' || coalesce(new.search_key, ''), word))) = 0
)
select
    f.org_id as org, f.name_vi as organisation_vi, f.name_en as organisation_en, f.level, f.kind, f.place,
    coalesce(c.figures, 0) as figures, c.first_year, c.last_year, count(*) over () as matching
from found as f
left join counted as c on c.org_id = f.org_id
where (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), f.place))
    and (coalesce($kind, 'all') = 'all' or cast(f.kind as varchar) = $kind)
order by
    case when $search is not null and contains(f.search_key, $search) then 0 else 1 end,
    f.level, figures desc, f.place nulls last, f.org_id
limit coalesce(cast($limit as bigint), 9000000000)
