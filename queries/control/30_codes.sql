-- Short codes that lead back to a view of a release, as slides and pages carry them.
create table codes (
    code text primary key check (length(code) between 4 and 16),
    address text not null check (address like '/%'), -- below the dashboard's own address
    made_at text not null
) strict;
