-- How do a unit's own totals compare with the sum of the branches below it?
-- in: $org $year_from $year_to
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: year year: reporting year
-- out: value amount: the reading shown, in the unit of `unit`
-- out: unit unit: unit of measure
-- out: qualifier qualifier: certainty of the value
-- out: status status: preliminary, final or corrected
-- out: basis basis: own total, or how it was summed
-- out: summed_value amount: the sum of the branches below
-- out: branches_reported count: branches that sent figures
-- out: branches_expected count: branches there were
-- out: figure figure: the figure shown, where it is a single one
select
    u.metric, u.item, u.year, cast(u.value as double) as value, m.unit, u.qualifier, u.status, u.basis,
    cast(u.summed_value as double) as summed_value, cast(u.branches_reported as bigint) as branches_reported,
    cast(u.branches_expected as bigint) as branches_expected, u.figure_id as figure
from unit_years as u
join metrics as m on m.metric = u.metric
where u.org_id = $org and u.recipient = 'none'
    and u.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
order by u.metric, u.item, u.year
