-- The reports as they come in: who sends one, in which words and rounding, and with which slips.
create temporary macro two_digits(v) as pow(10, greatest(0, floor(log10(greatest(v, 1))) - 1));
create temporary macro worded(v, q) as case q
    when 'exact' then v when 'over' then floor(v / two_digits(v)) * two_digits(v)
    when 'at_least' then floor(v / two_digits(v)) * two_digits(v)
    when 'about' then round(v / two_digits(v)) * two_digits(v)
    else ceil(v / two_digits(v)) * two_digits(v) end;
create temporary macro word(u) as case
    when u < 0.02 then 'about' when u < 0.027 then 'over' when u < 0.031 then 'almost'
    when u < 0.033 then 'at_least' when u < 0.035 then 'at_most' else 'exact' end;
create temporary macro slipped(v, unit, u) as case
    when u < 0.0004 and v >= 20 then v * 10
    when u between 0.0004 and 0.0005 and unit = 'dong' then round(v / 1000)
    else v end;
create temporary macro figure_named(org_id, year, metric, item, recipient, occasion, mark) as
    org_id || '-' || year || '-' || (1 + enum_code(metric)) || if(item = 'all', '', '.' || enum_code(item))
    || if(recipient = 'none', '', '.' || enum_code(recipient) || enum_code(occasion)) || mark;

-- `mark` keeps the names of two lines about one thing apart.
create temporary table lines(
    org_id varchar, source_id varchar, year smallint, metric metric, item item, recipient recipient, occasion occasion,
    value decimal(18, 2), unit unit, period_type period_type, period_start date, period_end date, qualifier qualifier,
    status status, scope scope default 'total', part_of varchar, value_text varchar, mark varchar default ''
);

-- Three in a hundred branches miss a year, seven the last one, four in ten where the province is late.
create temporary table senders as
select
    l.org_id, l.year, l.luck, l.closing, l.valid_to, l.class,
    'phieu-' || replace(if(l.year < 2025, l.place_63, l.place_34), ':', '-') || '-' || l.year as source_id,
    if(l.year = s.last_year and uniform(hash(l.place_34), s.seed, 'first') < 0.4, 'preliminary', 'final') as status
from lives as l
cross join simulation as s
where uniform(l.luck, l.year, 'sends') < case when l.closing then 0.85 when l.year < s.last_year then 0.97
    when uniform(hash(l.place_34), s.seed, 'late') < 0.1 then 0.6 else 0.93 end;

-- A third of the branches print what they raised in all: mostly the sum of its funds, now and then more or less.
create temporary table raised as
select
    s.org_id, s.year,
    case when uniform(s.luck, s.year, 'error') < 0.02 then 0.9 when uniform(s.luck, s.year, 'error') < 0.05 then 1.12
        else 1 end as factor,
    sum(t.value) as value
from senders as s
join truth as t on t.org_id = s.org_id and t.year = s.year and t.metric = 'donation_amount'
where not s.closing and uniform(s.luck, s.year, 'in all') < 0.35
group by s.org_id, s.year, s.luck
having count(*) > 1;

insert into lines by name
with read as (
    select
        t.*, s.source_id, s.status, s.closing, s.valid_to, m.unit, m.over_time, r.org_id is not null as in_all,
        uniform(s.luck, s.year, hash(t.metric, t.item, t.recipient, t.occasion, 'word')) as wording,
        uniform(s.luck, s.year, hash(t.metric, t.item, t.recipient, t.occasion, 'slip')) as slip
    from truth as t
    join senders as s on s.org_id = t.org_id and s.year = t.year
    join metrics as m on m.metric = t.metric
    left join raised as r on r.org_id = t.org_id and r.year = t.year and t.metric = 'donation_amount'
), said as (
    select *, if(unit = 'dong' and not in_all, word(wording), 'exact') as qualifier from read
)
select
    org_id, source_id, year, metric, item, recipient, occasion,
    slipped(worded(value, qualifier), unit,
        if(metric in ('branches', 'rated_branches') or unit = 'percent', 1, slip)) as value,
    split_part(unit, '|', 1) as unit,
    case when closing then 'span' when over_time = 'last' then 'as_of' else 'year' end as period_type,
    if(closing, make_date(year, 1, 1), null) as period_start, if(closing, valid_to, null) as period_end, qualifier,
    status,
    if(in_all, figure_named(org_id, year, metric, cast('all' as item), recipient, occasion, ''), null) as part_of
from said;

insert into lines by name
select
    r.org_id, s.source_id, r.year, 'donation_amount' as metric, 'all' as item, 'none' as recipient, 'none' as occasion,
    round(r.value * r.factor / 100000) * 100000 as value, 'dong' as unit, 'year' as period_type,
    if(r.factor > 1, 'over', 'exact') as qualifier, s.status
from raised as r
join senders as s on s.org_id = r.org_id and s.year = r.year;

-- Unions above the branches: the upper ones within the forms of their province, three in a hundred not at all, the
-- others in a report of their own.
insert into lines by name
with read as (
    select
        t.*, b.place_63, b.place_34, m.over_time,
        if(t.unit = 'dong', word(uniform(t.luck, t.year, hash(t.metric, t.item, 'word'))), 'exact') as qualifier,
        uniform(t.luck, t.year, hash(t.metric, t.item, t.recipient, t.occasion, 'slip')) as slip,
        if(t.year = s.last_year and uniform(t.luck, t.year, 'first') < 0.35, 'preliminary', 'final') as status
    from told as t
    join bodies as b on b.org_id = t.body
    join metrics as m on m.metric = t.metric
    cross join simulation as s
    where t.level <> 'upper' or uniform(t.luck, t.year, 'sends') >= 0.03
)
select
    body as org_id,
    if(level = 'upper', 'phieu-' || replace(if(year < 2025, place_63, place_34), ':', '-'), 'bao-cao-' || body)
        || '-' || year as source_id,
    year, metric, item, recipient, occasion,
    slipped(worded(value, qualifier), unit,
        if(level = 'tld' or metric in ('branches', 'rated_branches', 'branches_founded', 'branches_dissolved'), 1, slip)
    ) as value,
    split_part(unit, '|', 1) as unit, if(over_time = 'last', 'as_of', 'year') as period_type, qualifier, status,
    if(metric = 'rated_branches', figure_named(body, year, cast('branches' as metric), cast('all' as item), recipient,
        occasion, ''), null) as part_of
from read;

-- The whole of what may be added over its items, without the items that lie within another.
insert into lines by name
select
    l.org_id, l.source_id, l.year, l.metric, 'all' as item, l.recipient, l.occasion, sum(l.value) as value, l.unit,
    l.period_type, qualifier_of_sum(l.qualifier) as qualifier, l.status
from lines as l
join bodies as b on b.org_id = l.org_id and b.level <> 'upper'
join metrics as m on m.metric = l.metric and m.over_items = 'sum'
join items as i on i.item = l.item and i.within is null
group by l.org_id, l.source_id, l.year, l.metric, l.recipient, l.occasion, l.unit, l.period_type, l.status;
