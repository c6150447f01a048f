-- Which units stood directly below one unit at the end of a year, or without a year, even those that ended below it?
-- in: $org $year_to $limit
-- out: org organisation: id of the unit
-- out: organisation_vi name: the unit, in Vietnamese
-- out: organisation_en name: the unit, in English
-- out: kind kind: its kind
-- out: place_34 place: its province from 1/7/2025
-- out: valid_to date: last day, for those that ended
-- out: ending ending: why it ended
-- out: figures count: figures it has
-- out: matching count: how many units there are in all
with asked as (
    select cast(cast($year_to as varchar) || '-12-31' as date) as day
)
select
    o.org_id as org, o.name_vi as organisation_vi, o.name_en as organisation_en, o.kind, o.place_34, o.valid_to,
    o.ending, cast(d.figures as bigint) as figures, count(*) over () as matching
from parents as p
cross join asked as a
join organisations as o on o.org_id = p.org_id
join directory as d on d.org_id = o.org_id
where p.parent_id = $org and coalesce(a.day, date '9999-12-31') between p.valid_from and p.valid_to
    and (a.day is null or (
        coalesce(o.valid_from, date '1900-01-01') <= a.day and coalesce(o.valid_to, date '9999-12-31') >= a.day
    ))
order by o.kind, o.place_34 nulls last, o.org_id
limit coalesce(cast($limit as bigint), 9000000000)
