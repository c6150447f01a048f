-- Which steps have the decks of an owner, in their order?
-- in: $owner
select s.step, s.deck, s.screen, s.card, s.parameters, s.caption, s.note
from deck_steps as s
join decks as d on d.deck = s.deck
where d.owner = $owner
    and d.deleted_at is null
    and s.removed_at is null
order by s.deck, s.place, s.step
