"""Everything the story does not tell of is comfortably in order, month by month, and about as large as it should be."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from statistics import mean

import pytest

from everychild.calendar import Month, add_months
from tests.northbrook.written import LAST, Files, Row, day, known_day, open_on

STARTED_CARE, LEFT_CARE = "Date Started to be Looked After", "Date Ceased to be Looked After"
PLAN_STARTS, PLAN_ENDS = "Child Protection Plan Start Date", "Child Protection Plan End Date"


def large(northbrook: Files) -> bool:
    return northbrook.children >= 3000


def readable(rows: list[Row], column: str) -> list[Row]:
    """Rows whose date is a date: a few are set aside, as in life."""
    return [row for row in rows if row[column] and row[column] != "31/02/2018"]


def in_months(northbrook: Files, rows: list[Row], column: str) -> dict[Month, list[Row]]:
    found: dict[Month, list[Row]] = {month: [] for month in northbrook.months}
    for row in readable(rows, column):
        month = Month.of(known_day(row[column]))
        if month in found:
            found[month].append(row)
    return found


@pytest.fixture(scope="module")
def referrals(northbrook):
    return northbrook.listed(3, "Child Unique ID", "Date of referral")


@pytest.fixture(scope="module")
def assessments(northbrook):
    return northbrook.listed(4, "Child Unique ID", "Continuous Assessment Start Date")


@pytest.fixture(scope="module")
def enquiries(northbrook):
    return northbrook.listed(5, "Child Unique ID", "Strategy discussion initiating Section 47 Enquiry Start Date")


@pytest.fixture(scope="module")
def cases(northbrook):
    """An earlier episode leaves a list of one row a child when the next begins, so it had ended by then."""
    rows = northbrook.listed(6, "Child Unique ID", "CIN Start Date")
    began = defaultdict(list)
    for row in rows:
        began[row["Child Unique ID"]].append(known_day(row["CIN Start Date"]))
    for row in rows:
        later = [on for on in began[row["Child Unique ID"]] if on > known_day(row["CIN Start Date"])]
        if later and not row["CIN Closure Date"]:
            row["CIN Closure Date"] = f"{min(later):%d/%m/%Y}"
    return rows


@pytest.fixture(scope="module")
def plans(northbrook):
    return northbrook.listed(7, "Child Unique ID", PLAN_STARTS)


@pytest.fixture(scope="module")
def care(northbrook):
    return northbrook.listed(8, "Child Unique ID", STARTED_CARE)


def open_at(rows: list[Row], when: date, starts: str, ends: str) -> list[Row]:
    return [row for row in rows if open_on(row, when, starts, ends)]


def test_assessments_are_authorised_in_45_working_days(northbrook, assessments):
    start, end = "Continuous Assessment Start Date", "Continuous Assessment Date of Authorisation"
    for month, rows in in_months(northbrook, assessments, end).items():
        taken = [northbrook.working_days(known_day(row[start]), known_day(row[end])) for row in rows]
        assert sum(days <= 45 for days in taken) >= 0.90 * len(taken), month


def test_few_assessments_are_open_past_45_days(northbrook, assessments):
    start, end = "Continuous Assessment Start Date", "Continuous Assessment Date of Authorisation"
    for month in northbrook.months:
        still_open = open_at(assessments, month.last_day, start, end)
        late = sum(northbrook.working_days(known_day(row[start]), month.last_day) > 45 for row in still_open)
        assert late <= 0.07 * len(still_open) + 1


def test_conferences_are_held_in_15_working_days(northbrook, enquiries):
    start, held = (
        "Strategy discussion initiating Section 47 Enquiry Start Date",
        "Date of Initial Child Protection Conference",
    )
    for month, rows in in_months(northbrook, enquiries, held).items():
        taken = [northbrook.working_days(known_day(row[start]), known_day(row[held])) for row in rows]
        assert sum(days <= 15 for days in taken) >= 0.90 * len(taken), month


def test_about_85_conferences_in_100_lead_to_a_plan(northbrook, enquiries):
    decided = [row for row in enquiries if row["Date of Initial Child Protection Conference"]]
    outcome = "Did the Initial Child Protection Conference Result in a Child Protection Plan"
    share = sum(row[outcome] == "a) Yes" for row in decided) / len(decided)
    assert share == pytest.approx(0.85, abs=0.04 if large(northbrook) else 0.1)


def test_review_conferences_are_on_time(northbrook, plans):
    """First within 3 months of the plan's start, then within 6; of reviews held in the 25 months."""
    held = defaultdict(list)
    for row in northbrook.table("meeting_reports", "person_id", "meeting_type", "meeting_date", "report_author_role"):
        if row["meeting_type"] == "RCPC":
            held[row["person_id"]].append(known_day(row["meeting_date"]))
    on_time = []
    for row in plans:
        started, ended = known_day(row[PLAN_STARTS]), day(row[PLAN_ENDS]) or date.max
        if started >= northbrook.months[0].first_day - timedelta(days=120):
            before, months = started, 3
            for on in sorted(on for on in held[row["Child Unique ID"]] if started < on <= ended):
                on_time.append(on <= add_months(before, months))
                before, months = on, 6
    assert mean(on_time) >= 0.96


