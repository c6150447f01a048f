-- Like for like: what the branches of a place that have a value this year and last come to in both years. Where two
-- years move apart because branches were closed, founded or silent, this does not. Only a complete register knows.
-- The number of branches itself would never move.
create temporary table place_alike as
with pairs as (
    select
        now.year, now.metric, now.item, now.recipient, now.occasion, b.place_63, b.place_34, sum(now.value) as value,
        sum(was.value) as value_before, count(*) as branches,
        min(case when now.qualifier = 'exact' and was.qualifier = 'exact' then 1 else 0 end) as exact
    from own_years as now
    join own_years as was
        on was.org_id = now.org_id and was.year = now.year - 1 and was.metric = now.metric and was.item = now.item
        and was.recipient = now.recipient and was.occasion = now.occasion and was.basis = now.basis
    join branch_years as b on b.org_id = now.org_id and b.year = now.year
    join branch_years as past on past.org_id = was.org_id and past.year = was.year
    join metrics as m on m.metric = now.metric
    where m.over_units = 'sum' and m.metric <> 'branches' and (m.over_time <> 'last' or (b.open_at_end and past.open_at_end))
    group by now.year, now.metric, now.item, now.recipient, now.occasion, b.place_63, b.place_34
), homes as (
    select *, '63' as scheme, place_63 as place from pairs where place_63 is not null
    union all
    select *, '34', place_34 from pairs where place_34 is not null
    union all
    select p.*, s.scheme, 'VN' from pairs as p cross join (select distinct scheme from provinces) as s
)
select
    scheme, place, year, metric, item, recipient, occasion, sum(value) as value, sum(value_before) as value_before,
    cast(sum(branches) as integer) as branches, min(exact) = 1 as exact
from homes
group by scheme, place, year, metric, item, recipient, occasion;

-- The same of ratings: how the branches that were rated on one scale this year and last were rated in both.
create table rating_alike as
with sides as (
    select year, place_63, place_34, item, sum(branches) as branches, 0 as branches_before
    from rating_moves group by year, place_63, place_34, item
    union all
    select year, place_63, place_34, item_before, 0, sum(branches)
    from rating_moves group by year, place_63, place_34, item_before
), homes as (
    select *, '63' as scheme, place_63 as place from sides where place_63 is not null
    union all
    select *, '34', place_34 from sides where place_34 is not null
    union all
    select p.*, s.scheme, 'VN' from sides as p cross join (select distinct scheme from provinces) as s
)
select
    scheme, place, year, item, cast(sum(branches) as integer) as branches,
    cast(sum(branches_before) as integer) as branches_before
from homes
group by scheme, place, year, item
order by scheme, place, year, item;
