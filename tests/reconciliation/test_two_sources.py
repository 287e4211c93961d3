"""The same children in Annex A and in a yearly return: what is told alike, otherwise, by one alone, or cannot be asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from everychild.calendar import Month
from everychild.intake.recognise import LAYOUTS
from everychild.layouts import dfe_api
from everychild.layouts.census import CENSUS
from everychild.layouts.layout import Coverage
from everychild.layouts.sources import Source, source_of
from everychild.layouts.special_needs_return import SPECIAL_NEEDS_RETURN
from everychild.layouts.workforce_census import WORKFORCE_CENSUS
from everychild.reconciled import Reconciled, reconciled_over
from everychild.reconciliation.differences import Otherwise
from everychild.reconciliation.kinds import KINDS
from everychild.reconciliation.telling import in_words, stated_in_words
from everychild.store.engine import Engine
from everychild.store.supply import KeptList
from tests.small_council import Delivery, calendar, engine

MARCH = Month(2019, 3)
PLANS = "child_protection_plan"
LATEST = Coverage(months=6, one_per_child=True)
THE_YEAR = Coverage(financial_year=True)


def annex_a(records: dict[str, str], taken: str = "2019-04-03", coverage: Coverage = LATEST) -> Delivery:
    return Delivery(taken, records, coverage, "list_7", 2)


def census(records: dict[str, str]) -> Delivery:
    return Delivery("2019-03-31", records, THE_YEAR, "census", 3)


def told_by(folder: Path, *deliveries: Delivery) -> Reconciled:
    everything = engine(folder, deliveries, last="2019-03", months=12)

    def apart(kept: Sequence[KeptList]) -> Engine:
        return Engine(
            everything.home,
            kept,
            calendar(),
            everything.months,
            everything.clocks,
            (),
            threads=1,
            keeps_tellings=True,
        )

    with everything:
        return reconciled_over(everything, apart, MARCH)


def said(found: Reconciled) -> list[tuple[str, str, str]]:
    return [(each.how.value, each.child_id, in_words(each)) for each in found.differences]


def test_plans_of_annex_a_and_the_census(tmp_path: Path) -> None:
    """101 is told alike. 102 began two days later by the census. 103 ended in Annex A in February and goes on in the
    census, which was taken in March. 104 is in Annex A alone; 105 in the census alone. 106 ended after the census was
    taken, which could not know. 107 began before Annex A’s six months, and is not asked of it. 108 has another
    category."""
    found = told_by(
        tmp_path,
        annex_a(
            {
                PLANS: """
                child_id | started_on | ended_on   | first_category
                101      | 2018-11-01 |            | NEG
                102      | 2018-11-05 |            | NEG
                103      | 2018-12-03 | 2019-02-11 | NEG
                104      | 2019-01-07 |            | NEG
                106      | 2018-10-08 | 2019-04-02 | NEG
                108      | 2018-10-09 |            | PHY
                """
            }
        ),
        census(
            {
                PLANS: """
                child_id | started_on | ended_on | first_category
                101      | 2018-11-01 |          | NEG
                102      | 2018-11-07 |          | NEG
                103      | 2018-12-03 |          | NEG
                105      | 2019-02-04 |          | NEG
                106      | 2018-10-08 |          | NEG
                107      | 2018-05-02 |          | NEG
                108      | 2018-10-09 |          | NEG
                """
            }
        ),
    )

    (plans,) = found.compared
    assert (plans.one, plans.other) == (Source.ANNEX_A, Source.CENSUS)
    assert (plans.one_rows, plans.other_rows, plans.same) == (6, 6, 2)
    both = "Annex A and 7 November 2018 by the children in need census"
    assert said(found) == [
        (
            "only one tells of it",
            "104",
            "Began 7 January 2019 by Annex A; the children in need census has no such row.",
        ),
        (
            "only one tells of it",
            "105",
            "Began 4 February 2019 by the children in need census; Annex A has no such row.",
        ),
        ("began on another day", "102", f"Began 5 November 2018 by {both}: differs by 2 days."),
        (
            "ended in one, goes on in the other",
            "103",
            "Ended 11 February 2019 by Annex A; by the children in need census it has no end yet.",
        ),
        (
            "told otherwise",
            "108",
            "The category at the start: “Physical abuse” by Annex A, “Neglect” by the children in need census.",
        ),
        *at_the_month_end,
    ]
    (at_month_end,) = found.standing
    assert [(count.source, count.children) for count in at_month_end.counts] == [
        (Source.ANNEX_A, 5),
        (Source.CENSUS, 7),
    ]


at_the_month_end = [
    (
        "counted at the month end in one alone",
        "103",
        "Counted by the children in need census, since 3 December 2018; by Annex A it had ended by 11 February 2019.",
    ),
    (
        "counted at the month end in one alone",
        "104",
        "Counted by Annex A, since 7 January 2019; the children in need census has no row of it.",
    ),
    (
        "counted at the month end in one alone",
        "105",
        "Counted by the children in need census, since 4 February 2019; Annex A has no row of it.",
    ),
    (
        "counted at the month end in one alone",
        "107",
        "Counted by the children in need census, since 2 May 2018; Annex A has no row of it.",
    ),
]


def test_a_list_with_one_row_a_child_is_not_asked_for_an_earlier_spell(tmp_path: Path) -> None:
    """Annex A has room for 101’s later plan alone."""
    annex = {PLANS: "child_id | started_on\n101 | 2019-02-04"}
    whole = {PLANS: "child_id | started_on | ended_on\n101 | 2018-11-05 | 2018-12-17\n101 | 2019-02-04 |"}

    found = told_by(tmp_path, annex_a(annex), census(whole))

    assert said(found) == []
    assert found.compared[0].agree


def test_what_one_source_alone_tells_has_nothing_to_compare_with(tmp_path: Path) -> None:
    """That is never said to agree."""
    found = told_by(tmp_path, census({PLANS: "child_id | started_on\n101 | 2018-11-05"}))

    assert found.compared == ()
    assert [(one.kind.title, one.source) for one in found.alone] == [("Child protection plans", Source.CENSUS)]
    assert not found.summary.is_anything_compared


def test_sources_of_different_years_have_nothing_to_compare_with(tmp_path: Path) -> None:
    """Neither would know of what the other tells in the twelve months: both are older."""
    old = Delivery("2017-09-01", {PLANS: "child_id | started_on\n101 | 2017-07-03"}, LATEST, "list_7", 2)
    other = Delivery("2017-03-31", {PLANS: "child_id | started_on\n101 | 2016-07-04"}, THE_YEAR, "census", 3)

    found = told_by(tmp_path, old, other)

    assert [pair.is_compared for pair in found.summary.pairs] == [False]
    assert found.summary.of_other_days == found.summary.pairs
    assert not found.compared[0].agree
    assert not found.standing[0].agree
    assert not found.summary.is_anything_compared


def test_which_row_counts_is_told(tmp_path: Path) -> None:
    """Annex A outranks the census of the same days."""
    annex = {PLANS: "child_id | started_on | first_category\n101 | 2018-11-05 | NEG"}
    yearly = {PLANS: "child_id | started_on | first_category\n101 | 2018-11-05 | PHY"}

    (difference,) = told_by(tmp_path, annex_a(annex), census(yearly)).differences

    assert difference.how is Otherwise.OTHER_VALUE
    assert (difference.one.is_in_use, difference.other.is_in_use) == (True, False)
    assert (difference.one.taken_on, difference.other.taken_on) == (date(2019, 4, 3), date(2019, 3, 31))


def test_annex_a_tells_the_latest_legal_status_of_a_time_in_care(tmp_path: Path) -> None:
    """List 8 has it in a column of the time in care; the return as a spell of its own."""
    annex = Delivery(
        "2019-04-03",
        {
            "period_of_care": """
            child_id | started_on | legal_status | legal_status_from
            201      | 2018-06-04 | C2           | 2018-12-10
            202      | 2018-06-04 | E1           | 2018-12-10
            """
        },
        LATEST,
        "list_8",
        2,
    )
    yearly = Delivery(
        "2019-03-31",
        {
            "legal_status_spell": """
            child_id | started_on | ended_on   | legal_status
            201      | 2018-06-04 | 2018-12-10 | V2
            201      | 2018-12-10 |            | C2
            202      | 2018-06-04 | 2018-12-10 | V2
            202      | 2018-12-10 |            | C2
            """
        },
        Coverage(return_years=True),
        "ssda903_episodes",
        3,
    )

    found = told_by(tmp_path, annex, yearly)

    assert [(how, child) for how, child, _ in said(found)] == [("told otherwise", "202")]


def test_a_count_that_rows_state_is_held_against_the_events(tmp_path: Path) -> None:
    """301 says one referral came before in the year, and one did; 302 says none, and one did."""
    found = told_by(
        tmp_path,
        annex_a(
            {
                "referral": """
                child_id | referred_on | earlier_referrals
                301      | 2018-06-04  |
                301      | 2019-01-07  | 1
                302      | 2018-07-02  |
                302      | 2019-01-08  | 0
                """
            },
            coverage=Coverage(months=36),
        ),
    )

    checked = next(each for each in found.stated if each.figure.name == "earlier_referrals")
    assert (checked.asked, checked.because) == (2, "")
    assert [stated_in_words(checked.figure, row) for row in checked.otherwise] == [
        "Referrals in the 12 months before the latest one: 0 stated, 1 by the referrals loaded."
    ]
    caseload = next(each for each in found.stated if each.figure.name == "caseload")
    assert caseload.because == "No list of “caseload” was loaded."


def test_whose_child_it_is_to_put_right_is_the_team_named_last(tmp_path: Path) -> None:
    annex = {PLANS: "child_id | started_on | team | worker_id\n101 | 2018-11-05 | North | W1"}
    yearly = {PLANS: "child_id | started_on\n101 | 2018-11-07"}

    found = told_by(tmp_path, annex_a(annex), census(yearly))

    assert (found.holds["101"].team, found.holds["101"].worker_id) == ("North", "W1")


def test_every_list_is_of_one_source() -> None:
    """By the names its feeds have in the journal."""
    feeds = {feed.name for layout in LAYOUTS.values() for feed in layout.feeds}
    by_source = {source: {feed for feed in feeds if source_of(feed) is source} for source in Source}

    assert {layout.name for layout in LAYOUTS.values() if layout.number} == {
        feed.partition(".")[0] for feed in by_source[Source.ANNEX_A] if feed.startswith("list_")
    }
    documents = (
        (CENSUS, Source.CENSUS),
        (dfe_api.PAYLOADS, Source.PAYLOADS),
        (WORKFORCE_CENSUS, Source.WORKFORCE),
        (SPECIAL_NEEDS_RETURN, Source.SPECIAL_NEEDS),
    )
    for document, source in documents:
        assert {source_of(feed.name) for table in document.tables for feed in table.layout.feeds} == {source}
    assert by_source[Source.RETURN] == {feed for feed in feeds if feed.startswith("ssda903")}


def test_kinds_name_columns_that_are_there() -> None:
    """A value compared under a name no record has would be compared nowhere."""
    for kind in KINDS:
        assert kind.record.began
        assert {*kind.alike, *kind.values, "child_id"} <= set(kind.record.column_names)
        if kind.derived:
            assert set(kind.derived.columns.values()) <= set(kind.derived.record.column_names)


def test_sources_that_know_a_child_by_another_name_tell_of_one_child(tmp_path: Path) -> None:
    """One source has the reference the child went by before, another the pupil number alone: who is who is known of all."""
    number = "A123456789012"
    found = told_by(
        tmp_path,
        annex_a({PLANS: "child_id | started_on | first_category\nOld | 2018-11-01 | NEG"}),
        census({PLANS: "child_id | started_on | first_category\nNew | 2018-11-01 | NEG"}),
        Delivery(
            "2019-04-03",
            {
                "child": f"child_id | upn\nNew | {number}",
                "child_reference": "child_id | earlier_id\nNew | Old",
                "ehc_request": "child_id | received_on\nNew | 2018-12-04",
            },
            Coverage(months=12),
            "ehcp_requests",
        ),
        Delivery(
            "2019-01-17",
            {"ehc_request": f"child_id | received_on\n{number} | 2018-12-04"},
            Coverage(months=12),
            SPECIAL_NEEDS_RETURN.name,
        ),
    )
    assert said(found) == []
    assert {each.kind.record.name for each in found.compared} >= {PLANS, "ehc_request"}
