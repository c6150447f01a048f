-- Keeps a view under a name.
-- in: $name $owner $shared $screen $parameters $newest_years $dataset $release $saved_at
insert into views (name, owner, shared, screen, parameters, newest_years, dataset, release, saved_at)
values ($name, $owner, $shared, $screen, $parameters, $newest_years, $dataset, $release, $saved_at)
returning view
