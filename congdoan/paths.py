"""Where the parts of the project lie on disk, all below its root."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUERIES = ROOT / "queries"
CATALOGUE = ROOT / "data" / "catalogue"
GEO = ROOT / "data" / "geo"
FONTS = ROOT / "data" / "fonts"
FACTS = ROOT / "data" / "facts"
WAREHOUSE = Path(os.environ.get("CONGDOAN_WAREHOUSE") or ROOT / "data" / "warehouse").resolve()
