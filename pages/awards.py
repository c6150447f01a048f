"""Who was honoured: which award, at which level, for whom and for what, titles within titles counted once?"""

from congdoan.page import award_tiles, card, chart, figures_said, finish, missing, rows, start

choice = start("awards")
award_tiles(choice)
card(choice, "awards.forms", rows("awards/by_form", choice), chart("ladder"), metrics=["awards"])
card(
    choice,
    "awards.over_years",
    rows("awards/over_years", choice),
    None,
    metrics=["awards"],
)
card(choice, "awards.recipients", rows("awards/recipients", choice), None, metrics=["awards"])
figures_said(choice, "awards")
missing(choice, ["awards"])
finish(choice, "awards")
