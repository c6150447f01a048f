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
    select
        y.metric, y.item, y.year, y.place, y.value, y.unit, y.qualifier, y.status, y.basis, y.reported, y.expected, y.alike_now,
        y.alike_before, y.alike_branches, y.alike_exact, i.dimension || '.other' as other, i.within
    from place_years as y
    join items as i on i.item = y.item
    where y.scheme = $scheme and y.kind = coalesce($kind, 'all') and y.recipient = 'none'
        and list_contains(cast($metrics as varchar[]), cast(y.metric as varchar))
        and y.metric in (select metric from metrics where over_items = 'sum')
        and list_contains(coalesce(cast($places as varchar[]), ['VN']), y.place)
        and y.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
), weighed as (
    select c.*, sum(c.value) over (partition by c.metric, c.item) as weight
    from chosen as c
    where not exists (
        select 1 from chosen as w
        where w.item = c.within and w.metric = c.metric and w.year = c.year and w.place = c.place
    )
), ranked as (
    select
        *, dense_rank() over (
            partition by metric order by case when cast(item as varchar) = other then 1 else 0 end, weight desc, item
        ) as place_in_line
    from weighed
)
select
    r.metric, case when r.place_in_line <= 4 then cast(r.item as varchar) else r.other end as item, r.year,
    cast(sum(r.value) as double) as value, r.unit, qualifier_of_sum(r.qualifier) as qualifier, status_of_sum(r.status) as status,
    case when count(*) = 1 then min(r.basis) else 'summed' end as basis,
    cast(case when count(distinct r.place) = 1 then min(r.reported) else count(distinct r.place) end as bigint) as reported,
    cast(case when count(distinct r.place) = 1 then min(r.expected)
        else array_length(cast($places as varchar[]), 1) end as bigint) as expected,
    count(distinct r.item) as items,
    case when count(distinct r.item) = 1 then cast(sum(r.alike_now) as double) end as alike_now,
    case when count(distinct r.item) = 1 then cast(sum(r.alike_before) as double) end as alike_before,
    case when count(distinct r.item) = 1 then cast(sum(r.alike_branches) as bigint) end as alike_branches,
    case when count(distinct r.item) = 1
        then min(case when r.alike_exact then 1 when r.alike_branches is not null then 0 end) = 1 end as alike_exact
from ranked as r
group by r.metric, case when r.place_in_line <= 4 then cast(r.item as varchar) else r.other end, r.year, r.unit
order by r.metric, r.year, min(r.item), case when r.place_in_line <= 4 then cast(r.item as varchar) else r.other end
