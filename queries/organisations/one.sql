-- What is known of one unit?
-- in: $org
-- out: org organisation: id of the unit
-- out: organisation_vi name: the unit, in Vietnamese
-- out: organisation_en name: the unit, in English
-- out: level level: its level
-- out: kind kind: its kind
-- out: sector sector: what the employer of a branch is; empty where it is not told
-- out: place_63 place: its province to 30/6/2025
-- out: place_34 place: its province from 1/7/2025
-- out: province_basis province_basis: how its province is known
-- out: valid_from date: first day
-- out: valid_to date: last day
-- out: ending ending: why it ended
-- out: note_vi text: remark, in Vietnamese
-- out: note_en text: remark, in English
-- out: figures count: figures it has
select
    o.org_id as org, o.name_vi as organisation_vi, o.name_en as organisation_en, o.level, o.kind, o.sector, o.place_63,
    o.place_34, o.province_basis, o.valid_from, o.valid_to, o.ending, o.note_vi, o.note_en,
    cast(d.figures as bigint) as figures
from organisations as o
join directory as d on d.org_id = o.org_id
where o.org_id = $org
