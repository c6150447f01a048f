-- The awards that count, place by place: totals of a form of award, and apart from them what was recorded, at least.
create view counted_awards as
with told as (
    select
        y.scheme, y.kind, y.place, y.year, y.item, y.recipient, y.occasion, cast(y.basis as varchar) as basis, y.value,
        cast(y.qualifier as varchar) as qualifier
    from place_years as y
    -- A sum of the few places known is no total of the country; a partial register says only "at least".
    join release as r on r.register_complete or y.basis <> 'summed'
    where y.metric = 'awards' and y.item <> 'all'
    union all
    select
        t.scheme, t.kind, t.place, t.year, t.item, t.recipient, t.occasion, 'tally', t.value,
        cast(t.qualifier as varchar)
    from place_tallies as t
    where t.metric = 'awards'
)
select
    t.*, i.level, i.within,
    -- The commemorative medal is no rung of the ladder; titles within others are counted once.
    i.within is null and t.item <> 'award.ky_niem_chuong' as on_ladder
from told as t
join items as i on i.item = t.item;
