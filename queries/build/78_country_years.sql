-- The country, once per scheme: the confederation's own total, beside it the sum of the provinces that have one.
create temporary table country as
with places as (select scheme, count(*) as provinces from provinces group by scheme),
sums as (
    select
        y.scheme, y.year, y.metric, y.item, y.recipient, y.occasion, sum(y.value) as value,
        qualifier_of_sum(y.qualifier) as qualifier, status_of_sum(y.status) as status,
        min(y.as_of_first) as as_of_first, max(y.as_of_last) as as_of_last, count(*) as reported, p.provinces as expected
    from place_years as y
    join places as p on p.scheme = y.scheme
    join metrics as m on m.metric = y.metric
    where m.over_units = 'sum'
    group by y.scheme, p.provinces, y.year, y.metric, y.item, y.recipient, y.occasion
), own as (
    select p.scheme, y.year, y.metric, y.item, y.recipient, y.occasion, y.value, y.qualifier, y.status, y.basis,
        y.figure_id, y.source_id, y.as_of_last
    from place_years as y cross join places as p
    where y.place = 'VN'
)
select
    coalesce(o.scheme, s.scheme) as scheme, coalesce(o.year, s.year) as year, coalesce(o.metric, s.metric) as metric,
    coalesce(o.item, s.item) as item, coalesce(o.recipient, s.recipient) as recipient,
    coalesce(o.occasion, s.occasion) as occasion, coalesce(o.value, s.value) as value,
    cast(coalesce(o.qualifier, s.qualifier) as qualifier) as qualifier,
    cast(coalesce(o.status, s.status) as status) as status, coalesce(o.basis, 'summed') as basis, o.figure_id,
    o.source_id,
    coalesce(o.as_of_last, s.as_of_first) as as_of_first, coalesce(o.as_of_last, s.as_of_last) as as_of_last,
    s.reported, s.expected, s.value as summed_value
from own as o
full outer join sums as s
    on s.scheme = o.scheme and s.year = o.year and s.metric = o.metric and s.item = o.item
    and s.recipient = o.recipient and s.occasion = o.occasion;

delete from place_years where place = 'VN';

insert into place_years
select
    'VN', scheme, 'all', year, metric, item, recipient, occasion, value, qualifier, status, basis, figure_id,
    source_id, as_of_first, as_of_last, reported, expected, summed_value
from country;

-- Provincial federations as a kind: the places' own readings, so that a former federation and the one that took
-- its place in mid-year are never added, nor some former provinces taken for the whole of a merged one.
create temporary table federation_years as
select y.* replace ('ldld_tinh' as kind) from place_years as y where y.place <> 'VN' and y.basis <> 'summed';

insert into place_years select * from federation_years;

insert into place_years
select
    'VN', y.scheme, 'ldld_tinh', y.year, y.metric, y.item, y.recipient, y.occasion, sum(y.value),
    qualifier_of_sum(y.qualifier), status_of_sum(y.status), 'summed', case when count(*) = 1 then min(y.figure_id) end,
    case when count(*) = 1 then min(y.source_id) end, min(y.as_of_first), max(y.as_of_last), count(*), (select count(*) from provinces as p where p.scheme = y.scheme), null
from federation_years as y
join metrics as m on m.metric = y.metric
where m.over_units = 'sum'
group by y.scheme, y.year, y.metric, y.item, y.recipient, y.occasion;

-- Any other kind of union: the sum of that kind's own totals, in each place and in the country.
-- In a partial register nobody knows how many more units of the kind there are, so such a sum is "at least".
create temporary table kind_places as
with homes as (
    select org_id, kind, valid_from, valid_to, '63' as scheme, place_63 as place from organisations where place_63 is not null
    union all
    select org_id, kind, valid_from, valid_to, '34', place_34 from organisations where place_34 is not null
    union all
    select o.org_id, o.kind, o.valid_from, o.valid_to, s.scheme, 'VN'
    from organisations as o cross join (select distinct scheme from provinces) as s
)
select * from homes;

