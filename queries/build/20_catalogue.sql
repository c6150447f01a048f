-- The catalogue, joinable: what metrics, items, provinces and breaks are.
create table metrics as
select
    cast(metric as metric) as metric, subject, split_part(unit, '|', 1) as unit, over_units, over_time, over_items, nullif(dimension, '') as dimension,
    cast(rank as smallint) as rank, vi, en, definition_vi, definition_en
from staged_metrics
order by metric;

create table items as
select
    cast(dimension || '.' || item as item) as item, dimension, cast(rank as smallint) as rank,
    cast(dimension || '.' || nullif(within, '') as item) as within, nullif(scheme, '') as scheme,
    nullif(level, '') as level, nullif(recipient, '') as recipient, nullif(stream, '') as stream,
    cast(nullif(tier, '') as smallint) as tier, vi, en, definition_vi, definition_en,
    cast(nullif(valid_from, '') as date) as valid_from, cast(nullif(valid_to, '') as date) as valid_to
from staged_items
order by item;

create table provinces as
select
    scheme || ':' || code as place, scheme, code, vi, en, kind, region, '34:' || successor as successor,
    cast(nullif(valid_from, '') as date) as valid_from, cast(nullif(valid_to, '') as date) as valid_to,
    cast(tile_row as smallint) as tile_row, cast(tile_column as smallint) as tile_column, search_key,
    cast(row_number() over (order by scheme, code) as smallint) as rank
from staged_provinces
order by scheme, code;

create table breaks as
select "break", cast("on" as date) as "on", subject, vi, en from staged_breaks order by "on";

-- Who is in which emulation cluster, a row per member: a place or a unit. The simulated country has its own.
create table clusters as
select
    c.cluster, c.vi, c.en, case when not starts_with(m.member, 'unit:') then m.member end as place,
    case when starts_with(m.member, 'unit:') then substr(m.member, 6) end as org_id,
    cast(nullif(c.valid_from, '') as date) as valid_from, cast(nullif(c.valid_to, '') as date) as valid_to,
    nullif(c.source, '') as source, nullif(c.note, '') as note
from staged_clusters as c
cross join unnest(string_split(c.members, ';')) as m(member)
cross join publication as p
where c.dataset = p.dataset
order by c.cluster, m.member;
