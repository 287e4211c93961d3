"""What a person can do here: links to the rooms their role opens, and to no others."""

from __future__ import annotations

from everychild.roles import Need, Viewer
from everychild.web.addresses import AUDIT, COMMENTARY, LATEST, LOAD, PEOPLE, TARGETS, WORKLIST
from everychild.web.presenters.messages import Link

ROOMS = (
    (Need.FIGURES, Link("Overview", LATEST)),
    (Need.WORKLIST, Link("Worklist", WORKLIST)),
    (Need.WRITE, Link("Commentary", COMMENTARY)),
    (Need.TARGETS, Link("Targets", TARGETS)),
    (Need.LOAD, Link("Load", LOAD)),
    (Need.PEOPLE, Link("People", PEOPLE)),
    (Need.AUDIT, Link("Audit", AUDIT)),
)


def desk(viewer: Viewer) -> tuple[Link, ...]:
    """In the same order for everybody; what a role cannot use is absent."""
    return tuple(link for need, link in ROOMS if viewer.can(need))
