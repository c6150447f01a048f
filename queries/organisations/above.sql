-- Which units stand above one unit, highest first, the unit itself last?
-- in: $org
-- out: org organisation: id of the unit
-- out: organisation_vi name: the unit, in Vietnamese
-- out: organisation_en name: the unit, in English
-- out: level level: its level
with road as (
    select ancestor_id as org_id, distance from ancestors where org_id = $org
    union all
    select $org, 0
)
select o.org_id as org, o.name_vi as organisation_vi, o.name_en as organisation_en, o.level
from road as r
join organisations as o on o.org_id = r.org_id
order by r.distance desc, o.org_id
