-- What are the sources with these ids?
-- in: $sources
-- out: source source: id of the source
-- out: publisher name: who published it
-- out: title name: what it is about, in our words
-- out: published_on date: day of publication, where printed
-- out: address text: where it can be read
-- out: figures count: figures taken from it
select
    s.source_id as source, s.publisher, s.title, s.published_on, s.url as address,
    (select count(*) from figures as f where f.source_id = s.source_id) as figures
from sources as s
where list_contains(cast($sources as varchar[]), s.source_id)
order by s.source_id
