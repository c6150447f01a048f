"""Many visitors at once: how much longer each waits, and what a long meeting does to the server's memory."""

import asyncio
import random
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from websockets.exceptions import WebSocketException

from benchmarks.report import Reach, Section, Table, alone
from benchmarks.serving import Server, product
from benchmarks.session import Answer, visiting
from benchmarks.sets import repeat
from benchmarks.timing import percentile, timing
from benchmarks.views import COUNTRY, SLUGS, walk

HOW = """Every visitor has a session and a screen of its own, all screens by turns, on the national set;
after a pause of random length (exponential, with the mean that is named) it chooses another
province or other years that it did not have before. One visitor alone goes over all screens with
the same pause. Times in ms, p50 (p95), from the message sent to the last part of the answer; the
driver shares the two cores with the server. Browsers that keep the list of decks open a second have
them filled beside it; these visitors have not."""
PAUSE = 2.0
"""Seconds between two clicks of a visitor in a busy room."""
READING = 10.0
"""Seconds between two clicks of a visitor who reads what stands there."""
SCREENS = list(SLUGS.values())


@dataclass
class Notes:
    """What a crowd met: seconds of every answer, errors, and megabytes of the server by the second."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    memory: list[tuple[float, float]] = field(default_factory=list)

    def take(self, answer: Answer) -> None:
        """Writes down one answer."""
        self.seconds.append(answer.seconds)
        self.errors.extend(answer.errors)

    def resident(self, first: float, last: float) -> float:
        """Megabytes in the middle of the readings between two seconds."""
        return percentile([size for second, size in self.memory if first <= second <= last], 50)


async def visitor(server: Server, number: int, pause: float, last: float, notes: Notes) -> None:
    """One visitor: opens its screen, then clicks and waits by turns until the time is over."""
    chance = random.Random(number)
    await asyncio.sleep(chance.uniform(0, pause))
    try:
        async with visiting(server.address, SCREENS[number % len(SCREENS)]) as session:
            await session.go(COUNTRY)
            for view in walk(seed=number):
                await asyncio.sleep(chance.expovariate(1 / pause))
                if time.monotonic() > last:
                    return
                notes.take(await session.go(view))
    except (OSError, TimeoutError, WebSocketException) as error:
        notes.errors.append(f"{type(error).__name__}: {error}")


async def watch(server: Server, seconds: float, notes: Notes) -> None:
    """Reads the server's memory every other second."""
    begun = time.monotonic()
    while (now := time.monotonic() - begun) < seconds:
        notes.memory.append((now, server.memory()))
        await asyncio.sleep(2)


async def crowd(server: Server, visitors: int, pause: float, seconds: float) -> Notes:
    """So many visitors for so long."""
    notes, last = Notes(), time.monotonic() + seconds
    every = [visitor(server, number, pause, last, notes) for number in range(visitors)]
    await asyncio.gather(watch(server, seconds, notes), *every)
    took = timing(notes.seconds).words()
    print(f"{visitors} visitors: {took} ms, {len(notes.errors)} errors", file=sys.stderr)
    return notes


async def one_after_another(server: Server, clicks: int) -> Notes:
    """One visitor, so many clicks on every screen."""
    notes = Notes()
    for number, slug in enumerate(SCREENS):
        async with visiting(server.address, slug) as session:
            await session.go(COUNTRY)
            for _, view in zip(range(clicks), walk(seed=1000 + number), strict=False):
                await asyncio.sleep(PAUSE / 4)
                notes.take(await session.go(view))
    return notes


def fresh(act: Callable[[Server], Awaitable[Notes]]) -> tuple[Notes, float]:
    """Lets visitors into a server of their own, whose screens have been opened once; its most memory, too."""
    with product("national") as server:

        async def all_of_it() -> Notes:
            for slug in SCREENS:
                async with visiting(server.address, slug) as session:
                    await session.go(COUNTRY)
            return await act(server)

        notes = asyncio.run(all_of_it())
        return notes, server.most_memory()


def measure() -> Section:
    """One visitor, 25 in a hurry, 50 for a long time."""
    busy, long = float(repeat(60, 15)), float(repeat(600, 40))
    alone_, _ = fresh(lambda server: one_after_another(server, repeat(6, 2)))
    many, _ = fresh(lambda server: crowd(server, 25, PAUSE, busy))
    meeting, most = fresh(lambda server: crowd(server, 50, READING, long))
    early, late = meeting.resident(long / 5, long / 5 + long / 10), meeting.resident(0.9 * long, long)
    waited = timing(many.seconds).p95 / timing(alone_.seconds).p50
    reaches = [
        Reach("25 visitors clicking every 2 s: p95 against p50 of one alone", 3, waited),
        Reach("... errors", 0, len(many.errors), ""),
        Reach(f"50 visitors for {long:.0f} s: errors", 0, len(meeting.errors), ""),
        Reach("... growth of memory after a fifth of the time", 10, 100 * (late / early - 1), "%"),
        Reach("... resident at most", 500, most, "MB"),
    ]
    told = [("1", alone_, PAUSE / 4), ("25", many, PAUSE), ("50", meeting, READING)]
    rows = [[who, pause, len(n.seconds), timing(n.seconds).words(), len(n.errors)] for who, n, pause in told]
    table = Table(["visitors", "pause, s", "n", "answer", "errors"], rows)
    held = Table(["memory of 50 visitors", "MB"], [["early", early], ["late", late], ["at most", most]])
    problems = Table(["errors"], [[text] for text in sorted({*many.errors, *meeting.errors})[:10]])
    tables = [table, held, problems] if problems.rows else [table, held]
    return Section("Many visitors", HOW, reaches, tables)


if __name__ == "__main__":
    alone(measure)
