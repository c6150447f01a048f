-- What this snapshot is.
create table release as
select
    p.release, p.dataset, p.input_hash, now() as built_at, r.register_complete,
    -- The newest day on which a source spoke; a full year's last day says nothing about that. A file that comes in late
    -- speaks of its period, not of the day it came.
    (select max(coalesce(case when s.kind = 'import' then least(s.published_on, f.period_end) end, s.published_on, case when f.period_type in ('as_of', 'span') then f.period_end end))
        from figures as f join sources as s on s.source_id = f.source_id) as cut_off,
    (select count(*) from figures) as figures,
    (select count(*) from sources) as sources,
    (select count(*) from organisations) as organisations
from publication as p cross join register as r;
