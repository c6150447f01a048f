-- Which targets does one document name, and what came of them?
-- in: $source
-- out: org organisation: id of the unit
-- out: organisation_vi name: the unit, in Vietnamese
-- out: organisation_en name: the unit, in English
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: year year: year of the target
-- out: target amount: what was asked for, in the unit of `unit`
-- out: unit unit: unit of measure of all amounts of the row
-- out: value amount: what came of it, in the unit of `unit`; empty where no figure of the whole year is known
-- out: qualifier qualifier: certainty of the value
-- out: reached percent: value in percent of the target
-- out: band band: met, near, missed, too little known, or no figure
-- out: assigned_by_vi name: the union that asked for it, in Vietnamese
-- out: assigned_by_en name: the union that asked for it, in English
-- out: source source: the document itself
-- out: source_line count: the line of the target there
-- out: figure figure: the figure that is the value, where it is a single one
-- out: figure_source source: its document
-- out: note_vi text: remark, in Vietnamese
-- out: note_en text: remark, in English
select
    t.org_id as org, o.name_vi as organisation_vi, o.name_en as organisation_en, t.metric, t.item, t.year,
    cast(t.target as double) as target, t.unit, cast(t.value as double) as value, t.qualifier,
    cast(t.reached as double) as reached, t.band, a.name_vi as assigned_by_vi, a.name_en as assigned_by_en,
    t.source_id as source, cast(t.source_line as bigint) as source_line, t.figure_id as figure,
    t.figure_source_id as figure_source, t.note_vi, t.note_en
from target_years as t
join organisations as o on o.org_id = t.org_id
left join organisations as a on a.org_id = t.assigned_by
where t.source_id = $source
order by t.year desc, t.source_line nulls last, t.metric, t.item, t.org_id
