"""What was done for members: how much money, for how many people and parcels, in which programme?"""

from congdoan.page import (
    by_item,
    card,
    chart,
    figures_said,
    finish,
    kpis,
    largest_item,
    lead,
    missing,
    other_periods,
    rows,
    start,
    tallies,
)

TILES = [
    "welfare_amount/programme.tet",
    "welfare_people/programme.tet",
    "welfare_gifts/programme.tet",
    "welfare_amount/programme.workers_month",
    "houses",
    "houses_amount",
]

choice = start("welfare")
kpis(choice, TILES)
lead(choice, "welfare_amount", item="programme.tet", subject="welfare")
by_item(choice, "welfare.programmes", "welfare_amount", subject="welfare")
card(
    choice,
    "welfare.per_head",
    rows("welfare/per_head", choice, items=["programme.tet"]),
    chart("latest"),
    metrics=["welfare_amount", "welfare_people"],
)
lead(choice, "houses", subject="welfare")
money_and_people = rows(
    "totals/by_item", choice, metrics=["welfare_amount", "welfare_people", "welfare_gifts"]
)
card(choice, "welfare.items", money_and_people, None, finding=largest_item)
tallies(choice, ["welfare_gifts", "welfare_people", "welfare_amount", "houses"])
other_periods(choice, ["welfare_amount", "welfare_people", "welfare_gifts", "houses", "houses_amount"])
figures_said(choice, "welfare")
missing(choice, ["welfare_amount", "houses"])
finish(choice, "welfare")
