-- What was imported, for good: nothing here is ever changed or removed. A batch that was made has not been published
-- until it has an end that says so; one that takes another back is a batch too.
create table batches (
    batch integer primary key,
    undoes integer references batches (batch), -- the batch that it takes back; none where it brings figures
    file text not null,
    sha256 text not null, -- of the file as it was sent
    author text not null check (length(author) between 1 and 80),
    note text not null,
    reason text not null, -- why published figures change; empty where none does
    made_at text not null,
    release text not null, -- that served when it was made
    figures integer not null check (figures >= 0),
    new integer not null check (new >= 0), -- how many of them say what nobody said before
    changed integer not null check (changed >= 0), -- how many say something else than was published
    content text not null, -- SHA-256 of its figures as they are kept
    parquet text, -- the file beside this one that holds them; none where they are rows below
    check (changed = 0 or length(reason) > 0)
) strict;

create table batch_figures (
    batch integer not null references batches (batch),
    number integer not null,
    sheet text not null,
    row integer,
    cell text not null,
    org_id text not null,
    period_type text not null,
    period_start text not null,
    period_end text not null,
    metric text not null,
    item text not null,
    recipient text not null,
    occasion text not null,
    unit text not null,
    value text, -- none where the figure is taken back
    qualifier text not null,
    kind text not null check (kind in ('new', 'changed', 'unchanged', 'gone')),
    before_value text,
    before_qualifier text,
    suspicious integer not null check (suspicious in (0, 1)),
    typed text, -- what somebody typed in place of the cell of the file
    primary key (batch, number)
) strict;

create table batch_ends (
    batch integer primary key references batches (batch),
    published integer not null check (published in (0, 1)),
    release text not null, -- that served it first; empty where none did
    author text not null,
    ended_at text not null
) strict;

-- What was done, in order, each entry chained to the one before it by its hash.
create table audit (
    entry integer primary key,
    at text not null,
    author text not null,
    act text not null check (act in ('made', 'published', 'left')),
    batch integer not null references batches (batch),
    said text not null, -- the row of batches or batch_ends that was written with it, as JSON
    former text not null, -- the hash of the entry before
    hash text not null
) strict;

-- What the columns of a sender's layout were said to be, by the print of its headings.
create table answers (
    layout text not null,
    heading text not null,
    answer text not null,
    answered_at text not null,
    primary key (layout, heading)
) strict;

create trigger batches_stay before update on batches begin
    select raise(abort, 'a batch is never changed');
end;

create trigger batches_remain before delete on batches begin
    select raise(abort, 'a batch is never removed');
end;

create trigger batch_figures_stay before update on batch_figures begin
    select raise(abort, 'a figure of a batch is never changed');
end;

create trigger batch_figures_remain before delete on batch_figures begin
    select raise(abort, 'a figure of a batch is never removed');
end;

create trigger batch_ends_stay before update on batch_ends begin
    select raise(abort, 'the end of a batch is never changed');
end;

create trigger batch_ends_remain before delete on batch_ends begin
    select raise(abort, 'the end of a batch is never removed');
end;

create trigger audit_stays before update on audit begin
    select raise(abort, 'an entry is never changed');
end;

create trigger audit_remains before delete on audit begin
    select raise(abort, 'an entry is never removed');
end;
