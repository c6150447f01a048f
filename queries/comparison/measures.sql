-- Which measures do places have, and in how many places in each year?
-- in: $scheme $kind
-- out: metric metric: what is counted
-- out: item item: breakdown, all = the whole
-- out: year year: reporting year
-- out: places count: places with a figure
select y.metric, y.item, y.year, count(*) as places
from place_years as y
join metrics as m on m.metric = y.metric
where y.scheme = $scheme and y.kind = coalesce($kind, 'all') and y.recipient = 'none' and y.place <> 'VN'
    and m.over_units = 'sum'
group by y.metric, y.item, y.year
order by y.metric, y.item, y.year
