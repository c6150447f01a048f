-- How many branches got which rating in the chosen places (else the country), with both denominators?
-- in: $scheme $places $year_from $year_to $kind
-- each: year
-- out: year year: rating year
-- out: item item: rating
-- out: rating_scheme rating_scheme: vm, vmxs or htnv
-- out: value count: branches with this rating
-- out: rated count: branches rated, the sum of all ratings
-- out: all count: all branches active at the year's end; empty when not known
-- out: share percent: share of the rated branches
-- out: share_of_all percent: share of all branches
-- out: reported count: places (or units) with a value
-- out: expected count: places (or units) there are; empty when nobody knows
-- out: alike_now percent: share of this rating among the branches rated on one scale this year and last
-- out: alike_before percent: its share among the same branches last year
-- out: alike_branches count: how many branches those are
-- out: alike_exact flag: that each of them is counted once
with asked as (
    select coalesce(array_length(cast($places as varchar[]), 1), 1) as places
), chosen as (
    select y.year, y.metric, y.item, sum(y.value) as value,
        case when a.places = 1 then min(y.reported) else count(distinct y.place) end as reported,
        case when a.places = 1 then min(y.expected) else a.places end as expected
    from place_years as y
    cross join asked as a
    where y.scheme = $scheme and y.kind = coalesce($kind, 'all') and y.metric in ('rated_branches', 'branches')
        and list_contains(coalesce(cast($places as varchar[]), ['VN']), y.place)
        and y.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
    group by y.year, y.metric, y.item, a.places
), rated as (
    select year, sum(value) filter (where item <> 'rating.unrated') as rated, sum(value) as listed
    from chosen where metric = 'rated_branches' group by year
), stock as (
    -- A denominator only where it is of the same branches: the ratings listed add up to it, or in a complete
    -- register to nine tenths of it and no more. Anything else is the total of other places or an unfinished set.
    select b.year, b.value as branches
    from chosen as b
    join rated as r on r.year = b.year
    cross join release as x
    where b.metric = 'branches' and b.item = 'all' and r.listed <= b.value
        and r.listed >= case when x.register_complete then 0.9 else 1 end * b.value
), alike as (
    select y.year, y.item, sum(y.branches) as branches, sum(y.branches_before) as branches_before
    from rating_alike as y
    where y.scheme = $scheme and coalesce($kind, 'all') = 'all'
        and list_contains(coalesce(cast($places as varchar[]), ['VN']), y.place)
    group by y.year, y.item
), alike_sets as (
    select year, sum(branches) as branches from alike group by year
)
select
    c.year, c.item, i.scheme as rating_scheme, cast(c.value as bigint) as value, cast(r.rated as bigint) as rated,
    cast(s.branches as bigint) as "all",
    case when i.tier > 0 and s.branches is not null
        then cast(round(cast(100 * c.value / nullif(r.rated, 0) as decimal(18, 6)), 1) as double) end as share,
    cast(round(cast(100 * c.value / nullif(s.branches, 0) as decimal(18, 6)), 1) as double)
        as share_of_all,
    cast(c.reported as bigint) as reported, cast(c.expected as bigint) as expected,
    cast(round(cast(100 * a.branches / nullif(w.branches, 0) as decimal(18, 6)), 1) as double) as alike_now,
    cast(round(cast(100 * a.branches_before / nullif(w.branches, 0) as decimal(18, 6)), 1) as double) as alike_before,
    case when a.branches is not null then cast(w.branches as bigint) end as alike_branches,
    case when a.branches is not null then true end as alike_exact
from chosen as c
join items as i on i.item = c.item
join rated as r on r.year = c.year
left join stock as s on s.year = c.year
left join alike as a on a.year = c.year and a.item = c.item
left join alike_sets as w on w.year = c.year
where c.metric = 'rated_branches'
order by c.year, c.item
