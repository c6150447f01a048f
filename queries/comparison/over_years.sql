-- How did one measure go in every place of a scheme, beside the medians of the country, of its region and its cluster?
-- Every place has a row for every year that any place has a figure for.
-- in: $scheme $year_from $year_to $kind $measures
-- each: year
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: place place: the place
-- out: year year: reporting year
-- out: value amount: the figure, in the unit of `unit`; empty where there is none
-- out: unit unit: unit of measure
-- out: qualifier qualifier: certainty of the value
-- out: status status: preliminary, final or corrected
-- out: basis basis: own total, or how it was summed
-- out: reported count: units behind a sum
-- out: expected count: units there are; empty when nobody knows
-- out: median amount: the median of the country's places
-- out: region_median amount: the median of the places of its region
-- out: cluster_median amount: the median of the places of its emulation cluster
-- out: cluster_vi name: its emulation cluster in that year, in Vietnamese; empty where none is known
-- out: cluster_en name: the same in English
with asked as (
    select metric, 'all' as item from metrics
    union all
    select m.metric, cast(i.item as varchar) from metrics as m join items as i on i.dimension = m.dimension
), readings as (
    select y.*
    from place_years as y
    join asked as a on a.metric = y.metric and a.item = cast(y.item as varchar)
    where y.scheme = $scheme and y.kind = coalesce($kind, 'all') and y.recipient = 'none' and y.place <> 'VN'
        and list_contains(cast($measures as varchar[]), cast(a.metric as varchar) || '/' || a.item)
        and y.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
), years as (
    select distinct metric, item, year from readings
), clustered as (
    select c.place, t.year, min(c.cluster) as cluster
    from (select distinct year from years) as t
    join clusters as c on coalesce(c.valid_from, date '1900-01-01') <= cast(cast(t.year as varchar) || '-12-31' as date)
        and coalesce(c.valid_to, date '2999-12-31') >= cast(cast(t.year as varchar) || '-12-31' as date)
    where c.place is not null
    group by c.place, t.year
), middles as (
    select * from medians where scheme = $scheme and kind = coalesce($kind, 'all')
)
select
    t.metric, t.item, p.place, t.year, cast(y.value as double) as value, m.unit, y.qualifier, y.status, y.basis,
    cast(y.reported as bigint) as reported, cast(y.expected as bigint) as expected,
    cast(n.value as double) as median, cast(r.value as double) as region_median,
    cast(c.value as double) as cluster_median, d.vi as cluster_vi, d.en as cluster_en
from years as t
join metrics as m on m.metric = t.metric
join provinces as p on p.scheme = $scheme
left join readings as y on y.place = p.place and y.metric = t.metric and y.item = t.item and y.year = t.year
left join middles as n on n.metric = t.metric and n.item = t.item and n.year = t.year and n.reference = 'country'
left join middles as r on r.metric = t.metric and r.item = t.item and r.year = t.year and r.reference = 'region'
    and r.code = p.region
left join clustered as g on g.place = p.place and g.year = t.year
left join middles as c on c.metric = t.metric and c.item = t.item and c.year = t.year and c.reference = 'cluster'
    and c.code = g.cluster
left join (select distinct cluster, vi, en from clusters) as d on d.cluster = g.cluster
order by t.metric, t.item, p.rank, t.year
