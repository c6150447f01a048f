"""A printed share beside its counts: which differ, and by how much the farthest."""

from typing import Any

import pytest

from congdoan.page.choice import Choice
from congdoan.page.rows import rows as ask
from congdoan.printed import printed_shares
from tests.test_headlines import rows

UNIT = {"organisation_vi": "Công đoàn Viên chức tỉnh A", "organisation_en": "Public Employees' Union of A"}


def rated(printed: float | None, value: int = 5, rated: int | None = 84, **more: Any) -> dict[str, Any]:
    """A rating of a unit of 84 branches rated, with what its source prints."""
    share = None if rated is None else round(100 * value / rated, 2)
    told = {"item": "rating.kha", "year": 2018, "value": value, "rated": rated, "all": 90, "matching": 1}
    whole = None if rated is None else round(100 * value / 90, 2)
    return {**UNIT, **told, "share": share, "share_of_all": whole, "printed_share": printed, **more}


def said(*records: dict[str, Any]) -> str:
    return printed_shares(rows("ratings/by_organisation", *records), "en")


def test_a_share_off_its_counts_is_named_with_both() -> None:
    assert said(rated(0.59), rated(40.4, 34), rated(None)) == (
        "1 of 2 printed shares differ from those recomputed; farthest “Fair” in Public Employees' Union "
        "of A, 2018: printed 0.59%, recomputed 5.6% (5 of 90)"
    )


def test_a_share_cut_after_a_digit_or_of_all_branches_is_the_same() -> None:
    assert said(rated(5.9), rated(5.56), rated(5)) == "All 3 printed shares agree with those recomputed"


def test_of_a_single_share_that_agrees_both_are_told() -> None:
    assert said(rated(6, 5, 84, share_of_all=None)) == (
        "The printed share agrees with the recomputed one as far as its digits go: printed 6%, "
        "recomputed 6.0% (5 of 84)"
    )


@pytest.mark.parametrize("row", [rated(None), rated(20.0, rated=None), rated(0.59, matching=2)])
def test_what_cannot_be_worked_out_and_a_cut_list_carry_no_sentence(row: dict[str, Any]) -> None:
    assert said(row) == ""


@pytest.mark.usefixtures("real")
def test_the_real_figures_tell_of_the_share_that_was_misprinted() -> None:
    found = ask("ratings/by_organisation", Choice(), limit=60)
    said = printed_shares(found, "vi").replace("\N{NO-BREAK SPACE}", " ")
    assert said.startswith("1 trong 8 tỷ lệ in khác số tính lại")
    assert said.endswith("năm 2018: in 0,59 %, tính lại 6,0 % (5/84)")
