"""The lives behind the files hang together: nothing before its cause, nothing twice at once, nobody without a worker."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest

from everychild.calendar import Month
from everychild.northbrook.lives import Child
from everychild.northbrook.setting import Setting
from everychild.northbrook.timeline import Timeline
from everychild.northbrook.town import Town, live

CHILDREN = 1500


@pytest.fixture(scope="module", params=[2019, 8], ids=lambda seed: f"seed {seed}")
def town(request) -> Town:
    return live(Setting.of(request.param, CHILDREN, Timeline.ending(Month(2019, 4), 25)), CHILDREN)


def children_of(town: Town) -> list[Child]:
    return list({case.child.child_id: case.child for case in town.cases}.values())


def overlap(spells: Sequence[tuple[date, date | None]]) -> bool:
    return any(
        (ends or date.max) > starts for (_, ends), (starts, _) in pairwise(sorted(spells, key=lambda one: one[0]))
    )


def test_every_child_has_their_own_number(town):
    ids = [child.child_id for family in town.setting.people.families for child in family.children]
    assert len(set(ids)) == len(ids)


def test_an_assessment_follows_its_referral_and_ends_before_the_case(town):
    for case in town.cases:
        assert case.opened_on <= case.assessment.started_on <= case.assessment.authorised_on
        assert case.closed_on is None or case.assessment.authorised_on <= case.closed_on
        assert case.closed_on is None or case.closed_on <= case.child.eighteenth_birthday + timedelta(days=60)


def test_a_case_comes_from_a_referral_that_went_further(town):
    """Those in care when our time begins were referred before it."""
    begins = town.setting.timeline.lived[0].first_day
    for case in town.cases:
        if case.opened_on > begins:
            referral = next(one for one in case.child.referrals if one.referred_on == case.opened_on)
            assert not referral.no_further_action


def test_every_referral_has_its_contact(town):
    contacts = {(contact.child.child_id, contact.contacted_on, contact.source) for contact in town.contacts}
    for referral in town.referrals:
        if town.setting.timeline.first_seen <= referral.referred_on <= town.setting.timeline.until:
            assert (referral.child.child_id, referral.referred_on, referral.source) in contacts


def test_nothing_overlaps_itself(town):
    for child in children_of(town):
        assert not overlap([(case.opened_on, case.closed_on) for case in child.cases])
        assert not overlap([(plan.started_on, plan.ended_on) for plan in child.plans])
        assert not overlap([(care.started_on, care.ended_on) for care in child.care])


def test_an_enquiry_belongs_to_an_open_case(town):
    for enquiry in town.enquiries:
        assert any(
            case.opened_on <= enquiry.started_on and case.is_open(enquiry.started_on) for case in enquiry.child.cases
        )
        assert enquiry.conference_on is None or enquiry.conference_on > enquiry.started_on


def test_a_plan_comes_from_a_conference_that_led_to_it_and_lies_within_a_case(town):
    for plan in town.plans:
        conferences = [one.conference_on for one in plan.child.enquiries if one.led_to_plan]
        assert plan.conference_on in conferences
        assert plan.conference_on <= plan.started_on < plan.ended_on == plan.reviews[-1]
        assert list(plan.reviews) == sorted(set(plan.reviews))
        assert any(
            case.opened_on <= plan.started_on and case.is_open(plan.ended_on - timedelta(days=1))
            for case in plan.child.cases
        )


def test_care_lies_within_its_case_and_placements_within_care(town):
    for care in town.care:
        case = care.case
        assert case.opened_on <= care.started_on
        assert case.closed_on is None or (care.ended_on is not None and care.ended_on <= case.closed_on)
        assert care.ended_on is None or care.started_on < care.ended_on
        days = [placement.started_on for placement in care.placements]
        assert days == sorted(set(days))
        assert care.started_on <= days[0]


def test_reviews_of_care_keep_their_order(town):
    for care in town.care:
        assert list(care.reviews) == sorted(set(care.reviews))
        assert all(care.started_on < day for day in care.reviews)


def test_someone_holds_every_case_every_day(town):
    for case in town.cases:
        held = case.allocations
        assert held[0].started_on == case.opened_on
        assert held[-1].ended_on == case.closed_on
        assert all(before.ended_on == after.started_on for before, after in pairwise(held))


def test_brothers_and_sisters_share_their_dates(town):
    together = [family for family in town.setting.people.families if len(family.children) > 1]
    shared = [
        len({referral.referred_on for child in family.children for referral in child.referrals[:1]}) == 1
        for family in together
        if sum(bool(child.referrals) for child in family.children) > 1
    ]
    assert sum(shared) > 0.7 * len(shared)


def test_teams_do_their_own_work(town):
    """Northbrook's eight teams all hold cases; early help and leaving care hold none of social care's."""
    teams = {allocation.worker.team for allocation in town.allocations}
    assert teams == {
        "Assessment",
        "North Safeguarding",
        "South Safeguarding",
        "Children in Care",
        "Disabled Children",
        "Early Help North",
        "Early Help South",
    }
    assert {leaver.worker.team for leaver in town.care_leavers[Month(2019, 4)]} == {"Care Leavers"}


def test_nobody_is_visited_twice_on_a_day_for_one_reason(town):
    visits = [(visit.child.child_id, visit.kind, visit.visited_on) for visit in town.visits]
    assert len(set(visits)) == len(visits)


def test_nobody_goes_missing_while_missing(town):
    for child in {one.child.child_id: one.child for one in town.missing}.values():
        assert all(before.returned_at < after.went_missing_at for before, after in pairwise(child.missing))
