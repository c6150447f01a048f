-- How do the chosen places, or periods of one place, stand against the first of them?
-- Every measure has a row for every place and period, also where nothing is known. What may not be compared has no
-- difference, and says why: the rules stand in queries/build/15_comparison.sql.
-- in: $scheme $places $periods $year_from $year_to $kind $measures
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: place place: the place, of either scheme; a former province beside today's as `63:19@34`
-- out: period text: the year, or kind, first and last day of another period
-- out: period_type period_type: kind of period; whole years, and stocks at their end, are `year`
-- out: year year: reporting year
-- out: value amount: the figure, in the unit of `unit`
-- out: unit unit: unit of measure
-- out: difference amount: value less the first one's; empty where they may not be compared
-- out: change percent: the difference in percent of the first one's value
-- out: refusal refusal: why there is no difference
-- out: caution caution: what to know of the difference
-- out: possible flag: whether there can be a figure: not of a former province after its last year, nor of a rating in a year of the other scale
-- out: qualifier qualifier: certainty of the value
-- out: status status: preliminary, final or corrected
-- out: basis basis: own total, or how it was summed
-- out: reported count: units behind a sum
-- out: expected count: units there are; empty when nobody knows
-- out: figure figure: the figure shown, where it is a single one
with measures as (
    select m.metric, 'all' as item, null as of_scale, m.unit, m.subject, m.over_units from metrics as m
    union all
    select m.metric, cast(i.item as varchar), case when i.scheme = 'htnv' then 'new' when i.scheme is not null then 'old' end,
        m.unit, m.subject, m.over_units
    from metrics as m join items as i on i.dimension = m.dimension
), places as (
    select p.place, p.scheme, p.valid_to from provinces as p
    union all
    select 'VN', null, null
), homes as (
    select o.org_id, p.place
    from organisations as o
    join provinces as p on p.place = o.place_63 or (p.place = o.place_34 and o.place_63 is null)
    where o.level = 'provincial'
    union all
    select org_id, 'VN' from organisations where level = 'tld'
), others as (
    select
        h.place, f.metric, f.item, f.year, f.value, f.qualifier, f.status, f.figure_id,
        cast(f.period_type as varchar) as period_type,
        cast(f.period_type as varchar) || ':' || cast(f.period_start as varchar) || ':' || cast(f.period_end as varchar)
            as period,
        row_number() over (
            partition by h.place, f.metric, f.item, f.period_type, f.period_start, f.period_end
            order by f.status desc, s.published_on desc nulls last, f.figure_id
        ) as place_in_line
    from listed_figures as f
    join homes as h on h.org_id = f.org_id
    join sources as s on s.source_id = f.source_id
    where f.scope = 'total' and f.value is not null and f.recipient = 'none'
        and f.period_type in ('half', 'quarter', 'school_year', 'span')
        and coalesce($kind, 'all') in ('all', 'ldld_tinh')
), readings as (
    select
        y.place, cast(y.metric as varchar) as metric, cast(y.item as varchar) as item, cast(y.year as varchar) as period,
        y.value, cast(y.qualifier as varchar) as qualifier, cast(y.status as varchar) as status, y.basis, y.reported,
        y.expected, y.figure_id
    from place_years as y
    where y.kind = coalesce($kind, 'all') and y.recipient = 'none' and (y.place <> 'VN' or y.scheme = $scheme)
    union all
    select
        place, cast(metric as varchar), cast(item as varchar), period, value, cast(qualifier as varchar),
        cast(status as varchar), 'reported', null, null, figure_id
    from others
    where place_in_line = 1
), periods as (
    select distinct cast(year as varchar) as period, 'year' as period_type, year from place_years
    union all
    select distinct period, period_type, year from others
), cells as (
    select
        m.metric, m.item, m.unit, m.subject, m.over_units, p.place, p.scheme, t.period, t.period_type, t.year,
        scale_of(m.subject, t.year, b.first_year) as scale,
        coalesce(cast(extract(year from p.valid_to) as integer) >= t.year, true)
            and coalesce(m.of_scale = scale_of(m.subject, t.year, b.first_year), true) as possible,
        r.value, r.qualifier, r.status, r.basis, r.reported, r.expected, r.figure_id,
        is_of_all(r.qualifier, r.basis, r.reported, r.expected) as of_all,
        array_position(cast($places as varchar[]), p.place) as place_rank,
        array_position(cast($periods as varchar[]), t.period) as period_rank
    from measures as m
    cross join places as p
    cross join periods as t
    cross join (
        select cast(extract(year from "on") as integer) as first_year from breaks where "break" = 'rating_scheme'
    ) as b
    left join readings as r on r.place = p.place and r.period = t.period and r.metric = cast(m.metric as varchar)
        and r.item = m.item
    where list_contains(cast($measures as varchar[]), cast(m.metric as varchar) || '/' || m.item)
        and list_contains(cast($places as varchar[]), p.place)
        and list_contains(cast($periods as varchar[]), t.period)
        and t.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
), mixed as (
    select count(*) as present from provinces where scheme = '34' and list_contains(cast($places as varchar[]), place)
), firsts as (
    select * from cells where place_rank = 1 and period_rank = 1
), judged as (
    select
        c.*, f.value as base_value,
        case
            when c.place = f.place and c.period = f.period then null
            when c.value is null or f.value is null then case when c.scale <> f.scale then 'rating_scale' end
            else refusal(
                c.period_type, f.period_type, c.scale, f.scale, c.scheme, f.scheme, c.over_units = 'sum', c.of_all, f.of_all
            )
        end as refusal,
        caution(
            c.status, f.status, c.scheme, f.scheme,
            (select count(*) from breaks as k
             where k.subject in (c.subject, 'all')
                and (cast(extract(year from k."on") as integer) <= c.year)
                    <> (cast(extract(year from k."on") as integer) <= f.year)),
            c.qualifier, f.qualifier
        ) as caution,
        c.value is not null and f.value is not null and (c.place <> f.place or c.period <> f.period) as both_known
    from cells as c
    join firsts as f on f.metric = c.metric and f.item = c.item
)
select
    j.metric, j.item, case when j.scheme = '63' and x.present > 0 then j.place || '@34' else j.place end as place,
    j.period, j.period_type, j.year, cast(j.value as double) as value, j.unit,
    case when j.both_known and j.refusal is null then cast(j.value - j.base_value as double) end as difference,
    case when j.both_known and j.refusal is null then cast(round(
        cast(100 * (j.value - j.base_value) / nullif(j.base_value, 0) as decimal(18, 6)), 2) as double) end as change,
    j.refusal, case when j.both_known and j.refusal is null then j.caution end as caution, j.possible, j.qualifier,
    j.status, j.basis, cast(j.reported as bigint) as reported, cast(j.expected as bigint) as expected,
    j.figure_id as figure
from judged as j
cross join mixed as x
order by j.metric, j.item, j.place_rank, j.period_rank
