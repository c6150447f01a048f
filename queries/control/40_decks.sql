-- Decks that people put together: cards of screens in an order of their own, with captions and speaker's notes.
create table decks (
    deck integer primary key,
    name text not null check (length(name) between 1 and 80),
    owner text not null,
    dataset text not null check (dataset in ('real', 'simulated')), -- a deck never mixes real and simulated figures
    made_at text not null,
    deleted_at text -- not shown any more, and can be brought back
) strict;

create unique index deck_names on decks (owner, name) where deleted_at is null;

create table deck_steps (
    step integer primary key,
    deck integer not null references decks (deck),
    place integer not null, -- in the order of the deck
    screen text not null,
    card text not null, -- its key on the screen
    parameters text not null, -- as an address writes them
    caption text not null check (length(caption) between 1 and 120),
    note text not null check (length(note) <= 500),
    removed_at text
) strict;

create index steps_of_decks on deck_steps (deck, place);
