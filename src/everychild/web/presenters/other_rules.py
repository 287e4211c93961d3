"""The same thing counted by another rule, side by side with the one the figure is told by."""

from __future__ import annotations

from dataclasses import dataclass

from everychild import wording
from everychild.catalogue import BY_REF
from everychild.judgement.judged import Judged
from everychild.web.presenters.figures import Shown, shown

AS_DECLARED = "Everychild’s own rule"


@dataclass(frozen=True)
class RuleRow:
    title: str
    why: str
    shown: Shown
    is_here: bool


@dataclass(frozen=True)
class OtherRules:
    """Empty where there is only one way to count it."""

    rows: tuple[RuleRow, ...]


def other_rules(item: Judged) -> OtherRules:
    """The rule in force first, then the others."""
    said = {"": (AS_DECLARED, "")} | {
        rule.name: (wording.sentence(rule.title), rule.why) for rule in BY_REF[item.ref].other_rules
    }
    if len(said) == 1:
        return OtherRules(())
    in_force = item.indicator.rule or ""
    here = RuleRow(*said[in_force], shown(item), is_here=True)
    beside = [
        RuleRow(*said[name], shown(item, figure), is_here=False)
        for name, figure in item.by_other_rules.items()
        if name in said
    ]
    return OtherRules((here, *beside))
