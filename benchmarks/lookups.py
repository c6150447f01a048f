"""One branch among 120 000: its whole history, and finding it by a name typed without accents."""

import asyncio
import random
from typing import Any

from benchmarks.asking import reading, seconds
from benchmarks.report import Reach, Section, Table, alone
from benchmarks.serving import product
from benchmarks.session import visiting
from benchmarks.sets import repeat
from benchmarks.timing import Timing, timing
from benchmarks.views import COUNTRY, SLUGS
from congdoan import database
from congdoan.catalogue import fold

HOW = """Branches drawn by lot, each asked once. *Query*: until the rows are there, in one process. *Screen*:
the answer of the server, until its last part. The typed names are the first three words of a
branch's name, without accents. Times in ms, p50 (p95)."""
WHOLE = {"scheme": "34", "kind": "all", "limit": 1000}
LISTED = {"scheme": "34", "kind": "all", "limit": 50}


def branches(n: int) -> list[dict[str, Any]]:
    """So many branches, drawn by lot."""
    found = database.rows("organisations/search", "simulated", {"scheme": "34", "kind": "cdcs"})
    return random.Random(7).sample(found.records, n)


def typed(branch: dict[str, Any]) -> str:
    """What a visitor types to find a branch."""
    return " ".join(fold(branch["organisation_vi"]).split()[:3])


async def on_screen(server: str, views: list[dict[str, str]]) -> list[float]:
    """Seconds of the server's answers on the screen of the units."""
    async with visiting(server, SLUGS["organisations"]) as session:
        await session.go(COUNTRY)
        found = [await session.go({**COUNTRY, **view}) for view in views]
    assert not any(answer.errors for answer in found), [answer.errors for answer in found]
    return [answer.seconds for answer in found]


def measure() -> Section:
    """Histories and searches, as queries and on the screen."""
    n = repeat(40, 6)
    with reading("national"):
        chosen = branches(n)
        orgs, names = [str(one["org"]) for one in chosen], [typed(one) for one in chosen]
        history = timing([seconds("figures/of_unit", {**WHOLE, "org": org}) for org in orgs])
        search = timing([seconds("organisations/search", {**LISTED, "search": name}) for name in names])
    with product("national") as server:
        opened = timing(asyncio.run(on_screen(server.address, [{"don-vi": org} for org in orgs])))
        listed = timing(asyncio.run(on_screen(server.address, [{"tim": name} for name in names])))
    reaches = [
        Reach("one branch's whole history", 30, 1000 * history.p50, "ms"),
        Reach("accent-free search over 120 000 names, to the list", 100, 1000 * listed.p50, "ms"),
    ]
    rows = [line("history", history, opened), line("search", search, listed)]
    return Section("One among 120 000", HOW, reaches, [Table(["what", "n", "query", "screen"], rows)])


def line(what: str, query: Timing, screen: Timing) -> list[object]:
    """One row of the table."""
    return [what, query.n, query.words(), screen.words()]


if __name__ == "__main__":
    alone(measure)
