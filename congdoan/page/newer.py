"""What the figures behind a view say now that they did not say in an older release."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from congdoan import catalogue, database
from congdoan.errors import SnapshotError
from congdoan.kept import kept
from congdoan.page.choice import Choice
from congdoan.page.listing import BRANCH_KINDS
from congdoan.page.rows import held

FIGURES = "figures/printed"


@dataclass(frozen=True)
class Changes:
    """How many figures are new, say something else, or are gone; of which metrics they are."""

    new: int
    changed: int
    withdrawn: int
    metrics: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.withdrawn)


def changes(choice: Choice, metrics: Sequence[str] | None, former: str) -> Changes | None:
    """What changed within a choice since a former release, single branches of a complete register left out.

    None where it cannot be told: that release is no longer kept, or only such branches are asked for.
    """
    release = held(choice)
    if release.register_complete and choice.kind in BRANCH_KINDS:
        return None
    inputs = json.dumps({**choice.inputs(), "metrics": metrics and sorted(metrics)}, sort_keys=True)
    try:
        return _between(choice.dataset, former, release.release, inputs)
    except SnapshotError:
        return None


@kept
def _between(dataset: str, former: str, serving: str, inputs: str) -> Changes:
    before, now = (_said(dataset, release, json.loads(inputs)) for release in (former, serving))
    both = before.keys() & now.keys()
    changed = [figure for figure in both if before[figure] != now[figure]]
    new, gone = now.keys() - both, before.keys() - both
    said = [*(now[figure] for figure in new), *(before[figure] for figure in (*changed, *gone))]
    about = {one.split("|")[1] for one in said}
    return Changes(
        len(new), len(changed), len(gone), tuple(code for code in catalogue.metrics() if code in about)
    )


def _said(dataset: str, release: str, inputs: Mapping[str, Any]) -> dict[str, str]:
    """What each figure says, by its id."""
    found = database.rows(FIGURES, dataset, inputs, release).values
    return dict(zip(found.get("figure", ()), found.get("said", ()), strict=True))
