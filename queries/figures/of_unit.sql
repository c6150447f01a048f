-- What do the sources say of one unit, figure by figure?
-- in: $scheme $year_from $year_to $org $limit
-- out: figure figure: id of the figure
-- out: source_line count: line of the document, blank lines counted
-- out: year year: reporting year
-- out: organisation_vi name: the unit, in Vietnamese
-- out: organisation_en name: the unit, in English
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: value amount: the figure, in the unit of `unit`; empty when the source prints a word
-- out: value_text_vi text: the word that the source prints instead of a number, in Vietnamese
-- out: value_text_en text: the same in English
-- out: unit unit: unit of measure
-- out: qualifier qualifier: certainty of the value
-- out: period_type period_type: kind of period
-- out: period_start date: first day
-- out: period_end date: last day
-- out: status status: preliminary, final or corrected
-- out: scope scope: how much of the unit the figure speaks of
-- out: recipient recipient: who received an award
-- out: occasion occasion: what an award was for
-- out: place place: province of the unit, empty when not known
-- out: part_of figure: the figure this one is part of
-- out: source source: id of the source
-- out: note_vi text: remark, in Vietnamese
-- out: note_en text: remark, in English
-- out: org organisation: id of the unit
-- out: matching count: how many figures match in all
-- Read once: a branch of a complete register has some figures in each of many groups of rows.
select
    f.figure_id as figure, f.source_line, f.year, o.name_vi as organisation_vi, o.name_en as organisation_en, f.metric, f.item,
    cast(f.value as double) as value, f.value_text_vi, f.value_text_en, f.unit, f.qualifier, f.period_type, f.period_start, f.period_end,
    f.status, f.scope, f.recipient, f.occasion, case when $scheme = '63' then f.place_63 else f.place_34 end as place,
    f.part_of, f.source_id as source, f.note_vi, f.note_en, o.org_id as org, count(*) over () as matching
from figures as f
cross join (select org_id, name_vi, name_en from organisations where org_id = $org) as o
where f.org_id = $org and f.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
order by f.year desc, f.metric, f.item, f.place_34 nulls last, f.figure_id
limit coalesce(cast($limit as bigint), 9000000000)
