"""Invented children in need censuses: a child is a nest of names and values, written as the XML a council would send."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from hypothesis import strategies as st

from everychild.records import codes, early_codes

Nest = Sequence[tuple[str, Any]]
"""Elements in order: a name with a value, or with more elements inside it."""

RECEIVED = date(2026, 6, 1)
HEADER: Nest = [
    (
        "CollectionDetails",
        [("Collection", "CIN"), ("Year", "2025"), ("ReferenceDate", date(2025, 3, 31))],
    ),
    (
        "Source",
        [("SourceLevel", "L"), ("LEA", "999"), ("SoftwareCode", "Invented"), ("SerialNo", "001")],
    ),
]


def written(nest: Nest, prefix: str = "") -> str:
    return "".join(
        f"<{prefix}{name}>{written(value, prefix) if isinstance(value, list) else _text(value)}</{prefix}{name}>"
        for name, value in nest
        if value is not None
    )


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else escape(str(value))


def document(children: Iterable[Nest], header: Nest | None = HEADER, prefix: str = "", start: str = "") -> str:
    """A whole census. With a prefix, or a `start` that declares a namespace, its names are in one."""
    body = "".join(f"<{prefix}Child>{written(child, prefix)}</{prefix}Child>" for child in children)
    head = f"<{prefix}Header>{written(header, prefix)}</{prefix}Header>" if header is not None else ""
    start = start or f"<{prefix}Message>"
    return f"{start}{head}<{prefix}Children>{body}</{prefix}Children></{prefix}Message>"


def identified(number: str, **more: Any) -> tuple[str, Nest]:
    told = {"PersonBirthDate": date(2015, 6, 1), "Sex": "F", **more}
    return ("ChildIdentifiers", [("LAchildID", number), *told.items()])


def child(number: str, *episodes: Nest, disabilities: Sequence[str] = (), **more: Any) -> Nest:
    characteristics: list[tuple[str, Any]] = [("Ethnicity", "WBRI")]
    if disabilities:
        characteristics.append(("Disabilities", [("Disability", each) for each in disabilities]))
    return [
        identified(number, **more),
        ("ChildCharacteristics", characteristics),
        *(("CINdetails", list(episode)) for episode in episodes),
    ]


def episode(on: date, *more: tuple[str, Any]) -> Nest:
    return [("CINreferralDate", on), ("ReferralSource", "2A"), ("PrimaryNeedCode", "N1"), *more]


DAYS = st.dates(date(2023, 1, 1), date(2025, 3, 31))


def _ordered(count: int) -> st.SearchStrategy[list[date]]:
    return st.lists(DAYS, min_size=count, max_size=count, unique=True).map(sorted)


def _some(one: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(one, max_size=2)


@st.composite
def assessments(draw: st.DrawFn) -> Nest:
    began, ended = draw(_ordered(2))
    factors = draw(st.lists(st.sampled_from(list(early_codes.ASSESSMENT_FACTOR.values)), max_size=3, unique=True))
    return [
        ("AssessmentActualStartDate", began),
        ("AssessmentAuthorisationDate", ended),
        ("FactorsIdentifiedAtAssessment", [("AssessmentFactors", each) for each in factors]),
    ]


@st.composite
def enquiries(draw: st.DrawFn) -> Nest:
    began, held = draw(_ordered(2))
    has_conference = draw(st.booleans())
    return [
        ("S47ActualStartDate", began),
        ("DateOfInitialCPC", held if has_conference else None),
        ("ICPCnotRequired", not has_conference),
    ]


@st.composite
def plans(draw: st.DrawFn) -> Nest:
    began, *reviews, ended = draw(_ordered(5))
    return [
        ("CPPstartDate", began),
        ("CPPendDate", draw(st.none() | st.just(ended))),
        ("InitialCategoryOfAbuse", draw(st.sampled_from(list(codes.ABUSE_CATEGORY.values)))),
        ("LatestCategoryOfAbuse", draw(st.sampled_from(list(codes.ABUSE_CATEGORY.values)))),
        ("NumberOfPreviousCPP", draw(st.integers(0, 12))),
        ("Reviews", [("CPPreviewDate", each) for each in reviews[: draw(st.integers(0, 3))]]),
    ]


@st.composite
def episodes(draw: st.DrawFn) -> Nest:
    began, closed = draw(_ordered(2))
    is_closed = draw(st.booleans())
    parts: list[tuple[str, Any]] = [
        ("CINreferralDate", began),
        ("ReferralSource", draw(st.sampled_from(list(codes.REFERRAL_SOURCE.values)))),
        ("PrimaryNeedCode", draw(st.sampled_from(list(codes.PRIMARY_NEED.values)))),
        ("CINclosureDate", closed if is_closed else None),
        ("ReasonForClosure", draw(st.sampled_from(list(codes.CLOSURE_REASON.values))) if is_closed else None),
        ("ReferralNFA", draw(st.sampled_from([False, "0"]))),
        *(("Assessments", each) for each in draw(_some(assessments()))),
        *(("Section47", each) for each in draw(_some(enquiries()))),
        *(("ChildProtectionPlans", each) for each in draw(_some(plans()))),
    ]
    return list(draw(st.permutations(parts)))  # the schema has an order, which exports do not keep


@st.composite
def censuses(draw: st.DrawFn) -> list[Nest]:
    """Children with any number of episodes, in any order of elements."""
    numbers = draw(st.lists(st.integers(1, 99_999), min_size=1, max_size=4, unique=True))
    return [child(f"{number:06}", *draw(st.lists(episodes(), max_size=2))) for number in numbers]


def elements(nest: Nest, path: str) -> list[Nest | Any]:
    """Every element at a path inside the nest, in order."""
    name, _, below = path.partition("/")
    found = [value for each, value in nest if each == name and value is not None]
    return found if not below else [inner for value in found for inner in elements(value, below)]
