"""A statement in DuckDB’s dialect, turned into Spark’s; what Spark would take another way is refused, not guessed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import sqlglot
from sqlglot import exp

from everychild.errors import NotForSpark

_TYPES = {exp.DType.INT128: "decimal(38, 0)"}
"""Whole numbers of 128 bits have no like in Spark. These have, and one too large is an error."""

_STAYS = "stays_by_qualify"


@lru_cache(maxsize=1_000)
def as_spark(statement: str) -> str:
    """The statement as Spark says it. Raises NotForSpark where it asks for what Spark does otherwise, or not at all."""
    try:
        tree = sqlglot.parse_one(statement, dialect="duckdb")
        _refuse(tree)
        return _put_otherwise(tree).sql(dialect="spark", unsupported_level=sqlglot.ErrorLevel.RAISE)
    except sqlglot.errors.SqlglotError as problem:
        raise NotForSpark(f"A statement cannot be said in Spark’s SQL: {problem}") from None


def in_steps(statement: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """What a statement asks to have materialized, each with its SELECT in the order they are made; and the rest of it.

    Spark has no such word, and would work each out again wherever it is named.
    """
    tree = sqlglot.parse_one(statement, dialect="duckdb")
    assert isinstance(tree, exp.Query), "only a SELECT is taken in steps"
    steps: list[tuple[str, str]] = []
    before: list[exp.CTE] = []
    for written in tree.ctes:
        if written.args.get("materialized"):
            steps.append((written.alias, _with(before, written.this).sql(dialect="duckdb")))
        else:
            before.append(written)
    tree.set("with_", None)
    return tuple(steps), _with(before, tree).sql(dialect="duckdb")


def _with(written: Sequence[exp.CTE], select: exp.Expr) -> exp.Expr:
    """The SELECT with those of the named ones that it needs."""
    needed: list[exp.CTE] = []
    names = {table.name for table in select.find_all(exp.Table)}
    for each in reversed(written):
        if each.alias in names:
            needed.insert(0, each.copy())
            names |= {table.name for table in each.find_all(exp.Table)}
    whole = select.copy()
    if needed:
        whole.set("with_", exp.With(expressions=needed))
    return whole


def _put_otherwise(tree: exp.Expr) -> exp.Expr:
    for written in tree.find_all(exp.CTE):
        written.set("materialized", None)  # advice to DuckDB; Spark decides for itself
    for kind in tree.find_all(exp.DataType):
        if kind.this in _TYPES:
            kind.replace(exp.DataType.build(_TYPES[kind.this], dialect="spark"))
    return tree.transform(_without_qualify)


def _without_qualify(found: exp.Expr) -> exp.Expr:
    """A SELECT that keeps some rows by a window, as a SELECT of one that says of each row whether it stays.

    sqlglot has a way of its own, which names columns twice where the SELECT says `*`.
    """
    qualify = found.args.get("qualify")
    if not isinstance(found, exp.Select) or qualify is None:
        return found
    inner = found.copy()
    written = inner.args.get("with_")
    inner.set("with_", None)
    inner.set("qualify", None)
    inner.select(exp.alias_(exp.paren(qualify.this.copy()), _STAYS), copy=False)
    whole = (
        exp.select(exp.Star(except_=[exp.to_identifier(_STAYS)]))
        .from_(inner.subquery("told"))
        .where(exp.column(_STAYS))
    )
    whole.set("with_", written)
    return whole


def _refuse(tree: exp.Expr) -> None:
    """What sqlglot passes on as it stands, though Spark gives another answer to it or none."""
    for found in tree.find_all(exp.Select):
        if len([each for each in found.expressions if each.find(exp.Unnest, exp.Explode)]) > 1:
            raise NotForSpark("Two lists are told row by row in one SELECT: Spark would pair each with each.")
    if any(join.args.get("method") == "ASOF" for join in tree.find_all(exp.Join)):
        raise NotForSpark("A join asks for the nearest row (asof), which Spark has not: join by the span of days.")
    if not all(_looks_back_by_a_number(each) for each in tree.find_all(exp.Lag, exp.Lead)):
        raise NotForSpark("A statement looks back by a number of rows that a column tells; Spark needs one number.")
    if any(not isinstance(each.parent, exp.Filter) for each in tree.find_all(exp.ArgMax, exp.ArgMin)):
        raise NotForSpark("arg_max passes over what is unknown and Spark’s max_by does not: filter it out.")
    if tree.find(exp.Like):
        raise NotForSpark("In Spark a backslash has a meaning in what a text is like: ask whether it contains.")
    for each in tree.find_all(exp.DateDiff):
        if each.text("unit").lower() != "day" and not _is_cut_down(each):
            raise NotForSpark(
                "Minutes are counted by their turns here and in whole in Spark: cut both with date_trunc."
            )


def _looks_back_by_a_number(each: exp.Expr) -> bool:
    offset = each.args.get("offset")
    return offset is None or isinstance(offset, exp.Literal)


def _is_cut_down(each: exp.Expr) -> bool:
    return all(isinstance(part, exp.TimestampTrunc | exp.DateTrunc) for part in (each.this, each.expression))
