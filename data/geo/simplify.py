"""Makes `outline_34.json` and `outline_63.json` from GeoJSON of the provinces: `python simplify.py <folder>`.

Coordinates are whole numbers, two to a drawing unit of the source; x runs east and y north. A province is its
outer rings, `[x, y, x, y, …]` each, and the widest upright box inside it that its name fits into, `[left,
bottom, right, top]`. Holes, which only careless joints of neighbours have left, are closed.
"""

from __future__ import annotations

import json
import sys
import textwrap
from itertools import pairwise, product
from pathlib import Path

Point = tuple[float, float]
Box = tuple[int, int, int, int]

FINE = 2
"""Steps of the coordinates in a drawing unit."""
TOLERANCE = 0.6
"""Drawing units that a border may move by."""
LETTER, LINE, WRAP = 0.6, 1.3, 9
"""Width and height of a letter by its size, and the letters of a line, as maps write names."""
EDITION = {"63": "2008-08-01/2025-06-30", "34": "2025-07-01/"}
ISLANDS = {"48-hoangsa": "hoang_sa", "56-truongsa": "truong_sa"}


def main(folder: Path) -> None:
    """Writes both files beside this script, a line per province."""
    for scheme, edition in EDITION.items():
        source = json.loads((folder / f"vietnam_{scheme}.geojson").read_text(encoding="utf-8"))
        shapes = [(one["properties"], _rings(one["geometry"]["coordinates"])) for one in source["features"]]
        provinces = {about["code"]: rings for about, rings in shapes if about["kind"] == "province"}
        names = {about["code"]: about["name_vi"] for about, _ in shapes}
        head = {"attribution": source["attribution"], "edition": edition, "scheme": scheme}
        parts = [f'"{key}": {_short(value)}' for key, value in head.items()]
        parts += [
            f'"{ISLANDS[about["code"]]}": {_short(r)}' for about, r in shapes if about["code"] in ISLANDS
        ]
        parts.append(
            f'"names": {{{_listed({code: _room(provinces[code], names[code]) for code in provinces})}}}'
        )
        parts.append(f'"provinces": {{{_listed(provinces)}}}')
        target = Path(__file__).with_name(f"outline_{scheme}.json")
        target.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def _listed(values: dict[str, object]) -> str:
    return "\n" + ",\n".join(f'"{code}": {_short(value)}' for code, value in sorted(values.items())) + "\n"


def _short(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _rings(polygons: list[list[list[Point]]]) -> list[list[int]]:
    return [[number for point in _ring(polygon[0]) for number in point] for polygon in polygons]


def _ring(points: list[Point]) -> list[tuple[int, int]]:
    """A closed ring with few points, the first not repeated; what is too small becomes a speck."""
    far = max(range(len(points)), key=lambda at: _apart(points[0], points[at]))
    kept = _straightened(points[: far + 1])[:-1] + _straightened(points[far:])
    whole = [(round(x * FINE), round(y * FINE)) for x, y in kept]
    ring = [here for here, after in pairwise(whole) if here != after]
    x, y = whole[0]
    return ring if len(set(ring)) > 2 else [(x - 1, y - 1), (x - 1, y + 1), (x + 1, y + 1), (x + 1, y - 1)]


def _straightened(points: list[Point]) -> list[Point]:
    """The points of a line that lie further than the tolerance from a line of fewer (Douglas and Peucker)."""
    if len(points) < 3:
        return points
    first, last = points[0], points[-1]
    off = [_off(point, first, last) for point in points]
    far = max(range(len(points)), key=off.__getitem__)
    if off[far] <= TOLERANCE:
        return [first, last]
    return _straightened(points[: far + 1])[:-1] + _straightened(points[far:])


def _off(point: Point, first: Point, last: Point) -> float:
    length = _apart(first, last)
    if not length:
        return _apart(point, first)
    (ax, ay), (bx, by), (x, y) = first, last, point
    return abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / length


def _apart(first: Point, second: Point) -> float:
    return float(((first[0] - second[0]) ** 2 + (first[1] - second[1]) ** 2) ** 0.5)


def _room(rings: list[list[int]], name: str) -> Box:
    """The largest box of the proportions of the name inside the province's largest ring."""
    ring = max(rings, key=len)
    corners = list(zip(ring[::2], ring[1::2], strict=True))
    lines = textwrap.wrap(name, WRAP)
    wide, tall = max(map(len, lines)) * LETTER, len(lines) * LINE
    left, right = min(ring[::2]), max(ring[::2])
    bottom, top = min(ring[1::2]), max(ring[1::2])
    best, size = (left, bottom, left, bottom), 0
    for x, y in product(range(left, right, 3), range(bottom, top, 3)):
        while _inside(box := _around(x, y, wide * (size + 1), tall * (size + 1)), corners):
            best, size = box, size + 1
    return best


def _around(x: int, y: int, wide: float, tall: float) -> Box:
    return round(x - wide / 2), round(y - tall / 2), round(x + wide / 2), round(y + tall / 2)


def _inside(box: Box, corners: list[tuple[int, int]]) -> bool:
    """Whether a box lies in a ring: its middle does, and no corner or edge of the ring comes into it."""
    left, bottom, right, top = box
    if any(left < x < right and bottom < y < top for x, y in corners):
        return False
    edges = [(left + (right - left) * step / 8, y) for step in range(9) for y in (bottom, top)]
    edges += [(x, bottom + (top - bottom) * step / 4) for step in range(5) for x in (left, right)]
    return all(_holds(corners, x, y) for x, y in edges)


def _holds(corners: list[tuple[int, int]], x: float, y: float) -> bool:
    crossed = False
    for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            crossed = not crossed
    return crossed


if __name__ == "__main__":
    main(Path(sys.argv[1]))
