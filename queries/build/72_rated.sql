-- The rating of each branch of a complete register in each year. A branch of which two of one year are told is left out.
create temporary table rated_years as
with told as (
    select
        o.org_id, o.year, min(o.item) as item, bool_or(i.scheme = 'htnv') as on_new_scale, min(i.rank) as rank,
        min(o.figure_id) as figure_id
    from own_years as o
    join items as i on i.item = o.item and i.tier > 0
    where o.metric = 'rated_branches' and o.value = 1 and o.basis = 'reported'
    group by o.org_id, o.year
    having count(*) = 1
)
select t.*, b.place_63, b.place_34, b.kind, b.sector
from told as t
join branch_years as b on b.org_id = t.org_id and b.year = t.year;

-- How many branches there are with each rating, and in all at the year's end, by what their employer is.
create table rating_counts as
select year, place_63, place_34, kind, sector, item, cast(count(*) as integer) as branches
from rated_years
group by year, place_63, place_34, kind, sector, item
union all
select year, place_63, place_34, kind, sector, cast('all' as item), cast(count(*) as integer)
from branch_years
where open_at_end
group by year, place_63, place_34, kind, sector
order by 1, 3, 2, 4, 5, 6;

-- The branches that were rated on one scale this year and the year before; across the change of scale nothing is compared.
create temporary table rated_twice as
select now.*, was.item as item_before, was.rank as rank_before, was.figure_id as figure_before
from rated_years as now
join rated_years as was
    on was.org_id = now.org_id and was.year = now.year - 1 and was.on_new_scale = now.on_new_scale;

create table rating_moves as
select year, place_63, place_34, kind, sector, item_before, item, cast(count(*) as integer) as branches
from rated_twice
group by year, place_63, place_34, kind, sector, item_before, item
order by 1, 3, 2, 4, 5, 6, 7;

-- Which of them fell, with their names: nobody looks for a hundred among all units. Within a scale the catalogue ranks
-- the best rating first.
create table rating_falls as
select
    r.org_id, o.name_vi, o.name_en, r.year, r.place_63, r.place_34, r.kind, r.sector, r.item_before, r.item,
    cast(r.rank - r.rank_before as smallint) as steps, r.figure_id, r.figure_before
from rated_twice as r
join organisations as o on o.org_id = r.org_id
where r.rank > r.rank_before
order by r.year, steps desc, r.place_34, r.org_id;
