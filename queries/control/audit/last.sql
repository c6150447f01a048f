-- What is the hash of the newest entry?
-- in:
select hash
from audit
order by entry desc
limit 1
