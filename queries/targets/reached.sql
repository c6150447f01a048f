-- How much of its target did each unit reach, by how much did it exceed it, and what is left to go?
-- The rank is among the units of one level with one target in one year, wherever they are; equal shares have one rank.
-- What is below its target by a sum of a part of the units has none: nobody knows how much is missing.
-- in: $scheme $places $year_from $year_to $kind $metrics $items
-- out: org organisation: id of the unit
-- out: organisation_vi name: the unit, in Vietnamese
-- out: organisation_en name: the unit, in English
-- out: level level: its level
-- out: place place: its province in the chosen boundaries
-- out: home place: of a federation its own province, a former one where it has ended; empty for all others
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: year year: year of the target
-- out: target amount: what was asked for, in the unit of `unit`
-- out: value amount: what came of it, in the unit of `unit`; empty where no figure of the whole year is known
-- out: unit unit: unit of measure of all amounts of the row
-- out: reached percent: value in percent of the target
-- out: exceeded_by percent: what is above the target in percent of it; empty where nothing is
-- out: to_go amount: what is missing to the target; empty where nothing is, or nobody knows
-- out: band band: met, near, missed, too little known, or no figure
-- out: qualifier qualifier: certainty of the value
-- out: status status: preliminary, final or corrected
-- out: basis basis: own total, or how it was summed
-- out: reported count: branches behind a sum
-- out: expected count: branches there are below the unit
-- out: position count: place among those with a figure, highest share first; empty where too little is known
-- out: positions count: how many those are
-- out: half_value amount: what came of it by 30 June, in the unit of `unit`
-- out: half_qualifier qualifier: certainty of that
-- out: half_target amount: half of the target, in the unit of `unit`
-- out: half_reached percent: the value by 30 June in percent of that
-- out: half_figure figure: the figure that is the value by 30 June
-- out: assigned_by_vi name: the union that asked for it, in Vietnamese
-- out: assigned_by_en name: the union that asked for it, in English
-- out: note_vi text: remark, in Vietnamese
-- out: note_en text: remark, in English
-- out: figure figure: the figure that is the value, where it is a single one
-- out: figure_source source: its document
-- out: source source: the document that names the target
-- out: source_line count: its line there
with asked as (
    select t.*, case when t.band <> 'partial' then t.reached end as told
    from target_years as t
    where ($metrics is null or list_contains(cast($metrics as varchar[]), cast(t.metric as varchar)))
        and ($items is null or list_contains(cast($items as varchar[]), cast(t.item as varchar)))
        and t.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
), ranked as (
    select
        a.*,
        case when a.told is not null then rank() over (
            partition by a.level, a.metric, a.item, a.year order by a.told desc nulls last
        ) end as place_in_line,
        count(a.told) over (partition by a.level, a.metric, a.item, a.year) as lined_up
    from asked as a
)
select
    r.org_id as org, o.name_vi as organisation_vi, o.name_en as organisation_en, r.level,
    coalesce(case when $scheme = '63' then r.place_63 else r.place_34 end, 'VN') as place,
    case when r.level = 'provincial' then case when o.valid_to is null then r.place_34 else r.place_63 end end as home, r.metric, r.item, r.year,
    cast(r.target as double) as target, cast(r.value as double) as value, r.unit, cast(r.reached as double) as reached,
    cast(r.exceeded_by as double) as exceeded_by, cast(r.to_go as double) as to_go, r.band, r.qualifier, r.status,
    r.basis, cast(r.branches_reported as bigint) as reported, cast(r.branches_expected as bigint) as expected,
    r.place_in_line as position, r.lined_up as positions, cast(r.half_value as double) as half_value, r.half_qualifier,
    case when r.half_value is not null then cast(r.half_target as double) end as half_target,
    cast(r.half_reached as double) as half_reached, r.half_figure_id as half_figure, a.name_vi as assigned_by_vi, a.name_en as assigned_by_en, r.note_vi,
    r.note_en, r.figure_id as figure, r.figure_source_id as figure_source, r.source_id as source,
    cast(r.source_line as bigint) as source_line
from ranked as r
join organisations as o on o.org_id = r.org_id
left join organisations as a on a.org_id = r.assigned_by
where (cast($places as varchar[]) is null
        or list_contains(cast($places as varchar[]), case when $scheme = '63' then r.place_63 else r.place_34 end))
    and (coalesce($kind, 'all') = 'all' or cast(r.kind as varchar) = $kind)
order by r.year desc, r.level, r.metric, r.item, r.reached desc nulls last, r.org_id
