"""What was done for members: how much money, for how many people and parcels, in which programme?"""

from congdoan.page import card, chart, figures_said, finish, kpis, lead, missing, rows, start, tallies

choice = start("welfare")
kpis(
    choice,
    ["welfare_amount/programme.tet", "welfare_people/programme.tet", "houses", "houses_amount"],
)
lead(choice, "welfare_amount", item="programme.tet", subject="welfare")
card(
    choice,
    "welfare.programmes",
    rows("totals/top_items", choice, metrics=["welfare_amount"]),
    chart("columns", series="item", subject="welfare"),
)
card(
    choice,
    "welfare.per_head",
    rows("welfare/per_head", choice, items=["programme.tet"]),
    chart("latest"),
    metrics=["welfare_amount", "welfare_people"],
)
lead(choice, "houses", subject="welfare")
card(
    choice,
    "welfare.items",
    rows("totals/by_item", choice, metrics=["welfare_amount", "welfare_people"]),
    None,
)
tallies(choice, ["welfare_gifts", "welfare_people", "welfare_amount", "houses"])
figures_said(choice, "welfare")
missing(choice, ["welfare_amount", "houses"])
finish(choice, "welfare")
