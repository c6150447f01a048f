"""The button at the foot of a screen, the text that it shows, and the same text without a server."""

import re
import subprocess
import sys
from dataclasses import replace

import pytest

from congdoan.page.choice import Choice
from congdoan.page.paragraph import SCREENS, copied
from congdoan.page.subjects import DONATIONS, METRICS, SUBJECTS, WELFARE, paragraphs
from congdoan.paragraphs.totals import WITHIN
from congdoan.paths import ROOT
from congdoan.text import Language, say, words
from tests.page.visits import SCREENS as EVERY
from tests.page.visits import visit

pytestmark = pytest.mark.usefixtures("both")
LANGUAGES: tuple[Language, ...] = ("vi", "en")


def test_every_subject_can_be_asked_for_and_stands_on_some_screen() -> None:
    assert set(SUBJECTS) == set(METRICS)
    assert {subject for subjects in SCREENS.values() for subject in subjects} == set(SUBJECTS)


def test_every_metric_that_is_told_has_its_sentence() -> None:
    told = {*METRICS["members"], *METRICS["party"], *WELFARE, *DONATIONS}
    assert not [metric for metric in told if f"paragraph.metric.{metric}" not in words()]
    assert not [metric for metric in WITHIN if f"paragraph.part.{metric}" not in words()]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("screen", EVERY)
def test_a_screen_that_has_paragraphs_offers_them_and_others_do_not(screen: str, lang: Language) -> None:
    app = visit(screen, lang=lang, don_vi="ldld-cao-bang")
    offered = [button for button in app.button if button.label == say("paragraph.copy", lang)]
    assert len(offered) == (screen in SCREENS)


@pytest.mark.parametrize("dataset", ["that", "minh-hoa"])
def test_the_button_shows_the_paragraphs_and_their_source_as_plain_text(dataset: str) -> None:
    app = visit("welfare", du_lieu=dataset, nam="2021", tinh="04", dia_gioi="34")
    [button] = [one for one in app.button if one.label == say("paragraph.copy", "vi")]
    app = button.click().run()
    [shown] = app.code
    simulated = dataset == "minh-hoa"
    chosen = Choice("simulated" if simulated else "real", "vi", "34", ("34:04",), 2021, 2021)
    assert shown.value == copied(chosen, "welfare")
    *paragraphs, source = shown.value.split("\n\n")
    assert "Bản phát hành" in source
    assert all(part.startswith("SỐ LIỆU MINH HỌA") == simulated for part in [*paragraphs, source])
    assert not app.exception


@pytest.mark.parametrize("subject", ["members", "change"])
def test_a_change_is_the_same_whether_one_year_is_chosen_or_two(subject: str) -> None:
    two = Choice("simulated", "vi", year_from=2023, year_to=2024)
    one = replace(two, year_from=2024)
    changes = [
        re.findall(r"(?:tăng|giảm) [^;)]* so với 2023", paragraphs(view, subject)[0]) for view in (one, two)
    ]
    assert changes[0] == changes[1] != []


def test_no_view_is_without_words_on_a_screen_with_the_button() -> None:
    own = {"don-vi": "ldld-cao-bang"}
    nowhere = Choice("real", "vi", "34", ("34:96",), 2016, 2016, own=own)
    for screen in SCREENS:
        assert len(copied(nowhere, screen).split("\n\n")) > (screen != "organisations")


@pytest.mark.parametrize("chosen", [{"tim": "cao bang"}, {"don_vi": "nobody"}])
def test_a_list_of_units_has_no_paragraph(chosen: dict[str, str]) -> None:
    app = visit("organisations", **chosen)
    assert say("paragraph.copy", "vi") not in [button.label for button in app.button]


def test_what_is_compared_is_said_measure_by_measure_with_period_or_side() -> None:
    sides = Choice("simulated", "vi", own={"noi": "34-79,34-01", "chi-tieu": "members"}, year_to=2024)
    [told] = paragraphs(sides, "beside")
    assert re.fullmatch(
        r"SỐ LIỆU MINH HỌA\. Đoàn viên, năm 2024: "
        r"TP\. Hồ Chí Minh \(gốc\): [\d.]+ người \(cộng các tỉnh cũ\); "
        r"Hà Nội: [\d.]+ người \((hơn|kém) gốc [\d,]+ %\)\.",
        told.replace("\N{NO-BREAK SPACE}", " "),
    )
    periods = Choice("simulated", "en", places=("34:04",), own={"chi-tieu": "members", "cac-ky": "2022,2024"})
    [told] = paragraphs(periods, "beside")
    assert told.startswith("SIMULATED FIGURES. Members, Cao Bằng: 2022 (base): ")
    assert "; 2024: " in told


def test_who_has_no_figure_is_named_after_those_who_have_one() -> None:
    own = {"noi": "34-01,34-04", "chi-tieu": "members,welfare_amount"}
    [told] = paragraphs(Choice(own=own, year_to=2025), "beside")
    members, welfare = re.fullmatch(r"(Đoàn viên.*\.) (Số tiền chăm lo.*\.)", told).groups()  # type: ignore[union-attr]
    assert re.search(r"Hà Nội \(gốc\): 629\.022 người; chưa có số liệu: Cao Bằng\.$", members)
    assert "–" not in told
    assert welfare.endswith(": chưa có số liệu: Hà Nội (gốc), Cao Bằng.")


def test_a_comparison_without_figures_says_what_is_missing() -> None:
    [told] = paragraphs(Choice(places=("34:04",), own={"chi-tieu": "members"}), "beside")
    assert told == "Cao Bằng chưa có số liệu cả năm (mọi năm có số liệu) về: Đoàn viên."


def test_paragraphs_are_made_without_a_server_and_without_a_warning(both: object) -> None:
    script = (
        "from pathlib import Path; from congdoan import database; "
        f"database.WAREHOUSE = Path({str(both)!r}); "
        "from congdoan.page.choice import Choice; from congdoan.page.subjects import paragraphs; "
        "print(paragraphs(Choice(places=('34:04',), year_from=2021, year_to=2021), 'donations')[0])"
    )
    made = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "trên 125.000.000 đồng" in made.stdout
    assert "WARNING" not in made.stderr


def test_targets_name_the_documents_that_ask_for_them() -> None:
    source = copied(Choice(), "targets").split("\n\n")[-1]
    assert source.startswith("Nguồn: ")
