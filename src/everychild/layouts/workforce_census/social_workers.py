"""A social worker on 30 September or gone in the year before it, and the posts that were vacant that day."""

from __future__ import annotations

from everychild.layouts.census.people import CENSUS_RANK
from everychild.layouts.document import ElementTable
from everychild.layouts.layout import YES_NO, Coverage, Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local.people import optional
from everychild.layouts.local.staff import ROLE
from everychild.records import Kind
from everychild.records import staff as records

ROOT = "Message"
WORKER = f"{ROOT}/CSWWWorker"
VACANT = f"{ROOT}/LALevelVacancies"
REFERENCE_DATE = f"{ROOT}/Header/CollectionDetails/ReferenceDate"

THAT_DAY = Coverage(months=0)
"""Everybody in post on the day it is of; of another day it says nothing but who had left."""

TOLD_ON = Heading("ReferenceDate", Kind.DATE, required=True)
ONE_OR_NOUGHT = WrittenCodes(YES_NO, {"yes": "1", "no": "0", "unknown": ""}, {"true": "yes", "false": "no"})
FIRST_YEAR = WrittenCodes(
    YES_NO,
    # 1 is the assessed and supported first year; 2 to 4 are frontline practitioner, supervisor and leader.
    {"yes": "1", "no": "2", "unknown": ""},
    {"3": "no", "4": "no"},
)
REASON_LEFT = WrittenCodes(
    records.LEAVING,
    {"resigned": "1", "dismissed": "4", "retired": "5", "moved_within": "7", "other": "8"},
    # Voluntary and compulsory redundancy, and death.
    {"2": "other", "3": "other", "6": "other"},
    nearest={"contract_ended": "other"},
    says_nothing=("9", "10"),
)


def _full_time(title: str, *, expected: bool = True, most: int = 100) -> Heading:
    """Written as 0.6, kept as 60."""
    return Heading(title, Kind.NUMBER, expected=expected, parts=100, most=most)


def _read_past(*titles: str) -> tuple[Heading, ...]:
    """What some years have and no record keeps."""
    return tuple(optional(title, Kind.TEXT) for title in titles)


WORKERS = ElementTable(
    SheetLayout(
        name="workforce_census_worker",
        title="CSWWWorker",
        number=None,
        other_titles=(),
        headings=(
            TOLD_ON,
            Heading("SWENo", Kind.IDENTIFIER, required=True, is_name=True),
            Heading("AgencyWorker", Kind.YES_NO, ONE_OR_NOUGHT),
            _full_time("FTE"),
            Heading("OrgRole", Kind.CODE, ROLE),
            Heading("RoleStartDate", Kind.DATE),
            Heading("RoleEndDate", Kind.DATE),
            Heading("ReasonLeave", Kind.CODE, REASON_LEFT),
            _full_time("FTE30"),
            Heading("Cases30", Kind.NUMBER),
            Heading("Absat30Sept", Kind.YES_NO, ONE_OR_NOUGHT),
            Heading("CFKSSstatus", Kind.YES_NO, FIRST_YEAR, expected=False),
            # Of the whole year, where the staff list tells a month’s.
            *_read_past("WorkingDaysLost", "ContractWeeks", "ReasonAbsence", "StartOrigin", "LeaverDestination"),
            *_read_past("PersonBirthDate", "GenderCurrent", "Sex", "Ethnicity", "QualInst", "QualLevel"),
            *_read_past("StepUpGrad", "FrontlineGrad", "BaseSalary", "RRPayments", "OtherPayments"),
        ),
        feeds=(
            Feed(
                "workforce_census.staff",
                "staff",
                {
                    "told_on": "ReferenceDate",
                    "worker_id": "SWENo",
                    "role": "OrgRole",
                    "fte": "FTE",
                    "agency": "AgencyWorker",
                    "started_on": "RoleStartDate",
                    "left_on": "RoleEndDate",
                    "left_because": "ReasonLeave",
                    "absent_on_day": "Absat30Sept",
                    "newly_qualified": "CFKSSstatus",
                },
                THAT_DAY,
                CENSUS_RANK,
            ),
            Feed(
                "workforce_census.caseload",
                "caseload",
                {
                    "told_on": "ReferenceDate",
                    "worker_id": "SWENo",
                    "role": "OrgRole",
                    "fte": "FTE30",
                    "children": "Cases30",
                },
                THAT_DAY,
                CENSUS_RANK,
                only_where="Cases30",
            ),
        ),
    ),
    WORKER,
    {"ReferenceDate": REFERENCE_DATE},
)

VACANCIES = ElementTable(
    SheetLayout(
        name="workforce_census_vacancies",
        title="LALevelVacancies",
        number=None,
        other_titles=(),
        headings=(
            TOLD_ON,
            # Of the whole council, where a worker’s is at most one.
            _full_time("NumberOfVacancies", most=100_000),
            optional("NoAgencyFTE", Kind.TEXT),
            optional("NoAgencyHeadcount", Kind.TEXT),
            *_read_past("RecruitmentBonus", "RetentionBonus", "PerformanceAward", "CarAllowance"),
            *_read_past("RelocationPackage", "RegionalWeighting", "CostSWE", "CostDBS", "OtherAllowances"),
        ),
        feeds=(
            # One list with the workers: a share of posts that are vacant needs both.
            Feed(
                "workforce_census.staff",
                "staff",
                {"told_on": "ReferenceDate", "vacant_fte": "NumberOfVacancies"},
                THAT_DAY,
                CENSUS_RANK,
            ),
        ),
    ),
    VACANT,
    {"ReferenceDate": REFERENCE_DATE},
)
