"""How is it this year against last, which figures moved, and what is missing?"""

from congdoan.page import card, chart, finish, kpis, lead, missing, rows, start

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
card(choice, "overview.moved", rows("coverage/moved", choice, metrics=HEADLINES, limit=12), None)
card(choice, "overview.coverage", rows("coverage/over_years", choice, metrics=HEADLINES), chart("coverage"))
missing(choice, ["members", "branches"])
finish(choice, "overview")
