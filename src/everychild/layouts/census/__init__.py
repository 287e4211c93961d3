"""The children in need census: the Department for Education’s yearly return of every child in need, as XML.

Elements and codes are those of the published schemas of 2017 to 2026; `years` says what came and went between them.
"""

from everychild.layouts.census.children import CHILD, DISABILITY
from everychild.layouts.census.need import ASSESSMENTS, CHILD_IN_NEED_PLANS, EPISODES, FACTORS, PRE_PROCEEDINGS
from everychild.layouts.census.people import UNIT
from everychild.layouts.census.protection import PLANS, REVIEWS, SECTION_47
from everychild.layouts.document import DocumentLayout

CENSUS = DocumentLayout(
    name="children_in_need_census",
    title="Children in need census",
    unit=UNIT,
    known_by="LAchildID",
    header={
        "Collection": "Message/Header/CollectionDetails/Collection",
        "Year": "Message/Header/CollectionDetails/Year",
        "ReferenceDate": "Message/Header/CollectionDetails/ReferenceDate",
        "SourceLevel": "Message/Header/Source/SourceLevel",
        "LEA": "Message/Header/Source/LEA",
        "SoftwareCode": "Message/Header/Source/SoftwareCode",
        "Release": "Message/Header/Source/Release",
        "SerialNo": "Message/Header/Source/SerialNo",
        "DateTime": "Message/Header/Source/DateTime",
    },
    tables=(
        CHILD,
        DISABILITY,
        EPISODES,
        ASSESSMENTS,
        FACTORS,
        CHILD_IN_NEED_PLANS,
        SECTION_47,
        PLANS,
        REVIEWS,
        PRE_PROCEEDINGS,
    ),
    collection="CIN",
)

__all__ = ["CENSUS"]
