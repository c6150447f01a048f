-- Begins a deck under a name.
-- in: $name $owner $dataset $made_at
insert into decks (name, owner, dataset, made_at)
values ($name, $owner, $dataset, $made_at)
returning deck
