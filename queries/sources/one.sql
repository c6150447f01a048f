-- What is one source?
-- in: $source
-- out: source source: id of the source
-- out: publisher name: who published it
-- out: title name: what it is about, in our words
-- out: published_on date: day of publication, where printed
-- out: address text: where it can be read
-- out: document name: number among the source documents, where it is one
-- out: source_kind source_kind: report, news or portal
-- out: note text: remark
-- out: figures count: figures taken from it
select
    s.source_id as source, s.publisher, s.title, s.published_on, s.url as address, s.document, s.kind as source_kind,
    s.note, (select count(*) from figures as f where f.source_id = s.source_id) as figures
from sources as s
where s.source_id = $source
