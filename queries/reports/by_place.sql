-- Which part of the units of each place reported on time, late, on an unknown day, or not at all?
-- Units outside of every province stand last, without a place.
-- in: $scheme $places $year_to $kind $period $levels
-- out: place place: the place; empty for units of no province
-- out: report_state report_state: on_time, late, undated or missing
-- out: value count: units
-- out: owing count: units that owe a report in the place; empty where the register is not complete
-- out: share percent: share of these
with chosen as (
    select
        case when $scheme = '63' then c.place_63 else c.place_34 end as place, sum(c.expected) as expected,
        sum(c.on_time) as on_time, sum(c.late) as late, sum(c.undated) as undated, sum(c.missing) as missing
    from report_counts as c
    where c.year = $year_to and cast(c.period_type as varchar) = $period
        and (cast($levels as varchar[]) is null or list_contains(cast($levels as varchar[]), cast(c.level as varchar)))
        and (cast($places as varchar[]) is null
            or list_contains(cast($places as varchar[]), case when $scheme = '63' then c.place_63 else c.place_34 end))
        and (coalesce($kind, 'all') = 'all' or cast(c.kind as varchar) = $kind)
    group by case when $scheme = '63' then c.place_63 else c.place_34 end
), states as (
    select place, 1 as rank, 'on_time' as report_state, on_time as value, expected from chosen
    union all
    select place, 2, 'late', late, expected from chosen
    union all
    select place, 3, 'undated', undated, expected from chosen
    union all
    select place, 4, 'missing', missing, expected from chosen
)
select
    coalesce(s.place, '') as place, s.report_state, cast(s.value as bigint) as value,
    cast(case when r.register_complete then s.expected end as bigint) as owing,
    cast(case when r.register_complete
        then round(cast(100.0 * s.value / nullif(s.expected, 0) as decimal(18, 6)), 1) end as double) as share
from states as s
cross join release as r
left join provinces as p on p.place = s.place
where s.value > 0
order by p.rank nulls last, s.rank
