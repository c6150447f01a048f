-- What a file brings, each figure beside what is published of it now and of the year before. What is counted on a day
-- stands for the last one of its period.
copy (
with read as (
    from read_csv($folder || '/rows.csv', header = true, columns = {
        'first': 'integer', 'sheet': 'varchar', 'row': 'integer', 'unit': 'varchar', 'province': 'varchar',
        'period_type': 'varchar', 'period_start': 'varchar', 'period_end': 'varchar', 'status': 'varchar',
        'series': 'varchar', 'values': 'varchar', 'qualifiers': 'varchar'})
), told as (
    select
        first + generate_subscripts(string_split(series, ' '), 1) - 1 as number, sheet, row, unit, period_type, period_start,
        period_end, status, cast(unnest(string_split(series, ' ')) as integer) as series,
        cast(unnest(string_split("values", ' ')) as decimal(18, 2)) as value, unnest(string_split(qualifiers, ' ')) as qualifier
    from read
), brought as (
    select
        r.sheet, r.row, s."column" || r.row as cell, r.unit as org_id,
        case when m.over_time = 'last' then 'as_of' else r.period_type end as period_type,
        case when m.over_time = 'last' then r.period_end else r.period_start end as period_start, r.period_end, s.metric,
        s.item, s.recipient, s.occasion, s.unit, r.value, r.qualifier, r.number,
        coalesce(nullif(r.status, ''), nullif(s.status, ''), 'final') as called,
        case when s.item in ('', 'all') then 'all' else m.dimension || '.' || s.item end as of_item,
        coalesce(nullif(s.recipient, ''), 'none') as of_recipient, coalesce(nullif(s.occasion, ''), 'none') as of_occasion
    from told as r
    join read_csv($folder || '/series.csv', header = true, force_not_null = ['item', 'recipient', 'occasion'], columns = {
        'series': 'integer', 'column': 'varchar', 'metric': 'varchar', 'item': 'varchar', 'recipient': 'varchar',
        'occasion': 'varchar', 'unit': 'varchar', 'status': 'varchar'}) as s on s.series = r.series
    join staged_metrics as m on m.metric = s.metric
), whole as (
    select
        figure_id, org_id, year, cast(period_type as varchar) as period_type, cast(period_start as varchar) as period_start,
        cast(period_end as varchar) as period_end, cast(metric as varchar) as metric, cast(item as varchar) as item,
        cast(recipient as varchar) as recipient, cast(occasion as varchar) as occasion, value,
        coalesce(cast(value as varchar), value_text_vi) as said, cast(qualifier as varchar) as qualifier, status
    from serving.figures
    where scope = 'total' and org_id in (select unit from read)
), published as (
    select
        org_id, period_type, period_start, period_end, metric, item, recipient, occasion,
        max_by(value, (status, figure_id)) as value, max_by(said, (status, figure_id)) as said,
        max_by(qualifier, (status, figure_id)) as qualifier, max(status) as status
    from whole
    group by all
), of_years as (
    select
        org_id, year, period_type, metric, item, recipient, occasion, max_by(value, (period_end, status, figure_id)) as value
    from whole
    where period_type in ('year', 'as_of') and value is not null
    group by all
)
-- Called preliminary, a figure is that, unless it only repeats a final one. Else it is final, or a correction of one.
select
    cast(b.number as integer) as number, b.sheet, b.row, b.cell, b.org_id, b.period_type,
    b.period_start, b.period_end, b.metric, b.item, b.recipient, b.occasion, b.unit,
    regexp_replace(cast(b.value as varchar), '[.]0+$', '') as value, b.qualifier,
    case
        when p.said is null then 'new'
        when b.value = p.value and b.qualifier = p.qualifier then 'unchanged'
        else 'changed'
    end as kind,
    regexp_replace(p.said, '[.]0+$', '') as before_value, p.qualifier as before_qualifier,
    cast(d.cell is not null
        or coalesce(abs(b.value - p.value) > 0.5 * p.value and greatest(b.value, p.value) >= 20, false)
        or coalesce(abs(b.value - y.value) > 0.5 * y.value and greatest(b.value, y.value) >= 20, false)
        as integer) as suspicious,
    t.typed,
    case
        when b.called = 'preliminary' and (p.said is null or p.status = 'preliminary' or b.value is distinct from p.value
            or b.qualifier <> p.qualifier) then 'preliminary'
        when b.called = 'corrected' or p.status = 'corrected' then 'corrected'
        when p.status = 'final' and (b.value is distinct from p.value or b.qualifier <> p.qualifier) then 'corrected'
        else 'final'
    end as status
from brought as b
left join published as p on p.org_id = b.org_id and p.period_type = b.period_type and p.period_start = b.period_start
    and p.period_end = b.period_end and p.metric = b.metric and p.item = b.of_item and p.recipient = b.of_recipient
    and p.occasion = b.of_occasion
left join of_years as y on y.org_id = b.org_id and y.year = cast(left(b.period_end, 4) as integer) - 1
    and y.period_type = b.period_type and y.metric = b.metric and y.item = b.of_item and y.recipient = b.of_recipient
    and y.occasion = b.of_occasion
left join doubted as d on d.sheet = b.sheet and d.cell = b.cell
left join typed as t on t.sheet = b.sheet and t.cell = b.cell
order by b.number
) to $path (format parquet, compression zstd);
