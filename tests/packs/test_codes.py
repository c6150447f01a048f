"""A code is the same for the same view of the same release, and nothing in it can be misread."""

import pytest

from congdoan.packs import code_of, link, qr
from congdoan.packs.codes import SIGNS


def test_a_code_tells_views_releases_and_cards_apart_and_nothing_else() -> None:
    views = [("/cham-lo?ban=r1", "a"), ("/cham-lo?ban=r2", "a"), ("/cham-lo?ban=r1", "b")]
    assert len({code_of(*view) for view in views}) == 3
    assert code_of(*views[0]) == code_of(*views[0])


def test_no_sign_of_a_code_looks_like_another() -> None:
    assert not set("01OIL") & set(SIGNS)
    assert set(code_of("/", "")) <= set(SIGNS)


@pytest.mark.parametrize(("kind", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_a_qr_mark_is_a_picture(kind: str, begins: bytes) -> None:
    assert qr("http://localhost:8501", "7DZX9MB", kind).startswith(begins)  # type: ignore[arg-type]
    assert link("http://localhost:8501", "7DZX9MB") == "http://localhost:8501/k/7DZX9MB"
