"""Elements of an SVG picture as text: shapes, fills with patterns, pens with dashes."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

CLEAR = "rgba(0,0,0,0)"
SHEER = 0.5
"""How much of its ground the strokes of a pattern cover."""


def element(tag: str, content: str = "", **attributes: Any) -> str:
    """One element; an attribute's `_` becomes `-`, None leaves it out, numbers keep two decimals."""
    said = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(_worded(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{said}>{content}</{tag}>" if content else f"<{tag}{said}/>"


def _worded(value: Any) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def box(x0: float, y0: float, x1: float, y1: float, **looks: Any) -> str:
    """A rectangle between two corners, whichever they are."""
    corner = {"x": float(min(x0, x1)), "y": float(min(y0, y1))}
    return element("rect", **{**corner, "width": float(abs(x1 - x0)), "height": float(abs(y1 - y0)), **looks})


def path(points: Iterable[tuple[float, float] | None], *, closed: bool = False) -> str:
    """The `d` of a line through points, broken at each None."""
    parts: list[str] = []
    command = "M"
    for point in points:
        if point is None:
            parts += ["Z"] if closed and command == "L" else []
            command = "M"
            continue
        parts.append(f"{command}{_worded(float(point[0]))} {_worded(float(point[1]))}")
        command = "L"
    return " ".join([*parts, "Z"] if closed and command == "L" else parts)


def dashes(kind: str | None, width: float) -> str | None:
    """The dashes of a pen by their name in a figure."""
    unit = max(width, 3)
    sizes = {"dash": (3, 3), "dot": (1, 1), "dashdot": (3, 1, 1, 1)}.get(kind or "solid")
    return " ".join(_worded(float(size * unit)) for size in sizes) if sizes else None


def pen(line: Mapping[str, Any], at: int = 0) -> dict[str, Any]:
    """The attributes of an outline or a line; none where it has no width."""
    width = picked(line.get("width", 1), at)
    if not width:
        return {}
    dash = dashes(line.get("dash"), width)
    return {"stroke": picked(line.get("color"), at), "stroke_width": width, "stroke_dasharray": dash}


def picked(value: Any, at: int) -> Any:
    """The value of one mark, where a figure gives one for all or one each."""
    return value[at] if isinstance(value, Sequence) and not isinstance(value, str) else value


def fill(marker: Mapping[str, Any], at: int = 0) -> tuple[str, str]:
    """What fills a mark, and the pattern that must be defined for it, else ""."""
    colour, pattern = picked(marker.get("color"), at), marker.get("pattern", {})
    if not pattern.get("shape"):
        return ("none" if colour == CLEAR else colour), ""
    ground = picked(pattern.get("bgcolor") or colour, at)
    return _pattern(pattern, ground, picked(pattern["fgcolor"], at))


def _pattern(pattern: Mapping[str, Any], ground: str, ink: str) -> tuple[str, str]:
    """A hatch (`/`), a lattice (`x`) or dots (`.`) on a ground; equal patterns have one name."""
    size, solid, shape = float(pattern["size"]), float(pattern["solidity"]), pattern["shape"]
    name = "p" + hashlib.sha256(f"{shape} {size} {solid} {ground} {ink}".encode()).hexdigest()[:8]
    side = size if shape == "." else size * math.sqrt(2)
    marks = _dot(side, solid, ink) if shape == "." else _strokes(shape, side, solid, ink)
    whole = element("rect", width=side, height=side, fill=ground) + marks
    units = {"width": side, "height": side, "patternUnits": "userSpaceOnUse"}
    return f"url(#{name})", element("pattern", whole, id=name, **units)


def _dot(side: float, solid: float, ink: str) -> str:
    """One dot in the middle that covers the share `solid` of a square."""
    wide = side * math.sqrt(solid / math.pi)
    return element("circle", cx=side / 2, cy=side / 2, r=wide, fill=ink, fill_opacity=SHEER)


def _strokes(shape: str, side: float, solid: float, ink: str) -> str:
    """Strokes that rise through a square, and where they cross, fall too."""
    rising = [
        ((-side / 2, side / 2), (side / 2, -side / 2)),
        ((-side / 2, side * 3 / 2), (side * 3 / 2, -side / 2)),
    ]
    rising.append(((side / 2, side * 3 / 2), (side * 3 / 2, side / 2)))
    falling = [((side - x0, y0), (side - x1, y1)) for (x0, y0), (x1, y1) in rising]
    size = side / math.sqrt(2)
    wide = size - size * math.sqrt(1 - solid) if shape == "x" else size * solid
    strokes = [*rising, *falling] if shape == "x" else rising
    drawn = path(point for stroke in strokes for point in (*stroke, None))
    return element("path", d=drawn, stroke=ink, stroke_width=wide, stroke_opacity=SHEER)
