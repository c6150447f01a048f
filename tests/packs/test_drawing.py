"""Charts drawn for paper say what their figures say, within the picture, in the shipped font."""

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from itertools import combinations

import pytest
from PIL import ImageFont

from congdoan import charts
from congdoan.charts import Chart
from congdoan.packs.drawing import picture, svg
from congdoan.packs.drawing.text import FILES, advance
from congdoan.paths import FONTS
from congdoan.text import Language, words
from tests.charts.frames import FIGURE, every, members, places, rows

KINDS = sorted(every("vi"))
NAME_SPACE = "{http://www.w3.org/2000/svg}"
WIDTH = 680
BLUE, GOLD = "#0B4F8A", "#C8922A"
SIGN = (14.0, 12.0)
SCREEN_ONLY = "filter.chip"  # its cross is a button


@dataclass(frozen=True)
class Words:
    """Where words stand in a picture, in px."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    def touches(self, other: "Words") -> bool:
        return (
            min(self.right, other.right) - max(self.left, other.left) > 1
            and min(self.bottom, other.bottom) - max(self.top, other.top) > 1
        )


def drawn(chart: Chart) -> ET.Element:
    return ET.fromstring(svg(chart, WIDTH))


def said(chart: Chart) -> list[Words]:
    """All words that lie level."""
    return [_placed(text) for text in drawn(chart).findall(f"{NAME_SPACE}text")]


def _placed(text: ET.Element) -> Words:
    spans = [
        (span.text or "", float(span.get("font-size", 0)), bool(span.get("font-weight"))) for span in text
    ]
    wide = sum(advance(part, bold=bold) * size for part, size, bold in spans)
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.get("text-anchor", "start")]
    x, y, size = float(text.get("x", 0)), float(text.get("y", 0)), max(size for _, size, _ in spans)
    whole = "".join(part for part, _, _ in spans)
    return Words(whole, x - share * wide, x + (1 - share) * wide, y - 0.7 * size, y + 0.2 * size)


def boxes(chart: Chart, colour: str) -> list[tuple[float, float]]:
    """Width and height of the bars of a colour, without the sign in the legend."""
    found = [one for one in drawn(chart).findall(f"{NAME_SPACE}rect") if one.get("fill") == colour]
    sizes = [(float(one.get("width", 0)), float(one.get("height", 0))) for one in found]
    return [size for size in sizes if size != SIGN]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_words_leave_the_picture_and_none_touch_each_other(kind: str, lang: Language) -> None:
    chart = every(lang)[kind]
    height, found = picture(chart, WIDTH).height, said(chart)
    assert not [
        one for one in found if one.left < 0 or one.right > WIDTH or one.top < 0 or one.bottom > height
    ]
    assert not [pair for pair in combinations(found, 2) if pair[0].touches(pair[1])]


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_chart_gives_the_same_picture_named_by_its_sentence(kind: str) -> None:
    chart = every("vi")[kind]
    assert svg(chart, WIDTH) == svg(every("vi")[kind], WIDTH)
    assert drawn(chart).get("aria-label") == chart.alt


@pytest.mark.parametrize("kind", KINDS)
def test_every_pattern_that_fills_a_mark_is_defined(kind: str) -> None:
    text = svg(every("vi")[kind], WIDTH)
    assert set(re.findall(r"url\(#(\w+)\)", text)) <= set(re.findall(r'id="(\w+)"', text))


def test_each_band_of_targets_has_a_pattern_of_its_own_on_paper() -> None:
    patterns = [list(one.iter()) for one in drawn(every("vi")["bullets"]).iter(f"{NAME_SPACE}pattern")]
    marks = {(one[-1].tag, one[-1].get("d")) for one in patterns}
    assert len(marks) == len({one for one in marks if one[0] != f"{NAME_SPACE}rect"}) == 4


def test_the_lengths_of_bars_are_in_the_ratio_of_their_values() -> None:
    chart = charts.ranking(places(("34:01", 1200), ("34:04", 300), ("34:08", None)), "vi")
    (long, _), (short, _) = boxes(chart, BLUE)
    assert long / short == pytest.approx(4, rel=0.001)


def test_stacked_bars_stand_on_each_other_and_are_as_high_as_their_sum() -> None:
    chart = charts.columns(members((2024, "34:01", 10), (2024, "34:04", 30)), "vi", series="place")
    rects = [
        one for one in drawn(chart).findall(f"{NAME_SPACE}rect") if one.get("width") not in ("14", "680")
    ]
    low, high = sorted(rects, key=lambda one: -float(one.get("y", 0)))
    assert float(high.get("y", 0)) + float(high.get("height", 0)) == pytest.approx(
        float(low.get("y", 0)), abs=0.02
    )
    assert float(high.get("height", 0)) / float(low.get("height", 0)) == pytest.approx(3, rel=0.001)


def test_bars_beside_each_other_do_not_cover_each_other() -> None:
    told = members((2024, "34:01", 10), (2024, "34:04", 30))
    chart = charts.columns(told, "vi", series="place", stacked=False)
    (blue,), (gold,) = boxes(chart, BLUE), boxes(chart, GOLD)
    assert blue[0] == gold[0]
    assert gold[1] / blue[1] == pytest.approx(3, rel=0.001)


def test_a_preliminary_figure_is_hollow() -> None:
    chart = charts.ranking(places(("34:01", 1200), status="preliminary"), "vi")
    hollow = [one for one in drawn(chart).findall(f"{NAME_SPACE}rect") if one.get("stroke") == BLUE]
    assert [one.get("fill") for one in hollow] == ["#FFFFFF"]


def test_a_line_breaks_where_a_year_has_no_figure() -> None:
    chart = charts.trend(members((2021, "34:01", 10), (2022, "34:01", 11), (2024, "34:01", 12)), "vi")
    paths = drawn(chart).iter(f"{NAME_SPACE}path")
    lines = [one.get("d", "") for one in paths if one.get("stroke") == BLUE]
    assert [line.count("M") for line in lines] == [2]


def test_numbers_are_written_in_the_language() -> None:
    told = places(("34:01", 1234567))
    assert "1.234.567" in {one.text for one in said(charts.ranking(told, "vi"))}
    assert "1,234,567" in {one.text for one in said(charts.ranking(told, "en"))}
    axis = {one.text for one in said(charts.columns(members((2024, "34:01", 12500)), "vi", series="place"))}
    assert "5.000" in axis


def test_words_of_data_are_no_markup() -> None:
    told = {**FIGURE, "label": 'A <b>&"x" $1$', "year": 2024, "metric": "members", "value": 3}
    chart = charts.pairs(rows(told), "vi")
    assert 'A <b>&"x" $1$' in " ".join(one.text for one in said(chart))


def test_a_legend_that_needs_more_lines_adds_to_the_height() -> None:
    chart = every("vi")["multiples"]
    assert picture(chart, 300).height > picture(chart, 1200).height


def test_a_map_keeps_its_shape_where_it_is_narrow() -> None:
    assert picture(every("vi")["outline34"], 300).height < picture(every("vi")["outline34"], 680).height


@pytest.mark.parametrize("bold", [False, True])
def test_the_shipped_font_has_every_sign_of_the_catalogue(bold: bool) -> None:
    font = ImageFont.truetype(FONTS / FILES[bold], 40)
    unknown = bytes(font.getmask("\ufffe"))
    signs = {
        sign
        for key, both in words().items()
        if key != SCREEN_ONLY
        for text in both.values()
        for sign in text
        if sign.isprintable()
    } - {" "}
    assert not sorted(sign for sign in signs if bytes(font.getmask(sign)) == unknown)
