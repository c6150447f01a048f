-- Remembers what a column of a layout is.
-- in: $layout $heading $answer $answered_at
insert into answers (layout, heading, answer, answered_at)
values ($layout, $heading, $answer, $answered_at)
on conflict (layout, heading) do update set answer = excluded.answer, answered_at = excluded.answered_at
