-- Which four items weigh most in the chosen places (else the country), year by year, the rest together as `other`?
-- in: $scheme $places $year_from $year_to $kind $metrics
-- out: metric metric: what is counted
-- out: item item: programme or fund; the dimension's `other` holds the rest
-- out: year year: reporting year
-- out: value amount: the figure, in the unit of `unit`
-- out: unit unit: unit of measure
-- out: qualifier qualifier: certainty of the value
-- out: status status: preliminary as soon as one part is
-- out: basis basis: reported, or how it was summed
-- out: reported count: places (or units) with a value
-- out: expected count: places (or units) there are
-- out: items count: items behind the value
-- out: alike_now amount: of a single item this year's sum of the branches that have a value of it this year and last
-- out: alike_before amount: last year's sum of the same branches
-- out: alike_branches count: how many branches those are
-- out: alike_exact flag: whether all their values are exact
with chosen as (
    select y.*, i.dimension, i.within
    from place_years as y
    join items as i on i.item = y.item
    join metrics as m on m.metric = y.metric and m.over_items = 'sum'
    where y.scheme = $scheme and y.kind = coalesce($kind, 'all') and y.recipient = 'none'
        and list_contains(cast($metrics as varchar[]), cast(y.metric as varchar))
        and list_contains(coalesce(cast($places as varchar[]), ['VN']), y.place)
        and y.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
), separate as (
    select c.*
    from chosen as c
    where not exists (
        select 1 from chosen as w
        where w.item = c.within and w.metric = c.metric and w.year = c.year and w.place = c.place
    )
), ranked as (
    select
        metric, item, dimension,
        row_number() over (
            partition by metric order by case when cast(item as varchar) = dimension || '.other' then 1 else 0 end, sum(value) desc, item
        ) as place_in_line
    from separate
    group by metric, item, dimension
), folded as (
    select
        s.metric, case when r.place_in_line <= 4 then cast(s.item as varchar) else s.dimension || '.other' end as item,
        s.year, s.value, s.qualifier, s.status, s.basis, s.reported, s.expected, s.item as own_item, s.place,
        s.alike_now, s.alike_before, s.alike_branches, s.alike_exact
    from separate as s
    join ranked as r on r.metric = s.metric and r.item = s.item
)
select
    f.metric, f.item, f.year, cast(sum(f.value) as double) as value, m.unit,
    qualifier_of_sum(f.qualifier) as qualifier, status_of_sum(f.status) as status,
    case when count(*) = 1 then cast(min(f.basis) as varchar) else 'summed' end as basis,
    cast(case when count(distinct f.place) = 1 then min(f.reported) else count(distinct f.place) end as bigint) as reported,
    cast(case when count(distinct f.place) = 1 then min(f.expected)
        else array_length(cast($places as varchar[]), 1) end as bigint) as expected,
    count(distinct f.own_item) as items,
    case when count(distinct f.own_item) = 1 then cast(sum(f.alike_now) as double) end as alike_now,
    case when count(distinct f.own_item) = 1 then cast(sum(f.alike_before) as double) end as alike_before,
    case when count(distinct f.own_item) = 1 then cast(sum(f.alike_branches) as bigint) end as alike_branches,
    case when count(distinct f.own_item) = 1
        then min(case when f.alike_exact then 1 when f.alike_branches is not null then 0 end) = 1 end as alike_exact
from folded as f
join metrics as m on m.metric = f.metric
group by f.metric, f.item, f.year, m.unit
order by f.metric, f.year, min(f.own_item), f.item
