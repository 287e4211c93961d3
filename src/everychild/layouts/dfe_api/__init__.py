"""The daily payloads of the Department for Education’s children’s social care data API: a JSON object for each child.

Known from what early adopters publish of versions 0.7 to 0.9; the Department’s own specification we have not read.
Names and addresses are read past and never kept.
"""

from dataclasses import replace

from everychild.layouts.dfe_api.care import ADOPTIONS, CARE_LEAVERS, PLACEMENTS
from everychild.layouts.dfe_api.need import (
    ASSESSMENTS,
    CHILD_IN_NEED_PLANS,
    EPISODES,
    FACTORS,
    PROTECTION_PLANS,
    SECTION_47,
    WORKERS,
)
from everychild.layouts.dfe_api.people import CHILD, CHILD_DETAILS, DISABILITIES, QUESTIONNAIRES, UNIT
from everychild.layouts.document import DocumentLayout

PAYLOADS = DocumentLayout(
    name="dfe_api",
    title="Payloads of the Department for Education’s data API",
    unit=UNIT,
    known_by="la_child_id",
    header={},
    tables=(
        replace(CHILD, is_expected=True),
        replace(CHILD_DETAILS, is_expected=True),
        DISABILITIES,
        QUESTIONNAIRES,
        replace(EPISODES, is_expected=True),
        ASSESSMENTS,
        FACTORS,
        CHILD_IN_NEED_PLANS,
        SECTION_47,
        PROTECTION_PLANS,
        WORKERS,
        PLACEMENTS,
        ADOPTIONS,
        CARE_LEAVERS,
    ),
    written_in="JSON",
    may_be_in_part=True,
    passed_down="purge",
)

__all__ = ["PAYLOADS"]
