-- What stands in the middle of the places of a country, a region or an emulation cluster, of readings that speak for
-- their places. A median of fewer than three is none.
create table medians as
with readings as (
    select y.scheme, y.kind, y.metric, y.item, y.year, y.place, y.value, p.region
    from place_years as y
    join provinces as p on p.place = y.place
    where y.recipient = 'none' and speaks_for_place(y.qualifier, y.basis, y.reported, y.expected)
), grouped as (
    select scheme, kind, metric, item, year, 'country' as reference, 'VN' as code, value from readings
    union all
    select scheme, kind, metric, item, year, 'region', region, value from readings
    union all
    select r.scheme, r.kind, r.metric, r.item, r.year, 'cluster', c.cluster, r.value
    from readings as r
    join clusters as c on c.place = r.place
        and coalesce(c.valid_from, date '1900-01-01') <= make_date(r.year, 12, 31)
        and coalesce(c.valid_to, date '2999-12-31') >= make_date(r.year, 12, 31)
)
select
    scheme, kind, metric, item, year, reference, code, cast(median(value) as decimal(18, 2)) as value,
    cast(count(*) as integer) as places
from grouped
group by scheme, kind, metric, item, year, reference, code
having count(*) >= 3
order by metric, item, scheme, kind, reference, code, year;
