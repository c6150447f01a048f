-- What real collections hold besides whole years: half years, printed shares, corrections, things told twice, events,
-- parts, and a few plain errors that the checks must find.

-- Half years: of some federations every year, and the last word of those that ended on 30/6/2025.
insert into lines by name
select
    c.body as org_id, 'so-ket-' || c.body || '-' || c.year as source_id, c.year, c.metric, c.item, c.recipient,
    c.occasion,
    greatest(1, round(c.value * if(c.item = 'programme.tet', 1, 0.3 + 0.3 * uniform(c.luck, c.year, c.metric))))
        as value,
    split_part(c.unit, '|', 1) as unit, 'half' as period_type, 'exact' as qualifier, 'final' as status, 'h' as mark
from counted as c
where c.level = 'provincial'
    and (c.metric in ('members_joined', 'party_admitted', 'initiatives', 'blood_units') or c.item = 'programme.tet'
        and c.metric in ('welfare_people', 'welfare_amount'))
    and (not c.whole or c.year < 2025 and uniform(c.luck, c.year, 'half') < 0.35);

-- Shares as printed: rounded, sometimes cut off, and now and then ten times too small, as in the document S001.
insert into lines by name
select
    r.org_id, r.source_id, r.year, 'rated_share' as metric, r.item, 'none' as recipient, 'none' as occasion,
    case when uniform(b.luck, r.year, hash(r.item, 'share')) < 0.015 then round(10 * r.value / w.value, 2)
        when uniform(b.luck, r.year, 'cut') < 0.15 then floor(1000 * r.value / w.value) / 10
        else round(100 * r.value / w.value, 1) end as value,
    'percent' as unit, 'year' as period_type, 'exact' as qualifier, r.status
from lines as r
join bodies as b on b.org_id = r.org_id and b.level <> 'upper'
join lines as w on w.org_id = r.org_id and w.year = r.year and w.metric = 'branches' and w.period_type = 'as_of'
where r.metric = 'rated_branches' and w.value > 0 and uniform(b.luck, r.year, 'prints shares') < 0.7;

