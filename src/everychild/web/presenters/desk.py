"""What a person can do here: links to the rooms their role opens, and to no others."""

from __future__ import annotations

from everychild.roles import Need, Viewer
from everychild.web.addresses import (
    ACTIONS,
    AUDIT,
    CALENDAR,
    COMMENTARY,
    LATEST,
    LOAD,
    PAPERS,
    PEOPLE,
    PUBLISH,
    QUALITY,
    REQUESTS,
    TARGETS,
    TIME,
    TOKENS,
    WORKLIST,
)
from everychild.web.presenters.messages import Link

ROOMS = (
    (Need.FIGURES, Link("Overview", LATEST)),
    (Need.WORKLIST, Link("Worklist", WORKLIST)),
    (Need.WRITE, Link("Commentary", COMMENTARY)),
    (Need.WRITE, Link("Actions", ACTIONS)),
    (Need.PAPERS, Link("Papers", PAPERS)),
    (Need.PUBLISH, Link("Publish", PUBLISH)),
    (Need.MEETINGS, Link("Meetings", CALENDAR)),
    (Need.REPORTS, Link("Requests", REQUESTS)),
    (Need.QUALITY, Link("Data quality", QUALITY)),
    (Need.TARGETS, Link("Targets", TARGETS)),
    (Need.LOAD, Link("Load", LOAD)),
    (Need.LOOK_BACK, Link("Time machine", TIME)),
    (Need.TOKENS, Link("Tokens", TOKENS)),
    (Need.PEOPLE, Link("People", PEOPLE)),
    (Need.AUDIT, Link("Audit", AUDIT)),
)


def desk(viewer: Viewer) -> tuple[Link, ...]:
    """In the same order for everybody; what a role cannot use is absent."""
    return tuple(link for need, link in ROOMS if viewer.can(need))
