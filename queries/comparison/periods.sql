-- For which periods have places and units total figures of the chosen measures, whole years and all others?
-- in: $scheme $sides $kind $measures
-- out: period text: the year, or kind, first and last day of another period (`half:2021-01-01:2021-06-30`)
-- out: period_type period_type: kind of period; whole years, and stocks at their end, are `year`
-- out: period_start date: its first day
-- out: period_end date: its last day
-- out: figures count: measures with a figure, counted for each place and unit
select
    r.period, r.period_type, r.period_start, r.period_end,
    count(distinct r.side || ' ' || r.metric || '/' || r.item) as figures
from side_readings($sides, $scheme, $kind, $measures) as r
where list_contains(cast($measures as varchar[]), r.metric || '/' || r.item)
group by r.period, r.period_type, r.period_start, r.period_end
order by r.period_end desc, r.period_start, r.period
