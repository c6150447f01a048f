"""The process that sets a report: what typst keeps of all it has set, hundreds of megabytes, ends with it.

`python -m congdoan.packs.typesetting FOLDER` sets `pack.json` there as `report.pdf`.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Final

from congdoan.paths import FONTS

ASKED, MADE = "pack.json", "report.pdf"
"""The words of the pack, and the report that is made of them."""
TEMPLATE = Path(__file__).with_name("report.typ")
STANDARD: Final = "ua-1"
"""Tagged for screen readers (PDF/UA-1); typst refuses to write what does not keep it."""


def main(folder: Path) -> None:
    """Sets the report of a folder with the shipped font, neither those of the machine nor those of typst."""
    import typst  # noqa: PLC0415 - whoever only starts the process is spared it

    words = (folder / ASKED).read_text(encoding="utf-8")
    day = date.fromisoformat(json.loads(words)["day"])
    made = typst.compile(
        TEMPLATE,
        format="pdf",
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]),
        sys_inputs={"pack": words},
        pdf_standards=STANDARD,
        timestamp=datetime.combine(day, time(12), UTC),
    )
    (folder / MADE).write_bytes(made)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
