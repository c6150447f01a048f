"""Text is measured and broken without a font at hand."""

from congdoan.packs.letters import fitting, height, width, wrapped


def test_a_letter_with_a_tone_is_as_wide_as_without() -> None:
    assert width("ậẫằ", 12) == width("aaa", 12)
    assert width("ợ", 12) == width("ơ", 12) > width("o", 12)


def test_known_widths_are_those_of_arial() -> None:
    assert round(width("0", 1000) / 1.03) == 556
    assert round(width("M", 1000, bold=True) / 1.03) == 833


def test_no_line_is_wider_than_its_box_and_no_word_is_lost() -> None:
    text = "Đoàn viên ưu tú được giới thiệu và được kết nạp Đảng năm 2025"
    lines = wrapped(text, 120, 14)
    assert max(width(line, 14) for line in lines) <= 120
    assert " ".join(lines) == text
    assert height(text, 120, 14) == len(lines) * 14 * 1.2


def test_a_word_wider_than_its_box_is_broken() -> None:
    assert "".join(wrapped("m" * 40, 60, 14)) == "m" * 40


def test_text_takes_the_largest_size_that_fits_and_is_cut_only_at_the_least() -> None:
    assert fitting("ngắn", 200, 40, (28, 20)) == (28, "ngắn")
    assert fitting("chữ " * 10, 200, 50, (28, 14))[0] == 14
    size, cut = fitting("chữ " * 100, 100, 30, (14, 10))
    assert size == 10
    assert cut.endswith("…")
    assert height(cut, 100, 10) <= 30
