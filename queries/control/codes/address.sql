-- Where does a code lead?
-- in: $code
select c.address
from codes as c
where c.code = $code
