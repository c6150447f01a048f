-- Brings back a deck that was taken away.
-- in: $deck
update decks set deleted_at = null where deck = $deck
