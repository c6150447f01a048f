-- Code types in the order in which people list them; metric and item follow the catalogue's own order.
create type metric as enum (select metric from staged_metrics order by cast(rank as integer), metric);
create type item as enum (
    select item from (
        select 'all' as item, -1 as position, 0 as rank
        union all
        select dimension || '.' || item, row_number() over (order by cast(line as integer)), cast(rank as integer) from staged_items
    ) as listed
    order by position, rank, item
);
create type level as enum ('tld', 'provincial', 'central_industry', 'upper', 'branch');
create type kind as enum (
    'tong', 'ldld_tinh', 'cd_nganh_tw', 'ldld_huyen', 'cd_nganh', 'cd_vien_chuc', 'cd_kcn', 'cd_xa', 'cdcs', 'nghiep_doan'
);
create type sector as enum ('public', 'state_firm', 'private_firm', 'foreign_firm', 'occupational');
create type period_type as enum ('year', 'half', 'quarter', 'school_year', 'span', 'as_of');
create type recipient as enum ('none', 'collective', 'individual', 'unsplit');
create type occasion as enum ('none', 'comprehensive', 'thematic', 'unstated');
create type qualifier as enum ('exact', 'over', 'at_least', 'almost', 'at_most', 'about');
create type status as enum ('preliminary', 'final', 'corrected');
create type scope as enum ('total', 'event', 'part', 'joint', 'unclear');
create type basis as enum ('reported', 'items', 'combined', 'summed', 'tally');
create type unit as enum (select distinct unnest(string_split(unit, '|')) as unit from staged_metrics order by unit);

-- A sum is only as certain as its least certain part (product.md, rule 2).
create macro qualifier_of_sum(q) as case
    when count(*) filter (where q in ('almost', 'at_most', 'about')) > 0 and count(q) > 1 then 'about'
    when count(*) filter (where q = 'over') > 0 and count(q) > 1 then 'over'
    when count(*) filter (where q = 'at_least') > 0 then 'at_least'
    else cast(min(q) as varchar)
end;

-- The sum of what happens to be known is "at least" that much, unless a part may be less than printed.
create macro floor_of_sum(q) as cast(case
    when count(*) filter (where q in ('almost', 'at_most', 'about')) > 0 then 'about' else 'at_least'
end as qualifier);

-- A sum is preliminary as soon as one part is.
create macro status_of_sum(s) as cast(min(s) as varchar);
