"""The hand-made figures with those of 2022 and a cluster of four, and with a register that is complete."""

from pathlib import Path

import pytest

from congdoan.ingest import build
from congdoan.paths import CATALOGUE
from tests.asking import changed, publish_again, read_from

CLUSTER = "\nthu,real,Cụm thử,Test cluster,63:04;63:26;63:17;unit:vien-chuc,2022-01-01,2022-12-31,,"
ADDED = """
    ldld-cao-bang as_of members . 100000 exact final
    ldld-vinh-phuc as_of members . 50000 exact final
    ldld-hoa-binh as_of members . 400 over preliminary
    vien-chuc as_of members . 10 exact final
    ldld-cao-bang year party_admitted . 8 exact final
    ldld-vinh-phuc year party_admitted . 8 exact final
    ldld-hoa-binh year party_admitted . 4 over final
    ldld-phu-tho year party_admitted . 7 at_least final
    ldld-cao-bang as_of branches . 40 exact final
    ldld-vinh-phuc as_of branches . 105 exact final
    ldld-hoa-binh as_of branches . 60 exact final
    ldld-phu-tho as_of branches . 9 exact final
    ldld-cao-bang year rated_branches htxs 10 exact final
    ldld-cao-bang year rated_branches htt 30 exact final
    ldld-vinh-phuc year rated_branches htxs 40 exact final
    ldld-vinh-phuc year rated_branches htt 60 exact final
    ldld-vinh-phuc year rated_branches unrated 5 exact final
    ldld-hoa-binh year rated_branches htxs 10 exact final
    ldld-hoa-binh year rated_branches htt 50 exact final
    ldld-phu-tho year rated_branches htxs 9 exact final
    ldld-cao-bang year donation_amount . 6000000 exact final
    ldld-vinh-phuc year member_study_share . 50 exact final
    ldld-phu-tho-2025 year member_study_share . 60 exact final
    ldld-phu-tho-2026 as_of members . 80 exact final
    nganh-dien as_of members . 200 exact final
"""
LAST = "ldld-phu-tho-2026"
"""Stands for the new federation in 2026; all other figures are of 2022."""
UNITS = {
    "donation_amount": "dong",
    "member_study_share": "percent",
    "members": "person",
    "party_admitted": "person",
}


def line(number: int, told: str) -> str:
    """A figure of 2022 as a line of facts.csv."""
    org, kind, metric, item, value, qualifier, status = told.replace(" .", " ").split(" ")
    year = 2026 if org == LAST else 2022
    first = f"{year}-12-31" if kind == "as_of" else f"{year}-01-01"
    org, unit = org.replace("-2026", "-2025"), UNITS.get(metric, "branch")
    return (
        f"C-F{number:02},H1,{org},{year},{kind},{first},{year}-12-31,{metric},{item},,,{value},,,{unit},"
        f"{qualifier},{status},total,,{100 + number},,\n"
    )


@pytest.fixture(scope="session")
def added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse of the hand-made figures with those of 2022 and the cluster."""
    folder = tmp_path_factory.mktemp("comparison")
    facts = changed(folder / "facts")
    with (facts / "facts.csv").open("a", encoding="utf-8") as file:
        file.writelines(line(at, one.strip()) for at, one in enumerate(ADDED.strip().splitlines()))
    first = "\nminh_hoa_1,simulated,"
    own = changed(folder / "catalogue", ("clusters", first, CLUSTER + first), origin=CATALOGUE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("congdoan.paths.CATALOGUE", own)
        build(facts, folder / "warehouse")
    return folder / "warehouse"


@pytest.fixture
def year_2022(added: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Answers come from the hand-made figures with those of 2022 and the cluster."""
    return read_from(added, monkeypatch)


@pytest.fixture(scope="session")
def complete_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse of the hand-made figures as if every unit were in the register."""
    warehouse = tmp_path_factory.mktemp("complete")
    publish_again(warehouse, "complete", complete=True)
    return warehouse
