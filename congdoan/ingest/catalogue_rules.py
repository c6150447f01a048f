"""The rule of each cell of the catalogue, and what must hold between its lines: codes, words, order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from difflib import get_close_matches

from congdoan.ingest import specs
from congdoan.ingest.fields import (
    Check,
    anything,
    day,
    day_of_year,
    each,
    filled,
    number,
    one_of,
    template,
    values_of,
    written,
)
from congdoan.ingest.rules import leads_back
from congdoan.ingest.tables import check, unique
from congdoan.lines import Line, Problem

Files = Mapping[str, list[Line]]

CODE = written("[a-z][a-z0-9_]*", "small letters without accents, digits and _, a letter first")
RANK = number(0, 32_000)
DUE = ("half", "year")
"""The kinds of period for which units report; each has a line in due_dates.csv."""
DATASETS = ("real", "simulated")
ALIASED = tuple(
    "column item measure metric occasion place qualifier recipient rest scale status unit".split()
)
"""What the heads and cells of spreadsheets name by other words than the catalogue does."""
WORDS: Mapping[str, tuple[str, ...]] = {
    "level": specs.LEVELS,
    "kind": ("all", *specs.KINDS),
    "province_basis": specs.BASES,
    "sector": ("none", *specs.SECTORS),
    "source_kind": specs.SOURCE_KINDS,
    "period_type": specs.PERIOD_TYPES,
    "recipient": ("none", *specs.RECIPIENTS),
    "occasion": ("none", *specs.OCCASIONS),
    "qualifier": specs.QUALIFIERS,
    "qualified": tuple(code for code in specs.QUALIFIERS if code != "exact"),
    "export.key.qualifier": specs.QUALIFIERS,
    "status": specs.STATUSES,
    "export.key.status": specs.STATUSES,
    "scope": specs.SCOPES,
    "scheme": specs.SCHEMES,
}
"""The codes that figures may hold by the kind of their names: each has a row `<kind>.<code>` in text.csv."""


def cells(found: Files) -> list[Problem]:
    """Every cell that breaks the rule of its column, and every key that stands twice."""
    keys = [
        ("metrics", "metric"),
        ("metrics", "rank"),
        ("items", "dimension", "item"),
        ("items", "dimension", "rank"),
        ("provinces", "scheme", "code"),
        ("provinces", "scheme", "tile_row", "tile_column"),
        ("breaks", "break"),
        ("due_dates", "period_type"),
        ("clusters", "cluster", "valid_from"),
        ("aliases", "kind", "code"),
        ("text", "key"),
    ]
    return [
        *(problem for file, *key in keys for problem in unique(found[file], *key)),
        *(problem for file, fields in columns(found).items() for problem in check(found[file], fields)),
    ]


def between(found: Files) -> list[Problem]:
    """Every line that contradicts another or itself, and every code without words; the cells are well."""
    provinces = {line.cells["code"]: line for line in found["provinces"] if line.cells["scheme"] == "34"}
    rules: Mapping[str, tuple[Callable[[Line], Iterator[Problem]], ...]] = {
        "metrics": (_shares_never_add,),
        "items": (_lies_within(found["items"]), _is_described, _ends_after_it_began),
        "provinces": (lambda line: _succeeds(line, provinces), _ends_after_it_began),
        "due_dates": (_closes_within_its_half,),
        "clusters": (_ends_after_it_began,),
        "aliases": (_names_a_code(found),),
        "text": (_takes_the_same_values,),
    }
    judged = ((rule, line) for file, every in rules.items() for line in found[file] for rule in every)
    owed = (*_missing_words(found["text"]), *_missing_due_dates(found["due_dates"]))
    return [*(problem for rule, line in judged for problem in rule(line)), *owed]


def columns(found: Files) -> Mapping[str, Mapping[str, Check]]:
    """The rule of each column by file; a code that is shown must have its words in text.csv."""
    words = frozenset(line.cells["key"] for line in found["text"])
    asked = frozenset(line.cells["dimension"] for line in found["metrics"]) - {""}
    listed = frozenset(line.cells["dimension"] for line in found["items"])
    return {
        "metrics": _metrics(words, listed),
        "items": _items(words, asked),
        "provinces": _provinces(words, found["provinces"]),
        "breaks": {
            "break": _with_words("chart.break", words),
            "on": day(),
            "subject": _with_words("subject", words),
            "vi": filled,
            "en": filled,
        },
        "due_dates": {
            "period_type": one_of(DUE),
            "cut_off": day_of_year,
            "days": number(0, 365),
            "vi": filled,
            "en": filled,
        },
        "clusters": _clusters(found["provinces"]),
        "aliases": {"kind": one_of(ALIASED), "code": filled, "aliases": each(filled, ";")},
        "text": {
            "key": written(r"[a-z][a-z0-9_]*(\.[A-Za-z0-9_]+)+", "a key such as page.members"),
            "vi": template,
            "en": template,
        },
    }


def _metrics(words: Collection[str], dimensions: frozenset[str]) -> Mapping[str, Check]:
    return {
        "metric": CODE,
        "subject": _with_words("subject", words),
        "unit": each(_with_words("unit", words), "|"),
        "over_units": one_of(("sum", "never")),
        "over_time": one_of(("sum", "last", "turns", "never")),
        "over_items": one_of(("sum", "never")),
        "dimension": one_of(
            dimensions, f"empty or a dimension of items.csv: {_listed(dimensions)}", optional=True
        ),
        "rank": RANK,
        "vi": filled,
        "en": filled,
        "definition_vi": filled,
        "definition_en": filled,
    }


def _items(words: Collection[str], dimensions: frozenset[str]) -> Mapping[str, Check]:
    return {
        "dimension": one_of(dimensions, f"a dimension of metrics.csv: {_listed(dimensions)}"),
        "item": written("(?!all$)[a-z][a-z0-9_]*", "a code of small letters, digits and _; all is the whole"),
        "rank": RANK,
        "within": anything,
        "scheme": _with_words("rating_scheme", words, optional=True),
        "level": _with_words("award_level", words, optional=True),
        "recipient": one_of(("both", "collective", "individual"), optional=True),
        "stream": one_of(("state", "union", "employer"), optional=True),
        "tier": number(0, 4, optional=True),
        "vi": filled,
        "en": filled,
        "definition_vi": filled,
        "definition_en": filled,
        "valid_from": day(optional=True),
        "valid_to": day(optional=True),
    }


def _provinces(words: Collection[str], provinces: list[Line]) -> Mapping[str, Check]:
    present = frozenset(line.cells["code"] for line in provinces if line.cells["scheme"] == "34")
    return {
        "scheme": one_of(specs.SCHEMES),
        "code": written("[0-9]{2}", "two digits"),
        "vi": filled,
        "en": filled,
        "kind": one_of(("city", "province")),
        "region": _with_words("region", words),
        "successor": one_of(present, "a province code of scheme 34"),
        "valid_from": day(optional=True),
        "valid_to": day(optional=True),
        "tile_row": number(0, 99),
        "tile_column": number(0, 99),
        "aliases": anything,
    }


def _clusters(provinces: list[Line]) -> Mapping[str, Check]:
    """Members are places, or units as `unit:` and their id; the simulated country has clusters of its own."""
    places = frozenset(f"{line.cells['scheme']}:{line.cells['code']}" for line in provinces)
    what = "places such as 34:04 and units such as unit:ldld-cao-bang, between semicolons"
    place, unit = one_of(places, what), written("unit:.+", what)
    return {
        "cluster": CODE,
        "dataset": one_of(DATASETS),
        "vi": filled,
        "en": filled,
        "members": each(lambda member: (unit if member.startswith("unit:") else place)(member), ";"),
        "valid_from": day(optional=True),
        "valid_to": day(optional=True),
        "source": anything,
        "note": anything,
    }


def _with_words(kind: str, words: Collection[str], optional: bool = False) -> Check:
    """A code that text.csv names as `<kind>.<code>`: a new one gets its words first."""
    codes = frozenset(key.removeprefix(f"{kind}.") for key in words if key.startswith(f"{kind}."))
    return one_of(codes, f"a code with words {kind}.<code> in text.csv: {_listed(codes)}", optional)


def _listed(codes: Collection[str]) -> str:
    return ", ".join(sorted(codes))


def _shares_never_add(line: Line) -> Iterator[Problem]:
    if "percent" in line.cells["unit"].split("|") and line.cells["over_units"] != "never":
        yield line.problem("over_units", "never, since percentages do not add up")


def _lies_within(items: list[Line]) -> Callable[[Line], Iterator[Problem]]:
    siblings: dict[str, dict[str, Line]] = {}
    for item in items:
        siblings.setdefault(item.cells["dimension"], {})[item.cells["item"]] = item

    def rule(line: Line) -> Iterator[Problem]:
        known, outer = siblings[line.cells["dimension"]], line.cells["within"]
        if outer and outer not in known:
            nearest = get_close_matches(outer, list(known), n=1, cutoff=0.4)
            what = f"empty or an item of dimension {line.cells['dimension']}: {_listed(known)}"
            yield line.problem("within", what, *nearest)
        if leads_back(line, known, "item", "within"):
            yield line.problem("within", "an item that does not, through others, lie within this one")

    return rule


def _is_described(line: Line) -> Iterator[Problem]:
    owed = {"award": ("level", "recipient", "stream"), "rating": ("tier",)}
    for column in owed.get(line.cells["dimension"], ()):
        if not line.cells[column]:
            yield line.problem(column, f"the {column} of this {line.cells['dimension']}")


def _ends_after_it_began(line: Line) -> Iterator[Problem]:
    first, last = line.cells["valid_from"], line.cells["valid_to"]
    if first and last and last < first:
        yield line.problem("valid_to", f"a day on or after {first}")


def _names_a_code(found: Files) -> Callable[[Line], Iterator[Problem]]:
    """Metrics, items and places that are called by other names must exist; other kinds are the reader's."""
    known = {
        "metric": {line.cells["metric"] for line in found["metrics"]},
        "item": {f"{line.cells['dimension']}.{line.cells['item']}" for line in found["items"]},
        "place": {f"{line.cells['scheme']}:{line.cells['code']}" for line in found["provinces"]},
        "unit": {unit for line in found["metrics"] for unit in line.cells["unit"].split("|")},
    }

    def rule(line: Line) -> Iterator[Problem]:
        kind, code = line.cells["kind"], line.cells["code"]
        if kind in known and code not in known[kind]:
            nearest = get_close_matches(code, list(known[kind]), n=1, cutoff=0.4)
            yield line.problem("code", f"a {kind} of the catalogue", *nearest)

    return rule


