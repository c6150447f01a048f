-- What else is told of the same unit, thing and period as these figures?
-- in: $figures
-- out: figure figure: one of the figures
-- out: other figure: a figure that says something else
-- out: value amount: what it says, in the unit of `unit`
-- out: unit unit: unit of measure
-- out: qualifier qualifier: certainty of the value
-- out: scope scope: how much of the unit it speaks of
-- out: source source: its document
select
    d.figure_id as figure, d.other_id as other, cast(d.value as double) as value, d.unit, d.qualifier, d.scope,
    d.source_id as source
from disputes as d
where list_contains(cast($figures as varchar[]), d.figure_id)
order by d.figure_id, d.other_id
