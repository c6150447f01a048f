-- Gives a view another name.
-- in: $view $name
update views set name = $name where view = $view
