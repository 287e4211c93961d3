"""Points, reasons, areas: why a thing is on the list, with every threshold readable."""

from dataclasses import replace

from everychild.judgement.flags import flagged_areas, points_of
from everychild.judgement.judged import Code, Reason
from tests.editions import april_2019


def reason(code, points):
    return Reason(code, points, "because")


def test_points_add_up_and_small_numbers_hold_them_to_one():
    """Unless a child's safety is the reason."""
    assert points_of([reason(Code.T1, 3), reason(Code.S2, 2), reason(Code.V1, 1)]) == 6
    assert points_of([reason(Code.T1, 3), reason(Code.N1, 0)]) == 1
    assert points_of([reason(Code.T3, 4), reason(Code.N1, 0)]) == 4
    assert points_of([]) == 0


def test_flagged_indicators_of_one_subject_are_one_area():
    """All visit measures are one."""
    edition = april_2019()
    areas = [area.area.name for area in edition.areas]

    assert len(areas) == len(set(areas))
    assert "early_help_timeliness" in areas


def test_areas_stand_by_points_then_children_then_months():
    """A stable order, the most pressing first."""
    ordered = [(-area.points, -area.children_affected, -area.months_off_target) for area in april_2019().areas]

    assert ordered == sorted(ordered)


def test_every_reason_shows_the_number_it_was_judged_by():
    """Thresholds are read where the flag is."""
    area = next(area for area in april_2019().areas if area.area.name == "early_help_timeliness")
    said = {reason.code: reason.sentence for item in area.judged for reason in item.reasons}

    assert said[Code.T1] == "43 against a target of 30 or fewer; close would be within 3 working days."
    assert "does not reach the target of 30 or fewer" in said[Code.S2]


def test_an_indicator_under_the_points_is_not_flagged():
    """Raising the threshold clears the list."""
    edition = april_2019()
    quiet = [replace(item, is_flagged=False) for item in edition.indicators]

    assert flagged_areas(quiet) == ()


def test_improvements_are_not_things_flagged():
    """Up to three, none of them an area for improvement."""
    edition = april_2019()

    assert len(edition.improvements) <= 3
    assert all(not item.is_flagged for item in edition.improvements)
