-- Begins a note, without any wording yet.
-- in: $dataset $metric $place $organisation $year $period
insert into notes (dataset, metric, place, organisation, year, period)
values ($dataset, $metric, $place, $organisation, $year, $period)
returning note
