"""Keeps what was made from an answer: an answer of a release never changes, nor does anything made from it.

Inputs are told apart by value, answers and tables by identity: the same question gives the same object. What
is kept is shared by all readers, so nobody may change it. The newest so many results of each function stay.
"""

from collections.abc import Callable
from functools import lru_cache, partial
from typing import ParamSpec, TypeVar, cast

MOST = 256
"""Results per function: about four views of every screen, a few hundred kilobytes each at most."""

Given = ParamSpec("Given")
Made = TypeVar("Made")


def kept(make: Callable[Given, Made]) -> Callable[Given, Made]:
    """The function, made to remember its newest results; its inputs must be hashable, else TypeError."""
    return cast("Callable[Given, Made]", lru_cache(maxsize=MOST)(make))


@kept
def settled(function: Callable[..., Made], **inputs: object) -> Callable[..., Made]:
    """A function with some inputs settled: one object for the same inputs, so that what it made is found."""
    return partial(function, **inputs)
