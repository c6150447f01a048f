-- What branches do in a year. Of each class of employer a share (o office, s school, f firm, x foreign firm, g guild)
-- has `rate` per head of `base`, spread lognormally and rounded to `step`. What is steady stays with a branch.
create temporary table rules(
    metric metric, item item, recipient recipient, occasion occasion, base varchar, o double, s double, f double,
    x double, g double, rate double, spread double, step double, steady boolean
);

insert into rules
select
    m.metric, if(r.item = 'all', r.item, m.dimension || '.' || r.item), 'none', 'none', base, o, s, f, x, g, rate,
    spread, step, steady
from (values
    ('party_recommended', 'all', 'members', 0.7, 0.6, 0.2, 0.12, 0.02, 0.02, 0.5, 1, false),
    ('training_turns', 'all', 'members', 0.7, 0.7, 0.45, 0.5, 0.2, 0.06, 0.6, 1, false),
    ('training_planned', 'all', 'members', 0.2, 0.15, 0.04, 0.02, 0, 0.02, 0.5, 1, false),
    ('pay_rise_turns', 'regular', 'members', 0.5, 0.5, 0.05, 0, 0, 0.3, 0.3, 1, true),
    ('pay_rise_turns', 'early', 'members', 0.3, 0.25, 0.02, 0, 0, 0.03, 0.4, 1, true),
    ('maternity_turns', 'all', 'women', 0.5, 0.6, 0.4, 0.6, 0, 0.05, 0.5, 1, false),
    ('initiatives', 'all', 'members', 0.35, 0.4, 0.3, 0.3, 0, 0.03, 0.6, 1, false),
    ('collective_agreements', 'all', 'one', 0, 0.02, 0.3, 0.35, 0, 1, 0, 1, false),
    ('welfare_people', 'tet', 'members', 0.95, 0.95, 0.95, 0.97, 0.9, 0.6, 0.3, 1, false),
    ('welfare_people', 'tet_market', 'members', 0.02, 0.02, 0.1, 0.2, 0.02, 0.08, 0.4, 1, true),
    ('welfare_people', 'workers_month', 'members', 0.05, 0.05, 0.5, 0.6, 0.2, 0.15, 0.5, 1, false),
    ('welfare_people', 'holiday', 'members', 0.6, 0.6, 0.4, 0.5, 0.2, 0.6, 0.4, 1, true),
    ('welfare_people', 'visit', 'members', 0.85, 0.85, 0.7, 0.7, 0.6, 0.12, 0.5, 1, false),
    ('welfare_people', 'hardship', 'members', 0.25, 0.3, 0.35, 0.4, 0.4, 0.04, 0.6, 1, false),
    ('welfare_people', 'relief', 'members', 0.08, 0.08, 0.1, 0.1, 0.05, 0.05, 0.6, 1, false),
    ('welfare_people', 'member_benefit', 'members', 0.1, 0.1, 0.2, 0.3, 0.05, 0.3, 0.5, 1, true),
    ('welfare_people', 'women', 'women', 0.7, 0.8, 0.6, 0.7, 0.2, 0.85, 0.3, 1, false),
    ('welfare_people', 'children', 'members', 0.7, 0.6, 0.55, 0.6, 0.3, 0.4, 0.4, 1, false),
    ('welfare_people', 'study', 'members', 0.3, 0.3, 0.25, 0.3, 0.2, 0.08, 0.5, 1, false),
    ('welfare_people', 'trip', 'members', 0.2, 0.2, 0.25, 0.25, 0.1, 0.07, 0.4, 1, true),
    ('welfare_people', 'meal', 'members', 0.05, 0.08, 0.25, 0.4, 0.05, 0.5, 0.4, 1, true),
    ('welfare_people', 'lodging', 'members', 0.01, 0.01, 0.02, 0.05, 0, 0.01, 0.5, 1, true),
    ('welfare_turns', 'legal', 'members', 0.05, 0.05, 0.15, 0.2, 0.1, 0.03, 0.6, 1, false),
    ('welfare_people', 'other', 'members', 0.06, 0.06, 0.08, 0.08, 0.05, 0.1, 0.6, 1, false),
    ('houses', 'new', 'one', 0.04, 0.05, 0.05, 0.06, 0.08, 1, 0.3, 1, false),
    ('houses', 'repaired', 'one', 0.02, 0.02, 0.02, 0.03, 0.04, 1, 0.3, 1, false),
    ('donation_amount', 'poor_workers', 'members', 0.5, 0.5, 0.35, 0.3, 0.1, 15000, 0.5, 100000, true),
    ('donation_amount', 'poor_women_workers', 'women', 0.2, 0.25, 0.1, 0.1, 0.02, 8000, 0.5, 100000, true),
    ('donation_amount', 'golden_heart', 'members', 0.2, 0.2, 0.15, 0.15, 0.05, 8000, 0.5, 100000, false),
    ('donation_amount', 'union_shelter', 'members', 0.4, 0.4, 0.3, 0.3, 0.1, 18000, 0.5, 100000, false),
    ('donation_amount', 'union_social', 'members', 0.15, 0.15, 0.1, 0.1, 0.05, 12000, 0.5, 100000, true),
    ('donation_amount', 'for_the_poor', 'members', 0.7, 0.7, 0.3, 0.2, 0.15, 20000, 0.4, 100000, false),
    ('donation_amount', 'gratitude', 'members', 0.7, 0.7, 0.2, 0.1, 0.1, 18000, 0.4, 100000, false),
    ('donation_amount', 'child_protection', 'members', 0.35, 0.4, 0.1, 0.05, 0.02, 9000, 0.4, 100000, false),
    ('donation_amount', 'disaster', 'members', 0.35, 0.35, 0.2, 0.15, 0.1, 25000, 0.5, 100000, false),
    ('donation_amount', 'covid', 'members', 0.85, 0.85, 0.6, 0.6, 0.3, 40000, 0.5, 100000, false),
    ('donation_amount', 'new_rural', 'members', 0.25, 0.2, 0.05, 0.03, 0, 15000, 0.5, 100000, true),
    ('donation_amount', 'study', 'members', 0.2, 0.4, 0.05, 0.03, 0.02, 10000, 0.5, 100000, false),
    ('donation_amount', 'border_islands', 'members', 0.2, 0.2, 0.1, 0.05, 0.02, 10000, 0.4, 100000, false),
    ('donation_amount', 'charity_kitchen', 'members', 0.05, 0.05, 0.03, 0.02, 0.02, 5000, 0.6, 100000, true),
    ('donation_amount', 'other', 'members', 0.1, 0.1, 0.08, 0.08, 0.05, 10000, 0.7, 100000, false),
    ('blood_donors', 'all', 'members', 0.4, 0.35, 0.3, 0.35, 0.1, 0.05, 0.5, 1, false),
    ('community_gifts', 'all', 'one', 0.12, 0.12, 0.1, 0.08, 0.05, 40, 0.6, 1, false),
    ('community_projects_amount', 'all', 'one', 0.02, 0.01, 0.015, 0.02, 0, 80000000, 0.6, 1000000, false),
    ('in_kind', 'all', 'one', 0.03, 0.02, 0.02, 0.02, 0.01, 60, 0.8, 1, false),
    ('donors_honoured', 'all', 'one', 0, 0, 0.03, 0.04, 0, 1, 0.2, 1, false),
    ('fund_balance', 'mutual_aid', 'members', 0.35, 0.4, 0.1, 0.05, 0.1, 600000, 0.5, 100000, true),
    ('fund_balance', 'study', 'members', 0.1, 0.15, 0.03, 0.02, 0, 200000, 0.5, 100000, true),
    ('fund_balance', 'revolving', 'members', 0.15, 0.3, 0.03, 0, 0.05, 1500000, 0.5, 100000, true),
    ('fund_balance', 'job_loan', 'members', 0.01, 0.01, 0.03, 0.01, 0.05, 800000, 0.5, 100000, true),
    ('member_rating_share', 'excellent', 'one', 0.2, 0.2, 0.05, 0.03, 0, 15, 0.2, 0.1, true),
    ('member_rating_share', 'good', 'one', 0.2, 0.2, 0.05, 0.03, 0, 60, 0.03, 0.1, true),
    ('member_study_share', 'all', 'one', 0.3, 0.3, 0.05, 0.02, 0, 96, 0.03, 0.1, false),
    ('award_amount', 'all', 'members', 0.3, 0.3, 0.2, 0.2, 0.05, 120000, 0.5, 100000, true)
) as r(metric, item, base, o, s, f, x, g, rate, spread, step, steady)
join metrics as m on m.metric = r.metric;

