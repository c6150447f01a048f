-- Whose figures are those of which place: federations, of today's province where it is one with its former one.
create view federations as
select org_id, place_63 as place from organisations where level = 'provincial' and place_63 is not null
union all
select o.org_id, o.place_34
from organisations as o
where o.level = 'provincial' and (
    o.place_63 is null
    or (select count(*) from provinces as p where p.scheme = '63' and p.successor = o.place_34) = 1
)
union all
select org_id, 'VN' from organisations where level = 'tld';

-- A place's reading of a year. First the federation's own total, else the sum of the branches in the place.
create table place_years as
with own as (
    select f.place, o.* from own_years as o join federations as f on f.org_id = o.org_id
), below as (
    select s.*, c.reported, c.expected
    from roof_sums as s
    join provinces as p on p.place = s.roof
    join roof_coverage as c on c.roof = s.roof and c.year = s.year
)
select
    coalesce(o.place, b.roof) as place, split_part(coalesce(o.place, b.roof), ':', 1) as scheme,
    'all' as kind, coalesce(o.year, b.year) as year, coalesce(o.metric, b.metric) as metric,
    coalesce(o.item, b.item) as item, coalesce(o.recipient, b.recipient) as recipient,
    coalesce(o.occasion, b.occasion) as occasion, coalesce(o.value, b.value) as value,
    cast(coalesce(o.qualifier, b.qualifier) as qualifier) as qualifier,
    cast(coalesce(o.status, b.status) as status) as status,
    coalesce(o.basis, 'summed') as basis, o.figure_id, o.source_id,
    coalesce(o.as_of, b.as_of_first) as as_of_first, coalesce(o.as_of, b.as_of_last) as as_of_last,
    cast(b.reported as integer) as reported, cast(b.expected as integer) as expected, b.value as summed_value
from own as o
full outer join below as b
    on b.roof = o.place and b.year = o.year and b.metric = o.metric and b.item = o.item
    and b.recipient = o.recipient and b.occasion = o.occasion;

-- A merged province without a total of its own has one only where all its former provinces have, for the same year.
-- Where the branches were summed over the new borders already, that sum gives way to the former provinces' totals.
create temporary table combined as
with former as (
    select successor, count(*) as provinces from provinces where scheme = '63' group by successor having count(*) > 1
)
select
    f.successor as place, y.year, y.metric, y.item, y.recipient, y.occasion, sum(y.value) as value,
    qualifier_of_sum(y.qualifier) as qualifier, status_of_sum(y.status) as status,
    min(y.as_of_first) as as_of_first, max(y.as_of_last) as as_of_last, count(*) as reported, f.provinces as expected
from place_years as y
join provinces as p on p.place = y.place
join former as f on f.successor = p.successor
join metrics as m on m.metric = y.metric
where p.scheme = '63' and m.over_units = 'sum'
group by f.successor, f.provinces, y.year, y.metric, y.item, y.recipient, y.occasion
having count(*) = f.provinces and max(case when y.basis in ('reported', 'items') then 1 else 0 end) = 1;

delete from place_years as y
using combined as c
where y.basis = 'summed' and y.place = c.place and y.year = c.year and y.metric = c.metric and y.item = c.item
    and y.recipient = c.recipient and y.occasion = c.occasion;

insert into place_years
select
    c.place, '34', 'all', c.year, c.metric, c.item, c.recipient, c.occasion, c.value, c.qualifier, c.status,
    'combined', null, null, c.as_of_first, c.as_of_last, c.reported, c.expected, null
from combined as c
where not exists (
    select 1 from place_years as y
    where y.place = c.place and y.year = c.year and y.metric = c.metric and y.item = c.item
        and y.recipient = c.recipient and y.occasion = c.occasion
);