def test_children_in_care_are_visited_within_six_weeks(northbrook, care):
    visits = defaultdict(list)
    for row in northbrook.table("visits", "person_id", "visit_kind", "visit_at"):
        if row["visit_kind"] == "cla" and row["child_seen"] == "Y":
            visits[row["person_id"]].append(known_day(row["visit_at"]))
    for month in northbrook.months:
        end = month.last_day
        due = [
            row["Child Unique ID"]
            for row in open_at(care, end, STARTED_CARE, LEFT_CARE)
            if known_day(row[STARTED_CARE]) < end - timedelta(days=42)
        ]
        seen = sum(any(end - timedelta(days=42) <= on <= end for on in visits[child]) for child in due)
        assert seen >= 0.93 * len(due), month


def test_few_children_are_referred_again_within_a_year(northbrook, referrals):
    days = defaultdict(list)
    for row in referrals:
        days[row["Child Unique ID"]].append(known_day(row["Date of referral"]))
    for month, rows in in_months(northbrook, referrals, "Date of referral").items():
        if month.index < northbrook.months[0].index + 7:
            continue  # before then the files do not hold a whole year
        again = sum(
            any(add_months(on, -12) <= earlier < on for earlier in days[row["Child Unique ID"]])
            for row in rows
            for on in [known_day(row["Date of referral"])]
        )
        assert again <= 0.19 * len(rows), month


def test_children_in_care_are_settled_and_healthy(northbrook):
    for delivery in northbrook.deliveries:
        end = delivery.month.last_day
        rows = open_at(northbrook.list_rows(delivery, 8), end, STARTED_CARE, LEFT_CARE)
        moved = sum(int(row["Number of Placements in the Last 12 months"]) >= 3 for row in rows)
        assert moved <= (0.11 if large(northbrook) else 0.16) * len(rows)
        for_a_year = [row for row in rows if known_day(row[STARTED_CARE]) <= add_months(end, -12)]
        assert sum(healthy(row, end) for row in for_a_year) >= 0.88 * len(for_a_year)
        teeth = sum(known_day(row["Date of Last Dental Check"]) >= add_months(end, -12) for row in for_a_year)
        assert teeth >= 0.85 * len(for_a_year)


def healthy(row: Row, end: date) -> bool:
    under_five = known_day(row["Date of Birth"]) > add_months(end, -60)
    return known_day(row["Date of Last Health Assessment"]) >= add_months(end, -6 if under_five else -12)


def test_care_leavers_fare_as_usual(northbrook):
    for delivery in northbrook.deliveries:
        rows = northbrook.list_rows(delivery, 9)
        in_touch = sum(row["LA In Touch"] == "a) Yes" for row in rows) / len(rows)
        suitable = sum(row["Suitability of Accommodation"] == "a) Suitable" for row in rows) / len(rows)
        occupied = sum(row["Activity Status"][0] in "FP" for row in rows) / len(rows)
        slack = 0.035 if large(northbrook) else 0.075
        assert in_touch == pytest.approx(0.95, abs=slack)
        assert suitable == pytest.approx(0.94, abs=slack)
        assert occupied == pytest.approx(0.61, abs=2 * slack)


def test_pathway_plans_are_reviewed_in_six_months(northbrook):
    for delivery in northbrook.deliveries:
        if delivery.month > Month(2018, 3):
            rows = northbrook.list_rows(delivery, 9)
            six_months_ago = add_months(delivery.month.last_day, -6)
            reviewed = sum(known_day(row["Latest Pathway Plan Review Date"]) >= six_months_ago for row in rows)
            assert reviewed >= 0.90 * len(rows)


