"""What list 5 and list 8 ask to have counted over twelve months, by hand, and by an invented council’s own lists."""

from __future__ import annotations

from datetime import date

import pytest

from everychild.inspection.counted import ACCEPTED, AWAY, CONFERENCES, MISSING, OFFERED, Held, counted

AT = date(2019, 5, 3)
LONG_AGO = date(2017, 1, 1)
IN_CARE = {"child_id": "a", "started_on": date(2018, 9, 1), "ended_on": None}


def missing(began, ended=None, kind="missing", name="1"):
    return {"child_id": "a", "missing_id": name, "went_missing_on": began, "returned_on": ended, "kind": kind}


def interview(name="1", **more):
    row = {"child_id": "a", "missing_id": name, "needed": True, "offered": None, "offered_on": None, "response": None}
    return {**row, **more}


def held(known=LONG_AGO, **rows):
    return Held({name: {"a": told} for name, told in rows.items()}, dict.fromkeys(rows, known))


def test_times_missing_are_those_of_this_time_in_care_within_twelve_months():
    """Before care, more than a year ago, and after the day: none of those. Away and absent are told apart."""
    told = [
        missing(date(2018, 8, 31)),
        missing(date(2018, 9, 1), date(2018, 9, 2)),
        missing(date(2019, 4, 1), date(2019, 4, 2)),
        missing(date(2019, 5, 4)),
        missing(date(2019, 2, 1), kind="away"),
        missing(date(2019, 2, 2), kind="absent"),
    ]
    cells = counted(8, IN_CARE, AT, held(missing_episode=told))
    assert (cells[MISSING], cells[AWAY]) == (2, 2)
    long_in_care = {**IN_CARE, "started_on": date(2010, 1, 1)}
    told = [missing(date(2018, 5, 2)), missing(date(2018, 5, 3))]
    assert counted(8, long_in_care, AT, held(missing_episode=told))[MISSING] == 1


@pytest.mark.parametrize(
    ("told", "offered", "accepted"),
    [
        (interview(offered_on=date(2019, 4, 20), response="accepted"), True, True),
        (interview(offered_on=date(2019, 4, 20), response="declined_by_child"), True, False),
        (interview(offered_on=date(2019, 5, 4), response="accepted"), False, False),  # not offered by the day
        (interview(offered=True, response="accepted"), True, True),  # the day of the offer is not recorded
        (interview(offered=False), False, False),
        (interview(needed=False), None, None),
        (interview(needed=None), None, None),
    ],
)
def test_the_last_return_by_the_day_says_what_came_of_it(told, offered, accepted):
    episodes = [missing(date(2019, 4, 18), date(2019, 4, 19)), missing(date(2019, 5, 1), date(2019, 5, 5), name="2")]
    cells = counted(8, IN_CARE, AT, held(missing_episode=episodes, return_interview=[told, interview("2")]))
    assert (cells.get(OFFERED), cells.get(ACCEPTED)) == (offered, accepted)


def test_nobody_missing_is_nought_and_has_no_interview():
    assert counted(8, IN_CARE, AT, held(missing_episode=[])) == {MISSING: 0, AWAY: 0}


def test_what_does_not_reach_back_twelve_months_is_not_counted_at_all():
    """Six months of episodes would read as half as many."""
    late = date(2018, 11, 3)
    assert counted(8, IN_CARE, AT, held(late, missing_episode=[missing(date(2019, 4, 1))])) == {}
    assert counted(8, IN_CARE, AT, held(date(2018, 5, 3), missing_episode=[])) != {}
    assert counted(8, IN_CARE, AT, held()) == {}


def test_conferences_are_those_before_the_latest_enquiry_and_not_its_own():
    enquiry = {"child_id": "a", "started_on": date(2019, 3, 1)}

    def conference(held_on, of, kind="initial"):
        return {"child_id": "a", "kind": kind, "held_on": held_on, "enquiry_started_on": of}

    told = [
        conference(date(2019, 3, 12), date(2019, 3, 1)),  # its own
        conference(date(2018, 6, 12), date(2018, 6, 1)),
        conference(date(2018, 3, 1), None),  # just within the year, its enquiry not told
        conference(date(2018, 2, 28), None),  # before it
        conference(date(2018, 7, 12), date(2018, 7, 1), kind="transfer_in"),
    ]
    found = held(section_47_enquiry=[enquiry], conference=told)
    assert counted(5, enquiry, AT, found) == {CONFERENCES: 2}
    assert counted(5, enquiry, AT, held(date(2018, 4, 1), section_47_enquiry=[enquiry], conference=told)) == {}


def test_other_lists_ask_for_nothing_of_the_kind():
    assert counted(7, IN_CARE, AT, held(missing_episode=[])) == {}
