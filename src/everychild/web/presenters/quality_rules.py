"""Quality rules in words: which failed, what the others found and who puts it right, and why some were not run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from everychild import wording
from everychild.checked import Checked, CheckedSet, Checks, Outcome
from everychild.judgement.judged import JudgedEdition
from everychild.quality.declared import Weight
from everychild.web.addresses import Place
from everychild.web.presenters.messages import Link

NAMED = 6
"""As many figures are named; the rest are counted."""

_WEIGHT = {Weight.ERROR: "To be put right", Weight.QUERY: "To be looked at"}


@dataclass(frozen=True)
class Failure:
    """Said on the front page: what a rule would have found is not known."""

    sentence: str
    link: Link


def failure(failed: int, place: Place) -> Failure | None:
    """Nothing where every rule that was asked gave an answer."""
    if not failed:
        return None
    rules = wording.count(failed, "quality rule")
    return Failure(
        f"{rules} failed when asked of this month’s data: what {'it' if failed == 1 else 'they'} would have found is "
        "not known.",
        Link("Which, and what the others found", place.quality),
    )


@dataclass(frozen=True)
class RuleShown:
    """A rule that found something, or failed."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class SetShown:
    """One set of rules: how it stands in a sentence, and each rule that has something to say."""

    title: str
    sentence: str
    failed: tuple[RuleShown, ...]
    found: tuple[RuleShown, ...]
    not_run: tuple[str, ...]


@dataclass(frozen=True)
class RulesShown:
    """Every set, as the quality page has it."""

    checks: Checks
    edition: JudgedEdition
    heading: str = "What quality rules find in the records"
    about: str = (
        "Each rule is one question asked of every row in use. A rule that could not be asked, or that failed, is "
        "never counted as clean. At the command line, everychild check with --rows names each row’s file and sheet."
    )
    not_run: str = "Not run, because"

    @property
    def sets(self) -> tuple[SetShown, ...]:
        return tuple(self._set(kind) for kind in self.checks.sets)

    def _set(self, kind: CheckedSet) -> SetShown:
        found = sorted(kind.of(Outcome.FOUND), key=lambda one: (one.weight, -one.rows, one.code))
        reasons = Counter(result.because for result in kind.of(Outcome.NOT_RUN)).most_common()
        return SetShown(
            kind.title,
            f"{wording.count(len(kind.results), 'rule')}: {len(found)} found something, "
            f"{len(kind.of(Outcome.CLEAN))} clean, {len(kind.of(Outcome.NOT_RUN))} not run, "
            f"{len(kind.of(Outcome.FAILED))} failed.",
            tuple(RuleShown(f"{one.code}: {one.says}", (one.because,)) for one in kind.of(Outcome.FAILED)),
            tuple(RuleShown(f"{one.code}: {one.says}", tuple(self._lines(one))) for one in found),
            tuple(f"{why} {wording.sentence(wording.count(rules, 'rule'))}." for why, rules in reasons),
        )

    def _lines(self, one: Checked) -> list[str]:
        about = f": {'; '.join(one.about)}" if one.about else ""
        how_many = wording.count(one.rows, "finding" if one.about else "row") + about
        children = f", of {wording.count(one.children, 'child', 'children')}" if one.children else ""
        lines = [f"{_WEIGHT[one.weight]} by {one.owner.value}. {how_many}{children}."]
        counted = [ref for ref in one.touches if self.edition.by_ref(ref) is not None]
        if counted:
            more = len(counted) - NAMED
            named = ", ".join(counted[:NAMED]) + (f" and {more} more" if more > 0 else "")
            lines.append(f"Bears on {wording.count(len(counted), 'indicator')}: {named}.")
        return lines
