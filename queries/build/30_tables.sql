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
    note_vi varchar,
    note_en varchar,
    search_key varchar not null,
    check (valid_from is null or valid_to is null or valid_from <= valid_to)
);

-- value is money in whole đồng, a count, or a printed percentage; it is null where the source prints only a word.
create table figures (
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
    check (period_start <= period_end),
    check (value is not null or value_text_vi is not null),
    check (value is null or value >= 0)
);
