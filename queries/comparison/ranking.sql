-- How do the places of a scheme rank by one measure in one year, as it is or for its members or branches?
-- Places with the same value share a rank. Who has none is listed after them, with the reason: the rules, the least
-- base and the bands of size stand in queries/build/15_comparison.sql.
-- in: $scheme $year_to $kind $measures $per $band
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: place place: the place
-- out: year year: reporting year
-- out: standing count: from the highest value down; empty for those without a rank
-- out: value amount: what it is ranked by: the figure, or the figure per 1 000 members or per branch
-- out: unit unit: unit of measure of the figure
-- out: undivided amount: the figure itself
-- out: base count: members or branches that it is divided by
-- out: unranked unranked: why there is no rank
-- out: size_band size_band: size of the place by its members; empty when not known
-- out: qualifier qualifier: certainty, the lesser of figure and base
-- out: status status: preliminary as soon as one is
-- out: basis basis: own total, or how it was summed
-- out: reported count: units behind a sum
-- out: expected count: units there are; empty when nobody knows
with asked as (
    select metric, cast('all' as item) as item, unit from metrics where over_units = 'sum'
    union all
    select m.metric, i.item, m.unit from metrics as m join items as i on i.dimension = m.dimension where m.over_units = 'sum'
), readings as (
    select y.*, speaks_for_place(y.qualifier, y.basis, y.reported, y.expected) as speaks
    from place_years as y
    where y.scheme = $scheme and y.kind = coalesce($kind, 'all') and y.recipient = 'none' and y.year = $year_to
), measured as (
    select
        p.place, p.rank as place_rank, a.metric, a.item, a.unit, $per as per, least_base($per) as least, y.value, y.qualifier, y.status, y.basis,
        y.reported, y.expected, y.speaks, size_band(s.value) as size_band, b.value as base, b.speaks as base_speaks,
        case when y.value is not null and b.qualifier <> 'exact' then 'about'
            else cast(y.qualifier as varchar) end as certainty,
        case when b.status = 'preliminary' then 'preliminary' else cast(y.status as varchar) end as earliest
    from provinces as p
    cross join asked as a
    left join readings as y on y.place = p.place and y.metric = a.metric and y.item = a.item
    left join readings as s on s.place = p.place and s.metric = 'members' and s.item = 'all'
    left join readings as b on b.place = p.place and cast(b.metric as varchar) = $per and b.item = 'all'
    where p.scheme = $scheme and list_contains(cast($measures as varchar[]), cast(a.metric as varchar) || '/' || cast(a.item as varchar))
), judged as (
    select
        *, unranked_because(value, speaks, per, base, base_speaks, least) as unranked,
        case per when 'members' then 1000 * value / nullif(base, 0) when 'branches' then value / nullif(base, 0) else value end
            as measure
    from measured
    where $band is null or size_band = $band
)
select
    j.metric, j.item, j.place, cast($year_to as integer) as year,
    case when j.unranked is null then rank() over (
        partition by j.metric, j.item, case when j.unranked is null then 1 else 0 end
        order by round(cast(j.measure as decimal(24, 6)), 2) desc
    ) end as standing,
    cast(round(cast(j.measure as decimal(24, 6)), 2) as double) as value, j.unit, cast(j.value as double) as undivided,
    cast(j.base as bigint) as base, j.unranked, j.size_band, j.certainty as qualifier, j.earliest as status, j.basis,
    cast(j.reported as bigint) as reported, cast(j.expected as bigint) as expected
from judged as j
order by j.metric, j.item, standing nulls last, j.place_rank