insert into rules
select 'awards', 'award.' || item, recipient, occasion, base, o, s, f, x, g, rate, spread, 1, steady
from (values
    ('lao_dong_tien_tien', 'individual', 'comprehensive', 'members', 0.75, 0.75, 0.25, 0.05, 0, 0.75, 0.12, true),
    ('tap_the_ld_tien_tien', 'collective', 'comprehensive', 'groups', 0.5, 0.5, 0.15, 0.05, 0, 0.6, 0.3, true),
    ('giay_khen_co_so', 'individual', 'comprehensive', 'members', 0.5, 0.5, 0.35, 0.3, 0.1, 0.08, 0.5, true),
    ('giay_khen_cap_tren', 'collective', 'comprehensive', 'one', 0.18, 0.2, 0.12, 0.12, 0.05, 1, 0, false),
    ('giay_khen_cap_tren', 'individual', 'comprehensive', 'members', 0.35, 0.35, 0.2, 0.15, 0.05, 0.03, 0.5, false),
    ('giay_khen_cap_tren', 'collective', 'thematic', 'one', 0.06, 0.06, 0.05, 0.05, 0.02, 1, 0, false),
    ('giay_khen_cap_tren', 'individual', 'thematic', 'members', 0.1, 0.1, 0.08, 0.08, 0.02, 0.02, 0.5, false),
    ('bang_khen_ldld', 'collective', 'comprehensive', 'one', 0.05, 0.05, 0.04, 0.05, 0.02, 1, 0, false),
    ('bang_khen_ldld', 'individual', 'comprehensive', 'members', 0.1, 0.1, 0.06, 0.05, 0.02, 0.008, 0.5, false),
    ('bang_khen_ldld', 'collective', 'thematic', 'one', 0.02, 0.02, 0.02, 0.02, 0.01, 1, 0, false),
    ('bang_khen_ldld', 'individual', 'thematic', 'members', 0.03, 0.03, 0.02, 0.02, 0.01, 0.008, 0.5, false),
    ('co_ldld', 'collective', 'comprehensive', 'one', 0.015, 0.015, 0.012, 0.015, 0.005, 1, 0, false),
    ('co_ubnd', 'collective', 'comprehensive', 'one', 0.004, 0.004, 0.003, 0.003, 0, 1, 0, false),
    ('bang_khen_ubnd', 'collective', 'comprehensive', 'one', 0.02, 0.02, 0.01, 0.01, 0, 1, 0, false),
    ('bang_khen_ubnd', 'individual', 'comprehensive', 'members', 0.04, 0.04, 0.01, 0.01, 0, 0.006, 0.4, false),
    ('bang_khen_tld', 'collective', 'comprehensive', 'one', 0.01, 0.01, 0.008, 0.01, 0.004, 1, 0, false),
    ('bang_khen_tld', 'individual', 'comprehensive', 'one', 0.015, 0.015, 0.01, 0.01, 0.005, 1, 0.2, false),
    ('bang_khen_tld', 'collective', 'thematic', 'one', 0.004, 0.004, 0.004, 0.004, 0.002, 1, 0, false),
    ('co_tld', 'collective', 'comprehensive', 'one', 0.006, 0.006, 0.005, 0.006, 0.002, 1, 0, false),
    ('lao_dong_sang_tao', 'individual', 'thematic', 'one', 0.015, 0.015, 0.02, 0.02, 0, 1, 0.3, false),
    ('ky_niem_chuong', 'individual', 'thematic', 'one', 0.03, 0.03, 0.02, 0.01, 0.01, 1, 0.3, false),
    ('giai_thuong_tld', 'individual', 'thematic', 'one', 0.002, 0.002, 0.002, 0.002, 0, 1, 0, false),
    ('cstd_tinh', 'individual', 'comprehensive', 'one', 0.025, 0.025, 0.005, 0.002, 0, 1, 0.2, false),
    ('cstd_toan_quoc', 'individual', 'comprehensive', 'one', 0.002, 0.002, 0.001, 0, 0, 1, 0, false),
    ('bang_khen_thu_tuong', 'collective', 'comprehensive', 'one', 0.003, 0.003, 0.002, 0.001, 0, 1, 0, false),
    ('bang_khen_thu_tuong', 'individual', 'comprehensive', 'one', 0.002, 0.002, 0.001, 0.001, 0, 1, 0, false),
    ('co_chinh_phu', 'collective', 'comprehensive', 'one', 0.002, 0.002, 0.001, 0.001, 0, 1, 0, false),
    ('huan_chuong_lao_dong_3', 'collective', 'comprehensive', 'one', 0.002, 0.002, 0.001, 0, 0, 1, 0, false),
    ('huan_chuong_lao_dong_2', 'collective', 'comprehensive', 'one', 0.001, 0.001, 0.0005, 0, 0, 1, 0, false),
    ('huan_chuong_lao_dong_1', 'collective', 'comprehensive', 'one', 0.0006, 0.0006, 0.0003, 0, 0, 1, 0, false),
    ('gioi_viec_nuoc', 'individual', 'comprehensive', 'women', 0.3, 0.35, 0.15, 0.1, 0, 0.15, 0.4, true),
    ('to_cong_doan_xuat_sac', 'collective', 'comprehensive', 'groups', 0.3, 0.3, 0.15, 0.15, 0.02, 0.2, 0.4, true)
) as r(item, recipient, occasion, base, o, s, f, x, g, rate, spread, steady);

