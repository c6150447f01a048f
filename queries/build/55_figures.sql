-- Ordered by metric, then unit: one metric is read in one piece, and a unit's figures lie together within each.
insert into listed_figures by name
select l.*, o.kind, o.place_63, o.place_34
from loaded as l
join organisations as o on o.org_id = l.org_id
cross join register as r
where o.level <> 'branch' or not r.register_complete
order by cast(l.metric as metric), l.org_id, l.year, l.figure_id;

insert into unlisted_figures by name
select l.*, o.kind, o.place_63, o.place_34
from loaded as l
join organisations as o on o.org_id = l.org_id
cross join register as r
where o.level = 'branch' and r.register_complete
order by cast(l.metric as metric), l.org_id, l.year, l.figure_id;
