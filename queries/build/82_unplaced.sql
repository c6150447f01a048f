-- Whole-year totals that stand in no province on a map, and why: the unit's province is not known; it is known within
-- today's borders only; or the unit belongs to a central industry union, whose members no federation counts. Where a
-- place's reading is the sum of its branches, those of a central industry union are in it and left out here. With the
-- names of the units: nobody looks for a few of them among all.
create table unplaced as
with central as (
    select org_id from organisations where level = 'central_industry'
    union
    select a.org_id from ancestors as a join organisations as up on up.org_id = a.ancestor_id where up.level = 'central_industry'
), told as (
    select
        y.*, o.name_vi, o.name_en, o.level, o.kind, o.place_63, o.place_34, c.org_id is not null as is_central,
        coalesce(former.basis, 'none') = 'summed' as in_63, coalesce(present.basis, 'none') = 'summed' as in_34
    from own_years as y
    join organisations as o on o.org_id = y.org_id
    left join central as c on c.org_id = y.org_id
    left join place_years as former
        on former.place = o.place_63 and former.kind = 'all' and former.year = y.year and former.metric = y.metric
        and former.item = y.item and former.recipient = y.recipient and former.occasion = y.occasion
    left join place_years as present
        on present.place = o.place_34 and present.kind = 'all' and present.year = y.year and present.metric = y.metric
        and present.item = y.item and present.recipient = y.recipient and present.occasion = y.occasion
    where o.level <> 'tld'
        and (c.org_id is not null or o.place_63 is null or o.place_34 is null)
), reasons as (
    select
        *,
        case when is_central and not in_63 then 'central' when place_63 is not null then null
            when place_34 is null then 'unknown' else 'undivided' end as reason_63,
        case when is_central and not in_34 then 'central' when place_34 is null then 'unknown' end as reason_34
    from told
)
select
    org_id, name_vi, name_en, level, kind, place_63, place_34, year, metric, item, recipient, occasion, value, qualifier, status,
    figure_id, source_id, reason_63, reason_34
from reasons
where reason_63 is not null or reason_34 is not null
order by metric, item, year, org_id, recipient, occasion;
