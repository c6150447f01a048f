-- A figure may be imported as preliminary. What was imported before there was a status is final, or a correction.
alter table batch_figures add column status text check (status in ('preliminary', 'final', 'corrected'));
