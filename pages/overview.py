"""How is it this year against last, which figures moved, and what is missing?"""

from congdoan.page import card, chart, complete, finish, kpis, lead, missing, moved, rows, start

HEADLINES = [
    "members",
    "branches",
    "welfare_amount",
    "houses",
    "donation_amount",
    "party_admitted",
    "members_joined",
]

choice = start("overview")
kpis(
    choice,
    ["members", "branches", "welfare_amount/programme.tet", "donation_amount", "ratings", "awards"],
)
lead(choice, "members", subject="members")
moved(choice, HEADLINES)
covered = rows("coverage/over_years", choice, metrics=HEADLINES)
card(choice, "overview.coverage", covered, chart("coverage"), finding=complete)
missing(choice, ["members", "branches"])
finish(choice, "overview")
