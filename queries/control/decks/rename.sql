-- Gives a deck another name.
-- in: $deck $name
update decks set name = $name where deck = $deck
