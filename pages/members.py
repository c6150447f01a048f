"""How many members and branches are there, how many came and went, and who was admitted to the Party?"""

from congdoan.page import card, chart, figures_said, finish, kpis, lead, missing, rows, start

choice = start("members")
kpis(choice, ["members", "members_female", "branches", "members_joined", "members_left", "party_admitted"])
lead(choice, "members", subject="members")
lead(choice, "branches", subject="members")
card(
    choice,
    "members.flows",
    rows("totals/over_years", choice, metrics=["members_joined", "members_left"]),
    chart("columns", series="metric", stacked=False, subject="members"),
)
card(
    choice,
    "members.branch_flows",
    rows("totals/over_years", choice, metrics=["branches_founded", "branches_dissolved"]),
    chart("columns", series="metric", stacked=False, subject="members"),
)
card(
    choice,
    "members.party",
    rows("places/latest", choice, metrics=["party_recommended", "party_admitted"]),
    chart("pairs", label="place"),
)
figures_said(choice, "members")
missing(choice, ["members", "branches"])
finish(choice, "members")
