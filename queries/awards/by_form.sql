-- How many awards of each form, by recipient and occasion: totals and, apart from them, what was recorded at least?
-- in: $scheme $places $year_from $year_to $kind $items $levels
-- out: level award_level: level that grants the award, as listed in the catalogue
-- out: item item: award form
-- out: recipient recipient: collective, individual, or not told apart
-- out: occasion occasion: comprehensive, thematic or not stated
-- out: basis basis: reported, combined or summed for totals, tally for recorded events
-- out: value count: awards
-- out: unit unit: awards
-- out: qualifier qualifier: certainty; at least for tallies
-- out: nested_in item: the title that this one is counted in, so that both are never added
-- out: places count: places behind the number
-- out: years count: years behind the number
with wanted as (
    select unnest(coalesce(cast($places as varchar[]), ['VN'])) as place
), totals as (
    select y.item, y.recipient, y.occasion, cast(y.basis as varchar) as basis, y.value, cast(y.qualifier as varchar) as qualifier,
        y.place, y.year
    from place_years as y
    join wanted as w on w.place = y.place
    -- A sum of the few places known is no total of the country; a partial register says only "at least".
    join release as r on r.register_complete or y.basis <> 'summed'
    where y.scheme = $scheme and y.kind = coalesce($kind, 'all') and y.metric = 'awards' and y.item <> 'all'
        and y.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
), recorded as (
    select t.item, t.recipient, t.occasion, 'tally' as basis, t.value, 'at_least' as qualifier, t.place, t.year
    from place_tallies as t join wanted as w on w.place = t.place
    where t.scheme = $scheme and t.kind = coalesce($kind, 'all') and t.metric = 'awards'
        and t.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
), both_kinds as (
    select * from totals union all select * from recorded
)
select
    i.level, b.item, b.recipient, b.occasion, b.basis, cast(sum(b.value) as bigint) as value, 'award' as unit,
    case when b.basis = 'tally' then 'at_least' else qualifier_of_sum(b.qualifier) end as qualifier,
    i.within as nested_in, count(distinct b.place) as places, count(distinct b.year) as years
from both_kinds as b
join items as i on i.item = b.item
where (cast($items as varchar[]) is null or list_contains(cast($items as varchar[]), cast(b.item as varchar)))
    and (cast($levels as varchar[]) is null or list_contains(cast($levels as varchar[]), i.level))
group by i.level, b.item, b.recipient, b.occasion, b.basis, i.within
order by b.item, b.recipient, b.occasion, b.basis
