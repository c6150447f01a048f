"""What is asked of the queries and of the oracle, and which columns of both are held against each other."""

from __future__ import annotations

from tests.oracle import answers, beside, branches, honoured, owing, ranking, reached, recorded, reporting

ANSWERS = {
    **answers.ANSWERS,
    "places/undivided": owing.undivided,
    "places/unplaced": owing.unplaced,
    "comparison/ranking": ranking.ranking,
    "comparison/over_years": ranking.over_years,
    "organisations/readings": reached.readings,
    "targets/reached": reached.targets,
    "targets/offered": reached.offered,
    "totals/tallies": recorded.tallies,
    "awards/by_form": honoured.by_form,
    "awards/by_level": honoured.by_level,
    "awards/over_years": honoured.over_years,
    "awards/without": branches.without_award,
    "ratings/by_sector": branches.by_sector,
    "ratings/falls": branches.falls,
    "comparison/side_by_side": beside.side_by_side,
    "comparison/clusters": beside.clusters,
    **reporting.ANSWERS,
}
KEYS = {
    "totals/over_years": "metric item year",
    "totals/by_item": "metric item year",
    "places/in_year": "metric item place year",
    "places/over_years": "metric item place year",
    "places/latest": "metric item place",
    "coverage/over_years": "metric year",
    "ratings/by_year": "year item",
    "places/undivided": "metric item place",
    "places/unplaced": "org metric item recipient occasion",
    "comparison/ranking": "metric item place",
    "comparison/over_years": "metric item place year",
    "organisations/readings": "metric item year",
    "targets/reached": "org metric item year",
    "targets/offered": "metric item year",
    "totals/tallies": "metric item year",
    "awards/by_form": "item recipient occasion basis",
    "awards/by_level": "level recipient",
    "awards/over_years": "level recipient year",
    "awards/without": "org",
    "ratings/by_sector": "sector year item",
    "ratings/falls": "org",
    "comparison/side_by_side": "metric item place period",
    "comparison/clusters": "cluster_vi member_vi metric item",
    "reports/branches": "org place",
    "reports/by_level": "level",
    "reports/by_place": "place report_state",
    "reports/missing": "org",
    "reports/late": "org",
}
TOLD = "value qualifier status basis reported expected"
ALIKE = "alike_now alike_before alike_branches alike_exact"
COLUMNS = {
    "totals/over_years": f"{TOLD} same_now same_before same_places {ALIKE}",
    "totals/by_item": f"{TOLD} nested",
    "places/in_year": TOLD,
    "places/over_years": f"{TOLD} {ALIKE}",
    "places/latest": f"year {TOLD}",
    "coverage/over_years": "reported partly expected",
    "ratings/by_year": f"value rated all share share_of_all reported expected {ALIKE}",
    "places/undivided": f"year {TOLD}",
    "places/unplaced": "year reason value qualifier status",
    "comparison/ranking": "standing value unranked size_band",
    "comparison/over_years": "value median region_median",
    "organisations/readings": (
        "value qualifier status basis summed_value branches_reported branches_expected"
    ),
    "targets/reached": "value reached exceeded_by to_go band",
    "targets/offered": "targets met exceeded near missed partial no_figure",
    "totals/tallies": "value qualifier events organisations",
    "awards/by_form": "level value qualifier nested_in places years",
    "awards/by_level": "year value qualifier",
    "awards/over_years": "basis value",
    "awards/without": "years last_award_year matching",
    "ratings/by_sector": "value rated all share",
    "ratings/falls": "place item_before rating steps matching compared",
    "comparison/side_by_side": (
        "value difference change refusal caution possible qualifier status basis reported expected"
    ),
    "comparison/clusters": "value median above_median standing qualifier status",
    "reports/branches": "owing sent late missing members members_qualifier members_known",
    "reports/by_level": (
        "owing known sent on_time late undated median_days missing heard "
        "members members_qualifier members_known"
    ),
    "reports/by_place": "value owing share",
    "reports/missing": "level place last_report_year heard members members_qualifier members_year",
    "reports/late": "level days_late",
}
AMOUNTS = set(
    "value same_now same_before rated all share share_of_all median region_median summed_value reached "
    "exceeded_by to_go members alike_now alike_before difference change above_median".split()
)
