"""The children looked after return (SSDA903): the tables a council sends the Department for Education each year.

The same tables come as one CSV file each, as the sheets of one workbook, or as the groups of one XML file. The outcomes
table (OC2) is also sent on its own through the year, and stands with the local extracts.
"""

from everychild.layouts.ssda903.care import DEPRIVATION_OF_LIBERTY, EPISODES, MISSING, REVIEWS, SOCIAL_WORKERS
from everychild.layouts.ssda903.people import HEADER, UNACCOMPANIED
from everychild.layouts.ssda903.permanence import ADOPTED, CARE_LEAVERS, PLACED_FOR_ADOPTION, PREVIOUS_PERMANENCE

TABLES = (
    HEADER,
    EPISODES,
    REVIEWS,
    UNACCOMPANIED,
    CARE_LEAVERS,
    ADOPTED,
    PLACED_FOR_ADOPTION,
    PREVIOUS_PERMANENCE,
    MISSING,
    SOCIAL_WORKERS,
    DEPRIVATION_OF_LIBERTY,
)

__all__ = ["TABLES"]
