"""Who the children are, and the disabilities recorded for them."""

from everychild.layouts.census.people import CENSUS_RANK, CHILD_ID, UNIT, WHERE_WHOSE, WHOSE, as_they_are
from everychild.layouts.document import ElementTable
from everychild.layouts.layout import YES_NO, Coverage, Feed, Heading, SheetLayout, WrittenCodes
from everychild.records import Kind, codes

SEEN = Coverage(proves_only=True)

SEX = WrittenCodes(
    codes.SEX,
    {"male": "M", "female": "F", "not_recorded": "U"},
    {"1": "male", "2": "female", "0": "not_recorded", "9": "not_recorded"},
    nearest={"neither": "not_recorded"},
)
"""From the census of 2025; some exports kept the figures of the years before in the new element."""

GENDER = WrittenCodes(
    codes.SEX,
    {"male": "1", "female": "2", "not_recorded": "0"},
    {"9": "not_recorded", "M": "male", "F": "female", "U": "not_recorded"},
    nearest={"neither": "not_recorded"},
)
"""Until the census of 2024. 9 was indeterminate, which the element that followed it writes as U, with the unknown."""

ANY_DISABILITY = WrittenCodes(
    YES_NO,
    {"yes": "DDA", "no": "NONE", "unknown": ""},
    dict.fromkeys(("MOB", "HAND", "PC", "INC", "COMM", "LD", "HEAR", "VIS", "BEH", "CON", "AUT"), "yes"),
)
"""Records keep whether a child is disabled, not how: any of the codes is a yes."""

IDENTIFIERS = f"{UNIT}/ChildIdentifiers"
BIRTHS = {"born_on": "PersonBirthDate", "expected_birth_on": "ExpectedPersonBirthDate"}


def _child_feed(columns: dict[str, str], only_where: str | None = None) -> Feed:
    return Feed("census.child", "child", {**WHOSE, **columns}, SEEN, CENSUS_RANK, only_where=only_where, distinct=True)


CHILD = ElementTable(
    SheetLayout(
        name="census_child",
        title="Child",
        number=None,
        other_titles=(),
        headings=(
            CHILD_ID,
            Heading("UPN", Kind.TEXT),
            Heading("FormerUPN", Kind.TEXT),
            Heading("UPNunknown", Kind.TEXT),
            Heading("PersonBirthDate", Kind.DATE),
            Heading("ExpectedPersonBirthDate", Kind.DATE),
            Heading("Sex", Kind.CODE, SEX),
            Heading("GenderCurrent", Kind.CODE, GENDER),
            Heading("PersonDeathDate", Kind.DATE),
            Heading("Ethnicity", Kind.CODE, as_they_are(codes.ETHNIC_GROUP)),
        ),
        feeds=(
            _child_feed({**BIRTHS, "sex": "Sex", "ethnic_group": "Ethnicity", "upn": "UPN"}),
            _child_feed({"sex": "GenderCurrent"}, only_where="GenderCurrent"),
        ),
    ),
    UNIT,
    {
        **{
            title: f"{IDENTIFIERS}/{title}"
            for title in (
                "LAchildID",
                "UPN",
                "FormerUPN",
                "UPNunknown",
                "PersonBirthDate",
                "ExpectedPersonBirthDate",
                "Sex",
                "GenderCurrent",
                "PersonDeathDate",
            )
        },
        "Ethnicity": f"{UNIT}/ChildCharacteristics/Ethnicity",
    },
)

DISABILITY_AT = f"{UNIT}/ChildCharacteristics/Disabilities/Disability"
DISABILITY = ElementTable(
    SheetLayout(
        name="census_disability",
        title="Disability",
        number=None,
        other_titles=(),
        headings=(CHILD_ID, Heading("Disability", Kind.YES_NO, ANY_DISABILITY)),
        feeds=(_child_feed({"disabled": "Disability"}),),
    ),
    DISABILITY_AT,
    {**WHERE_WHOSE, "Disability": DISABILITY_AT},
    is_expected=False,
)
