-- Which notes of a data set stand now, each in its last wording?
-- in: $dataset
select n.note, n.dataset, n.metric, n.place, n.organisation, n.year, n.period, w.words, w.author, w.written_at, w.number
from notes as n
join wordings as w on w.note = n.note
where n.dataset = $dataset
    and w.number = (select max(l.number) from wordings as l where l.note = n.note)
    and w.words is not null
order by n.year desc, n.metric, n.note
