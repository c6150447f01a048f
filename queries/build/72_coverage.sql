-- Which branches existed in a year, and which of them sent any figure for it. Only a complete register can say so.
create temporary table branch_years as
with years as (select distinct year from own_years)
select
    o.org_id, y.year, o.place_63, o.place_34, o.kind, o.sector,
    o.valid_to is null or o.valid_to >= make_date(y.year, 12, 31) as open_at_end,
    exists (select 1 from own_years as r where r.org_id = o.org_id and r.year = y.year) as reported
from organisations as o
join register as r on r.register_complete
join years as y on coalesce(o.valid_from, date '1900-01-01') <= make_date(y.year, 12, 31)
    and coalesce(o.valid_to, date '2999-12-31') >= make_date(y.year, 1, 1)
where o.level = 'branch';

-- The same branches under every roof they belong to: a unit above them, a province in either scheme, the country.
create temporary table roofs as
select a.ancestor_id as roof, b.org_id, b.year, b.open_at_end, b.reported
from branch_years as b
join ancestors as a on a.org_id = b.org_id
-- The tree knows present parents only, so a unit that has ended cannot be summed from below.
join organisations as up on up.org_id = a.ancestor_id and up.valid_to is null
    and coalesce(up.valid_from, date '1900-01-01') <= make_date(b.year, 12, 31)
union all
select place_63, org_id, year, open_at_end, reported from branch_years where place_63 is not null
union all
select place_34, org_id, year, open_at_end, reported from branch_years where place_34 is not null;

create temporary table roof_coverage as
select
    roof, year,
    count(*) filter (where reported) as reported,
    count(*) filter (where open_at_end or reported) as expected
from roofs
group by roof, year;

create temporary table roof_sums as
select
    f.roof, o.year, o.metric, o.item, o.recipient, o.occasion, sum(o.value) as value,
    qualifier_of_sum(o.qualifier) as qualifier, status_of_sum(o.status) as status,
    min(o.as_of) as as_of_first, max(o.as_of) as as_of_last
from own_years as o
join roofs as f on f.org_id = o.org_id and f.year = o.year
join metrics as m on m.metric = o.metric
where m.over_units = 'sum' and (m.over_time <> 'last' or f.open_at_end)
group by f.roof, o.year, o.metric, o.item, o.recipient, o.occasion;
