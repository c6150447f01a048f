"""What a download button says of its file before anybody clicks."""

import pytest

from congdoan.export import Offer
from congdoan.page.download import _label
from congdoan.text import Language


@pytest.mark.parametrize(
    ("lang", "measured", "label"),
    [
        ("vi", True, "CSV thuần · 12.000 dòng × 8 cột · 1,5 MB"),
        ("vi", False, "CSV thuần · 12.000 dòng × 8 cột · khoảng 1,5 MB"),
        ("en", True, "Plain CSV · 12,000 rows × 8 columns · 1.5 MB"),
        ("en", False, "Plain CSV · 12,000 rows × 8 columns · about 1.5 MB"),
    ],
)
def test_a_size_that_was_not_measured_is_said_to_be_about_right(
    lang: Language, measured: bool, label: str
) -> None:
    offer = Offer("csv", 12_000, 8, 1_500_000, measured)
    assert _label(offer, lang) == label
