-- Which branches told of no award in three years or more running, the longest first, though they sent other figures?
-- in: $scheme $places $year_to $kind $limit
-- out: org organisation: id of the branch
-- out: organisation_vi name: the branch, in Vietnamese
-- out: organisation_en name: the branch, in English
-- out: place place: its province
-- out: sector sector: what its employer is
-- out: year year: the last of these years
-- out: years count: how many of them there are
-- out: last_award_year year: newest year before of which an award is told; empty where none is
-- out: matching count: how many rows match in all
with chosen as (
    select
        w.*, case when $scheme = '63' then w.place_63 else w.place_34 end as place
    from years_without_award as w
    where w.year = $year_to and (coalesce($kind, 'all') = 'all' or cast(w.kind as varchar) = $kind)
), counted as (
    select c.*, count(*) over () as matching
    from chosen as c
    where cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), c.place)
)
select
    c.org_id as org, o.name_vi as organisation_vi, o.name_en as organisation_en, c.place,
    coalesce(cast(c.sector as varchar), 'none') as sector, c.year, cast(c.years as integer) as years,
    c.last_award_year, c.matching
from counted as c
join organisations as o on o.org_id = c.org_id
left join provinces as p on p.place = c.place
order by c.years desc, p.rank nulls last, c.org_id
limit coalesce(cast($limit as bigint), 9000000000)
