-- For which periods may reports be asked, newest first?
-- in: $year_from $year_to
-- out: period_type period_type: year or half-year
-- out: year year: reporting year
-- out: cut_off date: day on which its figures close
-- out: due_on date: last day on which a report is on time
select period_type, year, cut_off, due_on
from report_periods
where year between coalesce($year_from, 0) and coalesce($year_to, 9999)
order by year desc, period_type
