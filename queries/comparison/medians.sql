-- What is the median of the country, and of the regions and emulation clusters of the chosen places?
-- Places alone have such medians: asked for units, there is none.
-- in: $scheme $places $year_from $year_to $kind $measures
-- each: year
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: year year: reporting year
-- out: reference reference: country, region or cluster
-- out: name_vi name: which country, region or cluster, in Vietnamese; empty for a region, which has a code
-- out: name_en name: the same in English
-- out: region region: the region, where it is one
-- out: value amount: the median, in the unit of `unit`
-- out: unit unit: unit of measure
-- out: places count: places behind it, three at least
select
    d.metric, d.item, d.year, d.reference, c.vi as name_vi, c.en as name_en,
    case when d.reference = 'region' then d.code end as region, cast(d.value as double) as value, m.unit,
    cast(d.places as bigint) as places
from medians as d
join metrics as m on m.metric = d.metric
left join (select distinct cluster, vi, en from clusters) as c on d.reference = 'cluster' and c.cluster = d.code
where d.scheme = $scheme and d.kind = coalesce($kind, 'all')
    and list_contains(cast($measures as varchar[]), cast(d.metric as varchar) || '/' || cast(d.item as varchar))
    and d.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
    and (
        d.reference = 'country' and (
            list_contains(cast($places as varchar[]), 'VN')
            or exists (select 1 from provinces as p where list_contains(cast($places as varchar[]), p.place))
        )
        or d.reference = 'region' and exists (
            select 1 from provinces as p
            where p.region = d.code and list_contains(cast($places as varchar[]), p.place)
        )
        or d.reference = 'cluster' and exists (
            select 1 from clusters as o
            where o.cluster = d.code and list_contains(cast($places as varchar[]), o.place)
        )
    )
order by d.metric, d.item, d.year, case d.reference when 'country' then 0 when 'region' then 1 else 2 end, d.code
