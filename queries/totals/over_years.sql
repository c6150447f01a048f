-- What do the chosen places (all together, else the country) come to, year by year, and on the same places as the year before?
-- in: $scheme $places $year_from $year_to $kind $metrics $items
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: year year: reporting year
-- out: value amount: the figure, in the unit of `unit`; for several places their sum
-- out: unit unit: unit of measure
-- out: qualifier qualifier: certainty of the value
-- out: status status: preliminary as soon as one part is
-- out: basis basis: reported, or how it was summed
-- out: reported count: places (or units) with a value
-- out: expected count: places (or units) there are; empty when nobody knows
-- out: same_now amount: the sum on those places that have a value this year and last
-- out: same_before amount: last year's sum on the same places
-- out: same_places count: how many places those are
-- out: figure figure: the figure shown, where it is a single one
with members as (
    select y.*
    from place_years as y
    where y.scheme = $scheme and y.kind = coalesce($kind, 'all')
        and list_contains(cast($metrics as varchar[]), cast(y.metric as varchar))
        and list_contains(coalesce(cast($items as varchar[]), ['all']), cast(y.item as varchar))
        and y.recipient = 'none'
        and (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), y.place))
), single as (
    select *, cast($places as varchar[]) is null or array_length(cast($places as varchar[]), 1) = 1 as is_single
    from members
    where (cast($places as varchar[]) is not null or place = 'VN')
), totals as (
    select
        s.metric, s.item, s.year, sum(s.value) as value, qualifier_of_sum(s.qualifier) as qualifier,
        status_of_sum(s.status) as status,
        case when s.is_single then cast(min(s.basis) as varchar) else 'summed' end as basis,
        case when s.is_single then min(s.reported) else count(*) end as reported,
        case when s.is_single then min(s.expected) else array_length(cast($places as varchar[]), 1) end as expected,
        case when count(*) = 1 then min(s.figure_id) end as figure
    from single as s
    join metrics as m on m.metric = s.metric
    where s.is_single or m.over_units = 'sum'
    group by s.metric, s.item, s.year, s.is_single
), pairs as (
    select
        now.metric, now.item, now.year, sum(now.value) as same_now, sum(before.value) as same_before,
        count(*) as same_places
    from members as now
    join members as before
        on before.place = now.place and before.metric = now.metric and before.item = now.item
        and before.year = now.year - 1
    join metrics as m on m.metric = now.metric
    -- "At least" hides how much is missing, so it is compared with nothing.
    where now.place <> 'VN' and now.qualifier <> 'at_least' and before.qualifier <> 'at_least'
        and (m.over_units = 'sum' or array_length(cast($places as varchar[]), 1) = 1)
        -- Own totals, or sums that nobody is missing from; anything else moves because coverage does.
        and (now.basis in ('reported', 'combined') or now.reported = now.expected)
        and (before.basis in ('reported', 'combined') or before.reported = before.expected)
    group by now.metric, now.item, now.year
)
select
    t.metric, t.item, t.year, cast(t.value as double) as value, m.unit, t.qualifier, t.status, t.basis,
    cast(t.reported as bigint) as reported, cast(t.expected as bigint) as expected,
    cast(p.same_now as double) as same_now, cast(p.same_before as double) as same_before,
    cast(p.same_places as bigint) as same_places, t.figure
from totals as t
join metrics as m on m.metric = t.metric
left join pairs as p on p.metric = t.metric and p.item = t.item and p.year = t.year
where t.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
order by t.metric, t.item, t.year
