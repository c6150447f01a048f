-- The simulated country: made-up union bodies on the real map, each one marked "(minh họa)" in its name.
-- Reads the one row of `simulation`: how many branches, which years, which seed.
-- A draw is a hash of a unit's luck, a year and a thing, so neither threads nor row order can change a result.
create temporary macro drawn(h) as (cast(hash(h) >> 11 as double) + 0.5) / 9007199254740992;
create temporary macro uniform(luck, in_year, thing) as drawn(hash(luck, in_year, thing));
create temporary macro bell(luck, in_year, thing) as
    sqrt(-2 * ln(drawn(hash(luck, in_year, thing)))) * cos(2 * pi() * drawn(hash(thing, luck, in_year)));
create temporary macro any_of(luck, thing, choices) as
    choices[1 + cast(floor(uniform(luck, 0, thing) * len(choices)) as integer)];
create temporary macro key_of(words) as trim(regexp_replace(
    translate(strip_accents(nfc_normalize(lower(words))), 'đð', 'dd'), '[^a-z0-9]+', ' ', 'g'));

-- The way some computers send names: the marks stand apart from their letters, which looks the same and is not.
create temporary macro sent_apart(words) as
    replace(replace(words, 'ô', 'o' || chr(770)), 'ờ', 'o' || chr(795) || chr(768));

-- Where the branches are (in hundreds, domain knowledge of about 2022) and how common foreign employers are there.
create temporary table weights(code, weight, fdi) as from (values
    ('01', 90, 0.9), ('02', 13, 0.1), ('04', 11, 0.1), ('06', 8, 0.1), ('08', 13, 0.4), ('10', 12, 0.3),
    ('11', 11, 0.1), ('12', 9, 0.1), ('14', 16, 0.1), ('15', 13, 0.4), ('17', 13, 0.7), ('19', 15, 2.0),
    ('20', 14, 0.3), ('22', 20, 1.2), ('24', 22, 2.5), ('25', 21, 1.5), ('26', 16, 2.2), ('27', 18, 4.0),
    ('30', 22, 2.0), ('31', 28, 2.5), ('33', 17, 1.8), ('34', 20, 1.0), ('35', 14, 1.8), ('36', 20, 1.0),
    ('37', 15, 1.0), ('38', 38, 0.8), ('40', 36, 0.6), ('42', 18, 0.4), ('44', 14, 0.2), ('45', 12, 0.2),
    ('46', 14, 0.6), ('48', 20, 1.2), ('49', 21, 0.9), ('51', 18, 0.7), ('52', 19, 0.4), ('54', 13, 0.3),
    ('56', 15, 0.5), ('58', 9, 0.3), ('60', 14, 0.4), ('62', 10, 0.1), ('64', 18, 0.1), ('66', 21, 0.1),
    ('67', 10, 0.1), ('68', 17, 0.4), ('70', 14, 1.8), ('72', 13, 2.5), ('74', 36, 5.0), ('75', 29, 4.0),
    ('77', 17, 1.5), ('79', 160, 1.5), ('80', 22, 3.0), ('82', 17, 1.2), ('83', 15, 0.5), ('84', 13, 0.4),
    ('86', 13, 0.8), ('87', 18, 0.2), ('89', 17, 0.2), ('91', 16, 0.2), ('92', 17, 0.5), ('93', 10, 0.3),
    ('94', 14, 0.2), ('95', 10, 0.2), ('96', 12, 0.1)
);

-- Two branches for every province, the rest by weight; cumulative rounding makes the sum exact.
create temporary table homes as
with shares as (
    select
        p.place as place_63, p.successor as place_34, p.code, p.vi, p.en, p.kind, w.fdi, s.branches - 126 as spare,
        sum(w.weight) over (order by p.code) / sum(w.weight) over () as upto,
        w.weight / sum(w.weight) over () as own,
        count(*) over (partition by p.successor) > 1 as merged,
        hash(s.seed, p.place) as luck
    from provinces as p
    join weights as w on w.code = p.code
    cross join simulation as s
    where p.scheme = '63'
)
select
    place_63, place_34, code, vi, en, kind, fdi, merged, luck,
    cast(2 + round(spare * upto) - round(spare * (upto - own)) as integer) as branches,
    greatest(2, cast(round(sqrt(branches) / 4) as integer)) as districts
from shares;

-- Union bodies above the branches. Federations keep the identifiers they have in the real data set, so that a link
-- opens the same federation in both.
create temporary table bodies(
    org_id varchar, level level, kind kind, rank integer, name_vi varchar, name_en varchar, parent_id varchar,
    place_63 varchar, place_34 varchar, valid_from date, valid_to date, luck ubigint
);

