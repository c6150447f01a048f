-- What was done, in order?
-- in:
select entry, at, author, act, batch, said, former, hash
from audit
order by entry
