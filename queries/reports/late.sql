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
    u.org_id as org, o.name_vi as organisation_vi, o.name_en as organisation_en, u.level,
    case when $scheme = '63' then u.place_63 else u.place_34 end as place, u.due_on, u.reported_on,
    cast(u.days_late as bigint) as days_late
from unit_reports as u
join organisations as o on o.org_id = u.org_id
where u.report_state = 'late' and u.year = $year_to and cast(u.period_type as varchar) = $period
    and (cast($places as varchar[]) is null
        or list_contains(cast($places as varchar[]), case when $scheme = '63' then u.place_63 else u.place_34 end))
    and (coalesce($kind, 'all') = 'all' or cast(u.kind as varchar) = $kind)
order by u.days_late desc, u.org_id
