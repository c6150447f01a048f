from congdoan import charts
from congdoan.charts.theme import RATINGS
from tests.charts.frames import award, rated, rows

S001 = [("rating.vmxs", 45, 53.57), ("rating.vm", 34, 40.48), ("rating.kha", 5, 5.95)]


def test_a_rating_has_its_colour_whatever_the_order() -> None:
    data = charts.shares(rated(*(("2018", *one) for one in reversed(S001))), "vi").figure["data"]
    assert [trace["marker"]["color"] for trace in data] == [RATINGS[code] for code, _, _ in S001]


def test_shares_are_printed_with_counts_and_both_denominators() -> None:
    chart = charts.shares(rated(*(("2018", *one) for one in S001)), "vi")
    first = chart.figure["data"][0]
    assert first["text"] == ["53,6\N{NO-BREAK SPACE}%"]
    assert "45 CĐCS" in first["hovertext"][0]
    assert "84/90 CĐCS" in chart.figure["layout"]["yaxis"]["ticktext"][0]


def test_the_two_scales_stand_apart_with_a_note() -> None:
    both = rated(("2019", "rating.htxs", 84, 100.0), ("2018", "rating.vm", 84, 100.0))
    chart = charts.shares(both, "vi")
    layout, height = chart.figure["layout"], chart.figure["data"][0]["width"]
    older, newer = layout["yaxis"]["tickvals"]
    assert layout["yaxis"]["ticktext"][0].startswith("2018")
    (note,) = layout["annotations"]
    assert older + height < note["y"] < newer - height
    assert "2019" in note["text"]
    assert (note["x"], note.get("xshift", 0)) == (0, 0), "it begins where the bars do, within the chart"


def test_one_scale_alone_has_no_note() -> None:
    assert charts.shares(rated(("2018", "rating.vm", 84, 100.0)), "vi").figure["layout"]["annotations"] == []


def test_a_year_stands_beside_a_label_only_where_there_are_several() -> None:
    def labels(*years: int) -> list[str]:
        [first, *_] = rated(("34:04", "rating.htxs", 84, 100.0)).records
        known = [{**first, "place": "34:04", "year": year} for year in years]
        chart = charts.shares(rows(*known), "vi", label="place", by_year=True)
        return [text.split("<br>")[0] for text in chart.figure["layout"]["yaxis"]["ticktext"]]

    assert labels(2025) == ["Cao Bằng"]
    assert labels(2024, 2025) == ["Cao Bằng, 2024", "Cao Bằng, 2025"]


def test_what_shares_lack_to_a_hundred_is_hatched() -> None:
    *_, rest = charts.shares(rated(("2018", "rating.vmxs", 45, 53.57)), "vi").figure["data"]
    assert rest["marker"]["pattern"]["shape"] == "/"
    assert round(rest["x"][0], 2) == 46.43


def test_awards_stand_under_their_level_highest_first() -> None:
    told = rows(award("co_ldld", "province", 1), award("bang_khen_tld", "tld", 12), award("co_tld", "tld", 2))
    heads = charts.ladder(told, "vi").figure["layout"]["yaxis"]["ticktext"]
    assert heads[0] == "<b>Tổng Liên đoàn</b>"
    assert [head.startswith("<b>") for head in heads] == [True, False, False, True, False]
    assert heads[1].startswith("Cờ thi đua của Tổng")


def test_what_was_only_met_with_is_hollow_and_reads_at_least() -> None:
    told = rows(award("co_tld", "tld", 2), award("bang_khen_tld", "tld", 5, basis="tally"))
    (trace,) = charts.ladder(told, "vi").figure["data"]
    assert trace["text"] == ["2", "≥ 5"]
    assert [colour == "#FFFFFF" for colour in trace["marker"]["color"]] == [False, True]


def test_recipients_are_never_added_together() -> None:
    told = rows(award("bang_khen_tld", "tld", 9), award("bang_khen_tld", "tld", 15, recipient="individual"))
    collective, individual = charts.ladder(told, "vi").figure["data"]
    assert (collective["x"], individual["x"]) == ([9], [15])
    assert collective["marker"]["line"]["color"] != individual["marker"]["line"]["color"]


def test_a_thematic_award_is_named_apart_from_a_comprehensive_one() -> None:
    told = rows(award("co_tld", "tld", 2), award("co_tld", "tld", 1, occasion="thematic"))
    heads = charts.ladder(told, "vi").figure["layout"]["yaxis"]["ticktext"]
    assert "chuyên đề" in heads[2].replace("<br>", " ")
