-- Which release serves this data set?
-- in:
-- out: release name: name of the release
-- out: dataset name: real or simulated
-- out: cut_off date: newest date that a figure speaks of
-- out: register_complete flag: whether every union body of the country is listed
-- out: figures count: figures held
-- out: sources count: sources held
-- out: organisations count: organisations held
-- out: input_hash name: fingerprint of what it was built from
select release, dataset, cut_off, register_complete, figures, sources, organisations, input_hash
from release
