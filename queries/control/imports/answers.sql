-- What were the columns of layouts said to be?
-- in:
select layout, heading, answer
from answers
order by layout, heading
