"""How do places or periods stand side by side, who ranks where, and is that more than size or chance?"""

from congdoan.page import (
    clusters,
    comparison,
    every_place,
    finish,
    rating_funnel,
    side_by_side,
    standing,
    standing_soon,
    start,
)

choice = start("comparison")
compared = comparison(choice)
standing_soon(choice, compared)
side_by_side(choice, compared)
every_place(choice, compared)
standing(choice, compared)
rating_funnel(choice)
clusters(choice, compared)
finish(choice, "comparison")
