-- Which units stood above one unit at the end of a year, highest first, the unit itself last?
-- in: $org $year_to
-- out: org organisation: id of the unit
-- out: organisation_vi name: the unit, in Vietnamese
-- out: organisation_en name: the unit, in English
-- out: level level: its level
with recursive road(org_id, distance) as (
    select cast($org as varchar), 0
    union all
    select p.parent_id, r.distance + 1
    from road as r
    join parents as p on p.org_id = r.org_id
        and coalesce(cast(cast($year_to as varchar) || '-12-31' as date), date '9999-12-31') between p.valid_from and p.valid_to
    where r.distance < 12
)
select o.org_id as org, o.name_vi as organisation_vi, o.name_en as organisation_en, o.level
from road as r
join organisations as o on o.org_id = r.org_id
order by r.distance desc, o.org_id
