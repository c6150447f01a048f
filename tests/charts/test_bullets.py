"""Bars against a target: bands by words, colour and pattern, the target a line, nothing cut in silence."""

from congdoan import charts
from tests.charts.frames import rows, target


def test_each_band_has_its_words_colour_and_pattern_and_what_is_unknown_has_no_bar() -> None:
    found = rows(target("A", 125), target("B", 90), target("C", 60), target("D", None))
    met, near, missed, unknown = charts.bullets(found, "vi").figure["data"]
    assert [trace["x"] for trace in (met, near, missed, unknown)] == [[125], [90], [60], [0]]
    assert [trace["name"].split(" (")[0] for trace in (met, near, missed)] == [
        "Đạt hoặc vượt",
        "Gần đạt",
        "Chưa đạt",
    ]
    patterns = [trace["marker"]["pattern"]["shape"] for trace in (met, near, missed)]
    assert len(set(patterns)) == 3
    assert unknown["text"] == ["Chưa có số liệu"]


def test_a_sum_of_a_part_has_a_band_of_its_own_beside_those_that_missed() -> None:
    found = rows(target("A", 60), target("B", 70, qualifier="at_least", band="partial", to_go=None))
    missed, partial = charts.bullets(found, "vi").figure["data"]
    assert partial["name"].startswith("Chưa đủ số liệu")
    assert partial["marker"]["pattern"]["shape"] != missed["marker"]["pattern"]["shape"]


def test_the_whole_target_is_a_line_and_longer_bars_are_cut_and_say_so() -> None:
    figure = charts.bullets(rows(target("A", 262)), "vi").figure
    assert {(line["x0"], line["x1"]) for line in figure["layout"]["shapes"]} == {(100, 100)}
    assert figure["data"][0]["x"] == [200]
    assert figure["data"][0]["text"] == ["» 262,0\N{NO-BREAK SPACE}%"]


def test_a_hover_says_what_was_reached_and_exceeded_or_is_left_to_go() -> None:
    found = rows(target("A", 125, half_value=90, half_qualifier="over"), target("B", 60))
    met, missed = (trace["hovertext"][0] for trace in charts.bullets(found, "en").figure["data"])
    assert "2024: 250 people" in met
    assert "Target 200 people: reached 125.0%, exceeded by 25.0% · By 30 June: over 90 people" in met
    assert "Target 200 people: reached 60.0%, 80 people left to go" in missed


def test_a_lane_is_named_by_its_unit_or_by_what_is_counted_where_all_are_of_one() -> None:
    def heads(*found: dict[str, object]) -> list[str]:
        return list(charts.bullets(rows(*found), "vi").figure["layout"]["yaxis"]["ticktext"])

    houses = {"metric": "houses", "unit": "house"}
    assert heads(target("A", 90), target("B", 80, home="63:26")) == ["A", "Vĩnh Phúc"]
    assert heads(target("A", 90), target("A", 80, **houses)) == [
        "Đoàn viên kết nạp<br>mới",
        "Nhà Mái ấm công đoàn",
    ]
    assert heads(target("A", 90), target("B", 80, **houses))[1].startswith("B: Nhà")


def test_what_is_not_exact_is_hollow_and_has_a_sign() -> None:
    [trace] = charts.bullets(rows(target("A", 90), target("B", 85, qualifier="at_least")), "vi").figure[
        "data"
    ]
    assert trace["marker"]["line"]["width"] == [0, 2]
    assert trace["text"][1] == "≥ 85,0\N{NO-BREAK SPACE}%"


def test_the_line_of_the_whole_target_crosses_no_share_that_is_written_beside_a_bar() -> None:
    layout = charts.bullets(rows(target("A", 97), target("B", 60)), "vi").figure["layout"]
    spans = [(line["y0"], line["y1"]) for line in layout["shapes"]]
    assert len(spans) == 3, "above, between and below the bars"
    for middle in layout["yaxis"]["tickvals"]:
        assert not [span for span in spans if span[0] < middle + 7 and span[1] > middle - 7]
