"""The committee’s calendar: who adds and moves a meeting, what each may read of it, and the dates for Outlook."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest

from everychild.calendar import Month, working_calendar
from everychild.journal.committee_calendar import Announced, Changed
from everychild.meetings import Rules, timetable
from everychild.roles import PARTS, Need, Role
from everychild.web.dates_for_outlook import as_ics
from everychild.web.presenters.committee_calendar import CalendarPage, Dated, shown
from tests.web.staff import Visitor, signed_in

JUNE_18, MAY_20 = date(2019, 6, 18), date(2019, 5, 20)
APRIL = Month(2019, 4)
AT = datetime(2019, 5, 1, 9, tzinfo=UTC)
SOON = (date.today() + timedelta(days=100)).isoformat()
LATER = (date.today() + timedelta(days=120)).isoformat()


def dated(on: date = JUNE_18, *changes: Changed, is_off: bool = False) -> Dated:
    meeting = Announced(1, "Children’s Services Overview and Scrutiny Committee", on, on, AT, is_off, changes)
    return Dated(meeting, timetable(on, working_calendar(2018, 2020), Rules()))


def page(is_officer: bool, *found: Dated) -> CalendarPage:
    return CalendarPage(found, (APRIL,), MAY_20, "Scrutiny", Rules(), is_officer, may_change=is_officer)


def test_a_meeting_is_told_with_the_day_its_papers_go_out_and_the_month_it_can_have() -> None:
    told = shown(dated(), (APRIL,), MAY_20, is_officer=True)
    assert told.heading.startswith("Tuesday 18 June 2019: ")
    assert told.papers_out == "Monday 10 June 2019"
    assert told.age == "At the meeting on Tuesday 18 June 2019 the figures will be 49 days old (7 weeks)."
    assert told.month_link is not None
    assert told.month_link.address == "/p/2019-04/"
    assert told.steps[0].by == "Tuesday 28 May 2019"
    assert told.next_step == "Next: figures closed and checked, by Tuesday 28 May 2019."
    assert shown(dated(), (), MAY_20, is_officer=True).month == "April 2019, not closed yet"


def test_councillors_are_told_when_papers_are_out_and_not_who_clears_them() -> None:
    (told,) = page(False, dated()).meetings
    assert (told.papers_out, told.month, told.steps, told.next_step) == ("Monday 10 June 2019", "April 2019", (), "")
    assert told.month_link is None


def test_a_meeting_called_off_is_no_longer_to_come_and_says_why() -> None:
    off = dated(JUNE_18, Changed(None, "An election was called.", "Devi Okafor", AT), is_off=True)
    shown_page = page(True, off)
    assert shown_page.meetings == []
    assert shown_page.sentence == "No meeting is in the calendar."
    assert shown_page.past[0][1] == ("Called off on 1 May 2019: An election was called.",)


def test_outlook_is_given_days_that_keep_their_names() -> None:
    """Moved, the same event has another day and a higher sequence; called off, it says so."""
    first = icalendar.Calendar.from_ical(as_ics([dated()], with_steps=False))
    moved = icalendar.Calendar.from_ical(
        as_ics([dated(date(2019, 6, 25), Changed(date(2019, 6, 25), "The hall.", "D", AT))], with_steps=True)
    )
    events = {str(event["uid"]): event for event in first.walk("VEVENT")}
    assert {uid: event["dtstart"].dt for uid, event in events.items()} == {
        "meeting-1-meeting@everychild": JUNE_18,
        "meeting-1-papers@everychild": date(2019, 6, 10),
    }
    later = {str(event["uid"]): event for event in moved.walk("VEVENT")}
    assert len(later) == 2 + len(Rules().steps)
    assert later["meeting-1-meeting@everychild"]["dtstart"].dt == date(2019, 6, 25)
    assert (
        int(events["meeting-1-meeting@everychild"]["sequence"]),
        int(later["meeting-1-meeting@everychild"]["sequence"]),
    ) == (0, 1)
    off = as_ics([dated(JUNE_18, Changed(None, "Election.", "D", AT), is_off=True)], with_steps=False)
    assert {str(event["status"]) for event in icalendar.Calendar.from_ical(off).walk("VEVENT")} == {"CANCELLED"}
    assert as_ics([dated()], with_steps=True) == as_ics([dated()], with_steps=True)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"on": "soon"}, "Choose the day the committee meets"),
        ({"on": "2019-06-18"}, "has passed"),
        ({"on": "2999-06-18"}, "Check the year"),
        ({"committee": " "}, "Say which committee"),
    ],
)
def test_a_meeting_that_cannot_be_is_not_added(staff_server: str, fields: dict[str, str], says: str) -> None:
    answer = signed_in(staff_server, Role.DEMOCRATIC_SERVICES).post(
        "/calendar/", **{"committee": "Scrutiny", "on": SOON} | fields
    )
    assert answer.status == 400
    assert says in answer.text


def test_a_meeting_is_added_moved_and_called_off_and_each_is_written_down(staff_server: str) -> None:
    clerk, councillor = signed_in(staff_server, Role.DEMOCRATIC_SERVICES), signed_in(staff_server, Role.COUNCILLOR)
    assert clerk.post("/calendar/", committee="Scrutiny", on=SOON).status == 302
    assert "in the calendar already" in clerk.post("/calendar/", committee="Scrutiny", on=SOON).text
    told, read = clerk.get("/calendar/").text, councillor.get("/calendar/").text
    assert "Figures closed and checked" in told
    assert "Papers out by" in read
    assert "Figures closed and checked" not in read
    assert "Move it" not in read
    assert "Coming up" in clerk.get("/p/2019-04/").text
    assert "Papers out by" in clerk.get("/p/2019-04/").text

    assert b"step-1" in clerk.get("/calendar/committee.ics").body
    assert b"step-1" not in councillor.get("/calendar/committee.ics").body
    number = re.search(r'name="number" value="(\d+)"', told)
    assert number is not None
    assert councillor.post("/calendar/change/", number=number[1], off="yes", why="Mine.").status == 403
    assert clerk.post("/calendar/change/", number=number[1], on=LATER, why=" ").status == 400
    assert clerk.post("/calendar/change/", number=number[1], on=LATER, why="The hall is taken.").status == 302
    assert "The hall is taken." in councillor.get("/calendar/").text
    assert clerk.post("/calendar/change/", number=number[1], off="yes", why="An election.").status == 302
    assert clerk.post("/calendar/change/", number=number[1], off="yes", why="An election.").status == 400
    auditor = signed_in(staff_server, Role.AUDITOR)
    for action in ("meeting added", "meeting moved", "meeting called off"):
        assert "meeting " in auditor.get(f"/audit/?action={action.replace(' ', '+')}").text
    clerk.post("/calendar/", committee="Scrutiny", on=LATER)


def test_a_councillor_adds_no_meeting(staff_server: str) -> None:
    answer = signed_in(staff_server, Role.COUNCILLOR).post("/calendar/", committee="Scrutiny", on=LATER)
    assert answer.status == 400
    assert "does not change the committee’s calendar" in answer.text


def test_nothing_is_coming_up_for_who_has_not_signed_in(server: str) -> None:
    assert "Coming up" not in Visitor(server).get("/p/2019-04/").text


def test_whoever_reads_papers_knows_when_the_committee_meets() -> None:
    for part in PARTS.values():
        assert Need.PAPERS not in part.may or Need.MEETINGS in part.may
