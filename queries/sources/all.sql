-- Which sources are there?
-- out: source source: id of the source
-- out: publisher_vi name: who published it, in Vietnamese
-- out: publisher_en name: who published it, in English
-- out: title_vi name: what it is about, in our words, in Vietnamese
-- out: title_en name: the same in English
-- out: published_on date: day of publication, where printed
-- out: address text: where it can be read
select
    s.source_id as source, s.publisher_vi, s.publisher_en, s.title_vi, s.title_en, s.published_on, s.url as address
from sources as s
order by s.source_id
