"""The map of the country's outline: the same places, classes and words as the tiles."""

import json
from typing import Any

import pytest

from congdoan import charts
from congdoan.catalogue import provinces
from congdoan.charts.theme import STEPS
from tests.charts.frames import places

SCHEMES = ("34", "63")


def data(*known: tuple[str, float | None], **other: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = charts.outline(places(*known, **other), "vi", known[0][0][:2]).figure[
        "data"
    ]
    return found


def areas(traces: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Each province by the code that a click on it gives; the first trace of a code is the mainland's."""
    found: dict[str, dict[str, Any]] = {}
    for trace in traces:
        if trace["type"] == "scatter":
            found.setdefault(trace["customdata"][0], trace)
    return found


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_province_of_the_scheme_has_its_area_and_its_name(scheme: str) -> None:
    traces = data((f"{scheme}:01", 5))
    country = {place for place in provinces() if place.startswith(scheme)}
    assert areas(traces).keys() == country
    assert len(traces[-1]["text"]) == len(country)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_both_archipelagos_are_drawn_named_and_belong_to_their_province(scheme: str) -> None:
    chart = charts.outline(places((f"{scheme}:48", 5), (f"{scheme}:56", 9)), "vi", scheme)
    labels, frames = chart.figure["layout"]["annotations"], chart.figure["layout"]["shapes"]
    assert [label["text"] for label in labels] == ["Hoàng Sa", "Trường Sa"]
    islands = chart.figure["data"][-3:-1]
    assert [trace["customdata"] for trace in islands] == [[f"{scheme}:48"], [f"{scheme}:56"]]
    for trace, frame in zip(islands, frames, strict=True):
        assert all(frame["x0"] < x < frame["x1"] for x in trace["x"] if x is not None)
        assert all(frame["y0"] < y < frame["y1"] for y in trace["y"] if y is not None)


def test_no_data_is_hatched_a_zero_is_not() -> None:
    found = areas(data(("34:01", 0), ("34:04", 7)))
    assert found["34:01"]["fillcolor"] in STEPS
    assert found["34:08"]["fillpattern"]["shape"] == "/"
    assert found["34:08"]["fillcolor"] not in STEPS


def test_a_preliminary_province_is_hollow_and_drawn_over_the_borders_of_others() -> None:
    found = areas(data(("34:04", 5), status="preliminary"))
    assert found["34:04"]["fillcolor"] == "#FFFFFF"
    assert found["34:04"]["line"]["width"] > found["34:01"]["line"]["width"]
    assert [*found][-1] == "34:04"


def test_both_drawings_have_the_same_classes_and_the_same_words() -> None:
    known = places(*((f"34:{code}", float(code)) for code in ("01", "04", "08", "11", "25", "40", "79")))
    squares, areas_ = (draw(known, "vi", "34").figure["data"] for draw in (charts.tiles, charts.outline))
    legend = [trace["name"] for trace in areas_ if trace.get("showlegend")]
    assert legend == [trace["name"] for trace in squares]
    said = {
        place: text
        for trace in squares
        for place, text in zip(trace["customdata"], trace["hovertext"], strict=True)
    }
    assert {place: trace["text"] for place, trace in areas(areas_).items()} == said


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_map_is_light_and_fetches_nothing(scheme: str) -> None:
    chart = charts.outline(places((f"{scheme}:01", 5)), "vi", scheme)
    assert len(json.dumps(chart.figure, separators=(",", ":"))) < 100_000
    assert {trace["type"] for trace in chart.figure["data"]} == {"bar", "scatter"}
    assert chart.figure["layout"]["yaxis"]["scaleanchor"] == "x"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_edition_of_the_boundaries_is_credited(scheme: str) -> None:
    credit = charts.outline(places((f"{scheme}:01", 5)), "vi", scheme).credit
    assert "CC BY 4.0" in credit
    assert f"{scheme} tỉnh" in credit
    assert charts.tiles(places((f"{scheme}:01", 5)), "vi", scheme).credit == ""