insert into place_years
with years as (select distinct year from own_years),
expected as (
    select h.kind, h.scheme, h.place, y.year, count(*) as units
    from kind_places as h
    join register as r on r.register_complete
    join years as y on coalesce(h.valid_from, date '1900-01-01') <= make_date(y.year, 12, 31)
        and coalesce(h.valid_to, date '2999-12-31') >= make_date(y.year, 12, 31)
    group by h.kind, h.scheme, h.place, y.year
), sums as (
    select
        h.place, h.scheme, h.kind, o.year, o.metric, o.item, o.recipient, o.occasion, sum(o.value) as value,
        qualifier_of_sum(o.qualifier) as qualifier, status_of_sum(o.status) as status, count(*) as reported,
        case when count(*) = 1 then min(o.figure_id) end as figure_id,
        case when count(*) = 1 then min(o.source_id) end as source_id, min(o.as_of) as as_of_first, max(o.as_of) as as_of_last
    from own_years as o
    join kind_places as h on h.org_id = o.org_id
    join metrics as m on m.metric = o.metric
    where m.over_units = 'sum' and h.kind <> 'ldld_tinh'
    group by h.place, h.scheme, h.kind, o.year, o.metric, o.item, o.recipient, o.occasion
)
select
    s.place, s.scheme, cast(s.kind as varchar), s.year, s.metric, s.item, s.recipient, s.occasion, s.value,
    case when r.register_complete or s.kind = 'tong' then s.qualifier
        when s.qualifier in ('almost', 'at_most', 'about') then 'about' else 'at_least' end, s.status, 'summed', s.figure_id, s.source_id, s.as_of_first, s.as_of_last, s.reported,
    case when e.units is not null then greatest(e.units, s.reported) end, null
from sums as s
cross join register as r
left join expected as e on e.kind = s.kind and e.scheme = s.scheme and e.place = s.place and e.year = s.year;

-- The province of today that a province lies in, and from when a merged one speaks under the name of one of its former
-- ones, so that both would read alike side by side.
create temporary table province_homes as
with former as (
    select successor, count(*) as provinces, list(vi) as names from provinces where scheme = '63' group by successor
)
select
    p.place, f.successor as home,
    case when p.scheme = '34' and f.provinces > 1 and list_contains(f.names, p.vi) then p.valid_from end as namesake_from
from provinces as p
join former as f on f.successor = coalesce(p.successor, p.place);

-- Beside each value that of the year before, where both are own totals, or sums that nobody is missing from; anything
-- else moves because coverage does. "At least" hides how much is missing, so it is compared with nothing.
create temporary table place_pairs as
with readings as (
    select
        *, qualifier <> 'at_least' and (basis in ('reported', 'combined') or reported = expected) as is_whole
    from place_years
)
select now.* exclude (is_whole), before.value as value_before, before.qualifier as qualifier_before
from readings as now
left join readings as before
    on before.place = now.place and before.scheme = now.scheme and before.kind = now.kind and before.metric = now.metric
    and before.item = now.item and before.recipient = now.recipient and before.occasion = now.occasion
    and before.year = now.year - 1 and now.is_whole and before.is_whole;

-- With them stands all that a reading is asked for, as each join costs a question more than its rows do: what the catalogue
-- says of its metric and place, and both years on the same places, for the country those that have a value in both.
drop table place_years;
create table place_years as
with same as (
    select
        p.scheme, p.kind, p.year, p.metric, p.item, p.recipient, p.occasion, sum(p.value) as value,
        sum(p.value_before) as value_before, cast(count(*) as integer) as places
    from place_pairs as p
    join metrics as m on m.metric = p.metric
    where p.place <> 'VN' and p.value_before is not null and m.over_units = 'sum'
    group by p.scheme, p.kind, p.year, p.metric, p.item, p.recipient, p.occasion
)
select
    p.*, m.unit, m.over_units = 'sum' as adds_up, case when m.over_time = 'last' then p.as_of_last end as as_of, h.home,
    coalesce(p.basis <> 'combined' and p.as_of_last >= h.namesake_from, false) as is_namesake,
    case when p.place = 'VN' then s.value when p.value_before is not null then p.value end as same_now,
    case when p.place = 'VN' then s.value_before else p.value_before end as same_before,
    case when p.place = 'VN' then s.places when p.value_before is not null then 1 end as same_places,
    a.value as alike_now, a.value_before as alike_before, a.branches as alike_branches, a.exact as alike_exact
from place_pairs as p
join metrics as m on m.metric = p.metric
left join province_homes as h on h.place = p.place
left join same as s
    on p.place = 'VN' and s.scheme = p.scheme and s.kind = p.kind and s.year = p.year and s.metric = p.metric
    and s.item = p.item and s.recipient = p.recipient and s.occasion = p.occasion
left join place_alike as a
    on a.place = p.place and a.scheme = p.scheme and p.kind = 'all' and a.year = p.year and a.metric = p.metric
    and a.item = p.item and a.recipient = p.recipient and a.occasion = p.occasion
order by p.metric, p.item, p.scheme, p.kind, p.place, p.year, p.recipient, p.occasion;
