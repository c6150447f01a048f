-- Of what kind are the sources?
-- in:
-- out: source_kind source_kind: kind of source
-- out: sources count: how many there are
select kind as source_kind, count(*) as sources
from sources
group by kind
order by sources desc, kind
