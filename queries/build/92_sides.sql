-- What stands side by side: places of either scheme by their code, the country as VN, and units by their id.

-- All readings of the chosen ones: whole years of the metrics measured, and other periods. The kind of union is that of
-- places alone.
create macro side_readings(sides, chosen_scheme, chosen_kind, measures) as table
with wanted as (
    select distinct cast(split_part(m.measure, '/', 1) as metric) as metric from unnest(cast(measures as varchar[])) as m(measure)
), yearly as (
    select
        y.place as side, y.year, cast(y.metric as varchar) as metric, cast(y.item as varchar) as item, y.value,
        cast(y.qualifier as varchar) as qualifier, cast(y.status as varchar) as status, cast(y.basis as varchar) as basis,
        y.reported, y.expected, y.figure_id
    from place_years as y
    where y.kind = coalesce(chosen_kind, 'all') and y.recipient = 'none' and list_contains(cast(sides as varchar[]), y.place)
        and y.metric in (select metric from wanted)
        and (y.place <> 'VN' or y.scheme = chosen_scheme)
    union all
    select
        u.org_id, u.year, cast(u.metric as varchar), cast(u.item as varchar), u.value, cast(u.qualifier as varchar),
        cast(u.status as varchar), cast(u.basis as varchar), u.branches_reported, u.branches_expected, u.figure_id
    from unit_years as u
    where u.recipient = 'none' and u.metric in (select metric from wanted) and list_contains(cast(sides as varchar[]), u.org_id)
    union all
    select
        t.org_id, t.year, cast(t.metric as varchar), cast(t.item as varchar), t.value, cast(t.qualifier as varchar),
        cast(t.status as varchar), cast(t.basis as varchar), null, null, t.figure_id
    from own_totals(sides, measures) as t
    join organisations as o on o.org_id = t.org_id and o.level = 'branch'
    join release as r on r.register_complete
    where t.recipient = 'none'
    union all
    select
        b.org_id, b.year, cast(b.metric as varchar), cast(b.item as varchar), b.value, cast(b.qualifier as varchar),
        cast(b.status as varchar), 'items', null, null, b.figure_id
    from branch_item_years as b
    where b.recipient = 'none' and b.metric in (select metric from wanted) and list_contains(cast(sides as varchar[]), b.org_id)
), homes as (
    select org_id, place as side from federations where coalesce(chosen_kind, 'all') in ('all', 'ldld_tinh')
    union all
    select org_id, org_id from organisations
), others as (
    select
        h.side, f.year, cast(f.metric as varchar) as metric, cast(f.item as varchar) as item, f.value,
        cast(f.qualifier as varchar) as qualifier, cast(f.status as varchar) as status, f.figure_id,
        cast(f.period_type as varchar) as period_type, f.period_start, f.period_end,
        row_number() over (
            partition by h.side, f.metric, f.item, f.period_type, f.period_start, f.period_end
            order by f.status desc, s.published_on desc nulls last, f.figure_id
        ) as place_in_line
    from listed_figures as f
    join homes as h on h.org_id = f.org_id
    join sources as s on s.source_id = f.source_id
    where f.scope = 'total' and f.value is not null and f.recipient = 'none'
        and f.period_type in ('half', 'quarter', 'school_year', 'span') and list_contains(cast(sides as varchar[]), h.side)
)
select
    side, cast(year as varchar) as period, 'year' as period_type,
    cast(cast(year as varchar) || '-01-01' as date) as period_start,
    cast(cast(year as varchar) || '-12-31' as date) as period_end, year, metric, item, value, qualifier, status, basis, reported, expected, figure_id
from yearly
union all
select
    side, period_type || ':' || cast(period_start as varchar) || ':' || cast(period_end as varchar), period_type,
    period_start, period_end, year, metric, item, value, qualifier, status, 'reported', null, null, figure_id
from others
where place_in_line = 1;
