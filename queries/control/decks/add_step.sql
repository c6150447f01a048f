-- Puts a step at the end of a deck.
-- in: $deck $screen $card $parameters $caption $note
insert into deck_steps (deck, place, screen, card, parameters, caption, note)
select $deck, coalesce(max(s.place), 0) + 1, $screen, $card, $parameters, $caption, $note
from deck_steps as s
where s.deck = $deck
returning step
