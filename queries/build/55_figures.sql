-- Ordered by metric, then unit: one metric is read in one piece, and a unit's figures lie together within each.
-- Typed before they are sorted, since a national form is sorted on disk and texts are many times as long.
create temporary view typed as
select
    l.* replace (
        cast(l.year as smallint) as year, cast(l.period_type as period_type) as period_type,
        cast(l.period_start as date) as period_start, cast(l.period_end as date) as period_end,
        cast(l.metric as metric) as metric, cast(l.item as item) as item, cast(l.recipient as recipient) as recipient,
        cast(l.occasion as occasion) as occasion, cast(l.value as decimal(18, 2)) as value, cast(l.unit as unit) as unit,
        cast(l.qualifier as qualifier) as qualifier, cast(l.status as status) as status, cast(l.scope as scope) as scope,
        cast(l.source_line as integer) as source_line),
    o.kind, o.place_63, o.place_34, o.level = 'branch' and r.register_complete as is_unlisted
from loaded as l
join organisations as o on o.org_id = l.org_id
cross join register as r;

insert into listed_figures by name
select * exclude (is_unlisted) from typed where not is_unlisted order by metric, org_id, year, figure_id;

insert into unlisted_figures by name
select * exclude (is_unlisted) from typed where is_unlisted order by metric, org_id, year, figure_id;
