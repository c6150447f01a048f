-- How much money came to each person cared for, by the newest year in which a place knows both?
-- in: $scheme $places $year_from $year_to $kind $items
-- out: place place: the place, or a former province inside it (`63:70@34`)
-- out: item item: programme
-- out: year year: reporting year of both
-- out: value dong: đồng per person, rounded to the whole đồng
-- out: unit unit: unit of the value
-- out: qualifier qualifier: certainty, the lesser of the two
-- out: status status: preliminary as soon as one is
-- out: basis basis: how the amount came about
-- out: amount dong: money spent
-- out: people count: people cared for
with readings as (
    select
        a.place, a.scheme, coalesce(p.successor, a.place) as home, a.item, a.year, a.value as amount,
        n.value as people, a.basis,
        case when a.qualifier = 'exact' and n.qualifier = 'exact' then 'exact' else 'about' end as qualifier,
        least(a.status, n.status) as status
    from place_years as a
    join place_years as n
        on n.place = a.place and n.scheme = a.scheme and n.kind = a.kind and n.item = a.item and n.year = a.year
        and n.metric = 'welfare_people' and n.value > 0
    left join provinces as p on p.place = a.place
    where a.metric = 'welfare_amount' and a.item <> 'all' and a.kind = coalesce($kind, 'all')
        -- The few places known do not speak for the country.
        and (a.place <> 'VN' or a.basis = 'reported')
        and (cast($items as varchar[]) is null or list_contains(cast($items as varchar[]), cast(a.item as varchar)))
        and a.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
), shown as (
    select r.*, r.place as shown_as from readings as r
    where r.scheme = $scheme
        and (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), r.place))
    union all
    select r.*, r.place || '@34' from readings as r
    where $scheme = '34' and r.scheme = '63' and r.place <> 'VN'
        and (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), r.home))
        and not exists (
            select 1 from readings as own where own.scheme = '34' and own.place = r.home and own.item = r.item
        )
), newest as (
    select *, row_number() over (partition by shown_as, item order by year desc) as place_in_line from shown
)
select
    shown_as as place, item, year, cast(round(cast(amount / people as decimal(18, 6)), 0) as bigint) as value,
    'dong' as unit, qualifier, status, basis, cast(amount as bigint) as amount, cast(people as bigint) as people
from newest
where place_in_line = 1
order by item, value desc, place
