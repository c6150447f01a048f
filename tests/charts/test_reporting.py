from congdoan import charts
from tests.charts.frames import reports

CAO_BANG, HA_NOI = "34:04", "34:01"
TOLD = reports((CAO_BANG, "missing", 1, 4), (CAO_BANG, "late", 3, 4), (HA_NOI, "on_time", 2, 2))


def test_states_stand_best_first_and_what_is_missing_is_hatched() -> None:
    data = charts.reporting(TOLD, "vi").figure["data"]
    assert [trace["name"] for trace in data] == ["Đúng hạn", "Nộp muộn", "Chưa nộp"]
    assert [trace["marker"].get("pattern", {}).get("shape") for trace in data] == [None, None, "/"]
    assert [trace["x"] for trace in data] == [[100.0], [75.0], [25.0]]


def test_beside_each_place_stands_how_many_reported_of_those_that_owe_it() -> None:
    cao_bang, ha_noi = charts.reporting(TOLD, "vi").figure["layout"]["yaxis"]["ticktext"]
    assert (cao_bang.split("<")[0], ha_noi.split("<")[0]) == ("Cao Bằng ", "Hà Nội ")
    assert (">3/4<" in cao_bang, ">2/2<" in ha_noi) == (True, True)


def test_a_click_gives_the_place_and_a_hover_the_denominator() -> None:
    (late,) = (one for one in charts.reporting(TOLD, "vi").figure["data"] if one["name"] == "Nộp muộn")
    assert late["customdata"] == [CAO_BANG]
    assert "trong 4 đơn vị phải nộp" in late["hovertext"][0]


def test_the_sentence_names_where_most_and_fewest_are_missing() -> None:
    sentence = charts.reporting(TOLD, "en", what="Branches").alt
    assert sentence.startswith("Shares of units without a report: Branches, 2 places.")
    assert "Highest: Cao Bằng: 25" in sentence
    assert "Lowest: Hà Nội: 0" in sentence
