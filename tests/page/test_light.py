"""What a server must not carry as long as it only shows screens."""

import os
import subprocess
import sys
from pathlib import Path

from congdoan.paths import ROOT

FOR_FILES = "docx lxml numpy openpyxl pandas pptx pyarrow typst".split()
"""Libraries of files, imports and builds: together more memory than the server has without them."""
OPENED = f"""
import app, sys
from tests.page.visits import SCREENS, visit

broken = [screen for screen in SCREENS if visit(screen, lang="en").exception]
print(*broken, *(one for one in {FOR_FILES} if one in sys.modules))
"""


def test_no_screen_needs_the_libraries_of_files(real_warehouse: Path) -> None:
    environment = {**os.environ, "CONGDOAN_WAREHOUSE": str(real_warehouse), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", OPENED]
    told = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert told.stdout.split() == []
