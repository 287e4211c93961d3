"""The files about health, outcomes and school: usual, steady, and in step with the lists they stand beside."""

from __future__ import annotations

from statistics import mean

from everychild.calendar import Month, add_months
from tests.northbrook.written import day, known_day, open_on

STARTED, LEFT = "Date Started to be Looked After", "Date Ceased to be Looked After"


def slack(northbrook) -> float:
    return 0.04 if northbrook.children >= 3000 else 0.12


def test_nothing_about_care_or_school_is_known_before_it_happened(northbrook):
    for delivery in northbrook.deliveries:
        for table, column in (
            ("cla_reviews", "held_date"),
            ("care_plans", "care_plan_start_date"),
            ("care_plans", "care_plan_end_date"),
            ("health_assessments", "requested_date"),
            ("health_assessments", "completed_date"),
            ("health_assessments", "paperwork_received_date"),
            ("personal_education_plans", "completed_date"),
            ("school_attendance", "month_from"),
            ("home_education", "ehe_start_date"),
            ("children_missing_education", "cme_end_date"),
        ):
            days = [day(row[column]) for row in northbrook.rows(delivery, table)]
            assert all(on is None or on <= delivery.extracted_on for on in days), (table, column)


def test_the_outcomes_list_holds_who_has_been_in_care_for_a_year(northbrook):
    """And nobody else: every one of them on list 8, unless the row there was spoilt."""
    for delivery in northbrook.deliveries:
        end = delivery.month.last_day
        listed = {row["CHILD"] for row in northbrook.rows(delivery, "oc2")}
        on_list_8 = {
            row["Child Unique ID"]
            for row in northbrook.list_rows(delivery, 8)
            if row[STARTED] != "31/02/2018"
            and open_on(row, end, STARTED, LEFT)
            and known_day(row[STARTED]) <= add_months(end, -12)
        }
        assert len(listed ^ on_list_8) <= 1


def test_scores_and_flags_are_asked_at_the_ages_they_are_asked_at(northbrook):
    for row in northbrook.rows(northbrook.deliveries[-1], "oc2"):
        assert bool(row["SDQ_SCORE"]) != bool(row["SDQ_REASON"])
        if row["SDQ_SCORE"]:
            assert 0 <= int(row["SDQ_SCORE"]) <= 40


def test_children_are_immunised_and_asked_how_they_feel(northbrook):
    for delivery in northbrook.deliveries:
        rows = northbrook.rows(delivery, "oc2")
        asked = [row for row in rows if row["SDQ_REASON"] != "SDQ1"]
        assert mean(row["IMMUNISATIONS"] == "1" for row in rows) >= 0.90 - slack(northbrook)
        assert mean(bool(row["SDQ_SCORE"]) for row in asked) >= 0.94 - slack(northbrook)


def test_attendance_is_as_usual_and_within_what_was_possible(northbrook):
    """Better in care than on a plan at home, as it is in England; none in August."""
    for row in northbrook.rows(northbrook.deliveries[-1], "school_attendance"):
        assert 0 <= int(row["sessions_attended"]) <= int(row["sessions_possible"])
    august = next(delivery for delivery in northbrook.deliveries if delivery.month == Month(2018, 8))
    told = [row for row in northbrook.rows(august, "school_attendance") if row["month_from"] == "01/08/2018"]
    assert {row["sessions_possible"] for row in told} == {"0"}


def test_the_registers_keep_about_level(northbrook):
    scale = northbrook.children / 3000
    for table, name, usual in (("home_education", "ehe", 170), ("children_missing_education", "cme", 22)):
        counts = [
            sum(
                open_on(row, delivery.month.last_day, f"{name}_start_date", f"{name}_end_date")
                for row in northbrook.rows(delivery, table)
            )
            for delivery in northbrook.deliveries
        ]
        assert abs(mean(counts) - usual * scale) <= 0.2 * usual * scale + 1
