-- Which units stand directly below one unit?
-- in: $org $limit
-- out: org organisation: id of the unit
-- out: organisation_vi name: the unit, in Vietnamese
-- out: organisation_en name: the unit, in English
-- out: kind kind: its kind
-- out: place_34 place: its province from 1/7/2025
-- out: valid_to date: last day, for those that ended
-- out: figures count: figures it has
-- out: matching count: how many units there are in all
select
    o.org_id as org, o.name_vi as organisation_vi, o.name_en as organisation_en, o.kind, o.place_34, o.valid_to,
    cast(d.figures as bigint) as figures, count(*) over () as matching
from organisations as o
join directory as d on d.org_id = o.org_id
where o.parent_id = $org
order by o.kind, o.place_34 nulls last, o.org_id
limit coalesce(cast($limit as bigint), 9000000000)
