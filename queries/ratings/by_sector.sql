-- How are the branches of each kind of employer rated, in up to three years that end with one?
-- in: $scheme $places $year_from $year_to $kind
-- out: sector sector: what the employer is
-- out: year year: rating year
-- out: item item: rating
-- out: rating_scheme rating_scheme: vm, vmxs or htnv
-- out: value count: branches with this rating
-- out: rated count: branches rated
-- out: all count: all branches at the year's end
-- out: share percent: share of the rated branches
with chosen as (
    select c.sector, c.year, c.item, sum(c.branches) as branches
    from rating_counts as c
    where c.year between greatest(coalesce($year_from, 0), $year_to - 2) and $year_to
        and (coalesce($kind, 'all') = 'all' or cast(c.kind as varchar) = $kind)
        and (cast($places as varchar[]) is null
            or list_contains(cast($places as varchar[]), case when $scheme = '63' then c.place_63 else c.place_34 end))
    group by c.sector, c.year, c.item
), sums as (
    select
        sector, year, sum(branches) filter (where item <> 'all') as rated,
        sum(branches) filter (where item = 'all') as listed
    from chosen group by sector, year
)
select
    coalesce(cast(c.sector as varchar), 'none') as sector, c.year, c.item, i.scheme as rating_scheme,
    cast(c.branches as bigint) as value, cast(s.rated as bigint) as rated, cast(s.listed as bigint) as "all",
    cast(round(cast(100 * c.branches / nullif(s.rated, 0) as decimal(18, 6)), 1) as double) as share
from chosen as c
join items as i on i.item = c.item
join sums as s on s.year = c.year and (s.sector = c.sector or s.sector is null and c.sector is null)
order by c.sector nulls last, c.year, c.item
