"""The candidates of the field's list that are not counted, each with the reason; their references stay theirs."""

from __future__ import annotations

from typing import NamedTuple


class LeftOut(NamedTuple):
    """One candidate, and why there is no indicator of it."""

    ref: str
    title: str
    why: str


SCHOOL_CENSUS = "Rests on the school census of every school’s pupils, which children’s services do not hold row by row."
YOUTH_JUSTICE = (
    "Rests on the youth justice case system, a register apart that no list read here comes from; the Youth Justice "
    "Board publishes the figure."
)

LEFT_OUT = (
    LeftOut("ED01", "Overall absence", SCHOOL_CENSUS),
    LeftOut("ED02", "Persistent and severe absence", SCHOOL_CENSUS),
    LeftOut("ED03", "Suspensions", SCHOOL_CENSUS),
    LeftOut("ED04", "Permanent exclusions", SCHOOL_CENSUS),
    LeftOut(
        "ED07",
        "Young people of 16 and 17 not in education, employment or training, or not known",
        "Rests on the client caseload system, a register apart of every 16 and 17 year old; the Department for "
        "Education publishes the figure.",
    ),
    LeftOut("ED08", "Schools judged good or better", "Superseded: overall grades for schools ended in September 2024."),
    LeftOut(
        "ED09",
        "Early years settings good or better",
        "Rests on Ofsted’s list of every setting; it describes providers, and not what children’s services did.",
    ),
    LeftOut("ED10", "Six to eight week review by eight weeks", "Held by the health visiting service, not the council."),
    LeftOut("YJ01", "First-time entrants to youth justice", YOUTH_JUSTICE),
    LeftOut("YJ02", "Reoffending", YOUTH_JUSTICE),
    LeftOut("YJ03", "Custodial sentences", YOUTH_JUSTICE),
    LeftOut("YJ04", "Suitable accommodation at the end of an order", YOUTH_JUSTICE),
    LeftOut("YJ05", "Education, training or employment at the end of an order", YOUTH_JUSTICE),
    LeftOut("YJ06", "The same, for children with special educational needs", YOUTH_JUSTICE),
    LeftOut("YJ07", "Mental health screening and attendance", YOUTH_JUSTICE),
    LeftOut("YJ08", "Substance misuse support", YOUTH_JUSTICE),
)
