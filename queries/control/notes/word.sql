-- Gives a note its next wording; none withdraws it.
-- in: $note $number $words $author $written_at
insert into wordings (note, number, words, author, written_at)
values ($note, $number, $words, $author, $written_at)
