"""Invented special educational needs surveys (SEN2), as XML."""

from __future__ import annotations

ANN, BEN, CAL = "H123456789012", "H123456789013", "H123456789014"


def survey(*people: str, day: str = "2019-01-17") -> str:
    return (
        "<Message><Header><CollectionDetails><Collection>SEN2</Collection><Year>2019</Year>"
        f"<ReferenceDate>{day}</ReferenceDate></CollectionDetails>"
        "<Source><SourceLevel>L</SourceLevel><LEA>999</LEA></Source></Header>"
        f"<Persons>{''.join(people)}</Persons></Message>"
    )


def person(upn: str, *requests: str) -> str:
    who = "<Surname>Reed</Surname><PersonBirthDate>2010-05-01</PersonBirthDate><Sex>F</Sex><Ethnicity>WBRI</Ethnicity>"
    return f"<Person>{who}<PostCode>AA1 1AA</PostCode><UPN>{upn}</UPN>{''.join(requests)}</Person>"


def request(received: str = "", more: str = "", **told: object) -> str:
    when = f"<ReceivedDate>{received}</ReceivedDate>" if received else ""
    return f"<Requests>{when}{cells(told)}{more}</Requests>"


def assessed(plan: str = "", **told: object) -> str:
    return f"<Assessment>{cells(told)}{plan}</Assessment>"


def plan(started: str, **told: object) -> str:
    detail = "<PlanDetail><URN>123456</URN><PlacementRank>1</PlacementRank></PlanDetail>"
    return f"<NamedPlan><StartDate>{started}</StartDate>{cells(told)}{detail * 2}</NamedPlan>"


def active(*needs: str) -> str:
    told = "".join(
        f"<SENneed><SENtype>{need}</SENtype><SENtypeRank>{rank}</SENtypeRank></SENneed>"
        for rank, need in enumerate(needs, 1)
    )
    return f"<ActivePlans><LastReview>2018-02-01</LastReview>{told}</ActivePlans>"


def cells(told: dict[str, object]) -> str:
    return "".join(f"<{name}>{value}</{name}>" for name, value in told.items())


ISSUED = request(
    "2018-01-08",
    assessed(plan("2018-05-28"), AssessmentOutcome="Y", AssessmentOutcomeDate="2018-04-20", Week20=0)
    + active("ASD", "SLCN"),
    RequestOutcome="Y",
    RequestOutcomeDate="2018-02-12",
)
REFUSED = request("2018-06-04", RequestOutcome="N", RequestOutcomeDate="2018-07-02")
OF_OLD = request(
    "", assessed(plan("2014-09-01", CeaseDate="2018-07-20"), AssessmentOutcome="H") + active("MLD"), RequestOutcome="H"
)
