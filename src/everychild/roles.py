"""Who may do what: one table, for the pages and for the documentation. A role sees children only of its own scope.

Source: local (the people a council has round these figures). An author never signs own words, and administrators look
after people and see no figures: both are kept wherever the table is used.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Need(StrEnum):
    """What a page or an act asks of whoever comes to it."""

    ANYONE = "anyone"  # signing in, being told the server is well
    FIGURES = "figures"  # closed months: figures, never a child
    WORKLIST = "worklist"
    CHILDREN = "children"  # the rows behind a figure
    LOAD = "load"
    QUALITY = "quality"
    WRITE = "write"  # commentary and actions
    SIGN = "sign"
    LIST = "list"  # saying that an area stays on the list, or comes off it and why
    TARGETS = "targets"
    MEETINGS = "meetings"  # when the committee meets, and what is due before
    PAPERS = "papers"  # the committee’s papers, as they were written
    REPORTS = "reports"  # writing them
    PUBLISH = "publish"  # the public site, and what was released before
    TOKENS = "tokens"  # keys for programs that read figures
    LOOK_BACK = "look back"  # a month as it was known on any day, worked out anew
    PEOPLE = "people"
    AUDIT = "audit"


class Reach(StrEnum):
    """Whose children a role may see."""

    NOBODY = "nobody"
    OWN_CASES = "own cases"
    OWN_TEAMS = "own teams"
    EVERYBODY = "everybody"


class Role(StrEnum):
    """The parts people play. A person has one; somebody with two is added twice."""

    PRACTITIONER = "practitioner"
    TEAM_MANAGER = "team_manager"
    SERVICE_MANAGER = "service_manager"
    ANALYST = "analyst"
    DIRECTOR = "director"
    DEMOCRATIC_SERVICES = "democratic_services"
    COUNCILLOR = "councillor"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


@dataclass(frozen=True)
class Part:
    """What a role is called, what it may do and whose children it reaches."""

    title: str
    may: frozenset[Need]
    reach: Reach
    does: str


def _part(title: str, reach: Reach, does: str, *may: Need) -> Part:
    return Part(title, frozenset((Need.ANYONE, *may)), reach, does)


PARTS: Mapping[Role, Part] = {
    Role.PRACTITIONER: _part(
        "practitioner",
        Reach.OWN_CASES,
        "sees what is due on own cases",
        Need.FIGURES,
        Need.WORKLIST,
        Need.CHILDREN,
    ),
    Role.TEAM_MANAGER: _part(
        "team manager",
        Reach.OWN_TEAMS,
        "clears the team’s list and says why work was late",
        Need.FIGURES,
        Need.WORKLIST,
        Need.CHILDREN,
        Need.QUALITY,
        Need.WRITE,
        Need.MEETINGS,
        Need.TOKENS,
        Need.LOOK_BACK,
    ),
    Role.SERVICE_MANAGER: _part(
        "service manager",
        Reach.OWN_TEAMS,
        "says what is behind a figure and what is being done",
        Need.FIGURES,
        Need.WORKLIST,
        Need.CHILDREN,
        Need.QUALITY,
        Need.WRITE,
        Need.MEETINGS,
        Need.PAPERS,
        Need.REPORTS,
        Need.TOKENS,
        Need.LOOK_BACK,
    ),
    Role.ANALYST: _part(
        "performance analyst",
        Reach.EVERYBODY,
        "loads, checks, closes the month and drafts",
        Need.FIGURES,
        Need.WORKLIST,
        Need.CHILDREN,
        Need.LOAD,
        Need.QUALITY,
        Need.WRITE,
        Need.LIST,
        Need.TARGETS,
        Need.MEETINGS,
        Need.PAPERS,
        Need.PUBLISH,
        Need.REPORTS,
        Need.TOKENS,
        Need.LOOK_BACK,
    ),
    Role.DIRECTOR: _part(
        "director",
        Reach.EVERYBODY,
        "reads, returns or signs",
        Need.FIGURES,
        Need.WORKLIST,
        Need.CHILDREN,
        Need.QUALITY,
        Need.WRITE,
        Need.SIGN,
        Need.LIST,
        Need.TARGETS,
        Need.MEETINGS,
        Need.PAPERS,
        Need.PUBLISH,
        Need.REPORTS,
        Need.TOKENS,
        Need.LOOK_BACK,
    ),
    Role.DEMOCRATIC_SERVICES: _part(
        "Democratic Services",
        Reach.NOBODY,
        "takes the paper to committee in time",
        Need.FIGURES,
        Need.MEETINGS,
        Need.PAPERS,
        Need.PUBLISH,
        Need.REPORTS,
    ),
    Role.COUNCILLOR: _part(
        "councillor",
        Reach.NOBODY,
        "reads the papers of signed months: no figure that small numbers are not taken out of, and never a child",
        Need.MEETINGS,
        Need.PAPERS,
    ),
    Role.ADMINISTRATOR: _part(
        "administrator",
        Reach.NOBODY,
        "looks after people, and sees no figures",
        Need.PEOPLE,
        Need.TOKENS,
    ),
    Role.AUDITOR: _part(
        "auditor",
        Reach.NOBODY,
        "reads who did and saw what",
        Need.AUDIT,
    ),
}


@dataclass(frozen=True)
class Viewer:
    """Whoever is asking. `person` is the name they sign in by, empty for a visitor who has not signed in."""

    person: str
    name: str
    may: frozenset[Need]
    reach: Reach
    title: str
    teams: frozenset[str] = frozenset()
    worker: str = ""

    def can(self, need: Need) -> bool:
        return need in self.may

    def reaches(self, team: str | None, workers: Collection[str | None]) -> bool:
        """Whether a child or piece of work with this team and these workers is theirs to see."""
        match self.reach:
            case Reach.EVERYBODY:
                return True
            case Reach.OWN_TEAMS:
                return team in self.teams
            case Reach.OWN_CASES:
                return bool(self.worker) and self.worker in workers
            case Reach.NOBODY:
                return False


VISITOR = Viewer("", "", frozenset({Need.ANYONE, Need.FIGURES}), Reach.NOBODY, "visitor")
"""Somebody who has not signed in, where that is allowed: reads the figures, and never a child."""

COMMAND_LINE = Viewer("", "", frozenset(), Reach.NOBODY, "command line")
"""Whoever sits at the computer itself: what they may do is the computer’s to say."""

STRANGER = Viewer("", "", frozenset({Need.ANYONE}), Reach.NOBODY, "stranger")
"""Somebody who has not signed in, where everybody must."""
