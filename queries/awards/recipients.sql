-- Which units told of awards, form by form, and how many?
-- in: $scheme $places $year_from $year_to $kind $limit
-- out: place place: province of the unit
-- out: organisation_vi name: the unit, in Vietnamese
-- out: organisation_en name: the unit, in English
-- out: year year: reporting year
-- out: item item: award form
-- out: recipient recipient: collective, individual, or not told apart
-- out: occasion occasion: comprehensive, thematic or not stated
-- out: value amount: awards; empty when the source prints a word
-- out: value_text_vi text: the word that the source prints, in Vietnamese
-- out: value_text_en text: the same in English
-- out: unit unit: awards
-- out: qualifier qualifier: certainty of the value
-- out: scope scope: how much of the unit the figure speaks of
-- out: note_vi text: remark, in Vietnamese
-- out: note_en text: remark, in English
-- out: figure figure: id of the figure
-- out: source source: its document
-- out: matching count: how many rows match in all
select
    case when $scheme = '63' then o.place_63 else o.place_34 end as place, o.name_vi as organisation_vi,
    o.name_en as organisation_en, f.year, f.item, f.recipient, f.occasion, cast(f.value as double) as value,
    f.value_text_vi, f.value_text_en, f.unit, f.qualifier, f.scope, f.note_vi, f.note_en, f.figure_id as figure,
    f.source_id as source, count(*) over () as matching
from figures_for($kind, false) as f
join organisations as o on o.org_id = f.org_id
where f.metric = 'awards'
    and (cast($places as varchar[]) is null
        or list_contains(cast($places as varchar[]), case when $scheme = '63' then o.place_63 else o.place_34 end))
    and f.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
    and (coalesce($kind, 'all') = 'all' or cast(o.kind as varchar) = $kind)
order by f.item, f.year desc, f.value desc nulls last, f.figure_id
limit coalesce(cast($limit as bigint), 9000000000)
