-- Takes a view away until it is brought back.
-- in: $view $deleted_at
update views set deleted_at = $deleted_at where view = $view
