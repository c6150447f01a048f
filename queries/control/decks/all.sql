-- Which decks has an owner, the newest first?
-- in: $owner
select d.deck, d.name, d.dataset
from decks as d
where d.owner = $owner
    and d.deleted_at is null
order by d.made_at desc, d.deck desc
