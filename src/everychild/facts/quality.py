"""Facts of audits, complaints, compliments and serious incidents."""

from everychild.facts import clocks
from everychild.facts.fact import TEAM, Fact, Shape
from everychild.facts.language import Coded, Number, YesNo
from everychild.records import quality as records


class AuditDue(Fact):
    """In the month it was planned for, so that an audit that was never done is counted."""

    shape = Shape.OBLIGATIONS
    needs = (records.AUDIT,)
    due = "due_on"
    breakdowns = (TEAM,)
    counted_in = "audits planned"
    counted_in_one = "audit planned"

    audited_in_time = YesNo(
        "the audit was done by the day planned",
        when_no="the audit was done after the day planned",
        rests_on=((records.AUDIT, "due_on"), (records.AUDIT, "audited_on")),
    )


class AuditDone(Fact):
    """Planned or not, in the month it was done."""

    shape = Shape.EVENTS
    needs = (records.AUDIT,)
    breakdowns = (TEAM,)
    counted_in = "audits done"
    counted_in_one = "audit done"

    grade = Coded("the auditor’s own grade", codes=records.GRADE, rests_on=((records.AUDIT, "grade"),))
    moderated_grade = Coded(
        "the moderated grade",
        codes=records.GRADE,
        when_known="the grade was moderated",
        rests_on=((records.AUDIT, "moderated_grade"),),
    )


class ComplaintReceived(Fact):
    """A complaint taken further is received again at its next stage."""

    shape = Shape.EVENTS
    needs = (records.COMPLAINT,)
    breakdowns = (TEAM,)
    counted_in = "complaints received"
    counted_in_one = "complaint received"

    stage = Coded("the stage", codes=records.COMPLAINT_STAGE, rests_on=((records.COMPLAINT, "stage"),))


class ComplimentReceived(Fact):
    """Kept in the same log, and never among the complaints."""

    shape = Shape.EVENTS
    needs = (records.COMPLAINT,)
    breakdowns = (TEAM,)
    counted_in = "compliments received"
    counted_in_one = "compliment received"


class ComplaintAnswered(Fact):
    """In the month of the answer, each stage by itself."""

    shape = Shape.EVENTS
    needs = (records.COMPLAINT,)
    clocks = (
        clocks.COMPLAINT_STAGE_1,
        clocks.COMPLAINT_STAGE_1_EXTENDED,
        clocks.COMPLAINT_STAGE_2,
        clocks.COMPLAINT_STAGE_2_EXTENDED,
    )
    breakdowns = (TEAM,)
    counted_in = "complaints answered"
    counted_in_one = "complaint answered"

    stage = Coded("the stage", codes=records.COMPLAINT_STAGE, rests_on=((records.COMPLAINT, "stage"),))
    outcome = Coded("the outcome", codes=records.COMPLAINT_OUTCOME, rests_on=((records.COMPLAINT, "outcome"),))
    working_days_to_answer = Number("the time from receipt to answer", rests_on=((records.COMPLAINT, "responded_on"),))


class ComplaintOpenAtMonthEnd(Fact):
    """The ones a measure of answers sent cannot see. One withdrawn without an answer is not open."""

    shape = Shape.OPEN
    needs = (records.COMPLAINT,)
    clocks = ComplaintAnswered.clocks
    breakdowns = (TEAM,)
    counted_in = "complaints not answered"
    counted_in_one = "complaint not answered"

    stage = Coded("the stage", codes=records.COMPLAINT_STAGE, rests_on=((records.COMPLAINT, "stage"),))
    working_days_open = Number("the time since receipt", rests_on=((records.COMPLAINT, "responded_on"),))


class SeriousIncidentDue(Fact):
    """In the month its notification fell due, so that one not notified is counted."""

    shape = Shape.OBLIGATIONS
    needs = (records.SERIOUS_INCIDENT,)
    due = "due_on"
    due_by = (clocks.SERIOUS_INCIDENT,)
    clocks = (clocks.SERIOUS_INCIDENT,)
    breakdowns = (TEAM,)
    counted_in = "serious incidents to be notified"
    counted_in_one = "serious incident to be notified"

    working_days_to_notify = Number(
        "the time from knowing of it to notifying it",
        when_known="it was notified",
        rests_on=((records.SERIOUS_INCIDENT, "notified_on"),),
    )


audits_due = AuditDue()
audits_done = AuditDone()
complaints = ComplaintReceived()
compliments = ComplimentReceived()
complaints_answered = ComplaintAnswered()
complaints_open = ComplaintOpenAtMonthEnd()
serious_incidents = SeriousIncidentDue()

FACTS: tuple[Fact, ...] = (
    audits_due,
    audits_done,
    complaints,
    compliments,
    complaints_answered,
    complaints_open,
    serious_incidents,
)
