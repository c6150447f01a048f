-- Which documents do these figures come from?
-- in: $figures
-- out: source source: id of the source
-- out: publisher_vi name: who published it, in Vietnamese
-- out: publisher_en name: who published it, in English
-- out: title_vi name: what it is about, in our words, in Vietnamese
-- out: title_en name: the same in English
-- out: published_on date: day of publication, where printed
-- out: address text: where it can be read
-- out: figures count: how many of the figures come from it
select
    s.source_id as source, s.publisher_vi, s.publisher_en, s.title_vi, s.title_en, s.published_on, s.url as address,
    count(*) as figures
from figures as f
join sources as s on s.source_id = f.source_id
where list_contains(cast($figures as varchar[]), f.figure_id)
group by s.source_id, s.publisher_vi, s.publisher_en, s.title_vi, s.title_en, s.published_on, s.url
order by s.source_id
