"""How were branches rated: how many of how many, on which scale, in which sector, and which of them fell?"""

from congdoan.page import (
    card,
    chart,
    figures_said,
    finish,
    missing,
    printed_shares,
    rating_falls,
    rating_places,
    rating_sectors,
    rating_years,
    rows,
    start,
)

choice = start("ratings")
rating_years(choice)
rating_places(choice)
rating_sectors(choice)
rating_falls(choice)
units = rows("ratings/by_organisation", choice, limit=60)
measures = ["rated_branches", "rated_share"]
card(choice, "ratings.units", units, chart("shares", label="organisation"), metrics=measures)
card(choice, "ratings.printed", units, None, finding=printed_shares, metrics=measures)
figures_said(choice, "ratings")
missing(choice, ["rated_branches"])
finish(choice, "ratings")