-- What follows from another figure of the same branch and year: money per head, parcels per head, an award chosen among
-- the holders of another. `contained` never exceeds what it follows from.
create temporary table follows(
    metric metric, item item, result metric, result_item item, recipient recipient, chance double, rate double,
    spread double, step double, contained boolean
);

insert into follows
select
    a.metric, if(f.item = 'all', 'all', a.dimension || '.' || f.item), b.metric,
    if(f.result_item = 'all', 'all', b.dimension || '.' || f.result_item), f.recipient, f.chance, f.rate, f.spread,
    f.step, f.contained
from (
    select
        'welfare_people' as metric, item, 'welfare_amount' as result, item as result_item, 'none' as recipient,
        1.0 as chance, price as rate, 0.2 as spread, 10000 as step, false as contained
    from (values ('tet', 480000), ('tet_market', 300000), ('workers_month', 400000), ('holiday', 250000),
        ('visit', 300000), ('hardship', 700000), ('relief', 800000), ('member_benefit', 180000),
        ('women', 200000), ('children', 180000),
        ('study', 500000), ('trip', 400000), ('meal', 90000), ('other', 300000)) as prices(item, price)
    union all
    from (values
        ('welfare_people', 'tet', 'welfare_gifts', 'tet', 'none', 0.7, 0.85, 0.1, 1, true),
        ('welfare_people', 'workers_month', 'welfare_gifts', 'workers_month', 'none', 0.6, 0.9, 0.1, 1, true),
        ('welfare_people', 'hardship', 'welfare_gifts', 'hardship', 'none', 0.5, 0.95, 0.1, 1, true),
        ('welfare_people', 'women', 'welfare_gifts', 'women', 'none', 0.5, 0.95, 0.05, 1, true),
        ('welfare_people', 'children', 'welfare_gifts', 'children', 'none', 0.8, 1, 0.05, 1, true),
        ('welfare_people', 'study', 'welfare_gifts', 'study', 'none', 0.7, 1, 0.05, 1, true),
        ('welfare_people', 'visit', 'welfare_turns', 'visit', 'none', 0.4, 1.3, 0.1, 1, false),
        ('welfare_people', 'meal', 'welfare_turns', 'meal', 'none', 0.5, 1.5, 0.3, 1, false),
        ('houses', 'new', 'houses_amount', 'new', 'none', 1, 45000000, 0.15, 1000000, false),
        ('houses', 'repaired', 'houses_amount', 'repaired', 'none', 1, 22000000, 0.15, 1000000, false),
        ('blood_donors', 'all', 'blood_turns', 'all', 'none', 0.3, 1.1, 0.1, 1, false),
        ('blood_donors', 'all', 'blood_units', 'all', 'none', 0.6, 1.15, 0.1, 1, false),
        ('community_gifts', 'all', 'community_amount', 'all', 'none', 0.9, 500000, 0.3, 100000, false),
        ('initiatives', 'all', 'initiatives_value', 'all', 'none', 0.3, 12000000, 0.8, 1000000, false),
        ('fund_balance', 'mutual_aid', 'fund_turns', 'mutual_aid', 'none', 0.7, 2e-7, 0.4, 1, false),
        ('fund_balance', 'revolving', 'fund_turns', 'revolving', 'none', 0.6, 1e-7, 0.4, 1, false),
        ('party_recommended', 'all', 'party_class_prospective', 'all', 'none', 0.7, 0.6, 0.3, 1, true),
        ('party_recommended', 'all', 'party_admitted', 'all', 'none', 0.8, 0.42, 0.4, 1, true),
        ('party_recommended', 'all', 'party_class_new', 'all', 'none', 0.5, 0.4, 0.4, 1, true),
        ('awards', 'lao_dong_tien_tien', 'awards', 'cstd_co_so', 'individual', 0.8, 0.13, 0.3, 1, true),
        ('awards', 'tap_the_ld_tien_tien', 'awards', 'tap_the_ld_xuat_sac', 'collective', 0.7, 0.35, 0.3, 1, true)
    ) as derived
) as f
join metrics as a on a.metric = f.metric
join metrics as b on b.metric = f.result;

