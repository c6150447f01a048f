-- Under which units have branches not reported for a period, and how many members stand behind those?
-- The tree knows present parents only: branches whose parent then is not known stand under none.
-- in: $scheme $places $year_to $kind $period
-- out: org organisation: id of the unit above
-- out: organisation_vi name: the unit above, in Vietnamese
-- out: organisation_en name: the unit above, in English
-- out: place place: province of the branches
-- out: owing count: branches that owe a report; empty where the register is not complete
-- out: sent count: branches whose report is there
-- out: late count: of these, after the due date
-- out: missing count: branches of the register without a report
-- out: members count: members of these, by the last figure of each
-- out: members_qualifier qualifier: certainty of that sum
-- out: members_known count: branches without a report whose members are known
with counted as (
    select
        b.parent_id, case when $scheme = '63' then b.place_63 else b.place_34 end as place, sum(b.expected) as expected,
        sum(b.on_time + b.late + b.undated) as reported, sum(b.late) as late, sum(b.missing) as missing,
        sum(b.members) as members, qualifier_of_sum(b.members_qualifier) as members_qualifier,
        sum(b.members_known) as members_known
    from branch_reports as b
    where b.year = $year_to and cast(b.period_type as varchar) = $period
        and (cast($places as varchar[]) is null
            or list_contains(cast($places as varchar[]), case when $scheme = '63' then b.place_63 else b.place_34 end))
        and (coalesce($kind, 'all') = 'all' or cast(b.kind as varchar) = $kind)
    group by b.parent_id, case when $scheme = '63' then b.place_63 else b.place_34 end
)
select
    c.parent_id as org, o.name_vi as organisation_vi, o.name_en as organisation_en, c.place,
    cast(case when r.register_complete then c.expected end as bigint) as owing,
    cast(c.reported as bigint) as sent, cast(c.late as bigint) as late, cast(c.missing as bigint) as missing,
    cast(c.members as bigint) as members, c.members_qualifier, cast(c.members_known as bigint) as members_known
from counted as c
cross join release as r
left join organisations as o on o.org_id = c.parent_id
where c.missing > 0
order by c.missing desc, c.members desc nulls last, c.parent_id nulls last, c.place nulls last
