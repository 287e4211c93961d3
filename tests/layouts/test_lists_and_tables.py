"""What each list and table holds, as the published template and our own specification set it out."""

from __future__ import annotations

from collections import Counter

import pytest

from everychild.layouts import ofsted, ssda903
from everychild.layouts.annex_a import LISTS
from everychild.layouts.census import CENSUS
from everychild.layouts.census.years import CHANGES
from everychild.layouts.layout import Coverage, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local import TABLES
from everychild.layouts.special_needs_return import SPECIAL_NEEDS_RETURN
from everychild.layouts.workforce_census import WORKFORCE_CENSUS
from everychild.records import BY_NAME, Kind

ELEMENTS = tuple(table.layout for census in (CENSUS, WORKFORCE_CENSUS, SPECIAL_NEEDS_RETURN) for table in census.tables)
LAYOUTS = {layout.name: layout for layout in (*LISTS, *ssda903.TABLES, *TABLES, *ofsted.TABLES, *ELEMENTS)}
CODED = [
    pytest.param(heading.codes, id=f"{layout.name}: {heading.title}")
    for layout in LAYOUTS.values()
    for heading in layout.headings
    if heading.codes is not None
]


@pytest.mark.parametrize(
    ("number", "columns", "first_own_column"),
    [
        (1, 7, "Date of Contact"),
        (2, 8, "Assessment start date"),
        (3, 11, "Date of referral"),
        (4, 12, "Continuous Assessment Start Date"),
        (5, 14, "Strategy discussion initiating Section 47 Enquiry Start Date"),
        (6, 14, "CIN Start Date"),
        (7, 17, "Child Protection Plan Start Date"),
        (8, 34, "Date Started to be Looked After"),
        (9, 17, "Eligibility Category"),
        (10, 16, "Date the Child Entered Care"),
        (11, 19, "Date enquiry received"),
    ],
)
def test_each_list_has_the_columns_of_the_template(number: int, columns: int, first_own_column: str) -> None:
    """Eleven lists, 169 columns; list 9 is counted in its longer layout."""
    layout = LISTS[number - 1]
    assert layout.number == number
    assert len(layout.headings) == columns
    assert layout.heading(first_own_column)


def test_the_shorter_layout_of_list_9_is_no_fault() -> None:
    """Until 2024 the template had 13 columns: the other four are not expected."""
    optional = [heading.title for heading in LISTS[8].headings if not heading.expected]
    assert optional == [
        "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)",
        "Allocated Personal Advisor",
        "Latest Pathway Plan Review Date",
        "Latest Date of Contact",
    ]


@pytest.mark.parametrize(
    ("feed", "coverage"),
    [
        ("list_1.contact", Coverage(months=6)),
        ("list_2.early_help_assessment", Coverage(months=6)),
        ("list_3.referral", Coverage(months=6)),
        ("list_4.assessment", Coverage(months=6)),
        ("list_5.section_47_enquiry", Coverage(months=6)),
        ("list_5.conference", Coverage(months=3)),
        ("list_6.child_in_need_episode", Coverage(months=6, one_per_child=True)),
        ("list_7.child_protection_plan", Coverage(months=6, one_per_child=True)),
        ("list_7.visit", Coverage(proves_only=True)),
        ("list_7.review_conference", Coverage(months=2, proves_only=True)),
        ("list_8.period_of_care", Coverage(months=6, one_per_child=True)),
        ("list_8.placement", Coverage(months=2, proves_only=True)),
        ("list_8.care_review", Coverage(months=2, proves_only=True)),
        ("list_8.visit", Coverage(proves_only=True)),
        ("list_9.care_leaver", Coverage(months=0, one_per_child=True)),
        ("list_10.adoption", Coverage(months=12)),
        ("list_11.adopter", Coverage(months=12)),
        ("visits.visit", Coverage()),
        ("ssda903_episodes.care_episode", Coverage(return_years=True)),
        ("ssda903_missing.missing_episode", Coverage(proves_only=True, some_children=True)),
    ],
)
def test_what_each_feed_proves(feed: str, coverage: Coverage) -> None:
    """A list that is complete for six months may overrule an older one for those months, and no further."""
    layout = LAYOUTS[feed.partition(".")[0]]
    assert next(each for each in layout.feeds if each.name == feed).coverage == coverage


