-- Takes a step out of its deck.
-- in: $step $removed_at
update deck_steps set removed_at = $removed_at where step = $step
