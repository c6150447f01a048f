"""Short codes that lead back to a view of a release, as slides and pages carry them."""

from __future__ import annotations

from collections.abc import Mapping

from congdoan.control.clock import now
from congdoan.control.store import change, rows


def keep(addresses: Mapping[str, str]) -> None:
    """Keeps where codes lead, as paths below the dashboard's own address; those kept before stay."""
    unknown = {code: address for code, address in addresses.items() if address_of(code) is None}
    if not unknown:
        return
    moment = now()
    with change() as run:
        for code, address in unknown.items():
            run("codes/keep", code=code, address=address, made_at=moment)


def address_of(code: str) -> str | None:
    """Where a code leads; None for one that nobody made."""
    found = rows("codes/address", code=code.upper())
    return str(found[0]["address"]) if found else None
