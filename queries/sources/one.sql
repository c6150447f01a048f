-- What is one source?
-- in: $source
-- out: source source: id of the source
-- out: publisher_vi name: who published it, in Vietnamese
-- out: publisher_en name: who published it, in English
-- out: title_vi name: what it is about, in our words, in Vietnamese
-- out: title_en name: the same in English
-- out: published_on date: day of publication, where printed
-- out: address text: where it can be read
-- out: document name: number among the source documents, where it is one
-- out: source_kind source_kind: report, news or portal
-- out: note_vi text: remark, in Vietnamese
-- out: note_en text: remark, in English
-- out: figures count: figures taken from it
select
    s.source_id as source, s.publisher_vi, s.publisher_en, s.title_vi, s.title_en, s.published_on, s.url as address, s.document, s.kind as source_kind,
    s.note_vi, s.note_en, (select cast(coalesce(sum(c.figures), 0) as bigint) from figure_counts as c where c.source_id = s.source_id) as figures
from sources as s
where s.source_id = $source
