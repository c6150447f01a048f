-- A listed unit's reading of a year: its own total before the sum of the branches below it, both kept (product.md, rule 1).
create table unit_years as
with own as (
    select y.*
    from own_years as y
    join organisations as u on u.org_id = y.org_id
    cross join register as r
    where u.level <> 'branch' or not r.register_complete
), below as (
    select s.*, c.reported, c.expected
    from roof_sums as s
    join organisations as o on o.org_id = s.roof
    join roof_coverage as c on c.roof = s.roof and c.year = s.year
)
select
    coalesce(o.org_id, b.roof) as org_id, coalesce(o.year, b.year) as year, coalesce(o.metric, b.metric) as metric,
    coalesce(o.item, b.item) as item, coalesce(o.recipient, b.recipient) as recipient,
    coalesce(o.occasion, b.occasion) as occasion, coalesce(o.value, b.value) as value,
    cast(coalesce(o.qualifier, b.qualifier) as qualifier) as qualifier,
    cast(coalesce(o.status, b.status) as status) as status,
    coalesce(o.basis, 'summed') as basis, o.figure_id, coalesce(o.as_of, b.as_of_last) as as_of,
    cast(b.reported as integer) as branches_reported, cast(b.expected as integer) as branches_expected,
    b.value as summed_value
from own as o
full outer join below as b
    on b.roof = o.org_id and b.year = o.year and b.metric = o.metric and b.item = o.item
    and b.recipient = o.recipient and b.occasion = o.occasion
order by 1, 3, 4, 2;

-- The branches of a complete register have no readings there, and their own totals are read from their figures. What
-- their items come to where they gave no total is kept apart.
create table branch_item_years as
select o.org_id, o.year, o.metric, o.item, o.recipient, o.value, o.qualifier, o.status, o.figure_id
from own_years as o
join organisations as u on u.org_id = o.org_id and u.level = 'branch'
join register as r on r.register_complete
where o.basis = 'items'
order by o.org_id, o.metric, o.year;
