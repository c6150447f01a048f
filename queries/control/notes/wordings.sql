-- What did a note say before, and who changed it?
-- in: $note
select number, words, author, written_at
from wordings
where note = $note
order by number desc
