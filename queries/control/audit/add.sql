-- Adds an entry to the log.
-- in: $at $author $act $batch $said $former $hash
insert into audit (at, author, act, batch, said, former, hash)
values ($at, $author, $act, $batch, $said, $former, $hash)
