-- The sources' own arithmetic, done again (product.md, rule 7). The printed value stays; the finding stands beside it.
create temporary table findings (
    rule varchar, severity varchar, figure_id varchar, other_id varchar, org_id varchar, metric metric, item item,
    year smallint, printed double, expected double
);

-- A printed share of branches against the count it stands for and the total that count is part of.
insert into findings
select
    'share', case when abs(s.value - 100 * c.value / w.value) < 0.1 then 'note' else 'warning' end,
    s.figure_id, c.figure_id, s.org_id, s.metric, s.item, s.year, s.value,
    round(cast(100 * c.value / w.value as decimal(18, 6)), 2)
from figures as s
join figures as c on c.org_id = s.org_id and c.item = s.item and c.source_id = s.source_id
    and c.period_start = s.period_start and c.period_end = s.period_end and c.metric = 'rated_branches'
join figures as w on w.figure_id = c.part_of
where s.metric = 'rated_share' and w.value > 0
    and abs(s.value - 100 * c.value / w.value) >= 0.5 * pow(10, -case
        when s.value = round(s.value, 0) then 0 when s.value = round(s.value, 1) then 1 else 2 end) + 0.000001;

-- Parts of one total, added: more than an exact total is wrong, less than the total leaves something unnamed.
insert into findings
select
    'parts', case when sum(p.value) > max(w.value) then 'warning' else 'note' end,
    w.figure_id, min(p.figure_id), w.org_id, w.metric, w.item, w.year, max(w.value), sum(p.value)
from figures as p
join figures as w on w.figure_id = p.part_of
where p.metric = w.metric and p.value is not null and w.value is not null
group by w.figure_id, w.org_id, w.metric, w.item, w.year, w.qualifier
having (sum(p.value) > max(w.value) and w.qualifier in ('exact', 'almost', 'at_most'))
    or (sum(p.value) < max(w.value) and min(p.scope) = 'total' and count(distinct p.item) > 1);

-- A unit's own total against the items it lists for the same year.
insert into findings
select
    'items', 'warning', t.figure_id, min(o.figure_id), t.org_id, t.metric, t.item, t.year, max(t.value), sum(o.value)
from own_years as t
join own_years as o on o.org_id = t.org_id and o.year = t.year and o.metric = t.metric and o.recipient = t.recipient
    and o.occasion = t.occasion and o.item <> 'all'
join items as i on i.item = o.item and i.within is null
join metrics as m on m.metric = t.metric and m.over_items = 'sum'
where t.item = 'all' and t.basis = 'reported'
group by t.figure_id, t.org_id, t.metric, t.item, t.year, t.qualifier
having sum(o.value) > max(t.value) and t.qualifier in ('exact', 'almost', 'at_most')
    or t.qualifier = 'exact' and sum(o.value) < max(t.value) * 0.995 and count(*) > 1;

-- Women cannot be more than all members, nor members more than the workforce by much.
insert into findings
select 'women', 'warning', f.figure_id, m.figure_id, f.org_id, f.metric, f.item, f.year, f.value, m.value
from own_years as f
join own_years as m on m.org_id = f.org_id and m.year = f.year and m.metric = 'members'
where f.metric = 'members_female' and f.value > m.value;

insert into findings
select 'workforce', 'warning', f.figure_id, w.figure_id, f.org_id, f.metric, f.item, f.year, f.value, w.value
from own_years as f
join own_years as w on w.org_id = f.org_id and w.year = f.year and w.metric = 'workforce'
where f.metric = 'members' and f.value > w.value * 1.02;

-- Money per person, parcel or house outside of what such things cost.
insert into findings
with bands(amount, counted, low, high) as (
    values ('welfare_amount', 'welfare_people', 50000, 20000000), ('welfare_amount', 'welfare_gifts', 50000, 20000000),
        ('houses_amount', 'houses', 5000000, 200000000)
), pairs as (
    select a.figure_id, c.figure_id as other_id, a.org_id, a.metric, a.item, a.year, a.value / c.value as price, b.low, b.high
    from bands as b
    join figures as a on a.metric = b.amount and a.scope in ('total', 'event') and a.value is not null
    join figures as c on c.metric = b.counted and c.scope = a.scope and c.value > 0 and c.org_id = a.org_id
        and c.item = a.item and c.source_id = a.source_id and c.period_start = a.period_start
        and c.period_end = a.period_end and c.occasion = a.occasion
)
select
    'unit_price', 'warning', figure_id, other_id, org_id, metric, item, year, price,
    case when price < low then low else high end
from pairs
where price < low or price > high;

-- The same thing said twice of one unit and day or year: equal is a repetition, unequal needs a choice.
insert into findings
select
    'twice', case when a.value = b.value then 'note' else 'warning' end, a.figure_id, b.figure_id, a.org_id, a.metric,
    a.item, a.year, a.value, b.value
from figures as a
join figures as b on b.org_id = a.org_id and b.metric = a.metric and b.item = a.item and b.recipient = a.recipient
    and b.occasion = a.occasion and b.unit = a.unit and b.period_type = a.period_type and b.figure_id > a.figure_id
    and b.status = a.status
    and (b.period_start = a.period_start and b.period_end = a.period_end
        or a.period_type = 'as_of' and abs(date_diff('day', a.period_end, b.period_end)) <= 7)
where a.scope = 'total' and b.scope = 'total' and a.value is not null and b.value is not null;

-- A unit's own total against the sum of the branches below it, where at least nine of ten have reported.
insert into findings
select 'sum_below', 'warning', u.figure_id, null, u.org_id, u.metric, u.item, u.year, u.value, u.summed_value
from unit_years as u
where u.basis = 'reported' and u.summed_value is not null and u.branches_reported >= 0.9 * u.branches_expected
    and u.qualifier = 'exact' and abs(u.value - u.summed_value) > 0.25 * greatest(u.value, u.summed_value);

-- A value eight times its neighbours, or an eighth of them: most likely a slip of the decimal point.
insert into findings
with runs as (
    select
        o.*,
        lag(o.value) over run as before, lead(o.value) over run as after,
        lag(o.year) over run as year_before, lead(o.year) over run as year_after
    from own_years as o
    where o.basis = 'reported' and o.value > 0
    window run as (partition by o.org_id, o.metric, o.item, o.recipient, o.occasion order by o.year)
)
select 'tenfold', 'warning', figure_id, null, org_id, metric, item, year, value, (before + after) / 2
from runs
where year_before = year - 1 and year_after = year + 1
    and (value > 8 * greatest(before, after) or value * 8 < least(before, after)) and greatest(value, before, after) >= 50;

-- A name with letters and marks apart is mended; the unit's first figure stands for it.
insert into findings
select 'name_form', 'note', f.figure_id, null, f.org_id, f.metric, f.item, f.year, null, null
from figures as f
join mended_names as n on n.org_id = f.org_id
qualify row_number() over (partition by f.org_id order by f.year, f.metric, f.item, f.figure_id) = 1;

create table checks as
select
    cast(row_number() over (order by c.severity desc, c.rule, c.figure_id, c.other_id nulls first) as integer) as check_id,
    c.rule, c.severity, c.figure_id, c.other_id, c.org_id, c.metric, c.item, c.year, c.printed, c.expected, f.unit,
    f.source_id, w.source_id as other_source_id
from findings as c
join figures as f on f.figure_id = c.figure_id
left join figures as w on w.figure_id = c.other_id
order by check_id;
