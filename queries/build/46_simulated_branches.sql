-- Five classes of employers. Sizes are lognormal (median, sigma); growth is per year; women and density are shares.
create temporary table classes(class, state, median, sigma, growth, density, women, turnover) as from (values
    ('office', true, 28, 0.9, -0.008, 0.98, 0.45, 0.02),
    ('school', true, 30, 0.7, 0.004, 0.98, 0.72, 0.03),
    ('firm', false, 35, 1.2, 0.015, 0.86, 0.42, 0.09),
    ('fdi', false, 200, 1.35, 0.03, 0.90, 0.62, 0.16),
    ('guild', false, 55, 0.9, 0.02, 0.95, 0.33, 0.06)
);

-- Every branch that ever is. What the state pays for in full ended on 15/6/2025 (domain.md §2).
-- `before` and `after` are the unions above it up to and since 1/7/2025; the register shows the latest one.
create temporary table branches as
with numbered as (
    select h.*, cast(unnest(range(h.branches)) + 1 as integer) as serial from homes as h
), lucky as (
    select n.* exclude (luck), hash(s.seed, n.place_63, n.serial) as luck, s.first_year, s.last_year
    from numbered as n cross join simulation as s
), classed as (
    select
        l.*, uniform(l.luck, 0, 'class') as pick, least(0.45, 0.055 * l.fdi) as foreign_share
    from lucky as l
), employed as (
    select
        *,
        case
            when pick < foreign_share then 'fdi'
            when pick < foreign_share + 0.03 then 'guild'
            when pick < foreign_share + 0.03 + 0.28 * (0.97 - foreign_share) then 'office'
            when pick < foreign_share + 0.03 + 0.57 * (0.97 - foreign_share) then 'school'
            else 'firm'
        end as class
    from classed
), founded as (
    select
        e.*, c.median, c.sigma, c.growth, c.density, c.women, c.turnover,
        c.state and (e.class = 'office' or uniform(e.luck, 0, 'paid') < 0.93) as state_paid,
        case
            when uniform(e.luck, 0, 'old') < if(c.state, 0.95, 0.72)
                then date '1990-01-01' + cast(floor(uniform(e.luck, 0, 'opened') * 9000) as integer)
            else least(if(c.state, date '2024-12-31', null), make_date(e.first_year, 1, 1) + cast(floor(
                uniform(e.luck, 0, 'opened') * 365 * (e.last_year - e.first_year + 1)) as integer))
        end as valid_from,
        make_date(
            e.first_year + 1
                + cast(floor(uniform(e.luck, 0, 'end year') * greatest(1, e.last_year - e.first_year)) as integer),
            2 + cast(floor(uniform(e.luck, 0, 'end month') * 9) as integer), 15
        ) as possible_end
    from employed as e
    join classes as c on c.class = e.class
), closed as (
    select
        *,
        case
            when possible_end > valid_from + 400 and possible_end < date '2025-06-15'
                and uniform(luck, 0, 'ends') < if(class in ('office', 'school'), 0.03, 0.14) then possible_end
            when state_paid then date '2025-06-15'
            when possible_end > valid_from + 400 and possible_end >= date '2025-07-01'
                and class not in ('office', 'school') and uniform(luck, 0, 'ends') < 0.14 then possible_end
        end as valid_to,
        case
            when class in ('firm', 'fdi') and uniform(luck, 0, 'central') < 0.03 then 'cd_nganh_tw'
            when class = 'school' then if(uniform(luck, 0, 'up') < 0.35, 'cd_nganh', 'ldld_huyen')
            when class = 'office' then any_of(luck, 'up',
                ['cd_vien_chuc', 'cd_vien_chuc', 'ldld_huyen', 'ldld_huyen', 'none'])
            when class = 'fdi' and fdi >= 1.2 then if(uniform(luck, 0, 'up') < 0.65, 'cd_kcn', 'ldld_huyen')
            else any_of(luck, 'up', ['ldld_huyen', 'ldld_huyen', 'ldld_huyen', 'none'])
        end as kind_above
    from founded
), placed as (
    select
        c.*, old.org_id as federation_before, new.org_id as federation_after,
        case
            when c.kind_above = 'cd_nganh_tw' then 'nganh-tw-' || any_of(c.luck, 'which', [1, 2, 3])
            when c.kind_above = 'none' then old.org_id
            else replace(c.kind_above, '_', '-') || '-' || c.code || '-' || if(c.kind_above = 'ldld_huyen',
                1 + cast(floor(uniform(c.luck, 0, 'which') * c.districts) as integer), 1)
        end as before,
        x.communes
    from closed as c
    join bodies as old on old.level = 'provincial' and old.place_63 = c.place_63
    join bodies as new on new.level = 'provincial' and new.place_34 = c.place_34 and new.valid_to is null
    join (select place_34, max(rank) as communes from bodies where kind = 'cd_xa' group by place_34) as x
        on x.place_34 = c.place_34
)
select
    'cs-' || code || '-' || lpad(cast(serial as varchar), 5, '0') as org_id,
    lpad(cast(serial as varchar), 4, '0') || ' ' || vi as named_vi,
    lpad(cast(serial as varchar), 4, '0') || ', ' || en as named_en,
    class, state_paid, place_63, place_34, valid_from, valid_to, before, federation_before, federation_after,
    case
        when kind_above = 'cd_nganh_tw' then before
        when uniform(luck, 2025, 'commune') < 0.6
            then 'cd-xa-' || substr(place_34, 4) || '-'
                || (1 + cast(floor(uniform(luck, 2025, 'which') * communes) as integer))
        else federation_after
    end as after,
    kind_above = 'cd_nganh_tw' as central, growth, turnover, luck,
    least(15000, exp(ln(median) + sigma * bell(luck, 0, 'size'))) as size,
    least(1, greatest(0.6, density + 0.06 * bell(luck, 0, 'density'))) as density,
    least(0.95, greatest(0.05, women + 0.12 * bell(luck, 0, 'women'))) as women