def _succeeds(line: Line, present: Mapping[str, Line]) -> Iterator[Problem]:
    successor = present[line.cells["successor"]]
    if line.cells["scheme"] == "34" and successor.cells["code"] != line.cells["code"]:
        yield line.problem("successor", f"{line.cells['code']}, as a present province is its own successor")
    if line.cells["region"] != successor.cells["region"]:
        yield line.problem("region", f"{successor.cells['region']}, the region of its successor")


def _closes_within_its_half(line: Line) -> Iterator[Problem]:
    if line.cells["period_type"] == "half" and line.cells["cut_off"] > "06-30":
        yield line.problem("cut_off", "a day of the first half-year, at most 06-30")


def _missing_due_dates(lines: list[Line]) -> Iterator[Problem]:
    """A kind of period without a line, told at the line below the last."""
    for code in sorted(set(DUE) - {line.cells["period_type"] for line in lines}):
        yield Problem(lines[-1].file, lines[-1].number + 1, "period_type", "", f"a line for {code}")


def _takes_the_same_values(line: Line) -> Iterator[Problem]:
    wanted = values_of(line.cells["vi"])
    if values_of(line.cells["en"]) != wanted:
        yield line.problem("en", f"a text with the values of vi: {_listed(wanted) or 'none'}")


def _missing_words(text: list[Line]) -> Iterator[Problem]:
    """A row that text.csv owes, told at the line below its last."""
    words = [line.cells["key"] for line in text]
    for key in (f"{kind}.{code}" for kind, codes in WORDS.items() for code in codes):
        if key not in words:
            nearest = get_close_matches(key, words, n=1)
            allowed = f"a row {key}, the words of a code that figures may hold"
            yield Problem(text[-1].file, text[-1].number + 1, "key", "", allowed, *nearest)
