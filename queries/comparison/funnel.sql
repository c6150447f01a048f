-- Whose share of branches at one rating lies outside what chance alone would give around the national share?
-- A funnel plot: with n rated branches and the national share p, the limits are p ± z · sqrt(p · (1 − p) / n), z = 1.96
-- for 95 % and 3.09 for 99.8 %, kept within 0 and 100 (D. J. Spiegelhalter, Funnel plots for comparing institutional
-- performance, Statistics in Medicine 24, 2005, pages 1185 to 1202). The national share is that of the places judged.
-- Not judged are fewer than three places, places with fewer rated branches than the least base, or whose set of ratings is not whole.
-- in: $scheme $year_to $kind $items
-- out: place place: the place
-- out: year year: rating year
-- out: item item: rating
-- out: value count: branches with this rating
-- out: rated count: branches rated
-- out: share percent: share of the rated branches
-- out: national percent: share of the rated branches of all places judged
-- out: low_95 percent: lower limit of 95 %
-- out: high_95 percent: upper limit of 95 %
-- out: low_998 percent: lower limit of 99.8 %
-- out: high_998 percent: upper limit of 99.8 %
-- out: limits limits: within or beyond which limit; empty where not judged
-- out: unranked unranked: why it is not judged
with chosen as (
    select
        y.place, sum(y.value) filter (where i.tier > 0) as rated, sum(y.value) as listed,
        coalesce(sum(y.value) filter (where list_contains(cast($items as varchar[]), cast(y.item as varchar))), 0) as value
    from place_years as y
    join items as i on i.item = y.item
    where y.scheme = $scheme and y.kind = coalesce($kind, 'all') and y.metric = 'rated_branches' and y.place <> 'VN'
        and y.year = $year_to
    group by y.place
), judged as (
    select
        c.*, p.rank as place_rank,
        case
            when not is_whole_set(c.listed, b.value, x.register_complete) then 'coverage'
            when c.rated is null or c.rated < least_base('branches') then 'small_base'
        end as unranked
    from chosen as c
    join provinces as p on p.place = c.place
    cross join release as x
    left join place_years as b on b.place = c.place and b.scheme = $scheme and b.kind = coalesce($kind, 'all')
        and b.metric = 'branches' and b.item = 'all' and b.year = $year_to
), nation as (
    select sum(value) / nullif(sum(rated), 0) as p from judged where unranked is null having count(*) >= 3
), spread as (
    select
        j.*, cast(n.p as double) as p, cast(j.value as double) / nullif(cast(j.rated as double), 0) as share,
        case when j.unranked is null then sqrt(cast(n.p * (1 - n.p) as double) / cast(j.rated as double)) end as deviation
    from judged as j
    left join nation as n on n.p is not null
), limited as (
    select
        *, case when deviation is not null then greatest(p - 1.96 * deviation, 0) end as low_95,
        case when deviation is not null then least(p + 1.96 * deviation, 1) end as high_95,
        case when deviation is not null then greatest(p - 3.09 * deviation, 0) end as low_998,
        case when deviation is not null then least(p + 3.09 * deviation, 1) end as high_998
    from spread
)
select
    l.place, cast($year_to as integer) as year, i.item, cast(l.value as bigint) as value, cast(l.rated as bigint) as rated,
    cast(round(cast(100 * l.share as decimal(18, 6)), 2) as double) as share,
    cast(round(cast(100 * l.p as decimal(18, 6)), 2) as double) as national,
    cast(round(cast(100 * l.low_95 as decimal(18, 6)), 2) as double) as low_95,
    cast(round(cast(100 * l.high_95 as decimal(18, 6)), 2) as double) as high_95,
    cast(round(cast(100 * l.low_998 as decimal(18, 6)), 2) as double) as low_998,
    cast(round(cast(100 * l.high_998 as decimal(18, 6)), 2) as double) as high_998,
    case
        when l.unranked is not null or l.p is null then null
        when l.share > l.high_998 then 'above_998'
        when l.share > l.high_95 then 'above_95'
        when l.share < l.low_998 then 'below_998'
        when l.share < l.low_95 then 'below_95'
        else 'within'
    end as limits,
    l.unranked
from limited as l
join items as i on list_contains(cast($items as varchar[]), cast(i.item as varchar))
order by case when l.unranked is null then 0 else 1 end, l.rated, l.place_rank, i.item