from placed
order by code, serial;

insert into organisations
with named as (
    select
        b.*,
        case class
            when 'office' then any_of(luck, 'name', ['Sở', 'Phòng', 'Chi cục', 'Văn phòng', 'Ban Quản lý'])
            when 'school' then 'Trường ' || any_of(luck, 'name', ['Mầm non', 'Tiểu học', 'THCS', 'THPT', 'Cao đẳng'])
            when 'firm' then 'Công ty '
                || any_of(luck, 'name', ['Cơ khí', 'Xây dựng', 'Thương mại', 'Chế biến', 'Vận tải'])
            when 'fdi' then 'Công ty FDI ' || any_of(luck, 'name', ['May', 'Giày', 'Điện tử', 'Linh kiện', 'Đồ gỗ'])
            else any_of(luck, 'name', ['Vận tải', 'Nghề cá', 'Giúp việc', 'Bốc xếp', 'Chợ'])
        end as work_vi,
        case class
            when 'office' then any_of(luck, 'name', ['Department', 'Division', 'Agency', 'Office', 'Management Board'])
            when 'school' then any_of(luck, 'name', ['Kindergarten', 'Primary School', 'Lower Secondary School',
                'Upper Secondary School', 'College'])
            when 'firm' then any_of(luck, 'name', ['Engineering', 'Construction', 'Trading', 'Processing', 'Transport'])
                || ' Company'
            when 'fdi' then any_of(luck, 'name', ['Garment', 'Footwear', 'Electronics', 'Components', 'Furniture'])
                || ' FDI Company'
            else any_of(luck, 'name', ['Transport', 'Fishing', 'Domestic Work', 'Porters''', 'Market'])
        end as work_en
    from branches as b
), every as (
    select
        org_id, cast('branch' as level) as level, cast(if(class = 'guild', 'nghiep_doan', 'cdcs') as kind) as kind,
        if(class = 'guild', 'Nghiệp đoàn ', 'CĐCS ')
            || if(uniform(luck, 0, 'apart') < 0.001, sent_apart(work_vi), work_vi) || ' ' || named_vi || ' (minh họa)'
            as name_vi,
        if(class = 'guild', 'Occupational Union, ', 'Branch, ') || work_en || ' ' || named_en || ' (simulated)'
            as name_en,
        if(valid_to < date '2025-07-01', before, after) as parent_id, place_63, place_34, valid_from, valid_to,
        case class
            when 'guild' then 'occupational' when 'fdi' then 'foreign_firm'
            when 'firm' then if(uniform(luck, 0, 'owner') < 0.12, 'state_firm', 'private_firm') else 'public'
        end as sector,
        case when valid_to = date '2025-06-15' then 'ceased' when valid_to is not null then 'dissolved' end as ending,
        null as successor_id
    from named
    union all
    select
        b.org_id, b.level, b.kind, b.name_vi || ' (minh họa)', b.name_en || ' (simulated)', b.parent_id, b.place_63,
        b.place_34, b.valid_from, b.valid_to, null,
        case when f.org_id is not null then 'merged' when b.valid_to is not null then 'ceased' end, f.org_id
    from bodies as b
    left join bodies as f
        on b.level = 'provincial' and b.valid_to is not null and f.level = 'provincial' and f.valid_to is null
        and f.place_34 = b.place_34
)
select
    org_id, name_vi, name_en, level, kind, parent_id, place_63, place_34, 'stated', valid_from, valid_to, ending, successor_id,
    null, null,
    key_of(nfc_normalize(name_vi) || ' ' || name_en), sector
from every
order by kind, org_id; -- who looks for the few units above the branches reads past all of these

-- A branch that lived through 1/7/2025 stood under one union before and under another since.
insert into parents
select
    org_id, before, date '1900-01-01',
    case when coalesce(valid_to, date '9999-12-31') >= date '2025-07-01' and before <> after then date '2025-06-30'
        else date '9999-12-31' end
from branches
where coalesce(valid_from, date '1900-01-01') < date '2025-07-01'
union all
select
    org_id, after,
    case when coalesce(valid_from, date '1900-01-01') < date '2025-07-01' then date '2025-07-01'
        else date '1900-01-01' end,
    date '9999-12-31'
from branches
where coalesce(valid_to, date '9999-12-31') >= date '2025-07-01'
    and (before <> after or coalesce(valid_from, date '1900-01-01') >= date '2025-07-01')
union all
select org_id, parent_id, date '1900-01-01', date '9999-12-31' from bodies where parent_id is not null
order by 2, 1, 3;
