-- Which units reported how their branches were rated, with the printed share beside the recomputed one?
-- A share is computed only where the set is whole: the ratings add up to the branches they are part of.
-- in: $scheme $places $year_from $year_to $kind $limit
-- out: organisation_vi name: the unit, in Vietnamese
-- out: organisation_en name: the unit, in English
-- out: org organisation: id of the unit
-- out: year year: reporting year
-- out: period_type period_type: kind of period
-- out: item item: rating
-- out: rating_scheme rating_scheme: vm, vmxs or htnv
-- out: value count: branches with this rating
-- out: rated count: branches rated, where the set is whole
-- out: all count: all branches, where reported
-- out: share percent: share of the rated, recomputed; empty when the set is not whole
-- out: share_of_all percent: share of all branches, recomputed
-- out: printed_share percent: the share that the source prints
-- out: scope scope: how much of the unit the figure speaks of
-- out: figure figure: id of the figure
-- out: source source: id of the source
-- out: matching count: how many rows match in all
with counts as (
    select f.*, i.scheme as rating_scheme, i.tier, o.name_vi, o.name_en
    from listed_figures as f
    join items as i on i.item = f.item
    join organisations as o on o.org_id = f.org_id and o.kind = f.kind
    where f.metric = 'rated_branches' and f.value is not null and o.level <> 'branch'
        and (cast($places as varchar[]) is null
            or list_contains(cast($places as varchar[]), case when $scheme = '63' then f.place_63 else f.place_34 end))
        and f.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
        and (coalesce($kind, 'all') = 'all' or cast(f.kind as varchar) = $kind)
), wholes as (
    select f.figure_id, f.org_id, f.value
    from listed_figures as f
    where f.metric in ('branches', 'rated_branches') and f.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
        and (cast($places as varchar[]) is null
            or list_contains(cast($places as varchar[]), case when $scheme = '63' then f.place_63 else f.place_34 end))
), sets as (
    select
        c.org_id, c.period_start, c.period_end, c.scope, c.source_id, sum(c.value) as listed,
        sum(c.value) filter (where c.tier > 0) as rated, max(w.value) as branches
    from counts as c
    left join wholes as w on w.figure_id = c.part_of and w.org_id = c.org_id
    group by c.org_id, c.period_start, c.period_end, c.scope, c.source_id
), printed as (
    select org_id, period_start, period_end, item, source_id, max(value) as share
    from listed_figures
    where metric = 'rated_share' and year between coalesce($year_from, 0) and coalesce($year_to, 9999)
    group by org_id, period_start, period_end, item, source_id
)
select
    c.name_vi as organisation_vi, c.name_en as organisation_en, c.org_id as org, c.year, c.period_type, c.item,
    c.rating_scheme, cast(c.value as bigint) as value,
    case when s.listed = s.branches then cast(s.rated as bigint) end as rated,
    cast(s.branches as bigint) as "all",
    case when s.listed = s.branches and c.tier > 0
        then cast(round(cast(100 * c.value / nullif(s.rated, 0) as decimal(18, 6)), 2) as double) end as share,
    case when s.branches >= s.listed
        then cast(round(cast(100 * c.value / nullif(s.branches, 0) as decimal(18, 6)), 2) as double) end as share_of_all,
    cast(p.share as double) as printed_share, c.scope, c.figure_id as figure, c.source_id as source,
    count(*) over () as matching
from counts as c
join sets as s on s.org_id = c.org_id and s.period_start = c.period_start and s.period_end = c.period_end
    and s.scope = c.scope and s.source_id = c.source_id
left join printed as p on p.org_id = c.org_id and p.period_start = c.period_start and p.period_end = c.period_end
    and p.item = c.item and p.source_id = c.source_id
order by c.year desc, c.place_34 nulls last, c.org_id, c.period_end, c.scope, c.item
limit coalesce(cast($limit as bigint), 9000000000)
