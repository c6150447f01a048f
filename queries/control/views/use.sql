-- Notes that a view was opened.
-- in: $view $used_at
update views set used_at = $used_at where view = $view