insert into bodies
select
    'tld', 'tld', 'tong', 0, 'Tổng Liên đoàn Lao động Việt Nam', 'Vietnam General Confederation of Labour', null, null,
    null, null, null, hash(seed, 'tld')
from simulation;

insert into bodies
with federations as (
    select
        h.place_63, h.place_34, p.vi, p.en, p.kind, null as opened,
        case when h.merged then date '2025-06-30' end as closed
    from homes as h
    join provinces as p on p.place = case when h.merged then h.place_63 else h.place_34 end
    union all
    select null, p.place, p.vi, p.en, p.kind, date '2025-07-01', null
    from provinces as p
    where exists (select 1 from homes as h where h.place_34 = p.place and h.merged)
)
select
    'ldld-' || replace(replace(key_of(f.vi), 'ho chi minh', 'hcm'), ' ', '-') || if(f.opened is null, '', '-2025'),
    'provincial', 'ldld_tinh', 0,
    if(f.kind = 'city', 'LĐLĐ thành phố ', 'LĐLĐ tỉnh ') || replace(f.vi, 'TP. ', '')
        || if(f.opened is null, '', ' (sau 1/7/2025)'),
    replace(f.en, ' City', '') || if(f.kind = 'city', ' City', ' Provincial') || ' Federation of Labour'
        || if(f.opened is null, '', ' (from 1 July 2025)'),
    'tld', f.place_63, f.place_34, f.opened, f.closed, hash(s.seed, coalesce(f.place_63, f.place_34))
from federations as f cross join simulation as s;

insert into bodies
select
    'nganh-tw-' || n, 'central_industry', 'cd_nganh_tw', n, 'Công đoàn ngành trung ương số ' || n,
    'Central Industry Union No. ' || n, 'tld', null, null, null, null, hash(s.seed, 'central', n)
from simulation as s cross join range(1, 4) as numbers(n);

-- To 30/6/2025: districts, education, public employees, industrial zones.
insert into bodies
with kinds as (
    select place_63, 'ldld_huyen' as kind, unnest(range(1, 1 + districts)) as n from homes
    union all
    select place_63, unnest(['cd_nganh', 'cd_vien_chuc']), 1 from homes
    union all
    select place_63, 'cd_kcn', 1 from homes where fdi >= 1.2
)
select
    replace(k.kind, '_', '-') || '-' || h.code || '-' || k.n, 'upper', k.kind, k.n,
    case k.kind
        when 'ldld_huyen' then 'LĐLĐ huyện số ' || k.n || ' ' || h.vi
        when 'cd_nganh' then 'Công đoàn Giáo dục ' || h.vi
        when 'cd_vien_chuc' then 'Công đoàn Viên chức ' || h.vi
        else 'Công đoàn các khu công nghiệp ' || h.vi
    end,
    case k.kind
        when 'ldld_huyen' then 'Federation of Labour of District ' || k.n || ', ' || h.en
        when 'cd_nganh' then 'Education Union of ' || h.en
        when 'cd_vien_chuc' then 'Public Employees'' Union of ' || h.en
        else 'Industrial Zones'' Union of ' || h.en
    end,
    f.org_id, h.place_63, h.place_34, null,
    if(k.kind <> 'ldld_huyen' and uniform(h.luck, 2025, k.kind) < 0.15, date '2025-03-03', date '2025-06-30'),
    hash(h.luck, k.kind, k.n)
from kinds as k
join homes as h on h.place_63 = k.place_63
join bodies as f on f.level = 'provincial' and f.place_63 = h.place_63;

-- From 1/7/2025: unions of communes and wards.
insert into bodies
with communes as (
    select place_34, unnest(range(1, 1 + greatest(2, cast(round(sqrt(sum(branches)) / 2.6) as integer)))) as n
    from homes
    group by place_34
)
select
    'cd-xa-' || p.code || '-' || c.n, 'upper', 'cd_xa', c.n,
    if(c.n % 3 = 0, 'Công đoàn phường số ', 'Công đoàn xã số ') || c.n || ' ' || p.vi,
    if(c.n % 3 = 0, 'Union of Ward ', 'Union of Commune ') || c.n || ', ' || p.en,
    f.org_id, null, p.place, date '2025-07-01' + cast(floor(uniform(f.luck, c.n, 'opened') * 90) as integer), null,
    hash(f.luck, 'commune', c.n)
from communes as c
join provinces as p on p.place = c.place_34
join bodies as f on f.level = 'provincial' and f.place_34 = p.place and f.valid_to is null;
