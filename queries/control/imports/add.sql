-- Keeps a batch that is about to be published.
-- in: $undoes $file $sha256 $author $note $reason $made_at $release $figures $new $changed $content $parquet
insert into batches (undoes, file, sha256, author, note, reason, made_at, release, figures, new, changed, content, parquet)
values ($undoes, $file, $sha256, $author, $note, $reason, $made_at, $release, $figures, $new, $changed, $content, $parquet)
returning *
