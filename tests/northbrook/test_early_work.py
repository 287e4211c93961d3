"""What Northbrook’s own files tell beside the lists hangs together with the lives behind them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from everychild.calendar import Month
from everychild.northbrook.early_work import EarlyWork
from everychild.northbrook.lives import lasts
from everychild.northbrook.setting import Setting
from everychild.northbrook.timeline import Timeline
from everychild.northbrook.town import Town, live

CHILDREN = 900


@pytest.fixture(scope="module")
def town() -> Town:
    return live(Setting.of(2019, CHILDREN, Timeline.ending(Month(2019, 4), 15)), CHILDREN)


@pytest.fixture(scope="module")
def work(town) -> EarlyWork:
    return town.early_work


def test_nothing_is_decided_before_it_is_asked(work):
    """Nor held before it began, nor concluded before it was told."""
    assert all(one.received_on <= one.decided_on for one in work.requests)
    assert all(one.received_at <= one.decided_at for one in work.decisions)
    assert all(one.notified_on <= one.first_visited_on <= one.ended_on for one in work.privately_fostered)
    assert all(one.referred_on <= one.concluded_on for one in work.allegations)
    assert all(one.offered_on is None or one.offered_on <= one.letter_on for one in work.before_court)


def test_every_contact_has_its_decision_and_every_referral_a_contact_that_brought_it(town, work):
    """A referral is brought by a contact of the same day from the same source."""
    assert [one.contact for one in work.decisions] == list(town.contacts)
    brought = {
        (one.contact.child.child_id, one.contact.contacted_on)
        for one in work.decisions
        if one.outcome in ("referral", "strategy_discussion")
    }
    for referral in town.referrals:
        if town.setting.timeline.first_seen <= referral.referred_on <= town.setting.timeline.until:
            assert (referral.child.child_id, referral.referred_on) in brought


def test_every_early_help_assessment_was_asked_for(town, work):
    asked = {(one.child.child_id, one.received_on) for one in work.requests}
    assert {(one.child.child_id, one.requested_on) for one in town.early_help} <= asked


def test_no_child_is_helped_twice_at_once(work):
    spells: dict[str, list[tuple[object, object]]] = {}
    for one in work.help_given:
        assert one.started_on <= one.ended_on
        spells.setdefault(one.child.child_id, []).append((one.started_on, one.ended_on))
    assert not any(ends >= starts for held in spells.values() for (_, ends), (starts, _) in pairwise(sorted(held)))


def test_a_need_plan_never_runs_beside_a_protection_plan_or_care(work):
    """A child in need plan cannot overlap another kind, so that each child has one plan at most."""
    for plan in work.need_plans:
        assert plan.child.plan_on(plan.started_on) is None
        assert plan.child.care_on(plan.started_on) is None
        assert not any(
            lasts(plan.started_on, plan.ended_on, other.started_on) and other.started_on < other.ended_on
            for other in plan.child.plans
        )
        assert all(
            plan.started_on < held_on and (plan.ended_on is None or held_on < plan.ended_on) for held_on in plan.reviews
        )


def test_factors_are_of_children_found_to_be_in_need(town, work):
    found = {
        (case.child.child_id, case.assessment.authorised_on) for case in town.cases if case.assessment.support_required
    }
    assert {(one.child.child_id, one.authorised_on) for one in work.factors} == found
    assert all(one.codes == ("21",) or "21" not in one.codes for one in work.factors)


def test_help_given_is_level_from_month_to_month(town, work):
    """As many when the files begin as when they end, or nearly."""
    helped = [
        sum(lasts(one.started_on, one.ended_on, month.last_day) for one in work.help_given)
        for month in town.setting.timeline.months
    ]
    assert min(helped) > 0.6 * max(helped)
