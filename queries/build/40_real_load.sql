-- The real documents, union bodies, targets and figures, in the types that every snapshot has.
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
    cast(nullif(valid_to, '') as date), nullif(ending, ''), nullif(successor_id, ''), nullif(note_vi, ''), nullif(note_en, ''), search_key,
    nullif(sector, '')
from staged_organisations
order by org_id;

insert into parents
select org_id, parent_id, date '1900-01-01', date '9999-12-31'
from organisations
where parent_id is not null
order by parent_id, org_id;

insert into targets
select
    t.target_id, t.source_id, t.org_id, cast(t.year as smallint), cast(t.metric as metric),
    cast(case when t.item in ('', 'all') then 'all' else m.dimension || '.' || t.item end as item),
    cast(t.value as decimal(18, 2)), cast(t.unit as unit), nullif(t.assigned_by, ''),
    cast(nullif(t.source_line, '') as integer), nullif(t.note_vi, ''), nullif(t.note_en, '')
from staged_targets as t
join staged_metrics as m on m.metric = t.metric
order by t.target_id;

create temporary view written as
select
    f.figure_id, f.source_id, f.org_id, f.year, f.period_type, f.period_start, f.period_end, f.metric,
    case when f.item in ('', 'all') then 'all' else m.dimension || '.' || f.item end as item,
    coalesce(nullif(f.recipient, ''), 'none') as recipient, coalesce(nullif(f.occasion, ''), 'none') as occasion,
    nullif(f.value, '') as value, nullif(f.value_text_vi, '') as value_text_vi,
    nullif(f.value_text_en, '') as value_text_en, f.unit, f.qualifier, f.status, f.scope,
    nullif(f.part_of, '') as part_of, nullif(f.source_line, '') as source_line, nullif(f.note_vi, '') as note_vi,
    nullif(f.note_en, '') as note_en
from staged_facts as f
join staged_metrics as m on m.metric = f.metric;
