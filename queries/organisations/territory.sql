-- Which central industry unions lead units inside the province of a federation, and how many?
-- Territory and line of management are two things: such a unit lies in the province and reports to its industry.
-- in: $org
-- out: org organisation: id of the central industry union
-- out: organisation_vi name: the central industry union, in Vietnamese
-- out: organisation_en name: the central industry union, in English
-- out: organisations count: units of it in the province that have not ended
select
    c.org_id as org, c.name_vi as organisation_vi, c.name_en as organisation_en, count(*) as organisations
from organisations as f
join organisations as o on o.place_34 = f.place_34 and o.valid_to is null
join ancestors as a on a.org_id = o.org_id
join organisations as c on c.org_id = a.ancestor_id and c.level = 'central_industry'
where f.org_id = $org and f.level = 'provincial' and f.valid_to is null
group by c.org_id, c.name_vi, c.name_en
order by c.org_id
