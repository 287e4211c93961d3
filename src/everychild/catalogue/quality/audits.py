"""Audits of cases: done as planned, and what they found."""

from everychild.catalogue.indicator import Example, Good, Indicator, Influence, OtherRule, SetBy, Share
from everychild.catalogue.sections import AUDITS, QUALITY_ASSURANCE
from everychild.facts.quality import audits_done, audits_due

NO_AUDITS_PUBLISHED = "None: no national figures on councils’ own audits are published."

done_as_planned = Indicator(
    ref="QA01",
    title="Case audits planned that were done by the day planned",
    meaning="Of the audits of cases planned for the period, how many were done by the day they were planned for.",
    why="An audit is how a council finds out what its own practice is like, before an inspector does.",
    of=audits_due,
    measure=Share(audits_due.audited_in_time.is_yes),
    good=Good.HIGHER,
    section=QUALITY_ASSURANCE,
    area=AUDITS,
    set_by=SetBy.LOCAL,
    source=(
        "The council’s own programme of audits sets how many and by when. Counted in the month an audit was planned "
        "for, so that one that was never done is counted too."
    ),
    comparator=NO_AUDITS_PUBLISHED,
    misuse=(
        "A plan for fewer audits is easier to keep: ask how many were planned. It tells that somebody looked, and not "
        "what they saw."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "The audit of Ann’s case was done on the day planned and of Bea’s a week after. Nobody has audited "
                "Cal’s, and what is unknown is not done."
            ),
            rows="""
                child | audited_in_time
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("case file audit", "audit programme", "quality assurance", "dip sample"),
)

graded_good = Indicator(
    ref="QA02",
    title="Case audits graded good or better",
    meaning="Of the audits whose grade a second person had looked at, how many were graded good or outstanding.",
    why="Work done on time can still be poor, and this is one of the few figures that asks whether it was good.",
    of=audits_done,
    measure=Share(audits_done.moderated_grade.is_one_of("outstanding", "good")),
    considers=audits_done.moderated_grade.is_known,
    good=Good.HIGHER,
    section=QUALITY_ASSURANCE,
    area=AUDITS,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. The grade after moderation is used, because auditors tend to be kinder to cases near "
        "their own; an audit that was not moderated is left out."
    ),
    comparator=NO_AUDITS_PUBLISHED,
    misuse=(
        "The cases chosen decide the answer: a sample of worrying cases is graded lower than one drawn by lot. Grades "
        "of one council cannot be set beside those of another."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s was moderated and stayed good, and Bea’s came down from good. Cal’s was graded good by the "
                "auditor and not moderated, so it is not considered."
            ),
            rows="""
                child | grade | moderated_grade
                Ann   | good  | good
                Bea   | good  | requires_improvement
                Cal   | good  |
            """,
            expect="1 of 2 (50.0%)",
        ),
    ),
    other_rules=(
        OtherRule(
            name="auditors_grade",
            title="by the auditor’s own grade, moderated or not",
            why="Councils that do not moderate have no other, and the distance between the two is worth knowing.",
            measure=Share(audits_done.grade.is_one_of("outstanding", "good")),
            considers=audits_done.grade.is_known,
        ),
    ),
    synonyms=("audit grades", "moderation", "quality of practice", "requires improvement"),
)

INDICATORS: tuple[Indicator, ...] = (done_as_planned, graded_good)
