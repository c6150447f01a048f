"""What was raised from members, for which fund, and what was given besides money?"""

from congdoan.page import (
    by_item,
    card,
    figures_said,
    finish,
    kpis,
    lead,
    missing,
    newest_of_units,
    other_periods,
    rows,
    start,
    tallies,
)

choice = start("donations")
kpis(
    choice,
    ["donation_amount", "blood_donors", "blood_turns", "blood_units", "community_gifts", "community_amount"],
)
lead(choice, "donation_amount", subject="donations")
by_item(choice, "donations.funds", "donation_amount", subject="donations")
card(
    choice,
    "donations.units",
    rows("figures/by_organisation", choice, metrics=["donation_amount"], limit=30),
    None,
    finding=newest_of_units,
)
card(
    choice,
    "donations.blood",
    rows("totals/over_years", choice, metrics=["blood_donors", "blood_turns", "blood_units"]),
    None,
)
card(
    choice,
    "donations.community",
    rows(
        "figures/list",
        choice,
        metrics=["community_gifts", "community_amount", "community_projects_amount", "in_kind"],
        limit=100,
    ),
    None,
)
card(
    choice,
    "donations.balances",
    rows("figures/list", choice, metrics=["fund_balance", "fund_turns"], limit=100),
    None,
)
tallies(choice, ["donation_amount", "blood_donors", "blood_units"])
other_periods(choice, ["donation_amount", "blood_donors", "blood_turns", "blood_units"])
figures_said(choice, "donations")
missing(choice, ["donation_amount"])
finish(choice, "donations")
