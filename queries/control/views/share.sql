-- Shows a view to everybody, or to its owner alone.
-- in: $view $shared
update views set shared = $shared where view = $view
