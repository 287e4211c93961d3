"""The census as it was sent, each table with what its rows stand under: an assessment, the referral it belongs to.

Rules about a return ask how its parts agree; records keep each part by itself.
"""

from dataclasses import replace

from everychild.layouts.census import CENSUS
from everychild.layouts.census.children import CHILD, DISABILITY
from everychild.layouts.census.need import ASSESSMENT_AT, ASSESSMENTS, CHILD_IN_NEED_PLANS, EPISODES, FACTORS
from everychild.layouts.census.people import EPISODE
from everychild.layouts.census.protection import PLAN_AT, PLANS, REVIEWS, SECTION_47
from everychild.layouts.document import DocumentLayout, ElementTable
from everychild.layouts.layout import Heading
from everychild.records import Kind

OF_EPISODE = {
    title: f"{EPISODE}/{title}" for title in ("CINreferralDate", "CINclosureDate", "ReasonForClosure", "ReferralNFA")
}
OF_ASSESSMENT = {title: f"{ASSESSMENT_AT}/{title}" for title in ("AssessmentActualStartDate",)}
OF_PLAN = {title: f"{PLAN_AT}/{title}" for title in ("CPPstartDate", "CPPendDate")}


def _standing_under(table: ElementTable, above: dict[str, str]) -> ElementTable:
    own = {heading.title for heading in table.layout.headings}
    added = tuple(
        Heading(title, Kind.DATE if title.endswith("Date") else Kind.TEXT, expected=False)
        for title in above
        if title not in own
    )
    layout = replace(table.layout, headings=(*table.layout.headings, *added))
    return replace(table, layout=layout, elsewhere={**table.elsewhere, **above})


TABLES = {
    "child": CHILD,
    "disability": DISABILITY,
    "episode": EPISODES,
    "assessment": _standing_under(ASSESSMENTS, OF_EPISODE),
    "factor": _standing_under(FACTORS, {**OF_EPISODE, **OF_ASSESSMENT}),
    "plan": _standing_under(CHILD_IN_NEED_PLANS, OF_EPISODE),
    "section_47": _standing_under(SECTION_47, OF_EPISODE),
    "protection_plan": _standing_under(PLANS, OF_EPISODE),
    "review": _standing_under(REVIEWS, {**OF_EPISODE, **OF_PLAN}),
}
AS_SENT: DocumentLayout = replace(CENSUS, tables=tuple(TABLES.values()))
