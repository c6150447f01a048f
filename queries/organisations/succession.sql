-- Which unit went on with the work of a merged one, and which ones went into this one?
-- in: $org
-- out: org organisation: id of the other unit
-- out: organisation_vi name: the other unit, in Vietnamese
-- out: organisation_en name: the other unit, in English
-- out: direction name: after = it went on with the work, before = it went into this one
-- out: day date: last day of the one that ended
select o.org_id as org, o.name_vi as organisation_vi, o.name_en as organisation_en, 'after' as direction, u.valid_to as day
from organisations as u
join organisations as o on o.org_id = u.successor_id
where u.org_id = $org
union all
select o.org_id, o.name_vi, o.name_en, 'before', o.valid_to
from organisations as o
where o.successor_id = $org
order by direction, org
