"""Who was honoured: which award, at which level, for whom and for what, and who has not been for long?"""

from congdoan.page import (
    award_tiles,
    card,
    chart,
    figures_said,
    finish,
    honoured,
    long_without_award,
    missing,
    most_given,
    rows,
    start,
    unplaced_awards,
)

FROM_THE_PROVINCE_UP = ["state", "tld", "province"]
BELOW = ["upper", "branch", "employer", "movement"]

choice = start("awards")
award_tiles(choice)
upper = rows("awards/by_form", choice, levels=FROM_THE_PROVINCE_UP)
card(choice, "awards.upper", upper, chart("ladder"), finding=most_given, metrics=["awards"])
lower = rows("awards/by_form", choice, levels=BELOW)
card(choice, "awards.lower", lower, chart("ladder"), finding=most_given, metrics=["awards"])
card(choice, "awards.over_years", rows("awards/over_years", choice), None, metrics=["awards"])
recipients = rows("awards/recipients", choice, limit=100)
card(choice, "awards.recipients", recipients, None, finding=honoured, metrics=["awards"])
long_without_award(choice)
unplaced_awards(choice)
figures_said(choice, "awards")
missing(choice, ["awards"])
finish(choice, "awards")
