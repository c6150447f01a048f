-- Where no unit can have a figure, which is not the same as having told none: a former province after it was merged, and
-- in a complete register a kind of union that a province did not have in the year.
create table impossible_years as
with years as (select distinct year from place_years),
kinds as (select distinct kind from place_years),
former as (
    select successor, count(*) as provinces from provinces where scheme = '63' group by successor
), there as (
    select distinct cast(h.kind as varchar) as kind, h.place, y.year
    from kind_places as h
    join years as y on coalesce(h.valid_from, date '1900-01-01') <= make_date(y.year, 12, 31)
        and coalesce(h.valid_to, date '2999-12-31') >= make_date(y.year, 1, 1)
)
select
    k.kind, p.scheme, p.place, y.year, case when f.provinces > 1 and y.year > year(p.valid_to) then 'ended' else 'no_units' end as absence
from provinces as p
cross join years as y
cross join kinds as k
cross join register as r
left join former as f on f.successor = p.successor
left join there as t on t.kind = k.kind and t.place = p.place and t.year = y.year
where coalesce(f.provinces > 1 and y.year > year(p.valid_to), false)
    or r.register_complete and k.kind <> 'all' and t.place is null
order by k.kind, p.scheme, y.year, p.place;
