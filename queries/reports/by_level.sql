-- How many units of each level reported for a period, when, and how many members stand behind the others?
-- Levels are never added: the members of a branch are also those of the unions above it.
-- in: $scheme $places $year_to $kind $period
-- out: level level: level of the units
-- out: owing count: units that owe a report; empty where the register is not complete
-- out: known count: such units in a register that is not complete; nobody knows how many more there are
-- out: sent count: units whose own report is there
-- out: on_time count: of these, by the due date
-- out: late count: of these, after the due date
-- out: undated count: of these, on a day that the source does not give
-- out: median_days count: median of the days late of the late ones; empty for branches, which are only counted
-- out: missing count: units of the register without a report
-- out: heard count: of these, units of which the press or others tell a total
-- out: members count: members of the units without a report, by the last figure of each
-- out: members_qualifier qualifier: certainty of that sum
-- out: members_known count: units without a report whose members are known
with chosen as (
    select c.*
    from report_counts as c
    where c.year = $year_to and cast(c.period_type as varchar) = $period
        and (cast($places as varchar[]) is null
            or list_contains(cast($places as varchar[]), case when $scheme = '63' then c.place_63 else c.place_34 end))
        and (coalesce($kind, 'all') = 'all' or cast(c.kind as varchar) = $kind)
)
select
    c.level, cast(case when r.register_complete then sum(c.expected) end as bigint) as owing,
    cast(case when not r.register_complete then sum(c.expected) end as bigint) as known, cast(sum(c.on_time + c.late + c.undated) as bigint) as sent,
    cast(sum(c.on_time) as bigint) as on_time, cast(sum(c.late) as bigint) as late,
    cast(sum(c.undated) as bigint) as undated,
    cast(percentile_disc(0.5) within group (order by c.days_late) as bigint) as median_days,
    cast(sum(c.missing) as bigint) as missing, cast(sum(c.heard) as bigint) as heard,
    cast(sum(c.members) as bigint) as members, qualifier_of_sum(c.members_qualifier) as members_qualifier,
    cast(sum(c.members_known) as bigint) as members_known
from chosen as c
cross join release as r
group by c.level, r.register_complete
order by case c.level when 'provincial' then 1 when 'central_industry' then 2 when 'upper' then 3 else 4 end
