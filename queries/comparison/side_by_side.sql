-- How do the chosen places and units, or periods of one of them, stand against the first of them?
-- Every measure has a row for each of them and every period, also where nothing is known. What may not be compared has no
-- difference, and says why: the rules stand in queries/build/15_comparison.sql.
-- in: $scheme $sides $periods $year_from $year_to $kind $measures
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: place place: the place, of either scheme; a former province beside today's as `63:19@34`; empty for a unit
-- out: org organisation: id of the unit; empty for a place
-- out: organisation_vi name: the unit, in Vietnamese
-- out: organisation_en name: the unit, in English
-- out: period text: the year, or kind, first and last day of another period
-- out: period_type period_type: kind of period; whole years, and stocks at their end, are `year`
-- out: year year: reporting year
-- out: value amount: the figure, in the unit of `unit`
-- out: unit unit: unit of measure
-- out: difference amount: value less the first one's; empty where they may not be compared
-- out: change percent: the difference in percent of the first one's value
-- out: refusal refusal: why there is no difference
-- out: caution caution: what to know of the difference
-- out: possible flag: whether there can be a figure: not of a former province after its last year nor of a unit outside its years, nor of a rating in a year of the other scale
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
), bodies as (
    select
        p.place as side, p.scheme, 'place' as tier, null as kind, null as name_vi, null as name_en,
        cast(null as date) as valid_from, p.valid_to
    from provinces as p
    union all
    select 'VN', null, 'place', null, null, null, null, null
    union all
    select o.org_id, null, tier_of(o.level), cast(o.kind as varchar), o.name_vi, o.name_en, o.valid_from, o.valid_to
    from organisations as o
), readings as (
    select r.* from side_readings($sides, $scheme, $kind, $measures) as r
), chosen as (
    select unnest(cast($periods as varchar[])) as period
), periods as (
    select period, period_type, year from readings
    union
    select period, 'year', cast(period as integer) from chosen where strpos(period, ':') = 0
), cells as (
    select
        m.metric, m.item, m.unit, m.subject, m.over_units, b.side, b.scheme, b.tier, b.kind, b.name_vi, b.name_en,
        t.period, t.period_type, t.year, scale_of(m.subject, t.year, s.first_year) as scale,
        coalesce(cast(extract(year from b.valid_from) as integer) <= t.year, true)
            and coalesce(cast(extract(year from b.valid_to) as integer) >= t.year, true)
            and coalesce(m.of_scale = scale_of(m.subject, t.year, s.first_year), true) as possible,
        r.value, r.qualifier, r.status, r.basis, r.reported, r.expected, r.figure_id,
        is_of_all(r.qualifier, r.basis, r.reported, r.expected) as of_all,
        array_position(cast($sides as varchar[]), b.side) as side_rank,
        array_position(cast($periods as varchar[]), t.period) as period_rank
    from measures as m
    cross join bodies as b
    cross join periods as t
    cross join (
        select cast(extract(year from "on") as integer) as first_year from breaks where "break" = 'rating_scheme'
    ) as s
    left join readings as r on r.side = b.side and r.period = t.period and r.metric = cast(m.metric as varchar)
        and r.item = m.item
    where list_contains(cast($measures as varchar[]), cast(m.metric as varchar) || '/' || m.item)
        and list_contains(cast($sides as varchar[]), b.side)
        and list_contains(cast($periods as varchar[]), t.period)
        and t.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
), mixed as (
    select count(*) as present from provinces where scheme = '34' and list_contains(cast($sides as varchar[]), place)
), firsts as (
    select * from cells where side_rank = 1 and period_rank = 1
), judged as (
    select
        c.*, f.value as base_value,
        case
            when c.side = f.side and c.period = f.period then null
            when c.tier <> f.tier then unlike(c.tier, f.tier)
            when c.value is null or f.value is null then case when c.scale <> f.scale then 'rating_scale' end
            else refusal(
                c.period_type, f.period_type, c.scale, f.scale, c.scheme, f.scheme, c.over_units = 'sum', c.of_all, f.of_all
            )
        end as refusal,
        caution(
            c.kind, f.kind, c.status, f.status, c.scheme, f.scheme,
            (select count(*) from breaks as k
             where k.subject in (c.subject, 'all')
                and (cast(extract(year from k."on") as integer) <= c.year)
                    <> (cast(extract(year from k."on") as integer) <= f.year)),
            c.qualifier, f.qualifier
        ) as caution,
        c.value is not null and f.value is not null and (c.side <> f.side or c.period <> f.period) as both_known
    from cells as c
    join firsts as f on f.metric = c.metric and f.item = c.item
)
select
    j.metric, j.item,
    case when j.tier <> 'place' then null when j.scheme = '63' and x.present > 0 then j.side || '@34' else j.side end as place,
    case when j.tier <> 'place' then j.side end as org, j.name_vi as organisation_vi, j.name_en as organisation_en,
    j.period, j.period_type, j.year, cast(j.value as double) as value, j.unit,
    case when j.both_known and j.refusal is null then cast(j.value - j.base_value as double) end as difference,
    case when j.both_known and j.refusal is null then cast(round(
        cast(100 * (j.value - j.base_value) / nullif(j.base_value, 0) as decimal(18, 6)), 2) as double) end as change,
    j.refusal, case when j.both_known and j.refusal is null then j.caution end as caution, j.possible, j.qualifier,
    j.status, j.basis, cast(j.reported as bigint) as reported, cast(j.expected as bigint) as expected,
    j.figure_id as figure
from judged as j
cross join mixed as x
order by j.metric, j.item, j.side_rank, j.period_rank