def test_repeat_plans_and_long_plans_are_few(northbrook, plans):
    started = [row for row in plans if Month.of(known_day(row[PLAN_STARTS])) in northbrook.months]
    repeats = sum(int(row["Number of Previous Child Protection Plans"]) > 0 for row in started) / len(started)
    assert 0.10 <= repeats <= (0.20 if large(northbrook) else 0.25)
    at_the_end = open_at(plans, LAST.last_day, PLAN_STARTS, PLAN_ENDS)
    assert sum(known_day(row[PLAN_STARTS]) <= add_months(LAST.last_day, -24) for row in at_the_end) <= 2


def test_every_open_case_is_allocated(northbrook, cases):
    allocations = northbrook.table("allocations", "person_id", "worker_id", "role", "start_date")
    for month in northbrook.months:
        end = month.last_day
        held = {row["person_id"] for row in open_at(allocations, end, "start_date", "end_date") if row["role"] == "CW"}
        unallocated = {
            row["Child Unique ID"] for row in open_at(cases, end, "CIN Start Date", "CIN Closure Date")
        } - held
        assert not unallocated, month


def test_about_ten_children_are_on_dual_plans(northbrook, plans, care):
    usual = 10 * northbrook.children / 3000
    for month in northbrook.months:
        end = month.last_day
        on_plan = {row["Child Unique ID"] for row in open_at(plans, end, PLAN_STARTS, PLAN_ENDS)}
        in_care = {row["Child Unique ID"] for row in open_at(care, end, STARTED_CARE, LEFT_CARE)}
        assert abs(len(on_plan & in_care) - usual) <= 3, month


FLOWS = {  # a month, at full size: the list, its date, how many, how near the average of 25 months comes
    "contacts": (1, ("Child Unique ID", "Date of Contact", "Contact Source"), "Date of Contact", 280, 0.08),
    "referrals": (3, ("Child Unique ID", "Date of referral"), "Date of referral", 85, 0.08),
    "assessments": (
        4,
        ("Child Unique ID", "Continuous Assessment Start Date"),
        "Continuous Assessment Date of Authorisation",
        76,
        0.10,
    ),
    "section 47 enquiries": (
        5,
        ("Child Unique ID", "Strategy discussion initiating Section 47 Enquiry Start Date"),
        "Strategy discussion initiating Section 47 Enquiry Start Date",
        30,
        0.10,
    ),
    "initial conferences": (
        5,
        ("Child Unique ID", "Strategy discussion initiating Section 47 Enquiry Start Date"),
        "Date of Initial Child Protection Conference",
        14,
        0.15,
    ),
}


@pytest.mark.parametrize("what", FLOWS)
def test_as_much_comes_in_as_should(northbrook, what):
    number, key, column, monthly, within = FLOWS[what]
    counted = in_months(northbrook, northbrook.listed(number, *key), column)
    average = mean(len(rows) for rows in counted.values())
    expected = monthly * northbrook.children / 3000
    assert average == pytest.approx(expected, rel=within if large(northbrook) else 2.5 * within)


STOCKS = {
    "children in need": (6, "CIN Start Date", "CIN Closure Date", 550, 0.09),
    "children on a plan": (7, PLAN_STARTS, PLAN_ENDS, 120, 0.15),
    "children in care": (8, STARTED_CARE, LEFT_CARE, 100, 0.04),
}


@pytest.mark.parametrize("what", STOCKS)
def test_as_many_are_helped_as_should_be(northbrook, what):
    number, starts, ends, usual, within = STOCKS[what]
    rows = northbrook.listed(number, "Child Unique ID", starts)
    average = mean(len(open_at(rows, month.last_day, starts, ends)) for month in northbrook.months)
    expected = usual * northbrook.children / 3000
    assert average == pytest.approx(expected, rel=within if large(northbrook) else 3 * within)


def test_local_volumes(northbrook):
    scale = northbrook.children / 3000
    completed = in_months(
        northbrook, northbrook.table("early_help_assessments", "person_id", "request_date"), "completed_date"
    )
    assert mean(map(len, completed.values())) == pytest.approx(35 * scale, rel=0.15)
    missing = in_months(northbrook, northbrook.table("missing_episodes", "person_id", "missing_id"), "start_at")
    assert mean(map(len, missing.values())) == pytest.approx(30 * scale, rel=0.15)
    assert len(northbrook.list_rows(northbrook.deliveries[-1], 9)) == pytest.approx(70 * scale, rel=0.1)
