-- Takes a deck away until it is brought back.
-- in: $deck $deleted_at
update decks set deleted_at = $deleted_at where deck = $deck
