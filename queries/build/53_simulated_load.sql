-- Everything in the shape in which any data set is loaded.
create temporary view loaded as
select
    figure_named(l.org_id, l.year, l.metric, l.item, l.recipient, l.occasion, l.mark) as figure_id, l.source_id,
    l.org_id, l.year, l.period_type,
    case l.period_type
        when 'span' then l.period_start when 'as_of' then make_date(l.year, 11, 30)
        when 'school_year' then make_date(l.year - 1, 9, 1) else make_date(l.year, 1, 1) end as period_start,
    case l.period_type
        when 'span' then l.period_end when 'as_of' then make_date(l.year, 11, 30)
        when 'half' then make_date(l.year, 6, 30)
        when 'quarter' then make_date(l.year, 3, 31) when 'school_year' then make_date(l.year, 5, 31)
        else make_date(l.year, 12, 31) end as period_end,
    l.metric, l.item, l.recipient, l.occasion, l.value, l.value_text as value_text_vi,
    case when l.value_text is not null then 'many' end as value_text_en, l.unit, l.qualifier, l.status, l.scope,
    l.part_of, 3 + m.rank as source_line, null as note_vi, null as note_en
from lines as l
join metrics as m on m.metric = l.metric;

-- The made-up papers: a report and a half-year review per union, the forms of the branches and the unions right above
-- them per province, of one in ten too late, and two kinds of the confederation's own.
insert into sources
with years as (select distinct year from lives),
papers as (
    select
        'bao-cao-' || b.org_id || '-' || y.year as source_id, b.name_vi as publisher_vi, b.name_en as publisher_en,
        'Báo cáo minh họa năm ' || y.year || ' – ' || b.name_vi as title_vi,
        'Simulated report for ' || y.year || ' – ' || b.name_en as title_en,
        make_date(y.year + 1, 1, 5 + cast(floor(25 * uniform(b.luck, y.year, 'sent')) as integer)) as published_on
    from bodies as b cross join years as y
    union all
    select
        'so-ket-' || b.org_id || '-' || y.year, b.name_vi, b.name_en,
        'Báo cáo minh họa sơ kết 6 tháng đầu năm ' || y.year || ' – ' || b.name_vi,
        'Simulated half-year review of ' || y.year || ' – ' || b.name_en, make_date(y.year, 7, 10)
    from bodies as b cross join years as y
    union all
    select
        'phieu-' || p.scheme || '-' || p.code || '-' || y.year, b.name_vi, b.name_en,
        'Tập phiếu báo cáo minh họa của công đoàn cơ sở năm ' || y.year || ' – ' || p.vi,
        'Simulated forms of branches for ' || y.year || ' – ' || p.en,
        make_date(y.year + 1, 1, if(uniform(hash(p.place), s.seed, hash(y.year, 'forms')) < 0.1, 22, 3))
    from provinces as p
    join bodies as b on b.level = 'provincial' and if(p.scheme = '63', b.place_63 = p.place,
        b.place_34 = p.place and b.valid_to is null)
    cross join years as y
    cross join simulation as s
    union all
    select
        unnest(['tong-hop-', 'dinh-chinh-']) || y.year, b.name_vi, b.name_en,
        unnest(['Bản tổng hợp minh họa', 'Bản đính chính minh họa']) || ' năm ' || y.year || ' – ' || b.name_vi,
        unnest(['Simulated summary', 'Simulated corrections']) || ' for ' || y.year || ' – ' || b.name_en,
        make_date(y.year + 1, unnest([2, 3]), 20)
    from bodies as b cross join years as y
    where b.level = 'tld'
)
select
    source_id, publisher_vi || ' (minh họa)', publisher_en || ' (simulated)', title_vi || ' (minh họa)',
    title_en || ' (simulated)', published_on, null, null, 'report', null, null,
    key_of(source_id || ' ' || publisher_vi || ' ' || title_vi || ' ' || title_en)
from papers
where source_id in (select source_id from lines)
order by source_id;

drop table truth;
drop table counted;
drop table told;
drop table under;
