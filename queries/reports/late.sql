-- Which units above the branches reported after the due date, the latest first?
-- in: $scheme $places $year_to $kind $period
-- out: org organisation: id of the unit
-- out: organisation_vi name: the unit, in Vietnamese
-- out: organisation_en name: the unit, in English
-- out: level level: its level
-- out: place place: its province
-- out: due_on date: last day on which its report was on time
-- out: reported_on date: day of its report
-- out: days_late count: days between the two
select
    u.org_id as org, u.name_vi as organisation_vi, u.name_en as organisation_en, u.level, u.place, u.due_on, u.reported_on,
    cast(u.days_late as bigint) as days_late
from units_reporting('late', $scheme, $places, $kind, $year_to, $period) as u
order by u.days_late desc, u.org_id
