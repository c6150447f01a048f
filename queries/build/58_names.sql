-- Names whose letters and marks were sent apart are put together, since a search would miss them; the checks tell.
create temporary table mended_names as
select org_id, name_vi as sent from organisations where name_vi <> nfc_normalize(name_vi);

update organisations set name_vi = nfc_normalize(name_vi) where org_id in (select org_id from mended_names);
