-- Every unit above a unit, nearest first. A tree is a table of roads, so that no page walks it.
create table ancestors as
with recursive road(org_id, ancestor_id, distance) as (
    select org_id, parent_id, 1 from organisations where parent_id is not null
    union all
    select road.org_id, up.parent_id, road.distance + 1
    from road join organisations as up on up.org_id = road.ancestor_id
    where up.parent_id is not null and road.distance < 12
)
select org_id, ancestor_id, cast(distance as smallint) as distance from road order by org_id, distance;
