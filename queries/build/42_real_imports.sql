-- The imports that stand, in their order: a later figure takes the place of the same one before it, also of those that
-- are written in the files. It keeps the id of the first one, so that what leads there goes on leading there.
insert into sources
select
    source_id, author, author, title, title, cast(published_on as date), null, sha256, 'import', note, note, search_key
from staged_batches
order by source_id;

create temporary view brought as
select
    i.*, case when i.item in ('', 'all') then 'all' else m.dimension || '.' || i.item end as of_item,
    coalesce(nullif(i.recipient, ''), 'none') as of_recipient, coalesce(nullif(i.occasion, ''), 'none') as of_occasion,
    cast(i.batch as bigint) * 4294967296 + i.number as place
from staged_imports as i
join staged_metrics as m on m.metric = i.metric;

-- Only what was brought more than once is kept in mind, in few bytes: a national form brings millions, each once.
create temporary table repeated as
select
    org_id, cast(period_type as period_type) as period_type, cast(period_start as date) as period_start,
    cast(period_end as date) as period_end, cast(metric as metric) as metric, cast(of_item as item) as item,
    cast(of_recipient as recipient) as recipient, cast(of_occasion as occasion) as occasion, min(place) as first, max(place) as last
from brought
group by all
having count(*) > 1;

create temporary view imported as
select
    i.*, 'N' || coalesce(r.first // 4294967296, i.batch) || '-' || coalesce(r.first % 4294967296, i.number) as first_id
from brought as i
left join repeated as r on r.org_id = i.org_id and r.period_type = cast(i.period_type as period_type)
    and r.period_start = cast(i.period_start as date) and r.period_end = cast(i.period_end as date)
    and r.metric = cast(i.metric as metric) and r.item = cast(i.of_item as item)
    and r.recipient = cast(i.of_recipient as recipient) and r.occasion = cast(i.of_occasion as occasion)
where r.last is null or r.last = i.place;

-- Which figures of the files gave way, and the id that stands for all of one import's.
create temporary table replaced as
select
    w.figure_id, w.part_of, w.value, min(w.figure_id) over (partition by i.batch, i.number) as kept_id, i.batch, i.number
from imported as i
join written as w on w.org_id = i.org_id and w.period_type = i.period_type and w.period_start = i.period_start
    and w.period_end = i.period_end and w.metric = i.metric and w.item = i.of_item and w.recipient = i.of_recipient
    and w.occasion = i.of_occasion and w.scope = 'total';

create temporary view loaded as
select w.* replace (coalesce(p.kept_id, w.part_of) as part_of)
from written as w
left join replaced as p on p.figure_id = w.part_of
where w.figure_id not in (select figure_id from replaced)
union all by name
select
    coalesce(r.kept_id, i.first_id) as figure_id, 'N' || i.batch as source_id, i.org_id,
    left(i.period_end, 4) as year, i.period_type, i.period_start, i.period_end, i.metric, i.of_item as item,
    i.of_recipient as recipient, i.of_occasion as occasion, cast(i.value as varchar) as value, null as value_text_vi,
    null as value_text_en, i.unit, i.qualifier, coalesce(i.status, case when i.kind = 'changed' then 'corrected' else 'final' end) as status,
    'total' as scope, coalesce(p.kept_id, r.part_of) as part_of, cast(i.row as varchar) as source_line,
    i.sheet || '!' || i.cell || coalesce(' = ' || i.typed, '') as note_vi,
    i.sheet || '!' || i.cell || coalesce(' = ' || i.typed, '') as note_en
from imported as i
left join (select * from replaced where figure_id = kept_id) as r on r.batch = i.batch and r.number = i.number
left join replaced as p on p.figure_id = r.part_of;
