"""Packs: slides filled from the screens' own cards, and the files that are written from them."""

from congdoan.packs.codes import code_of, link, qr
from congdoan.packs.model import MOST_HELD, Kind, Pack, Section, Slide, Tile
from congdoan.packs.shown import FOLDER, SCRIPTS, shown
from congdoan.packs.writing import FORMS, KINDS, Form, file_name, save, write

__all__ = [
    "FOLDER",
    "FORMS",
    "KINDS",
    "MOST_HELD",
    "SCRIPTS",
    "Form",
    "Kind",
    "Pack",
    "Section",
    "Slide",
    "Tile",
    "code_of",
    "file_name",
    "link",
    "qr",
    "save",
    "shown",
    "write",
]
