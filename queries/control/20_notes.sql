-- What staff remark on a metric of a unit in a period. Nothing is ever changed or removed: each edit is a new
-- wording, a withdrawal one without words.
create table notes (
    note integer primary key,
    dataset text not null check (dataset in ('real', 'simulated')),
    metric text not null,
    place text, -- a province or the country, where the note is of one
    organisation text, -- a union body, where it is of one
    year integer not null check (year between 1900 and 2100), -- reporting year
    period text not null, -- its code; that of a whole year is the year
    check ((place is null) <> (organisation is null))
) strict;

create index notes_of_metrics on notes (dataset, metric, year);

create table wordings (
    note integer not null references notes (note),
    number integer not null check (number > 0),
    words text check (length(words) between 1 and 500), -- none withdraws the note
    author text not null check (length(author) between 1 and 80),
    written_at text not null,
    primary key (note, number)
) strict;

create trigger notes_stay before update on notes begin
    select raise(abort, 'a note is never changed');
end;

create trigger notes_remain before delete on notes begin
    select raise(abort, 'a note is never removed');
end;

create trigger wordings_stay before update on wordings begin
    select raise(abort, 'a wording is never changed');
end;

create trigger wordings_remain before delete on wordings begin
    select raise(abort, 'a wording is never removed');
end;
