-- How does each member of an emulation cluster stand against the median of its cluster in one year?
-- A chosen place or unit asks for its own clusters; members are places or units, ranked only where they may be, three at least.
-- in: $sides $year_to $kind $measures
-- out: cluster_vi name: the cluster, in Vietnamese
-- out: cluster_en name: the cluster, in English
-- out: member_vi name: the member, in Vietnamese
-- out: member_en name: the member, in English
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: year year: reporting year
-- out: value amount: the figure, in the unit of `unit`; empty where there is none
-- out: unit unit: unit of measure
-- out: median amount: the median of the members that may be ranked
-- out: above_median amount: value less the median
-- out: standing count: rank in the cluster, from the highest value down; the same value shares one
-- out: qualifier qualifier: certainty of the value
-- out: status status: preliminary, final or corrected
with valid as (
    select * from clusters
    where coalesce(valid_from, date '1900-01-01') <= cast(cast($year_to as varchar) || '-12-31' as date)
        and coalesce(valid_to, date '2999-12-31') >= cast(cast($year_to as varchar) || '-12-31' as date)
), asked as (
    select distinct cluster from valid
    where cast($sides as varchar[]) is null or list_contains(cast($sides as varchar[]), coalesce(place, org_id))
), members as (
    select v.cluster, v.vi, v.en, v.place as code, p.vi as member_vi, p.en as member_en, p.rank
    from valid as v join asked as a on a.cluster = v.cluster join provinces as p on p.place = v.place
    union all
    select v.cluster, v.vi, v.en, 'unit:' || v.org_id, o.name_vi, o.name_en, 0
    from valid as v join asked as a on a.cluster = v.cluster join organisations as o on o.org_id = v.org_id
), offered as (
    select metric, cast('all' as item) as item, unit from metrics where over_units = 'sum'
    union all
    select m.metric, i.item, m.unit
    from metrics as m join items as i on i.dimension = m.dimension where m.over_units = 'sum'
), measures as (
    select * from offered
    where list_contains(cast($measures as varchar[]), cast(metric as varchar) || '/' || cast(item as varchar))
), readings as (
    select
        y.place as code, y.metric, y.item, y.value, y.qualifier, y.status,
        speaks_for_place(y.qualifier, y.basis, y.reported, y.expected) as speaks
    from place_years as y
    join measures as s on s.metric = y.metric and s.item = y.item
    where y.kind = coalesce($kind, 'all') and y.recipient = 'none' and y.year = $year_to and y.place <> 'VN'
    union all
    select
        'unit:' || y.org_id, y.metric, y.item, y.value, y.qualifier, y.status,
        speaks_for_place(y.qualifier, y.basis, y.branches_reported, y.branches_expected)
    from unit_years as y
    join measures as s on s.metric = y.metric and s.item = y.item
    where y.recipient = 'none' and y.year = $year_to
), placed as (
    select
        m.cluster, m.vi, m.en, m.code, m.member_vi, m.member_en, m.rank as member_rank, s.metric, s.item, s.unit, r.value,
        r.qualifier, r.status, coalesce(r.speaks, false) as speaks,
        rank() over (
            partition by m.cluster, s.metric, s.item, coalesce(r.speaks, false) order by r.value desc
        ) as place_in_cluster,
        row_number() over (
            partition by m.cluster, s.metric, s.item, coalesce(r.speaks, false) order by r.value, m.code
        ) as place_in_line,
        count(*) over (partition by m.cluster, s.metric, s.item, coalesce(r.speaks, false)) as ranked
    from members as m
    cross join measures as s
    left join readings as r on r.code = m.code and r.metric = s.metric and r.item = s.item
), middles as (
    -- The middle value, or the mean of the middle two.
    select cluster, metric, item, avg(value) as median
    from placed
    where speaks and ranked >= 3 and 2 * place_in_line between ranked and ranked + 2
    group by cluster, metric, item
)
select
    p.vi as cluster_vi, p.en as cluster_en, p.member_vi, p.member_en, p.metric, p.item, cast($year_to as integer) as year,
    cast(p.value as double) as value, p.unit, cast(d.median as double) as median,
    case when p.speaks then cast(p.value - d.median as double) end as above_median,
    case when p.speaks and p.ranked >= 3 then p.place_in_cluster end as standing, p.qualifier, p.status
from placed as p
left join middles as d on d.cluster = p.cluster and d.metric = p.metric and d.item = p.item
order by p.cluster, p.metric, cast(p.item as varchar), standing nulls last, p.member_rank, p.code
