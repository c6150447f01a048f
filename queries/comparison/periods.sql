-- For which periods has a place total figures of the chosen measures, whole years and all others?
-- in: $scheme $places $kind $measures
-- out: period text: the year, or kind, first and last day of another period (`half:2021-01-01:2021-06-30`)
-- out: period_type period_type: kind of period; whole years, and stocks at their end, are `year`
-- out: period_start date: its first day
-- out: period_end date: its last day
-- out: figures count: measures with a figure
with homes as (
    select o.org_id, p.place
    from organisations as o
    join provinces as p on p.place = o.place_63 or (p.place = o.place_34 and o.place_63 is null)
    where o.level = 'provincial'
    union all
    select org_id, 'VN' from organisations where level = 'tld'
), found as (
    select cast(y.year as varchar) as period, 'year' as period_type,
        cast(cast(y.year as varchar) || '-01-01' as date) as period_start,
        cast(cast(y.year as varchar) || '-12-31' as date) as period_end,
        cast(y.metric as varchar) || '/' || cast(y.item as varchar) as measure
    from place_years as y
    where y.kind = coalesce($kind, 'all') and y.recipient = 'none' and (y.place <> 'VN' or y.scheme = $scheme)
        and list_contains(cast($places as varchar[]), y.place)
    union all
    select
        cast(f.period_type as varchar) || ':' || cast(f.period_start as varchar) || ':' || cast(f.period_end as varchar),
        cast(f.period_type as varchar), f.period_start, f.period_end,
        cast(f.metric as varchar) || '/' || cast(f.item as varchar)
    from listed_figures as f
    join homes as h on h.org_id = f.org_id
    where f.scope = 'total' and f.value is not null and f.recipient = 'none'
        and f.period_type in ('half', 'quarter', 'school_year', 'span')
        and coalesce($kind, 'all') in ('all', 'ldld_tinh') and list_contains(cast($places as varchar[]), h.place)
)
select period, period_type, period_start, period_end, count(distinct measure) as figures
from found
where list_contains(cast($measures as varchar[]), measure)
group by period, period_type, period_start, period_end
order by period_end desc, period_start, period
