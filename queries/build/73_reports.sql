-- Who has reported for a period, on which day, and who has not. A period begins to count once its cut-off lies behind
-- the newest day on which any source spoke.
create table report_periods as
with spoken as (
    select greatest(
        (select max(published_on) from sources),
        (select max(period_end) from figures where period_type in ('as_of', 'span'))
    ) as newest
), years as (
    select distinct year from figures where scope = 'total' and period_type in ('year', 'half', 'as_of')
), dated as (
    select
        cast(d.period_type as period_type) as period_type, y.year, cast(y.year || '-' || d.cut_off as date) as cut_off,
        cast(y.year || if(d.period_type = 'half', '-06-30', '-12-31') as date) as ends_on, cast(d.days as integer) as days
    from staged_due_dates as d cross join years as y
)
select d.period_type, d.year, d.cut_off, d.cut_off + d.days as due_on, d.ends_on
from dated as d cross join spoken as s
where d.cut_off <= s.newest
order by d.period_type, d.year;

-- A unit has reported when a total of the period, or a stock from its cut-off on, stands in a report or on a portal of
-- the union. What the press says, and what the confederation compiles, is known of a unit but not sent by it.
create temporary table sent as
with own as (
    select
        s.source_id, s.published_on,
        s.kind in ('report', 'portal') and not exists (
            select 1 from organisations as o where o.level = 'tld' and o.name_vi = s.publisher_vi
        ) as is_own
    from sources as s
), told as (
    select distinct f.org_id, f.source_id, p.period_type, p.year
    from figures as f
    join report_periods as p on p.year = f.year and f.period_end <= p.ends_on
        and (f.period_type = p.period_type or f.period_type = 'as_of' and f.period_end >= p.cut_off)
    where f.scope = 'total'
)
select
    t.org_id, t.period_type, t.year, bool_or(o.is_own) as reported,
    min(o.published_on) filter (where o.is_own) as reported_on
from told as t
join own as o on o.source_id = t.source_id
group by t.org_id, t.period_type, t.year;

-- Owed by every unit that existed on the cut-off day; who reported without being owed counts too.
create temporary table owed as
with known as (
    select
        o.org_id, o.level, o.kind, o.parent_id, o.place_63, o.place_34, p.period_type, p.year, p.cut_off, p.due_on,
        coalesce(s.reported, false) as reported, s.org_id is not null as heard, s.reported_on
    from organisations as o
    cross join report_periods as p
    left join sent as s on s.org_id = o.org_id and s.period_type = p.period_type and s.year = p.year
    where o.level <> 'tld' and (coalesce(s.reported, false) or p.cut_off between
        coalesce(o.valid_from, date '1900-01-01') and coalesce(o.valid_to, date '2999-12-31'))
), members as (
    select org_id, year, value, qualifier from own_years where metric = 'members' and value is not null
)
select
    k.*,
    case when not k.reported then 'missing' when k.reported_on is null then 'undated'
        when k.reported_on > k.due_on then 'late' else 'on_time' end as report_state,
    case when k.reported_on > k.due_on then k.reported_on - k.due_on end as days_late,
    m.value as members, m.qualifier as members_qualifier, m.year as members_year
from known as k
asof left join members as m on m.org_id = k.org_id and k.year >= m.year;

-- Every unit above the branches by name, with the last report before.
create table unit_reports as
with earlier as (select * from sent where reported)
select
    o.period_type, o.year, o.org_id, o.parent_id, o.level, o.kind, o.place_63, o.place_34, o.due_on, o.report_state,
    o.reported_on, cast(o.days_late as integer) as days_late, o.heard, e.year as last_year, e.reported_on as last_on,
    cast(o.members as bigint) as members, cast(o.members_qualifier as qualifier) as members_qualifier, o.members_year
from owed as o
asof left join earlier as e on e.org_id = o.org_id and e.period_type = o.period_type and o.year > e.year
where o.level <> 'branch'
order by o.period_type, o.year, o.org_id;

-- Branches only as counts under the unit above them. The tree knows present parents only, so that one which has ended,
-- or had not begun, is left open.
create table branch_reports as
select
    o.period_type, o.year, up.org_id as parent_id, o.kind, o.place_63, o.place_34,
    cast(count(*) as integer) as expected,
    cast(count(*) filter (where o.report_state = 'on_time') as integer) as on_time,
    cast(count(*) filter (where o.report_state = 'late') as integer) as late,
    cast(count(*) filter (where o.report_state = 'undated') as integer) as undated,
    cast(count(*) filter (where o.report_state = 'missing') as integer) as missing,
    cast(count(*) filter (where o.report_state = 'missing' and o.heard) as integer) as heard,
    cast(quantile_disc(o.days_late, 0.5) as integer) as days_late,
    cast(sum(o.members) filter (where o.report_state = 'missing') as bigint) as members,
    cast(count(o.members) filter (where o.report_state = 'missing') as integer) as members_known,
    cast(qualifier_of_sum(case when o.report_state = 'missing' then o.members_qualifier end) as qualifier)
        as members_qualifier
from owed as o
left join organisations as up on up.org_id = o.parent_id and up.valid_to is null
    and coalesce(up.valid_from, date '1900-01-01') <= o.cut_off
where o.level = 'branch'
group by o.period_type, o.year, up.org_id, o.kind, o.place_63, o.place_34
order by o.period_type, o.year, o.place_34, up.org_id, o.kind, o.place_63;

-- Both alike, to be counted by level and place: of a single unit one of the four counts is one.
create view report_counts as
select
    period_type, year, level, kind, place_63, place_34, 1 as expected,
    case when report_state = 'on_time' then 1 else 0 end as on_time, case when report_state = 'late' then 1 else 0 end as late,
    case when report_state = 'undated' then 1 else 0 end as undated,
    case when report_state = 'missing' then 1 else 0 end as missing,
    case when report_state = 'missing' and heard then 1 else 0 end as heard, days_late,
    case when report_state = 'missing' then members end as members,
    case when report_state = 'missing' and members is not null then 1 else 0 end as members_known,
    case when report_state = 'missing' then members_qualifier end as members_qualifier
from unit_reports
union all
select
    period_type, year, 'branch', kind, place_63, place_34, expected, on_time, late, undated, missing, heard, null, members,
    members_known, members_qualifier
from branch_reports;

-- The units above the branches whose report of a period is in one state, in the chosen places.
create macro units_reporting(state, chosen_scheme, chosen_places, chosen_kind, chosen_year, chosen_period) as table
select
    u.*, o.name_vi, o.name_en, case when chosen_scheme = '63' then u.place_63 else u.place_34 end as place
from unit_reports as u
join organisations as o on o.org_id = u.org_id
where u.report_state = state and u.year = chosen_year and cast(u.period_type as varchar) = chosen_period
    and (cast(chosen_places as varchar[]) is null
        or list_contains(cast(chosen_places as varchar[]), case when chosen_scheme = '63' then u.place_63 else u.place_34 end))
    and (coalesce(chosen_kind, 'all') = 'all' or cast(u.kind as varchar) = chosen_kind);
