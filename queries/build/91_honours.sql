-- Which branches of a complete register told of no award in three years or more running. A year counts in which the branch
-- sent other figures: silence is no sign. Awards of any extent count, and so does one that is told by a word alone.
create table years_without_award as
with spoke as (
    select org_id, year from branch_years where reported
), honoured as (
    select distinct org_id, year from figures where metric = 'awards' and (value > 0 or value is null)
), bare as (
    select
        s.org_id, s.year,
        s.year - cast(row_number() over (partition by s.org_id order by s.year) as integer) as run
    from spoke as s
    where not exists (select 1 from honoured as h where h.org_id = s.org_id and h.year = s.year)
), counted as (
    select org_id, year, cast(row_number() over (partition by org_id, run order by year) as smallint) as years
    from bare
)
select
    c.org_id, c.year, c.years, h.year as last_award_year, o.kind, o.sector, o.place_63, o.place_34
from counted as c
join organisations as o on o.org_id = c.org_id
asof left join honoured as h on h.org_id = c.org_id and c.year >= h.year
where c.years >= 3 and coalesce(o.valid_to, date '2999-12-31') >= make_date(c.year, 12, 31)
order by c.year, c.years desc, o.place_34, c.org_id;
