-- Says how a batch ended: published by a release, or left unpublished.
-- in: $batch $published $release $author $ended_at
insert into batch_ends (batch, published, release, author, ended_at)
values ($batch, $published, $release, $author, $ended_at)
returning *