@pytest.mark.parametrize("layout", LISTS[:10], ids=lambda layout: layout.name)
def test_every_list_of_children_says_who_they_are(layout: SheetLayout) -> None:
    """Lists 1 to 10 are of children; list 11 is of adopters."""
    assert "annex_a.child" in [feed.name for feed in layout.feeds]


def test_a_visit_extract_outranks_the_latest_visit_in_annex_a() -> None:
    """Both may hold the same visit: the one with every visit wins."""
    ranks = {feed.rank: feed.name for layout in LAYOUTS.values() for feed in layout.feeds if feed.table == "visit"}
    assert ranks == {1: "visits.visit", 2: "list_8.visit"}


def test_feeds_of_one_name_make_one_table() -> None:
    """Children and workers are gathered from every list of a file; everything else comes from one place, but for posts:
    the workforce census tells of those that are vacant beside the workers.
    """
    names: dict[str, set[tuple[str, Coverage, int, bool]]] = {}
    for layout in LAYOUTS.values():
        for feed in layout.feeds:
            names.setdefault(feed.name, set()).add((feed.table, feed.coverage, feed.rank, feed.distinct))
    assert {name for name, meanings in names.items() if len(meanings) > 1} == set()
    times = Counter(feed.name for layout in LAYOUTS.values() for feed in layout.feeds if not feed.distinct)
    assert {name for name, many in times.items() if many > 1} == {"workforce_census.staff"}


@pytest.mark.parametrize("codes", CODED)
def test_every_code_can_be_written(codes: WrittenCodes) -> None:
    """Nothing the records can hold is beyond the format, if only as the nearest thing it can say."""
    for code in codes.codes.values:
        assert isinstance(codes.write(code), str)


@pytest.mark.parametrize(
    ("sheet", "heading", "value", "as_written"),
    [
        ("list_1", "Gender", "male", "a) Male"),
        ("list_1", "Contact Source", "6", "q) 6: Police"),
        ("list_1", "Ethnicity", "NOBT", "s) NOBT"),
        ("list_3", "Referral NFA?", False, "b) No"),
        ("list_7", "Was the Child Seen Alone?", "refused", "b) No"),
        ("list_7", "Child Protection Plan End Date", None, ""),
        ("list_8", "Placement Provider", "PR4", "e) PR4 - Private provision"),
        ("list_8", "Placement Location", True, "b) Out"),
        ("visits", "visit_kind", "child_protection", "cp"),
        ("allocations", "qualified", True, "Y"),
    ],
)
def test_values_as_the_format_writes_them(sheet: str, heading: str, value: object, as_written: str) -> None:
    """The invented council writes with the same declarations intake reads by."""
    assert LAYOUTS[sheet].heading(heading).write(value) == as_written


def test_a_worker_is_always_a_name_until_shown_otherwise() -> None:
    """No column that names a member of staff may reach a record as it stands."""
    for layout in LAYOUTS.values():
        for feed in layout.feeds:
            for column, title in feed.columns.items():
                named: Heading = layout.heading(title)
                if column in ("worker_id", "supervisor_id", "personal_adviser_id"):
                    assert named.is_name, f"{feed.name}: {title}"


def test_a_date_of_a_record_comes_from_a_column_of_dates() -> None:
    """So that a layout cannot promise what its column does not hold."""
    for layout in LAYOUTS.values():
        for feed in layout.feeds:
            for column, title in feed.columns.items():
                if BY_NAME[feed.table].column(column).kind in (Kind.DATE, Kind.MOMENT):
                    assert layout.heading(title).kind in (Kind.DATE, Kind.MOMENT)


def test_every_change_between_censuses_is_of_an_element_that_is_read() -> None:
    """And of codes that records hold."""
    titles = {table.layout.title: table.layout for table in CENSUS.tables}
    for change in CHANGES:
        heading = titles[change.table].heading(change.element)
        assert not change.codes or (heading.codes and change.codes <= set(heading.codes.codes.values))


def test_what_every_table_of_the_census_proves() -> None:
    """The year it is of; who the children are, and what no schema holds, proves only what it shows."""
    proofs = {feed.name: feed.coverage for table in CENSUS.tables for feed in table.layout.feeds}
    assert {name for name, proof in proofs.items() if proof != Coverage(financial_year=True)} == {
        "census.child",
        "census.pre_proceedings",
    }
