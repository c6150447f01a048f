"""What one visitor is importing: the file, what was answered and mended, the work that goes on beside."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import streamlit as st

from congdoan.control import imports
from congdoan.intake import storing
from congdoan.intake.child import CHECKED
from congdoan.intake.model import Understood
from congdoan.publishing import following
from congdoan.publishing.following import Work
from congdoan.publishing.prepared import Prepared, prepared
from congdoan.publishing.reading import unsure
from congdoan.publishing.worker import SENT
from congdoan.text import Language

STATE = "congdoan.import"


@dataclass
class _Desk:
    """The state of an import; `turn` counts files, so that the field for the next one is empty.

    `words` are note, reason and author as they were written last.
    """

    folder: tempfile.TemporaryDirectory[str] = field(
        default_factory=lambda: tempfile.TemporaryDirectory(prefix="congdoan-import-")
    )
    file: str = ""
    upload: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    fixes: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    work: Work | None = None
    doing: str = ""
    reads: int = 0
    read: Path | None = None
    refused: str = ""
    draft: str = ""
    done: dict[str, Any] = field(default_factory=dict)
    turn: int = 0

    @property
    def understood(self) -> Understood:
        """What was understood of the file."""
        assert self.read is not None
        return storing.kept(self.read)

    @property
    def prepared(self) -> Prepared:
        """What the file would change."""
        assert self.read is not None
        return prepared(self.read)

    @property
    def checked(self) -> bytes:
        """The file with its wrong cells marked; empty where it cannot be made."""
        assert self.read is not None
        path = self.read / CHECKED
        return path.read_bytes() if path.is_file() else b""


def desk() -> _Desk:
    """The import of this session."""
    found: _Desk = st.session_state.setdefault(STATE, _Desk())
    return found


def take(upload: str, file: str, data: bytes, lang: Language) -> None:
    """Takes a file in place of the last one and begins to read it."""
    leave()
    found = desk()
    found.upload, found.file = upload, file
    (Path(found.folder.name) / SENT).write_bytes(data)
    read_again(lang)


def read_again(lang: Language) -> None:
    """Reads the file once more, with all that was answered and mended meanwhile."""
    found = desk()
    found.reads += 1
    folder = Path(found.folder.name) / str(found.reads)
    folder.mkdir()
    shutil.copyfile(Path(found.folder.name) / SENT, folder / SENT)
    job = {"name": found.file, "answers": found.answers, "fixes": found.fixes, "lang": lang}
    _begin("read", folder, job)


def answer(answers: dict[str, str], lang: Language) -> None:
    """Says what columns are, remembers it for the sender's layout, and reads again."""
    found = desk()
    for layout, keys in unsure(found.understood).items():
        imports.remember(layout, {key: answers[key] for key in keys if key in answers})
    found.answers.update(answers)
    read_again(lang)


def mend(place: str, text: str, lang: Language) -> None:
    """Puts a text in place of a cell, by `sheet!cell`, and reads again."""
    desk().fixes[place] = text
    read_again(lang)


def publish(words: dict[str, str]) -> None:
    """Begins to publish what was read."""
    read = desk().read
    assert read is not None
    _begin("publish", read, words)


def make_draft(words: dict[str, str]) -> None:
    """Begins to make a draft of what was read."""
    read = desk().read
    assert read is not None
    _begin("draft", read, words)


def undo(batch: int, words: dict[str, str]) -> None:
    """Begins to take a batch back."""
    folder = Path(tempfile.mkdtemp(dir=desk().folder.name))
    _begin("undo", folder, {"batch": batch, **words})


def stop() -> None:
    """Stops reading and lays the file aside."""
    leave()
    desk().turn += 1


def leave() -> None:
    """Lays the file aside, and whatever is being done with it; what was published of it stays so."""
    found = desk()
    if found.work:
        found.work.stop()
    st.session_state[STATE] = _Desk(turn=found.turn)


def settle() -> bool:
    """Takes in how the work ended; False while it goes on."""
    found = desk()
    ended = found.work.ended if found.work else None
    if ended is None:
        return False
    found.work = None
    found.refused = str(ended.get("refused", ""))
    if not found.refused and found.doing == "read":
        folder = Path(found.folder.name) / str(found.reads) / ended["folder"]
        found.read, found.draft = folder, ""
    elif not found.refused and found.doing == "draft":
        found.draft = str(ended["release"])
    elif not found.refused:
        stop()
        desk().done = {"doing": found.doing, **ended}
    return True


def _begin(doing: str, folder: Path, job: dict[str, Any]) -> None:
    found = desk()
    found.doing, found.refused = doing, ""
    found.work = following.start(folder, {"job": doing, **job})
