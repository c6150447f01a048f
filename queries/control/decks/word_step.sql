-- Gives a step another caption and another speaker's note.
-- in: $step $caption $note
update deck_steps set caption = $caption, note = $note where step = $step
