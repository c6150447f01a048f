-- What does the pivot hold: every chosen metric, item, place and year, with the totals that may be made?
-- Places add up where the metric does (`total`), years only for flows (year null). An axis that is not asked for keeps
-- its totals only; a stock without the axis of years keeps its newest value.
-- in: $scheme $places $year_from $year_to $kind $metrics $items $axes
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: place place: the place; total = the sum of the places listed; VN = the country's own reading
-- out: year year: reporting year; empty = the sum over the years listed, of a stock the newest value
-- out: value amount: the figure, in the unit of `unit`
-- out: unit unit: unit of measure; people summed over years are turns
-- out: qualifier qualifier: certainty of the value
-- out: status status: preliminary as soon as one part is
-- out: reported count: cells behind the value
with readings as (
    select y.*
    from place_years as y
    where y.kind = coalesce($kind, 'all')
        and list_contains(cast($metrics as varchar[]), cast(y.metric as varchar))
        and (cast($items as varchar[]) is null or list_contains(cast($items as varchar[]), cast(y.item as varchar)))
        and y.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
        -- Where the country did not speak for itself, the row `total` already says what the places come to.
        and (y.place <> 'VN' or y.basis in ('reported', 'items'))
), shown as (
    select r.*, r.place as shown_as from readings as r where r.scheme = $scheme
    union all
    -- A merged province without a value of its own for the year gives way to its former provinces.
    select r.*, r.place || '@34' from readings as r
    where $scheme = '34' and r.scheme = '63' and r.place <> 'VN'
        and not exists (
            select 1 from readings as own
            where own.scheme = '34' and own.place = r.home and own.metric = r.metric and own.item = r.item
                and own.year = r.year
        )
), cells as (
    select
        s.metric, s.item, s.shown_as as place, s.year, sum(s.value) as value,
        qualifier_of_sum(s.qualifier) as qualifier, status_of_sum(s.status) as status
    from shown as s
    where cast($places as varchar[]) is null
        or list_contains(cast($places as varchar[]), case when $scheme = '34' then s.home else s.place end)
    group by s.metric, s.item, s.shown_as, s.year
), over_places as (
    select
        c.metric, c.item, 'total' as place, c.year, sum(c.value) as value, qualifier_of_sum(c.qualifier) as qualifier,
        status_of_sum(c.status) as status, count(*) as reported
    from cells as c
    join metrics as m on m.metric = c.metric
    -- Former provinces stand beside each other: added, they would be a partial sum of the new one.
    where c.place <> 'VN' and c.place not like '%@%' and m.over_units = 'sum'
    group by c.metric, c.item, c.year
), grid as (
    select metric, item, place, year, value, qualifier, status, 1 as reported from cells
    union all
    select metric, item, place, year, value, qualifier, status, reported from over_places
), over_years as (
    select
        g.metric, g.item, g.place, sum(g.value) as value, qualifier_of_sum(g.qualifier) as qualifier,
        status_of_sum(g.status) as status, sum(g.reported) as reported
    from grid as g
    join metrics as m on m.metric = g.metric
    where m.over_time in ('sum', 'turns')
    group by g.metric, g.item, g.place
), newest as (
    select g.*, row_number() over (partition by g.metric, g.item, g.place order by g.year desc) as place_in_line
    from grid as g
    join metrics as m on m.metric = g.metric
    where m.over_time = 'last' and g.place <> 'total' and not list_contains(cast($axes as varchar[]), 'year')
)
select
    g.metric, g.item, g.place, cast(g.year as integer) as year, cast(g.value as double) as value,
    case when g.year is null and m.over_time = 'turns' then 'turn' else m.unit end as unit, g.qualifier,
    g.status, cast(g.reported as bigint) as reported
from (
    select metric, item, place, year, value, qualifier, status, reported from grid
    union all
    select metric, item, place, null, value, qualifier, status, reported from over_years
    union all
    select metric, item, place, null, value, qualifier, status, reported from newest where place_in_line = 1
) as g
join metrics as m on m.metric = g.metric
left join provinces as p on p.place = replace(g.place, '@34', '')
where (list_contains(cast($axes as varchar[]), 'place') or g.place = 'total')
    and (list_contains(cast($axes as varchar[]), 'year') or g.year is null)
    and (list_contains(cast($axes as varchar[]), 'item') or g.item = 'all')
order by g.metric, g.item, case g.place when 'VN' then 0 when 'total' then 2 else 1 end,
    coalesce(p.successor, g.place), p.rank, g.place, g.year nulls last
