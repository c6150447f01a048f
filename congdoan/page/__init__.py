"""The parts that pages are made of; a page imports from here and from nowhere else."""

from congdoan.headlines import honoured, largest_item, most_given
from congdoan.newest import newest_of_units
from congdoan.page.awards import long_without_award, unplaced_awards
from congdoan.page.card import card
from congdoan.page.comparison import comparison
from congdoan.page.documents import documents
from congdoan.page.explorer import explorer
from congdoan.page.frame import finish, start
from congdoan.page.importing import importing
from congdoan.page.kpi import award_tiles, kpis
from congdoan.page.lead import by_item, flows, lead, together
from congdoan.page.organisation import organisation
from congdoan.page.parts import chart, covered, figures_said, missing, moved, other_periods, tallies
from congdoan.page.presentation import presentation
from congdoan.page.ratings import rating_falls, rating_places, rating_sectors, rating_years
from congdoan.page.reports import reports
from congdoan.page.rows import rows
from congdoan.page.side_by_side import every_place, side_by_side
from congdoan.page.standing import clusters, rating_funnel, standing, standing_soon
from congdoan.page.targets import targets
from congdoan.printed import printed_shares

__all__ = [
    "award_tiles",
    "by_item",
    "card",
    "chart",
    "clusters",
    "comparison",
    "covered",
    "documents",
    "every_place",
    "explorer",
    "figures_said",
    "finish",
    "flows",
    "honoured",
    "importing",
    "kpis",
    "largest_item",
    "lead",
    "long_without_award",
    "missing",
    "most_given",
    "moved",
    "newest_of_units",
    "organisation",
    "other_periods",
    "presentation",
    "printed_shares",
    "rating_falls",
    "rating_funnel",
    "rating_places",
    "rating_sectors",
    "rating_years",
    "reports",
    "rows",
    "side_by_side",
    "standing",
    "standing_soon",
    "start",
    "tallies",
    "targets",
    "together",
    "unplaced_awards",
]
