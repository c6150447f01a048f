-- How does each place rate its branches in one year?
-- in: $scheme $places $year_to $kind
-- out: place place: the place
-- out: year year: rating year
-- out: item item: rating
-- out: rating_scheme rating_scheme: vm, vmxs or htnv
-- out: value count: branches with this rating
-- out: rated count: branches rated
-- out: all count: all branches listed, unrated ones too
-- out: share percent: share of the rated branches
with chosen as (
    select y.place, y.year, y.item, sum(y.value) as value
    from place_years as y
    where y.scheme = $scheme and y.kind = coalesce($kind, 'all') and y.metric = 'rated_branches' and y.place <> 'VN'
        and (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), y.place))
        and y.year = $year_to
    group by y.place, y.year, y.item
), sums as (
    select c.place, sum(c.value) filter (where i.tier > 0) as rated, sum(c.value) as listed
    from chosen as c join items as i on i.item = c.item
    group by c.place
), whole as (
    -- In a partial register a set is whole only where its ratings add up to the place's branches.
    select s.place
    from sums as s
    cross join release as x
    left join place_years as b on b.place = s.place and b.scheme = $scheme and b.kind = coalesce($kind, 'all')
        and b.metric = 'branches' and b.item = 'all' and b.year = $year_to
    where x.register_complete or b.value = s.listed
)
select
    c.place, c.year, c.item, i.scheme as rating_scheme, cast(c.value as bigint) as value,
    cast(s.rated as bigint) as rated, cast(s.listed as bigint) as "all",
    case when i.tier > 0 and w.place is not null
        then cast(round(cast(100 * c.value / nullif(s.rated, 0) as decimal(18, 6)), 1) as double) end as share
from chosen as c
join items as i on i.item = c.item
join sums as s on s.place = c.place
left join whole as w on w.place = c.place
join provinces as p on p.place = c.place
order by p.rank, c.item
