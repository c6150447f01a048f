-- Which units have whole-year totals that no province on a map takes in, and why; the newest of each?
-- A chosen kind of union is added up wherever its units are, so only those without a province are left out of it.
-- in: $scheme $places $year_from $year_to $kind $metrics $items
-- out: org organisation: id of the unit
-- out: organisation_vi name: the unit, in Vietnamese
-- out: organisation_en name: the unit, in English
-- out: reason unplaced: why it is in no province on the map
-- out: kind kind: its kind
-- out: place place: its province, empty when not known
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: recipient recipient: of awards collective, individual, or not told apart
-- out: occasion occasion: of awards comprehensive, thematic or not stated
-- out: year year: reporting year
-- out: value amount: the figure, in the unit of `unit`
-- out: unit unit: unit of measure
-- out: qualifier qualifier: certainty of the value
-- out: status status: preliminary, final or corrected
-- out: figure figure: id of the figure, where it is a single one
-- out: source source: its document
with chosen as (
    select
        u.*, case when $scheme = '63' then u.place_63 else u.place_34 end as place,
        case when $scheme = '63' then u.reason_63 else u.reason_34 end as reason
    from unplaced as u
    where list_contains(cast($metrics as varchar[]), cast(u.metric as varchar))
        and list_contains(coalesce(cast($items as varchar[]), ['all']), cast(u.item as varchar))
        and u.year between coalesce($year_from, 0) and coalesce($year_to, 9999)
), newest as (
    select
        c.*,
        row_number() over (
            partition by c.org_id, c.metric, c.item, c.recipient, c.occasion order by c.year desc
        ) as newest
    from chosen as c
    where c.reason is not null
        and (coalesce($kind, 'all') = 'all' or (cast(c.kind as varchar) = $kind and c.place is null))
        and (cast($places as varchar[]) is null or list_contains(cast($places as varchar[]), c.place))
)
select
    n.org_id as org, n.name_vi as organisation_vi, n.name_en as organisation_en, n.reason, n.kind, n.place, n.metric,
    n.item, n.recipient, n.occasion, n.year, cast(n.value as double) as value, m.unit, n.qualifier, n.status, n.figure_id as figure,
    n.source_id as source
from newest as n
join metrics as m on m.metric = n.metric
where n.newest = 1
order by n.metric, n.item, n.reason, n.level, n.value desc, n.org_id, n.recipient, n.occasion
