-- Lets two steps of a deck change places.
-- in: $one $other
update deck_steps
set place = (select sum(s.place) from deck_steps as s where s.step in ($one, $other)) - place
where step in ($one, $other)
