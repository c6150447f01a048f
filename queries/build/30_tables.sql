-- What every snapshot holds of documents, union bodies and figures, whoever wrote them.
create table sources (
    source_id varchar primary key,
    publisher_vi varchar not null,
    publisher_en varchar not null,
    title_vi varchar not null,
    title_en varchar not null,
    published_on date,
    url varchar,
    document varchar,
    kind varchar not null,
    note_vi varchar,
    note_en varchar,
    search_key varchar not null
);

-- sector is what a branch's employer is; null where it is not told, and of the unions above the branches.
create table organisations (
    org_id varchar primary key,
    name_vi varchar not null,
    name_en varchar not null,
    level level not null,
    kind kind not null,
    parent_id varchar,
    place_63 varchar,
    place_34 varchar,
    province_basis varchar not null,
    valid_from date,
    valid_to date,
    ending varchar,
    successor_id varchar,
    note_vi varchar,
    note_en varchar,
    search_key varchar not null,
    sector sector,
    check (valid_from is null or valid_to is null or valid_from <= valid_to)
);

-- Which unit stood above a unit, and when: the first road reaches back, the last one stays, so that every day has one.
create table parents (
    org_id varchar not null,
    parent_id varchar not null,
    valid_from date not null,
    valid_to date not null
);

-- The figures that lists name one by one: all of a partial register; of a complete one those of the unions above the
-- branches. kind and places are those of the union body. value is money in whole đồng, a count, or a printed percentage; null where the source prints only a word.
create table listed_figures (
    figure_id varchar not null,
    source_id varchar not null,
    org_id varchar not null,
    year smallint not null,
    period_type period_type not null,
    period_start date not null,
    period_end date not null,
    metric metric not null,
    item item not null,
    recipient recipient not null,
    occasion occasion not null,
    value decimal(18, 2),
    value_text_vi varchar,
    value_text_en varchar,
    unit unit not null,
    qualifier qualifier not null,
    status status not null,
    scope scope not null,
    part_of varchar,
    source_line integer,
    note_vi varchar,
    note_en varchar,
    kind kind not null,
    place_63 varchar,
    place_34 varchar,
    check (period_start <= period_end),
    check (value is not null or value_text_vi is not null),
    check (value is null or value >= 0)
);

-- The branches' figures of a complete register, tens of millions: only a unit's own screen, its document and whole
-- downloads read them one by one. Everything else is answered from what is summed below.
create table unlisted_figures as from listed_figures limit 0;

create view figures as
select * from listed_figures union all select * from unlisted_figures;

-- What a list looks through: the listed figures, all of them where branches are asked for.
create macro figures_for(chosen_kind, everything) as table
select * from listed_figures
union all
select * from unlisted_figures where chosen_kind in ('cdcs', 'nghiep_doan') or everything;

-- What a unit is asked to reach in a year, in the main unit of the metric; more is better. assigned_by is the union that
-- asks for it, null where the source does not say.
create table targets (
    target_id varchar primary key,
    source_id varchar not null,
    org_id varchar not null,
    year smallint not null,
    metric metric not null,
    item item not null,
    value decimal(18, 2) not null,
    unit unit not null,
    assigned_by varchar,
    source_line integer,
    note_vi varchar,
    note_en varchar,
    unique (org_id, year, metric, item),
    check (value > 0)
);
