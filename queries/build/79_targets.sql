-- Each target beside what came of it: the unit's own total of the year, else the sum of the branches below it, never
-- both. A sum that some branches are missing from is "at least" that much: it can show that a target is met, and never
-- that it is not. What is no figure of the whole year does not count, but what a half-year report says of the first six
-- months stands beside it.
create table target_years as
with halves as (
    select
        f.org_id, f.year, f.metric, f.item, f.value, f.qualifier, f.figure_id,
        row_number() over (
            partition by f.org_id, f.year, f.metric, f.item
            order by f.status desc, s.published_on desc nulls last, f.figure_id
        ) as place_in_line
    from listed_figures as f
    join targets as t on t.org_id = f.org_id and t.year = f.year and t.metric = f.metric and t.item = f.item
    join metrics as m on m.metric = f.metric
    join sources as s on s.source_id = f.source_id
    where f.period_type = 'half' and f.period_end = make_date(f.year, 6, 30) and f.scope = 'total'
        and f.value is not null and f.recipient = 'none' and cast(f.unit as varchar) = m.unit and m.over_time <> 'last'
), held as (
    select
        t.*, o.level, o.kind, o.place_63, o.place_34, y.value as reading, y.status, y.basis, y.figure_id,
        case
            when y.basis = 'summed' and y.branches_reported < y.branches_expected and y.qualifier = 'exact'
                then cast('at_least' as qualifier)
            else y.qualifier
        end as qualifier,
        y.value < t.value and (
            y.qualifier = 'at_least' or y.basis = 'summed' and y.branches_reported < y.branches_expected
            or y.basis = 'items' and not r.register_complete
        ) as is_part,
        y.branches_reported, y.branches_expected, h.value as half_value, h.qualifier as half_qualifier,
        h.figure_id as half_figure_id
    from targets as t
    join organisations as o on o.org_id = t.org_id
    cross join register as r
    left join halves as h on h.org_id = t.org_id and h.year = t.year and h.metric = t.metric and h.item = t.item
        and h.place_in_line = 1
    left join unit_years as y on y.org_id = t.org_id and y.year = t.year and y.metric = t.metric and y.item = t.item
        and y.recipient = 'none' and y.occasion = 'none'
        -- Items that come to less than the half year alone are not all of the year.
        and not coalesce(y.basis = 'items' and y.value < h.value, false)
)
select
    h.target_id, h.org_id, h.level, h.kind, h.place_63, h.place_34, h.year, h.metric, h.item, h.unit,
    h.value as target, h.source_id, h.source_line, h.assigned_by, h.note_vi, h.note_en, h.reading as value, h.qualifier,
    h.status, h.basis, h.figure_id, f.source_id as figure_source_id, h.branches_reported, h.branches_expected,
    -- Nothing below its target may read 100,0 % by rounding, nor may anything above it exceed it by 0,0 %.
    case
        when h.reading < h.value then least(round(cast(100 * h.reading / h.value as decimal(18, 6)), 1), 99.9)
        else round(cast(100 * h.reading / h.value as decimal(18, 6)), 1)
    end as reached,
    case
        when h.reading > h.value
            then greatest(round(cast(100 * (h.reading - h.value) / h.value as decimal(18, 6)), 1), 0.1)
    end as exceeded_by,
    case when h.reading < h.value and not h.is_part then h.value - h.reading end as to_go,
    -- The bounds of the bands, said again in the words `band.` of the catalogue. Who has "almost" or "about" as much as
    -- was asked for has not met it.
    case
        when h.reading is null then 'no_figure'
        when h.is_part then 'partial'
        when h.reading > h.value or h.reading = h.value and h.qualifier in ('exact', 'over', 'at_least') then 'met'
        when 100 * h.reading >= 80 * h.value then 'near'
        else 'missed'
    end as band,
    h.half_value, h.half_qualifier, h.half_figure_id, h.value / 2 as half_target,
    round(cast(100 * h.half_value / (h.value / 2) as decimal(18, 6)), 1) as half_reached
from held as h
left join listed_figures as f on f.figure_id = h.figure_id
order by h.year, h.metric, h.item, h.org_id;
