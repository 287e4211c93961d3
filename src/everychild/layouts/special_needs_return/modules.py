"""The same survey as tables, one to a module, each row with a number of its own and that of the row it belongs to.

So it leaves the Department for Education’s collection system: nine CSV files, or one workbook of nine sheets. Columns
are those that an open tool which reads such files names, in the versions of 2023 and of 2024 on; the files we have not
seen.
"""

from __future__ import annotations

from dataclasses import dataclass

from everychild.layouts.document import ElementTable
from everychild.layouts.special_needs_return.people import PEOPLE
from everychild.layouts.special_needs_return.plans import ACTIVE_PLANS, NEEDS, PLANS, REQUESTS


@dataclass(frozen=True)
class Module:
    """One table. `number` and `belongs_to` are the columns that it is known by, in small letters without spaces.

    `table` is what its rows are, in the terms of the document; None where they only complete others, or are not read.
    """

    name: str
    number: str
    belongs_to: str
    table: ElementTable | None = None


RETURN = Module("sen2", "sen2tableid", "referencedate")
PERSON = Module("person", "persontableid", "sen2tableid", PEOPLE)
REQUEST = Module("requests", "requeststableid", "persontableid", REQUESTS)
ASSESSMENT = Module("assessment", "assessmenttableid", "requeststableid")
NAMED_PLAN = Module("namedplan", "namedplantableid", "assessmenttableid", PLANS)
PLAN_DETAIL = Module("plandetail", "plandetailtableid", "namedplantableid")
ACTIVE_PLAN = Module("activeplans", "activeplanstableid", "requeststableid", ACTIVE_PLANS)
PLACEMENT_DETAIL = Module("placementdetail", "placementdetailtableid", "activeplanstableid")
NEED = Module("senneed", "senneedtableid", "activeplanstableid", NEEDS)

MODULES = (RETURN, PERSON, REQUEST, ASSESSMENT, NAMED_PLAN, PLAN_DETAIL, ACTIVE_PLAN, PLACEMENT_DETAIL, NEED)
NEEDED = (PERSON, REQUEST, NAMED_PLAN, ACTIVE_PLAN)
"""Those whose absence leaves figures out, and is asked about."""

HEADER = {
    "Collection": "collection",
    "Year": "year",
    "ReferenceDate": "referencedate",
    "SourceLevel": "sourcelevel",
    "LEA": "lea",
}
"""What the return’s own row says, by the names of the document’s header."""

ASIDE = frozenset({"nativeid", "sourceid", *(module.number for module in MODULES)})
"""Columns that hold the tables together, besides the order of each."""

ORDER = "orderseqcolumn"


FROM_ASSESSMENT = (
    "AssessmentOutcomeDate",
    "AssessmentOutcome",
    "Week20",
    "AssessmentMediation",
    "AssessmentTribunal",
    "OtherMediation",
    "OtherTribunal",
)
"""Titles of a request that stand in its assessment."""
