-- Brings back a view that was taken away.
-- in: $view
update views set deleted_at = null where view = $view
