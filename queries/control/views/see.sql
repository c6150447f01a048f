-- Notes up to which release somebody has seen what is new behind a view.
-- in: $view $release
update views set release = $release where view = $view
