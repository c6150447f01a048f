-- Which branches were rated lower than the year before, those that fell furthest first?
-- Only ratings on one scale are compared: none of 2019 with one of 2018.
-- in: $scheme $places $year_to $kind $limit
-- out: org organisation: id of the branch
-- out: organisation_vi name: the branch, in Vietnamese
-- out: organisation_en name: the branch, in English
-- out: place place: its province
-- out: sector sector: what its employer is
-- out: year year: rating year
-- out: item_before item: rating of the year before
-- out: rating item: rating of the year
-- out: steps count: steps down the scale
-- out: figure figure: the rating of the year
-- out: matching count: how many rows match in all
-- out: compared count: branches rated on one scale in both years
with chosen as (
    select f.*, case when $scheme = '63' then f.place_63 else f.place_34 end as place
    from rating_falls as f
    where f.year = $year_to and (coalesce($kind, 'all') = 'all' or cast(f.kind as varchar) = $kind)
), rated as (
    select sum(m.branches) as branches
    from rating_moves as m
    where m.year = $year_to and (coalesce($kind, 'all') = 'all' or cast(m.kind as varchar) = $kind)
        and (cast($places as varchar[]) is null
            or list_contains(cast($places as varchar[]), case when $scheme = '63' then m.place_63 else m.place_34 end))
), counted as (
    select c.*, count(*) over () as matching
    from chosen as c
    where cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), c.place)
)
select
    c.org_id as org, c.name_vi as organisation_vi, c.name_en as organisation_en, c.place,
    coalesce(cast(c.sector as varchar), 'none') as sector, c.year, c.item_before, c.item as rating,
    cast(c.steps as integer) as steps, c.figure_id as figure, c.matching, cast(r.branches as bigint) as compared
from counted as c
cross join rated as r
left join provinces as p on p.place = c.place
order by c.steps desc, p.rank nulls last, c.org_id
limit coalesce(cast($limit as bigint), 9000000000)
