-- What are these units called, and what tells apart those with one name?
-- in: $scheme $sides
-- out: org organisation: id of the unit
-- out: organisation_vi name: the unit, in Vietnamese
-- out: organisation_en name: the unit, in English
-- out: place place: its province
-- out: valid_to date: last day, for those that ended
select
    o.org_id as org, o.name_vi as organisation_vi, o.name_en as organisation_en,
    case when $scheme = '63' then o.place_63 else o.place_34 end as place, o.valid_to
from organisations as o
where list_contains(cast($sides as varchar[]), o.org_id)
order by o.org_id
