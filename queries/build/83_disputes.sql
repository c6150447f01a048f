-- Where a place's own reading is disputed: another source tells another total of the same unit, thing and period, or a
-- number of which it is not clear whether it is the total. A correction is no dispute, nor is a stock of another week.
create table disputes as
with shown as (
    select distinct figure_id from place_years where figure_id is not null
)
select
    f.figure_id, o.figure_id as other_id, o.value, o.unit, o.qualifier, o.scope, o.source_id
from shown as s
join listed_figures as f on f.figure_id = s.figure_id
join listed_figures as o
    on o.org_id = f.org_id and o.metric = f.metric and o.item = f.item and o.recipient = f.recipient
    and o.occasion = f.occasion and o.unit = f.unit and o.period_type = f.period_type and o.year = f.year
    and o.status = f.status and o.scope in ('total', 'unclear') and o.value <> f.value
    and (o.period_start = f.period_start and o.period_end = f.period_end
        or f.period_type = 'as_of' and abs(date_diff('day', f.period_end, o.period_end)) <= 7)
order by f.figure_id, o.figure_id;
