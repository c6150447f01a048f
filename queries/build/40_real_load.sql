-- The real figures, ordered as they are read: by metric, then year.
insert into sources
select
    source_id, publisher_vi, publisher_en, title_vi, title_en, cast(nullif(published_on, '') as date), nullif(url, ''), nullif(document, ''), kind,
    nullif(note_vi, ''), nullif(note_en, ''), search_key
from staged_sources
order by source_id;

insert into organisations
select
    org_id, name_vi, name_en, level, kind, nullif(parent_id, ''), '63:' || nullif(place_63, ''),
    '34:' || nullif(place_34, ''), province_basis, cast(nullif(valid_from, '') as date),
    cast(nullif(valid_to, '') as date), nullif(note_vi, ''), nullif(note_en, ''), search_key
from staged_organisations
order by org_id;

insert into figures
select
    f.figure_id, f.source_id, f.org_id, cast(f.year as smallint), f.period_type, cast(f.period_start as date),
    cast(f.period_end as date), f.metric,
    case when f.item in ('', 'all') then 'all' else m.dimension || '.' || f.item end,
    coalesce(nullif(f.recipient, ''), 'none'), coalesce(nullif(f.occasion, ''), 'none'),
    cast(nullif(f.value, '') as decimal(18, 2)), nullif(f.value_text_vi, ''),
    nullif(f.value_text_en, ''), f.unit, f.qualifier, f.status, f.scope,
    nullif(f.part_of, ''), cast(nullif(f.source_line, '') as integer), nullif(f.note_vi, ''), nullif(f.note_en, '')
from staged_facts as f
join staged_metrics as m on m.metric = f.metric
order by cast(f.metric as metric), f.year, f.org_id, f.figure_id;
