-- Makes a view the home of its owner, or none.
-- in: $owner $view
insert into homes (owner, view) values ($owner, $view)
on conflict (owner) do update set view = excluded.view
