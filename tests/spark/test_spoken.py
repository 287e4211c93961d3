"""What is turned into Spark’s SQL, and what is refused because Spark would take it another way. Needs no cluster."""

from __future__ import annotations

from importlib.resources import files

import pytest

from everychild.catalogue import CATALOGUE
from everychild.errors import NotForSpark
from everychild.facts import FACTS, PREPARED
from everychild.measure.tally import children_select, tally_select
from everychild.measure.windows import SERIES_SELECT, WINDOWS_SELECT
from everychild.records import RECORDS
from everychild.store import references
from everychild.store.pupil_numbers import children_by_number
from everychild.store.spark.spoken import as_spark, in_steps
from everychild.store.stitch import stitched_select

PREPARED_SELECTS = {name: files("everychild.facts").joinpath(f"{name}.sql").read_text("utf-8") for name in PREPARED}
SELECTS = {
    **PREPARED_SELECTS,
    **{fact.name: fact.rows_select for fact in FACTS},
    **{f"stitched {table.name}": stitched_select(table) for table in RECORDS},
    **{
        f"tally of {fact.name}": tally_select(fact.name, fact, [each for each in CATALOGUE if each.of is fact], {})
        for fact in FACTS
    },
    **{
        f"children of {each.key}": children_select(each.of.name, each.of, each, {})
        for each in CATALOGUE
        if type(each.measure).__name__ == "Children"
    },
    "series": SERIES_SELECT,
    "windows": WINDOWS_SELECT,
    "references said": references.SAID,
    "children by number": children_by_number("lists"),
}


@pytest.mark.parametrize("name", SELECTS)
def test_every_statement_of_a_count_can_be_said_in_sparks_sql(name: str) -> None:
    """Records, facts, tallies and windows: nothing of it is among what is refused."""
    assert as_spark(SELECTS[name])


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("select unnest([1, 2]) as a, unnest([3, 4]) as b", "each with each"),
        ("select * from a asof left join b on a.day >= b.day", "asof"),
        ("select lag(n, months, 0) over (order by month_no) from a", "one number"),
        ("select arg_max(team, newest) from a", "filter it out"),
        ("select date_diff('minute', began, ended) from a", "date_trunc"),
        ("select lower(agency) like '%council%' from a", "contains"),
    ],
)
def test_what_spark_would_answer_otherwise_is_refused_and_says_why(statement: str, says: str) -> None:
    """sqlglot passes these on as they stand: the figure would be another, and nobody would be told."""
    with pytest.raises(NotForSpark, match=says):
        as_spark(statement)


def test_rows_kept_by_a_window_keep_their_columns_and_no_more() -> None:
    """`*` beside a column of its own would name that column twice if the rows were only wrapped in another `*`."""
    said = as_spark("select a.*, b.day from a cross join b qualify row_number() over (order by b.day) = 1")

    assert said.startswith("SELECT * EXCEPT (stays_by_qualify) FROM (SELECT a.*, b.day, (ROW_NUMBER()")


def test_large_whole_numbers_stay_whole() -> None:
    """By the widest decimal there is; one wider is an error of Spark’s and no blank."""
    assert as_spark("select cast(n as hugeint) * 2 as n from a") == "SELECT CAST(n AS DECIMAL(38, 0)) * 2 AS n FROM a"


def test_what_is_to_be_materialized_is_made_first_with_only_what_it_needs() -> None:
    """Spark has no such word, and would work it out again wherever it is named."""
    steps, last = in_steps(
        "with a as (select 1 as n), b as materialized (select n from a), c as (select n from b) "
        "select c.n from c join b on b.n = c.n"
    )

    assert steps == (("b", "WITH a AS (SELECT 1 AS n) SELECT n FROM a"),)
    assert last == "WITH c AS (SELECT n FROM b) SELECT c.n FROM c JOIN b ON b.n = c.n"
