-- Which documents stand behind the chosen metrics in the chosen places and years?
-- in: $scheme $places $year_from $year_to $kind $metrics
-- out: source source: id of the source
-- out: publisher_vi name: who published it, in Vietnamese
-- out: publisher_en name: who published it, in English
-- out: title_vi name: what it is about, in our words, in Vietnamese
-- out: title_en name: the same in English
-- out: published_on date: day of publication, where printed
-- out: address text: where it can be read
-- out: figures count: figures taken from it
with counted as (
    select c.source_id, sum(c.figures) as figures
    from figure_counts as c
    where (cast($metrics as varchar[]) is null or list_contains(cast($metrics as varchar[]), cast(c.metric as varchar)))
        and (cast($places as varchar[]) is null
            or list_contains(cast($places as varchar[]), case when $scheme = '63' then c.place_63 else c.place_34 end))
        and c.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
        and (coalesce($kind, 'all') = 'all' or cast(c.kind as varchar) = $kind)
    group by c.source_id
)
select
    s.source_id as source, s.publisher_vi, s.publisher_en, s.title_vi, s.title_en, s.published_on, s.url as address,
    cast(c.figures as bigint) as figures
from counted as c
join sources as s on s.source_id = c.source_id
order by s.source_id
