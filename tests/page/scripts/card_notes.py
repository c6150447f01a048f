"""Runs what the dialog of notes holds, of one card with the members of all provinces, without the dialog."""

from congdoan.page.card import _made, as_it_is
from congdoan.page.choice import Choice
from congdoan.page.context import today
from congdoan.page.note_dialog import notes_of
from congdoan.page.rows import rows

choice = Choice()
found = rows("places/latest", choice, metrics=["members"], items=["all"])
notes_of(
    _made(choice, "lead.latest", found, None, as_it_is, ("x", "x"), (("members",), ()), today(), what="x")
)
