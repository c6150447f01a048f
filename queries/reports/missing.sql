-- Which units above the branches have not reported for a period, the largest first?
-- in: $scheme $places $year_to $kind $period
-- out: org organisation: id of the unit
-- out: organisation_vi name: the unit, in Vietnamese
-- out: organisation_en name: the unit, in English
-- out: level level: its level
-- out: place place: its province
-- out: last_report_year year: year of its last report of this kind before
-- out: last_report_on date: day of that report
-- out: heard flag: whether the press or others tell a total of the period
-- out: members count: its members by its last figure
-- out: members_qualifier qualifier: certainty of that
-- out: members_year year: year of that figure
-- out: due_on date: last day on which its report was on time
select
    u.org_id as org, u.name_vi as organisation_vi, u.name_en as organisation_en, u.level, u.place,
    u.last_year as last_report_year, u.last_on as last_report_on, u.heard, u.members, u.members_qualifier,
    u.members_year, u.due_on
from units_reporting('missing', $scheme, $places, $kind, $year_to, $period) as u
order by u.level, u.members desc nulls last, u.org_id
