"""How Annex A writes the codes that several lists share: yes and no, sex, ethnicity, source, need."""

from __future__ import annotations

from collections.abc import Mapping

from everychild.layouts.layout import YES_NO, WrittenCodes
from everychild.records import codes


def also(**forms: str) -> dict[str, str]:
    """Other forms, grouped for the reader: `also(yes="Y, True")` is {"Y": "yes", "True": "yes"}."""
    return {form: code for code, listed in forms.items() for form in listed.split(", ")}


def lettered(forms: Mapping[str, str], letters: str = "abcdefghijklmnopqrstuvwxyz") -> dict[str, str]:
    """The forms with the template's letter before each, in order: "a) ", "b) "…"""
    return {code: f"{letter}) {form}" for letter, (code, form) in zip(letters, forms.items(), strict=False)}


YES = "Y, 1, True, 1 - Yes"
NO = "N, 0, False, 0 - No"

PLAIN_YES_NO = WrittenCodes(
    YES_NO, {"yes": "a) Yes", "no": "b) No", "unknown": "c) Unknown"}, also(yes=YES, no=NO, unknown="U")
)

CHILD_SEEN = WrittenCodes(
    YES_NO,
    PLAIN_YES_NO.written,
    also(
        yes=f"{YES}, Seen, Seen alone, Child seen, Child seen alone",
        no=f"{NO}, Not seen, Child not seen",
        unknown="U, Unborn",
    ),
)

SEEN_ALONE = WrittenCodes(
    codes.SEEN_ALONE,
    {"yes": "a) Yes", "no": "b) No", "unknown": "c) Unknown"},
    also(
        yes=f"{YES}, Seen alone, Child seen alone",
        no=f"{NO}, Not seen alone, Seen not alone",
        unknown="U, Not obtained, No Visit - new in last month",
    ),
    nearest={"refused": "no", "too_young": "no"},
)

DISABLED = WrittenCodes(
    YES_NO,
    PLAIN_YES_NO.written,
    # The census codes for a disability stand in this column in some exports; any of them is a yes.
    also(
        yes=f"{YES}, HAND, COMM, MOB, LD, HEAR, VIS, BEH, AUT, DDA, INC, PC",
        no=NO,
        unknown="U, NOBT, REFU, Not obtained",
    ),
)

SEX = WrittenCodes(
    codes.SEX,
    {
        "male": "a) Male",
        "female": "b) Female",
        "not_recorded": "c) Not stated/recorded (or unborn)",
        "neither": "d) Neither",
    },
    # "Indeterminate" is left out: councils use it for two different codes, so we ask.
    also(
        male="M, 1, 1 - Male",
        female="F, 2, 2 - Female",
        not_recorded="U, 0, 9, c) Not stated/recorded, Unknown, Unborn, Not known, Withheld, Unspecified, "
        "Not recorded, Not stated, Not specified, 0 - Not known, 0 - Not recorded, 0 - Not stated",
        neither="N, Non-binary",
    ),
)

_ETHNIC_CODES = tuple(codes.ETHNIC_GROUP.values)
ETHNICITY = WrittenCodes(
    codes.ETHNIC_GROUP,
    # The template letters both REFU and NOBT "s)": the letter is no key, the four-letter code is.
    lettered({code: code for code in _ETHNIC_CODES if code != "NOBT"}) | {"NOBT": "s) NOBT"},
    also(
        WBRI="A1, White English, White - English, White Scottish, White Welsh",
        WIRI="A2",
        WOTH="A3, Any other White, White other",
        WIRT="A4, Irish Traveller, White - Traveller of Irish heritage",
        WROM="A5, Gypsy/Roma, White - Gypsy/Roma",
        MWBC="B1, Mixed - White and Black Caribbean",
        MWBA="B2, Mixed - White and Black African",
        MWAS="B3, Mixed - White and Asian",
        MOTH="B4, Any other Mixed",
        AIND="C1, Asian - Indian, Asian or Asian British - Indian",
        APKN="C2, Pakistani, Asian - Pakistani, Asian or Asian British - Pakistani",
        ABAN="C3, Bangladeshi, Asian - Bangladeshi, Asian or Asian British - Bangladeshi",
        AOTH="C4, Any other Asian",
        BCRB="D1, Black Caribbean, Black - Caribbean, Black or Black British - Caribbean",
        BAFR="D2, African, Black African, Black - African, Black or Black British - African",
        BOTH="D3, Any other Black",
        CHNE="E1",
        OOTH="E2, Any other ethnic background",
        REFU="E3, Information refused",
        NOBT="E4, E5, t) NOBT, u) UNKNOWN, Unknown, Information not yet obtained, Not obtained",
    ),
)

_SOURCES = {
    "1A": "Individual",
    "1B": "Individual",
    "1C": "Individual",
    "1D": "Individual",
    "2A": "Schools",
    "2B": "Education services",
    "3A": "Health services",
    "3B": "Health services",
    "3C": "Health services",
    "3D": "Health services",
    "3E": "Health services",
    "3F": "Health services",
    "4": "Housing",
    "5A": "LA services",
    "5B": "LA services",
    "5C": "LA services",
    "6": "Police",
    "7": "Other legal agency",
    "8": "Other",
    "9": "Anonymous",
    "10": "Unknown",
}
SOURCE = WrittenCodes(
    codes.REFERRAL_SOURCE,
    lettered({code: f"{code}: {who}" for code, who in _SOURCES.items()}) | {"5D": "p1) 5D: LA services"},
    {
        "Individual - family member, relative or carer": "1A",
        "Individual - acquaintance, neighbour or childminder": "1B",
        "Individual - self": "1C",
        "Self": "1C",
        "Individual - other": "1D",
        "Schools": "2A",
        "Education services": "2B",
        "Health services - GP": "3A",
        "Health services - health visitor": "3B",
        "Health services - school nurse": "3C",
        "Health services - other primary health services": "3D",
        "Health services - A&E": "3E",
        "A&E": "3E",
        "Health services - other": "3F",
        "LA housing or housing association": "4",
        "LA services - social care": "5A",
        "LA services - other internal": "5B",
        "LA services - external": "5C",
        "LA services - early help": "5D",
    },
)

_NEEDS = {
    "N0": "Not stated",
    "N1": "Abuse or Neglect",
    "N2": "Child's disability",
    "N3": "Parental disability or illness",
    "N4": "Family in acute stress",
    "N5": "Family dysfunction",
    "N6": "Socially unacceptable behaviour",
    "N7": "Low income",
    "N8": "Absent parenting",
    "N9": "Cases other than children in need",
}
NEED = WrittenCodes(
    codes.PRIMARY_NEED,
    {code: f"{code} - {need}" for code, need in _NEEDS.items()},
    {"Abuse, neglect and exploitation": "N1", "Abuse and neglect": "N1", "Absent parents": "N8"},
)
