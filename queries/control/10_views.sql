-- Views that people keep under a name: a screen with the choices of its address, without the language.
create table views (
    view integer primary key,
    name text not null check (length(name) between 1 and 80),
    owner text not null,
    shared integer not null check (shared in (0, 1)),
    screen text not null,
    parameters text not null, -- as an address writes them
    newest_years integer check (newest_years > 0), -- so many of the newest years instead of fixed ones
    dataset text not null check (dataset in ('real', 'simulated')),
    release text not null, -- whose figures were last seen behind it
    saved_at text not null,
    used_at text,
    deleted_at text -- not shown any more, and can be brought back
) strict;

create unique index view_names on views (owner, name) where deleted_at is null;

-- The view that the start of the dashboard offers to its owner, if any.
create table homes (
    owner text primary key,
    view integer references views (view)
) strict;
