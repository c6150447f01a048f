"""A code leads where it led when it was made, and nowhere else."""

import pytest

from congdoan.control import codes

pytestmark = pytest.mark.usefixtures("kept_in")


def test_a_code_leads_where_it_was_made_for_however_it_is_typed() -> None:
    codes.keep({"7DZX9MB": "/cham-lo?ban=r1", "SZMEAYS": "/?ban=r1"})
    assert codes.address_of("7dzx9mb") == "/cham-lo?ban=r1"
    assert codes.address_of("2222222") is None


def test_a_code_once_given_never_leads_elsewhere() -> None:
    codes.keep({"7DZX9MB": "/cham-lo?ban=r1"})
    codes.keep({"7DZX9MB": "/ung-ho?ban=r1", "SZMEAYS": "/?ban=r1"})
    assert [codes.address_of(code) for code in ("7DZX9MB", "SZMEAYS")] == ["/cham-lo?ban=r1", "/?ban=r1"]
