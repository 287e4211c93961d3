"""The special educational needs survey (SEN2): the Department for Education’s yearly return of everybody asked about,
assessed or with a plan, as XML.

It is of a day in January, and of the calendar year before it. A child goes by the unique pupil number, and by nothing
of the council’s own. Elements and codes are those of the person-level returns since 2023; the Department’s schemas
themselves we have not seen, and an element that we do not know is named to whoever loads the file. Names, addresses and
schools are read past and never kept.
"""

from everychild.layouts.document import DocumentLayout
from everychild.layouts.special_needs_return.people import PEOPLE, UNIT
from everychild.layouts.special_needs_return.plans import ACTIVE_PLANS, NEEDS, PLANS, REQUESTS

SPECIAL_NEEDS_RETURN = DocumentLayout(
    name="special_needs_return",
    title="Special educational needs survey (SEN2)",
    unit=UNIT,
    known_by="UPN",
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
    tables=(PEOPLE, REQUESTS, PLANS, ACTIVE_PLANS, NEEDS),
    collection="SEN2",
    closes_on=None,
)

__all__ = ["SPECIAL_NEEDS_RETURN"]
