"""Server time of a filter choice: every screen against precomputed answers, and as the country grows."""

import asyncio
import sys
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle, islice

from benchmarks.captured import PLACES, capture
from benchmarks.report import Reach, Section, Table, alone
from benchmarks.serving import Server, product, rival
from benchmarks.session import visiting
from benchmarks.sets import repeat
from benchmarks.timing import Timing, timing
from benchmarks.views import COUNTRY, SLUGS, Choices, province, walk

HOW = """One visitor over the real websocket, from the message sent to the last part of the answer, one
message right after the other. A choice is the run that a changed address asks for
(`?tinh=01&nam=2018-2024`): the same run as after a click in the filter bar, however the bar is
built. *Fresh*: a view that nobody asked before, by turns another province and other years. *Held*:
one of four views asked just before. *Default*: the whole country again. The floor is a page of six
tiles and four charts, drawn from answers of the overview that it was given; it is measured between
the screens, and served by plain Streamlit, which keeps small messages back until the browser has
confirmed the last: up to 40 ms of its time are that wait, which the product does not have. *Work*:
processor time of the server for a fresh choice, all threads. Times in ms, p50 (p95)."""
HELD = 4
FLOOR = "× floor"
HEADINGS = ["screen", "n", "fresh", FLOOR, "held", FLOOR, "default", FLOOR, "work", "12 000", "growth"]


@dataclass(frozen=True)
class Screen:
    """The times of one screen: views nobody asked before, views just asked, the whole country again."""

    fresh: Timing
    held: Timing
    default: Timing
    work: float


async def asked(server: Server, slug: str, views: Iterable[Choices]) -> list[float]:
    """Seconds of each view, asked one after the other by one visitor; two visits before do not count."""
    async with visiting(server.address, slug) as session:
        for _ in range(2):
            await session.go(COUNTRY)
        found = [await session.go(view) for view in views]
    assert not any(answer.errors for answer in found), [answer.errors for answer in found]
    return [answer.seconds for answer in found]


def screen(server: Server, slug: str, n: int) -> Screen:
    """Times one screen: fresh views, then the last of them again and again."""
    views = list(islice(walk(seed=len(slug)), n))
    before = server.processor_time()
    fresh = asyncio.run(asked(server, slug, views))
    work = (server.processor_time() - before) / n
    held = asyncio.run(asked(server, slug, islice(cycle(views[-HELD:]), HELD + n)))[HELD:]
    default = asyncio.run(asked(server, slug, islice(cycle([views[-1], COUNTRY]), 2 * n)))[1::2]
    return Screen(timing(fresh), timing(held), timing(default), work)


def floor(server: Server, n: int) -> list[float]:
    """Times the page of precomputed answers."""
    return asyncio.run(asked(server, "", islice(cycle(province(code) for code in PLACES), n)))


def measured() -> tuple[Timing, dict[str, Screen], dict[str, Screen]]:
    """The floor, and every screen on the national and on the medium country."""
    n = repeat(12, 3)
    lows: list[float] = []
    national: dict[str, Screen] = {}
    medium: dict[str, Screen] = {}
    with ExitStack() as servers:
        large, small = (servers.enter_context(product(size)) for size in ("national", "medium"))
        low = servers.enter_context(rival("floor", BENCH_ANSWERS=str(capture(large))))
        for name, slug in SLUGS.items():
            lows += floor(low, n)
            national[name] = screen(large, slug, n)
            medium[name] = screen(small, slug, n)
            print(f"{name}: {national[name].fresh.words()} ms", file=sys.stderr)
    return timing(lows), national, medium


def measure() -> Section:
    """Server time of every screen: against the floor, and on ten times the branches."""
    low, national, medium = measured()
    ratios = sorted(one.fresh.p50 / low.p50 for one in national.values())
    growth = {name: one.fresh.p50 / medium[name].fresh.p50 for name, one in national.items()}
    most = max(growth.values())
    default = max(one.default.p50 / low.p50 for one in national.values())
    reaches = [
        Reach("server, fresh choice against the floor: heaviest screen", 2, ratios[-1]),
        Reach("server, fresh choice against the floor: every other screen", 1.2, ratios[-2]),
        Reach("server, default view again against the floor: every screen", 1.2, default),
        Reach("server, fresh choice, 120 000 branches against 12 000: every screen", 1.3, most),
    ]
    rows = [
        [*line(name, one, low), medium[name].fresh.words(), growth[name]] for name, one in national.items()
    ]
    rows.append(["floor", low.n, low.words(), 1.0, *[""] * 7])
    return Section("Server time of a filter choice", HOW, reaches, [Table(HEADINGS, rows)])


def line(name: str, one: Screen, low: Timing) -> list[object]:
    """One screen's row: its times, each with how many times the floor it is, and the processor's."""
    kinds = (one.fresh, one.held, one.default)
    times = [cell for kind in kinds for cell in (kind.words(), kind.p50 / low.p50)]
    return [name, one.fresh.n, *times, f"{1000 * one.work:.0f}"]


if __name__ == "__main__":
    alone(measure)
