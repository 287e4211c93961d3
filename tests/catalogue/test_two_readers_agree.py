"""Any condition over any rows, nulls and all: DuckDB and plain Python must say the same, and never "don’t know"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from everychild.calendar import Clock, Unit
from everychild.facts.language import Coded, Condition, Number, YesNo
from everychild.records import Codes

DAYS = Number("the days taken", "days_taken")
VISITS = Number("the number of visits", "visits")
SEEN = YesNo("the child was seen", "seen", when_no="the child was not seen")
OFFERED = YesNo("help was offered", "offered")
STATUS = Coded("the status", "status", codes=Codes("status", {"open": "Open", "shut": "Shut"}))
PLACE = Coded("the place", "place")
STANDARD = Clock("standard", "from start to finish", 3, Unit.WORKING_DAYS, "local", "Local standard.")

COLUMNS = {
    "days_taken": "integer",
    "visits": "integer",
    "seen": "boolean",
    "offered": "boolean",
    "status": "varchar",
    "place": "varchar",
}
CODES = ("open", "shut", "elsewhere")
numbers = some.integers(min_value=-5, max_value=12)
clocks = some.one_of(
    some.just({}),
    some.integers(min_value=0, max_value=6).map(
        lambda length: {"standard": Clock("standard", "", length, Unit.WORKING_DAYS, "", "")}
    ),
)

comparisons = some.builds(
    lambda column, how, limit: getattr(column, how)(limit),
    some.sampled_from((DAYS, VISITS)),
    some.sampled_from(("__le__", "__gt__", "__ge__", "__lt__")),
    numbers,
)
clocked = some.builds(
    lambda column, how: getattr(column, how)(STANDARD),
    some.sampled_from((DAYS, VISITS)),
    some.sampled_from(("within", "beyond", "at_least")),
)
answers = some.builds(
    lambda column, how: getattr(column, how),
    some.sampled_from((SEEN, OFFERED)),
    some.sampled_from(("is_yes", "is_no")),
)
codes = some.one_of(
    some.lists(some.sampled_from(("open", "shut")), min_size=1, max_size=2).map(
        lambda values: STATUS.is_one_of(*values)
    ),
    some.lists(some.sampled_from(CODES), min_size=1, max_size=3).map(lambda values: PLACE.is_one_of(*values)),
)
known = some.sampled_from((DAYS, VISITS, SEEN, OFFERED, STATUS, PLACE)).map(lambda column: column.is_known)

conditions: some.SearchStrategy[Condition] = some.recursive(
    some.one_of(comparisons, clocked, answers, codes, known),
    lambda inner: some.one_of(
        inner.map(lambda condition: ~condition),
        some.builds(lambda one, other: one & other, inner, inner),
    ),
    max_leaves=8,
)
rows = some.fixed_dictionaries(
    {
        "days_taken": some.none() | numbers,
        "visits": some.none() | numbers,
        "seen": some.none() | some.booleans(),
        "offered": some.none() | some.booleans(),
        "status": some.none() | some.sampled_from(("open", "shut")),
        "place": some.none() | some.sampled_from(CODES),
    }
)


@pytest.fixture(scope="module")
def engine() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


@settings(max_examples=400, deadline=None)
@given(condition=conditions, table=some.lists(rows, min_size=1, max_size=12), clocks=clocks)
def test_duckdb_and_plain_python_agree(
    engine: duckdb.DuckDBPyConnection,
    condition: Condition,
    table: list[Mapping[str, Any]],
    clocks: Mapping[str, Clock],
) -> None:
    """Two ways to one answer, and the answer is yes or no: a condition that came to null would lose a child."""
    assert in_duckdb(engine, condition, table, clocks) == [condition.holds(row, clocks) for row in table]


@settings(max_examples=300, deadline=None)
@given(condition=conditions, row=rows, clocks=clocks)
def test_a_condition_or_its_opposite_holds_and_never_both(
    condition: Condition, row: Mapping[str, Any], clocks: Mapping[str, Clock]
) -> None:
    """So met and not met always add up to considered."""
    assert condition.holds(row, clocks) is not (~condition).holds(row, clocks)


@settings(max_examples=300, deadline=None)
@given(condition=conditions, clocks=clocks)
def test_every_condition_has_words(condition: Condition, clocks: Mapping[str, Clock]) -> None:
    """Denied twice, it reads as it did."""
    assert condition.words(clocks).strip()
    assert (~condition).words(clocks) != condition.words(clocks)
    assert (~~condition).words(clocks) == condition.words(clocks)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (DAYS.within(STANDARD), "the days taken is at most 3 working days"),
        (~DAYS.within(STANDARD), "the days taken is more than 3 working days, or is not known"),
        (DAYS >= 2, "the days taken is at least 2"),
        (~(DAYS >= 2), "the days taken is under 2, or is not known"),
        (SEEN.is_yes, "the child was seen"),
        (SEEN.is_no, "the child was not seen"),
        (~SEEN.is_yes, "the child was not seen, or that is not known"),
        (OFFERED.is_no, "it is not so that help was offered"),
        (STATUS.is_a("open"), "the status is “Open”"),
        (~STATUS.is_one_of("open", "shut"), "the status is not “Open” or “Shut”"),
        (PLACE.is_one_of("a", "b", "c"), "the place is “a”, “b” or “c”"),
        (PLACE.is_known, "the place is known"),
        (SEEN.is_yes & (VISITS < 1000), "the child was seen, and the number of visits is under 1,000"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_conditions_read_as_a_councillor_would_say_them(condition: Condition, words: str) -> None:
    assert condition.words({}) == words


def test_what_is_unknown_is_not_so() -> None:
    """Neither on time nor late, neither yes nor no; but its opposite takes it in."""
    nothing = dict.fromkeys(COLUMNS)
    for condition in (DAYS.within(STANDARD), DAYS.beyond(STANDARD), SEEN.is_yes, SEEN.is_no, STATUS.is_a("open")):
        assert not condition.holds(nothing, {})
        assert (~condition).holds(nothing, {})


def test_a_condition_is_not_true_or_false_by_itself() -> None:
    """`and`, `or` and chained comparisons would silently drop half of a definition."""
    with pytest.raises(TypeError, match="neither true nor false"):
        assert 1 <= DAYS <= 3


def test_a_code_that_does_not_exist_is_refused() -> None:
    with pytest.raises(AssertionError, match="not a code of status"):
        STATUS.is_a("opne")


def in_duckdb(
    engine: duckdb.DuckDBPyConnection,
    condition: Condition,
    table: list[Mapping[str, Any]],
    clocks: Mapping[str, Clock],
) -> list[bool | None]:
    """The condition's value for each row, in order."""
    columns = ", ".join(f"{name} {sql_type}" for name, sql_type in COLUMNS.items())
    engine.execute(f"create or replace temporary table fact (position integer, {columns})")
    engine.executemany(
        "insert into fact values (?, ?, ?, ?, ?, ?, ?)",
        [(position, *(row[name] for name in COLUMNS)) for position, row in enumerate(table)],
    )
    answers = engine.execute(f"select {condition.sql(clocks)} from fact order by position").fetchall()
    return [answer for (answer,) in answers]
