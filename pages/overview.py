"""How is it this year against last, which figures moved, and what is missing?"""

from congdoan.page import covered, finish, kpis, lead, missing, moved, start

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
covered(choice, HEADLINES)
missing(choice, ["members", "branches"])
finish(choice, "overview")