-- More women than members, in two branches and one more for every five thousand reports.
update lines
set value = m.value + 3
from (
    select org_id, year, value
    from lines as f join senders as s using (org_id, year)
    where f.metric = 'members' and f.period_type = 'as_of'
    order by hash(s.luck, s.year, 'women'), org_id
    limit (select 2 + count(*) // 5000 from senders)
) as m
where lines.org_id = m.org_id and lines.year = m.year and lines.metric = 'members_female' and lines.mark = '';

-- Corrections: the printed line stays, a later one takes its place.
insert into lines by name
select
    l.org_id, 'dinh-chinh-' || l.year as source_id, l.year, l.metric, l.item, l.recipient, l.occasion,
    round(l.value * (0.94 + 0.05 * drawn(hash(l.org_id, l.year, l.metric, l.item)))) as value, l.unit, l.period_type,
    l.qualifier, 'corrected' as status, 'c' as mark
from lines as l
join metrics as m on m.metric = l.metric
cross join simulation as s
where l.org_id <> 'tld' and l.scope = 'total' and l.period_type in ('year', 'as_of') and l.mark = '' and l.value >= 50
    and l.unit <> 'percent' and l.part_of is null
    and (m.over_items <> 'sum' or l.item <> 'all' and starts_with(l.org_id, 'cs-'))
    and drawn(hash(s.seed, l.org_id, l.year, l.metric, l.item, l.recipient, l.occasion)) < 0.002;

-- The confederation's own compilation repeats some federations, not always with the same number.
insert into lines by name
select
    l.org_id, 'tong-hop-' || l.year as source_id, l.year, l.metric, l.item, l.recipient, l.occasion,
    if(uniform(b.luck, l.year, 'again') < 0.5, l.value, round(l.value * 1.03)) as value, l.unit, l.period_type,
    l.qualifier, l.status, 'b' as mark
from lines as l
join bodies as b on b.org_id = l.org_id and b.level = 'provincial'
where l.mark = '' and (l.metric = 'members' or l.metric = 'houses' and l.item = 'all' or l.metric = 'welfare_amount'
    and l.item = 'programme.tet') and uniform(b.luck, l.year, hash(l.metric, 'again')) < 0.05;

-- Things that are no total of a year. A part belongs to the union's own total, where there is one.
create temporary table tales(
    level level, metric metric, item item, recipient recipient, occasion occasion, scope scope, period_type period_type,
    chance double, typical double, value_text varchar
);

insert into tales values
    ('provincial', 'houses', 'house.new', 'none', 'none', 'event', 'year', 0.4, 2, null),
    ('provincial', 'donors_honoured', 'all', 'none', 'none', 'event', 'year', 0.4, 8, null),
    ('provincial', 'in_kind', 'all', 'none', 'none', 'event', 'year', 0.2, 120, null),
    ('provincial', 'recipient_units', 'programme.tet', 'none', 'none', 'event', 'year', 0.3, 14, null),
    ('provincial', 'welfare_gifts', 'programme.tet', 'none', 'none', 'part', 'year', 0.4, 60, null),
    ('provincial', 'welfare_gifts', 'programme.tet', 'none', 'none', 'joint', 'year', 0.3, 50, null),
    ('provincial', 'welfare_amount', 'programme.tet', 'none', 'none', 'part', 'year', 0.3, 30000000, null),
    ('provincial', 'welfare_amount', 'programme.workers_month', 'none', 'none', 'unclear', 'year', 0.15, 2e7, null),
    ('provincial', 'awards', 'award.bang_khen_ldld', 'collective', 'thematic', 'event', 'year', 0.3, 3, null),
    ('provincial', 'members_joined', 'all', 'none', 'none', 'total', 'quarter', 0.2, 40, null),
    ('upper', 'houses', 'all', 'none', 'none', 'event', 'year', 0.3, 1, null),
    ('upper', 'houses_amount', 'all', 'none', 'none', 'event', 'year', 0.2, 50000000, null),
    ('upper', 'blood_units', 'all', 'none', 'none', 'event', 'year', 0.3, 80, null),
    ('upper', 'welfare_gifts', 'programme.children', 'none', 'none', 'event', 'year', 0.3, 40, null),
    ('upper', 'community_gifts', 'all', 'none', 'none', 'event', 'year', 0.2, 60, null),
    ('upper', 'donation_amount', 'fund.disaster', 'none', 'none', 'event', 'year', 0.15, 30000000, null),
    ('upper', 'welfare_amount', 'programme.relief', 'none', 'none', 'joint', 'year', 0.1, 15000000, null),
    ('upper', 'awards', 'award.giay_khen_cap_tren', 'collective', 'unstated', 'event', 'year', 0.1, null, 'nhiều'),
    ('branch', 'welfare_amount', 'programme.study', 'none', 'none', 'total', 'school_year', 0.01, 4000000, null),
    ('branch', 'training_turns', 'all', 'none', 'none', 'total', 'span', 0.006, 12, null),
    ('branch', 'donation_amount', 'all', 'none', 'none', 'total', 'span', 0.006, 30000000, null),
    ('branch', 'fund_balance', 'balance.mutual_aid', 'none', 'none', 'unclear', 'as_of', 0.004, 20000000, null);

insert into lines by name
with tellers as (
    select
        b.org_id, b.level, y.year, b.luck, coalesce(year(b.valid_from) = y.year, false) as new,
        if(b.level = 'upper', 'phieu-' || replace(if(y.year < 2025, b.place_63, b.place_34), ':', '-'),
            'bao-cao-' || b.org_id) || '-' || y.year as source_id
    from bodies as b
    join (select distinct year from lives) as y
        on (b.valid_from is null or year(b.valid_from) <= y.year) and (b.valid_to is null or year(b.valid_to) > y.year)
    union all
    select org_id, 'branch', year, luck, false, source_id from senders where not closing
), sized as (
    select
        t.*, e.*, m.unit, if(m.unit = 'dong', 1000000, 1) as step,
        e.typical * exp(0.6 * bell(t.luck, t.year, hash(e.metric, e.item, e.scope, 'tale'))) as amount
    from tellers as t
    join tales as e on e.level = t.level
    join metrics as m on m.metric = e.metric
    where uniform(t.luck, t.year, hash(e.metric, e.item, e.scope, e.period_type)) < e.chance
        and not (t.new and e.period_type = 'quarter')
)
select
    s.org_id, s.source_id, s.year, s.metric, s.item, s.recipient, s.occasion, s.value_text,
    if(s.amount is not null, least(greatest(s.step, round(s.amount / s.step) * s.step),
        if(s.scope = 'part', floor(w.value * 0.6), null)), null) as value,
    split_part(s.unit, '|', 1) as unit, s.period_type,
    if(s.period_type = 'span', make_date(s.year - 2, 1, 1), null) as period_start,
    if(s.period_type = 'span', make_date(s.year, 12, 31), null) as period_end,
    'exact' as qualifier, 'final' as status, s.scope, substr(s.scope, 1, 1) || substr(s.period_type, 1, 1) as mark,
    if(s.scope = 'part' and w.org_id is not null,
        figure_named(s.org_id, s.year, s.metric, s.item, s.recipient, s.occasion, ''), null) as part_of
from sized as s
left join lines as w on s.scope = 'part' and w.org_id = s.org_id and w.year = s.year and w.metric = s.metric
    and w.item = s.item and w.mark = '' and w.period_type = 'year';
