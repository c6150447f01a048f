-- Distinct events of a unit that gave no total: "recorded, at least". The same event told by two sources counts once.
create table tallies as
with events as (
    select
        f.*,
        min(f.source_id) over (
            partition by f.org_id, f.metric, f.item, f.recipient, f.occasion, f.value, f.period_start, f.period_end
        ) as first_source
    from figures as f
    join metrics as m on m.metric = f.metric
    where f.scope = 'event' and f.value is not null and f.part_of is null and m.over_units = 'sum'
        and cast(f.unit as varchar) = m.unit
        and m.over_time <> 'last' and f.period_type <> 'school_year' and f.period_type <> 'as_of'
        and year(f.period_start) = f.year and year(f.period_end) = f.year
)
select
    e.org_id, e.year, e.metric, e.item, e.recipient, e.occasion, sum(e.value) as value,
    cast(count(*) as integer) as events, floor_of_sum(e.qualifier) as qualifier
from events as e
where e.source_id = e.first_source
    and not exists (
        select 1 from own_years as o
        where o.org_id = e.org_id and o.year = e.year and o.metric = e.metric and o.item = e.item
            and o.recipient = e.recipient
    )
group by e.org_id, e.year, e.metric, e.item, e.recipient, e.occasion;

-- A place without a total: its units' events and totals, of each line of management only the topmost.
create table place_tallies as
with told as (
    select org_id, year, metric, item, recipient, occasion, value, events, cast(qualifier as varchar) as qualifier,
        false as is_total
    from tallies
    union all
    select o.org_id, o.year, o.metric, o.item, o.recipient, o.occasion, o.value, 1, cast(o.qualifier as varchar), true
    from own_years as o
    join metrics as m on m.metric = o.metric
    cross join register as r
    where m.over_units = 'sum' and m.over_time <> 'last' and o.basis = 'reported' and not r.register_complete
), known as (
    select * from told
    union all
    -- A unit that told of items only comes to their sum, without those that lie within another.
    select t.org_id, t.year, t.metric, cast('all' as item), t.recipient, t.occasion, sum(t.value), sum(t.events),
        cast(floor_of_sum(t.qualifier) as varchar), bool_or(t.is_total)
    from told as t
    join items as i on i.item = t.item and i.within is null
    join metrics as m on m.metric = t.metric and m.over_items = 'sum'
    where not exists (
        select 1 from told as w
        where w.org_id = t.org_id and w.year = t.year and w.metric = t.metric and w.recipient = t.recipient
            and w.item = 'all'
    )
    group by t.org_id, t.year, t.metric, t.recipient, t.occasion
), above as (
    -- What units above others told: little, beside what may lie below them.
    select distinct org_id, year, metric, item, recipient from known where org_id in (select ancestor_id from ancestors)
), below as (
    select k.org_id, k.year, k.metric, k.item, k.recipient
    from known as k
    join ancestors as a on a.org_id = k.org_id
    join above as up on up.org_id = a.ancestor_id and up.year = k.year and up.metric = k.metric and up.item = k.item
        and up.recipient = k.recipient
), topmost as (
    select k.*
    from known as k
    where not exists (
        select 1
        from below as b
        where b.org_id = k.org_id and b.year = k.year and b.metric = k.metric and b.item = k.item and b.recipient = k.recipient
    )
), counted as (
    select 'all' as kind, t.* from topmost as t
    union all
    select cast(o.kind as varchar), k.* from known as k join organisations as o on o.org_id = k.org_id
), homes as (
    select org_id, '63' as scheme, place_63 as place from organisations where place_63 is not null
    union all
    select org_id, '34', place_34 from organisations where place_34 is not null
    union all
    select o.org_id, s.scheme, 'VN' from organisations as o cross join (select distinct scheme from provinces) as s
)
select
    h.place, h.scheme, t.kind, t.year, t.metric, t.item, t.recipient, t.occasion, sum(t.value) as value,
    floor_of_sum(t.qualifier) as qualifier, cast(sum(t.events) as integer) as events,
    -- Each unit tells a thing once: by its events, or by its total.
    cast(count(*) as integer) as organisations
from counted as t
join homes as h on h.org_id = t.org_id
join organisations as o on o.org_id = t.org_id
-- The totals of former provinces stand beside each other; added, they would be a partial sum of the new one.
where not (t.is_total and h.scheme = '34' and h.place <> 'VN' and o.level = 'provincial' and o.place_63 is not null)
    and not exists (
        select 1 from place_years as y
        where y.place = h.place and y.scheme = h.scheme and y.kind = t.kind and y.year = t.year
            and y.metric = t.metric and y.item = t.item and y.recipient = t.recipient
            and (y.basis <> 'summed' or t.kind <> 'all')
    )
group by h.place, h.scheme, t.kind, t.year, t.metric, t.item, t.recipient, t.occasion
order by t.metric, t.item, h.scheme, t.kind, h.place, t.year, t.recipient, t.occasion;