-- Years that differ: how often a thing is done and how much of it, against an ordinary year.
create temporary table moods(item item, year smallint, often double, amount double);

insert into moods
select item, unnest(range(first_year, last_year + 1)) as year, 0, 0 from (values
    ('fund.covid', 2000, 2019), ('fund.covid', 2023, 2100), ('programme.meal', 2000, 2017),
    ('programme.tet_market', 2000, 2018), ('programme.member_benefit', 2000, 2016)
) as absent(item, first_year, last_year)
union all
from (values
    ('fund.covid', 2022, 0.1, 0.5), ('programme.relief', 2020, 3, 1.5), ('programme.relief', 2021, 6, 4),
    ('programme.relief', 2022, 2, 1.5), ('programme.relief', 2024, 2.5, 1.5), ('fund.disaster', 2020, 1.8, 1.5),
    ('fund.disaster', 2024, 2, 1.8), ('programme.trip', 2020, 0.5, 0.5), ('programme.trip', 2021, 0.1, 0.3),
    ('programme.holiday', 2021, 0.7, 0.7), ('programme.women', 2021, 0.7, 0.7), ('programme.children', 2021, 0.7, 0.8),
    ('programme.meal', 2021, 0.5, 0.6), ('programme.meal', 2025, 2, 1.5), ('fund.for_the_poor', 2024, 1.2, 1.5),
    ('fund.for_the_poor', 2025, 1.2, 1.8), ('house.new', 2025, 1.6, 1)
) as special;
