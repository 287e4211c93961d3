"""The profile: eight parts along a child’s way, each figure and group as the edition has it, told in a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from everychild.catalogue import BY_REF
from everychild.comparators.beside import Beside
from everychild.comparators.library import only_shipped
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.measure.figure import Figure
from everychild.narrative.profile import PARTS, Split, others_in_brief, profile, split_sentence, when_of_others
from everychild.report.pdf import as_pdf
from everychild.report.profile import profile_paper
from everychild.shapes import profile_shapes
from tests.editions import april_2019
from tests.report.lively import lively


@pytest.fixture(scope="module", name="edition")
def _edition() -> JudgedEdition:
    return april_2019()


def beside(item: Judged) -> Beside | None:
    return only_shipped().beside(item, april_2019().council)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_a_part_names_indicators_there_are_and_splits_they_have(part):
    assert len(set(part.refs)) == len(part.refs)
    for ref in part.refs:
        assert ref in BY_REF
    for ref, name in part.splits:
        assert ref in part.refs
        assert name in {kind.name for kind in BY_REF[ref].breakdowns}


def test_it_tells_what_an_inspection_asks_first():
    """Volumes, timeliness, age, ethnicity, placement and caseload, part by part."""
    assert [part.title for part in PARTS] == [
        "Contacts and referrals",
        "Assessments",
        "Section 47 enquiries and initial conferences",
        "Children in need and child protection plans",
        "Children in care",
        "Care leavers",
        "Adoption",
        "The workforce and what each carries",
    ]
    splits = {split for part in PARTS for split in part.splits}
    assert {("FD06", "age"), ("CP12", "age"), ("CC01", "age")} < splits
    assert {("FD06", "ethnic_group"), ("CP12", "ethnic_group"), ("CC01", "ethnic_group")} < splits
    assert {("CC01", "placement_type"), ("WF01", "team")} < splits


def test_what_is_told_is_what_the_edition_has(edition):
    rows = profile_shapes(edition, beside)
    told = profile(edition)
    whole = [row for row in rows if row["breakdown"] is None]
    assert [row["ref"] for row in whole] == [item.ref for one in told for item in one.items]
    for row in whole:
        item = edition.by_ref(row["ref"])
        assert (row["numerator"], row["denominator"]) == (item.figure.numerator, item.figure.denominator)
    groups = [row for row in rows if row["breakdown"] is not None]
    assert len(groups) == sum(len(split.groups) for one in told for split in one.splits)
    ages = [row["group"] for row in groups if (row["ref"], row["breakdown"]) == ("CC01", "age")]
    assert ages.index("1 to 4") < ages.index("5 to 9") < ages.index("10 to 15")


def a_split(ref: str, name: str, *numbers: tuple[str, int, int | None]) -> Split:
    item = april_2019().by_ref(ref)
    assert item is not None
    kind = next(kind for kind in item.indicator.breakdowns if kind.name == name)
    figure = item.figure
    groups = tuple(Figure(ref, figure.window, figure.as_at, name, group, met, of) for group, met, of in numbers)
    return Split(item, kind, groups)


def test_the_largest_group_is_named_and_those_not_known_are_none():
    split = a_split("CC01", "age", ("1 to 4", 7, None), ("5 to 9", 9, None), ("Not known", 40, None))
    assert str(split_sentence(split)).endswith("The largest group is 5 to 9, with 9.")


def test_two_largest_groups_are_both_named():
    split = a_split("CC01", "age", ("1 to 4", 9, None), ("5 to 9", 9, None))
    assert str(split_sentence(split)).endswith("The largest groups are 1 to 4 and 5 to 9, with 9 each.")


def test_of_an_average_the_two_ends_are_told():
    split = a_split("WF01", "team", ("North", 150, 10), ("South", 120, 10), ("East", 135, 10))
    assert str(split_sentence(split)).endswith("Lowest in South (12.0), highest in North (15.0).")
    same = a_split("WF01", "team", ("North", 150, 10), ("South", 150, 10))
    assert str(split_sentence(same)).endswith("It is the same in every group.")


def test_where_nobody_or_nothing_is_there_it_says_so():
    nobody = a_split("CC01", "age", ("1 to 4", 0, None), ("Not known", 3, None))
    assert str(split_sentence(nobody)).endswith("None is in a group that is known.")
    assert str(split_sentence(replace(nobody, groups=()))) == "There is no figure to split this month."


def test_others_stand_with_their_time_and_whether_they_are_counted_alike(edition):
    item = edition.by_ref("FD08")
    found = beside(item)
    assert found is not None
    assert "England" in str(others_in_brief(found))
    assert when_of_others(found).startswith("Year to 31 March")
    unlike = [told for ref in BY_REF if (told := beside(edition.by_ref(ref))) and not told.comparison.is_comparable]
    assert unlike
    assert all(when_of_others(one).endswith("; not counted alike") for one in unlike)


def test_the_paper_tells_each_figure_and_each_group_and_says_who_it_is_for(edition):
    paper = profile_paper(edition, beside)
    told = profile(edition)
    tables = paper.tables
    assert len(tables) == sum(1 + sum(bool(split.groups) for split in one.splits) for one in told)
    assert sum(len(table.rows) for table in tables) == len(profile_shapes(edition, beside))
    assert "not for publication" in paper.footer
    assert [part.text for part in paper.headings if part.level == 2] == [part.title for part in PARTS]


def test_it_is_written_as_an_accessible_pdf_the_same_each_time():
    """The writer refuses what breaks PDF/UA-1: a picture without words, a heading skipped."""
    paper = profile_paper(lively(), lambda item: only_shipped().beside(item, lively().council))
    assert as_pdf(paper) == as_pdf(paper)
