"""Northbrook lived through from beginning to end: the one place that knows in what order things happen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from everychild.calendar import Month, add_months
from everychild.northbrook import private_lives
from everychild.northbrook.adoption import Adopters
from everychild.northbrook.allocations import CaseHolders
from everychild.northbrook.assessment_findings import factors, review_points
from everychild.northbrook.before_court import before_court
from everychild.northbrook.care import InCare
from everychild.northbrook.care_duties import CareDuties
from everychild.northbrook.care_leavers import CareLeavers
from everychild.northbrook.care_records import CareRecord, CareRecords
from everychild.northbrook.challenge import AdvocacyOffer, ChallengeAndAdvocacy, Escalation
from everychild.northbrook.contact_decisions import ContactDecisions
from everychild.northbrook.contacts import Contacts
from everychild.northbrook.early_help import EarlyHelpAssessments, early_help_allocations
from everychild.northbrook.early_help_given import EarlyHelpGiven
from everychild.northbrook.early_work import EarlyWork
from everychild.northbrook.exploitation import Exploitation
from everychild.northbrook.fostering import Fostering
from everychild.northbrook.front_door import FrontDoor
from everychild.northbrook.lives import Allocation, Case, Child, Contact, Enquiry, Plan, Referral
from everychild.northbrook.lives_in_care import Adopter, Care, CareLeaver
from everychild.northbrook.meeting_reports import MeetingReports
from everychild.northbrook.missing import GoingMissing
from everychild.northbrook.need_plans import NeedPlans
from everychild.northbrook.placement_costs import CostLine, Notification, Notifications, PlacementCosts
from everychild.northbrook.placement_details import DescribesPlacements, PlacementDetails
from everychild.northbrook.proceedings import Court, LibertyOrder, Proceedings
from everychild.northbrook.protection import Protection
from everychild.northbrook.protection_log import ProtectionLog, ProtectionLogs
from everychild.northbrook.protection_visits import ProtectionVisits
from everychild.northbrook.quality import Assurance, QualityAssurance
from everychild.northbrook.return_interviews import ReturnInterviews
from everychild.northbrook.schooling import Schooling, live_at_school
from everychild.northbrook.setting import Setting
from everychild.northbrook.siblings import SiblingPlan, SiblingPlans
from everychild.northbrook.special_needs import PlansForChildren, SpecialNeeds
from everychild.northbrook.staff import Personnel, PersonnelRecords
from everychild.northbrook.staying_put import let_some_stay_put
from everychild.northbrook.supervision import CaseSupervision
from everychild.northbrook.timeliness import Timeliness
from everychild.northbrook.visits import SteadyVisits, VisitBook
from everychild.northbrook.work_done import (
    EarlyHelp,
    ExploitationRisk,
    MeetingReport,
    Missing,
    NationalReferral,
    Supervision,
    Visit,
)


@dataclass(frozen=True)
class Town:
    """Everything that happened, to anyone. What each delivery may see of it is decided elsewhere."""

    setting: Setting
    contacts: tuple[Contact, ...]
    early_help: tuple[EarlyHelp, ...]
    early_work: EarlyWork
    referrals: tuple[Referral, ...]
    cases: tuple[Case, ...]
    enquiries: tuple[Enquiry, ...]
    plans: tuple[Plan, ...]
    care: tuple[Care, ...]
    care_records: tuple[CareRecord, ...]
    placement_details: dict[tuple[str, date], PlacementDetails]
    sibling_plans: tuple[SiblingPlan, ...]
    placement_costs: tuple[CostLine, ...]
    placement_notifications: tuple[Notification, ...]
    proceedings: tuple[Proceedings, ...]
    liberty_orders: tuple[LibertyOrder, ...]
    care_leavers: dict[Month, tuple[CareLeaver, ...]]
    adopters: tuple[Adopter, ...]
    fostering: Fostering
    visits: tuple[Visit, ...]
    meeting_reports: tuple[MeetingReport, ...]
    protection_log: ProtectionLog
    escalations: tuple[Escalation, ...]
    advocacy_offers: tuple[AdvocacyOffer, ...]
    missing: tuple[Missing, ...]
    exploitation_risks: tuple[ExploitationRisk, ...]
    national_referrals: tuple[NationalReferral, ...]
    allocations: tuple[Allocation, ...]
    supervisions: tuple[Supervision, ...]
    special_needs: SpecialNeeds
    personnel: Personnel
    assurance: Assurance
    schooling: Schooling


def live(setting: Setting, children: int) -> Town:
    """Lives every month in turn, then fills in what follows from how things turned out."""
    front_door = FrontDoor(setting)
    protection = Protection(setting, front_door)
    care = InCare(setting, front_door, protection)
    for month in setting.timeline.lived:
        front_door.live(month)
        protection.live(month)
        care.live(month)

    let_some_stay_put(setting, care.periods)
    CareDuties(setting).fill_in(care.periods)
    timeliness = Timeliness(setting)
    timeliness.keep_late_assessments_few(front_door.cases)
    timeliness.keep_cases_few_enough(front_door.cases)
    timeliness.make_some_conferences_late(protection.enquiries)
    timeliness.make_some_review_conferences_late(protection.plans)
    timeliness.make_some_care_reviews_late(care.periods)
    care_records = CareRecords(setting).write(care.periods)
    CaseHolders(setting).allocate(front_door.cases)
    visits = _visits(setting, front_door.cases, protection.plans, care.periods)
    missing = GoingMissing(setting).live(front_door.cases)
    ReturnInterviews(setting).consider(missing)
    exploitation = Exploitation(setting)
    exploitation.live(front_door.cases)
    early_help = EarlyHelpAssessments(setting, tuple(setting.people.families)).make()
    allocations = _allocations(front_door.cases, early_help)
    care_leavers = CareLeavers(setting).by_month(care.periods)
    known = _known(setting, front_door.referrals, front_door.cases, early_help, care_leavers)
    contacts = Contacts(setting).make(front_door.referrals, known, children)
    adopters = Adopters(setting)
    fostering = Fostering(setting)
    fostering.live()
    challenge = ChallengeAndAdvocacy(setting)
    court = Court(setting)
    details = DescribesPlacements(setting).of(care.periods)
    return Town(
        setting=setting,
        contacts=tuple(contacts),
        early_help=tuple(early_help),
        early_work=_early_work(setting, front_door, protection.plans, early_help, contacts, known),
        referrals=tuple(sorted(front_door.referrals, key=lambda one: (one.referred_on, one.child.child_id))),
        cases=tuple(sorted(front_door.cases, key=lambda one: (one.opened_on, one.child.child_id))),
        enquiries=tuple(sorted(protection.enquiries, key=lambda one: (one.started_on, one.child.child_id))),
        plans=tuple(sorted(protection.plans, key=lambda one: (one.started_on, one.child.child_id))),
        care=tuple(sorted(care.periods, key=lambda one: (one.started_on, one.child.child_id))),
        care_records=tuple(care_records),
        placement_details=details,
        sibling_plans=tuple(SiblingPlans(setting).made(care.periods, details)),
        placement_costs=tuple(PlacementCosts(setting).paid(care.periods)),
        placement_notifications=tuple(Notifications(setting).received()),
        proceedings=tuple(court.proceedings(care.periods)),
        liberty_orders=tuple(court.liberty_orders(care.periods)),
        care_leavers=care_leavers,
        adopters=(*adopters.found_for(care.periods), *adopters.on_their_way(setting.timeline.lived)),
        fostering=fostering,
        visits=tuple(visits),
        meeting_reports=tuple(MeetingReports(setting).write(protection.enquiries, protection.plans, care.periods)),
        protection_log=ProtectionLogs(setting).write(front_door.cases, protection.enquiries, protection.plans),
        escalations=challenge.escalated(protection.plans, care.periods),
        advocacy_offers=challenge.offered(protection.enquiries, care.periods),
        missing=tuple(missing),
        exploitation_risks=tuple(exploitation.risks),
        national_referrals=tuple(exploitation.referrals),
        allocations=tuple(allocations),
        supervisions=tuple(CaseSupervision(setting).held(allocations)),
        special_needs=PlansForChildren(setting).live(front_door.cases),
        personnel=PersonnelRecords(setting).keep(),
        assurance=QualityAssurance(setting).live(front_door.cases),
        schooling=live_at_school(setting, front_door.cases, care.periods),
    )


def _early_work(
    setting: Setting,
    front_door: FrontDoor,
    plans: list[Plan],
    early_help: list[EarlyHelp],
    contacts: list[Contact],
    known: list[Child],
) -> EarlyWork:
    given = EarlyHelpGiven(setting, known)
    given.live(early_help, front_door.cases)
    return EarlyWork(
        requests=tuple(given.requests),
        help_given=tuple(given.help_given),
        decisions=tuple(ContactDecisions(setting).make(contacts, front_door.referrals)),
        need_plans=tuple(NeedPlans(setting).make(front_door.cases)),
        review_points=tuple(review_points(setting, front_door.cases)),
        factors=tuple(factors(setting, front_door.cases)),
        before_court=tuple(before_court(setting, plans)),
        privately_fostered=tuple(private_lives.privately_fostered(setting, known)),
        allegations=tuple(private_lives.allegations(setting)),
    )


def _visits(setting: Setting, cases: list[Case], plans: list[Plan], periods: list[Care]) -> list[Visit]:
    book = VisitBook(setting)
    ProtectionVisits(setting, book).make(plans)
    steady = SteadyVisits(setting, book)
    steady.to_children_in_need(cases)
    steady.to_children_in_care(periods)
    book.sort()
    return book.visits


def _allocations(cases: Iterable[Case], early_help: list[EarlyHelp]) -> list[Allocation]:
    found = [allocation for case in cases for allocation in case.allocations]
    found += early_help_allocations(early_help)
    return sorted(found, key=lambda one: (one.started_on, one.child.child_id, one.worker.number))


def _known(
    setting: Setting,
    referrals: Iterable[Referral],
    cases: Iterable[Case],
    early_help: Iterable[EarlyHelp],
    care_leavers: dict[Month, tuple[CareLeaver, ...]],
) -> list[Child]:
    """The children some delivery will show, whether or not anybody calls about them again."""
    since, until = setting.timeline.first_seen, setting.timeline.until
    known: dict[str, Child] = {}
    for referral in referrals:
        if since <= referral.referred_on and referral.recorded_on <= until:
            known[referral.child.child_id] = referral.child
    for case in cases:
        still_listed = case.closed_on is None or case.closed_on >= since
        just_adopted = case.closure_reason == "RC1" and case.is_open(add_months(since, -6))
        if case.recorded_on <= until and (still_listed or just_adopted):
            known[case.child.child_id] = case.child
    for assessment in early_help:
        if assessment.requested_on <= until and assessment.closed_on >= since:
            known[assessment.child.child_id] = assessment.child
    for leavers in care_leavers.values():
        for leaver in leavers:
            known[leaver.child.child_id] = leaver.child
    return list(known.values())
