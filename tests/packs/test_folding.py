"""A tall chart of rows stands in two columns on paper: every mark once, at its full size, words whole."""

import re
from typing import Any

import pytest

from congdoan import charts
from congdoan.charts import Chart
from congdoan.packs.drawing import picture
from congdoan.packs.drawing.folding import FEWEST, folded
from tests.charts.frames import every, rows, target

COUNT = 2 * FEWEST


def targets(reached: list[float]) -> Chart:
    return charts.bullets(rows(*(target(f"Đơn vị {at}", share) for at, share in enumerate(reached))), "vi")


def marks(chart: Chart) -> list[Any]:
    return [text for trace in chart.figure["data"] for text in trace["hovertext"]]


def edges(chart: Chart) -> list[Any]:
    return [edge for trace in chart.figure["data"] for edge in trace["marker"]["line"]["width"]]


def test_each_row_stands_in_one_of_the_columns_at_its_full_height() -> None:
    whole = targets([150.0 - at for at in range(COUNT)])
    first, second = folded(whole)
    assert sorted(marks(first) + marks(second)) == sorted(marks(whole))
    assert len(marks(first)) == len(marks(second)) == COUNT / 2
    spans = [part.figure["layout"]["yaxis"]["range"] for part in (whole, first, second)]
    tall, *parts = (abs(end - start) for end, start in spans)
    assert sum(parts) == tall
    assert first.height == whole.height - tall + parts[0]


def test_the_line_at_the_whole_target_ends_with_the_rows_of_its_column() -> None:
    for part in folded(targets([150.0 - at for at in range(COUNT)])):
        low, high = sorted(part.figure["layout"]["yaxis"]["range"])
        ends = [(line["y0"], line["y1"]) for line in part.figure["layout"]["shapes"]]
        assert ends
        assert all(low <= start < end <= high for start, end in ends)


def test_a_bar_of_one_length_is_of_one_value_in_both_columns() -> None:
    names = [f"Đơn vị {'rất ' * 9 if at == COUNT - 1 else ''}{at}" for at in range(COUNT)]
    whole = charts.bullets(rows(*(target(name, 150.0) for name in names)), "vi")
    widths = {re.findall(r'<path d="M([\d.]+)', picture(part, 300).svg)[0] for part in folded(whole)}
    assert len(widths) == 1


def test_what_a_mark_looks_like_goes_with_it() -> None:
    qualified = [target(f"Đơn vị {at}", 150.0 - at, qualifier="about" if at == COUNT - 1 else "exact")
                 for at in range(COUNT)]  # fmt: skip
    first, second = folded(charts.bullets(rows(*qualified), "vi"))
    assert [edge for edge in edges(second) if edge] == [2]
    assert not any(edges(first))


def test_a_series_without_a_mark_in_a_column_is_not_in_its_legend() -> None:
    upper, lower = folded(targets([150.0] * FEWEST + [50.0] * FEWEST))
    assert [len(part.figure["data"]) for part in (upper, lower)] == [1, 1]
    assert upper.figure["data"][0]["name"] != lower.figure["data"][0]["name"]


@pytest.mark.parametrize("kind", sorted(every("vi")))
def test_a_short_chart_stays_as_it_is(kind: str) -> None:
    chart = every("vi")[kind]
    assert folded(chart) == (chart,)


def test_the_legend_of_a_narrow_column_stays_within_its_picture() -> None:
    upper, _ = folded(targets([150.0] * FEWEST + [50.0] * FEWEST))
    drawn = picture(upper, 300)
    starts = [float(at) for at in re.findall(r'<text x="([\d.]+)"', drawn.svg)]
    assert min(starts) >= 0
    assert "Đạt hoặc vượt" in re.sub("<[^>]*>", "", drawn.svg)
