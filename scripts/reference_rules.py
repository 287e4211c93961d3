"""The reference of quality rules: every set, each rule with what it says, who puts it right and what it bears on."""

from __future__ import annotations

from everychild import wording
from everychild.catalogue import CATALOGUE
from everychild.quality.bearing import bears_on
from everychild.quality.declared import QualityRule, RuleSet, Weight
from everychild.quality.rule_sets import RULE_SETS
from scripts.markdown import table

WEIGHTS = {Weight.ERROR: "error", Weight.QUERY: "query"}
NAMED = 4


def pages() -> dict[str, str]:
    """One page."""
    sets = "".join(_set(kind) for kind in RULE_SETS)
    return {
        "rules.md": "# Quality rules\n\nEach is one question asked of every row in use, by `everychild check` and when "
        "a month is looked round, and has a worked example that is run as a test. A rule is *found*, *clean*, "
        "*not run* with the reason, or *failed*, which is never clean. An error cannot be so; a query may be, and "
        "seldom is.\n" + sets
    }


def _set(kind: RuleSet) -> str:
    rows = [
        (
            rule.code,
            WEIGHTS[rule.weight],
            rule.says,
            f"`{rule.of}`",
            rule.owner.value,
            _years(rule),
            _bearing(bears_on(rule)),
        )
        for rule in kind.rules
    ]
    headings = ("Rule", "Weight", "What is wrong", "Rows of", "Who puts it right", "Years", "Bears on")
    return f"\n## {kind.title}\n\n{wording.count(len(kind.rules), 'rule')}. Source: {kind.source}.\n\n" + table(
        headings, rows
    )


def _years(rule: QualityRule) -> str:
    return " ".join(
        part for part in (f"from {rule.first}" if rule.first else "", f"to {rule.last}" if rule.last else "") if part
    )


def _bearing(refs: tuple[str, ...]) -> str:
    if len(refs) > len(CATALOGUE) // 2:
        return f"{len(refs)} indicators, by whose child it is"
    return ", ".join(refs[:NAMED]) + (f" and {len(refs) - NAMED} more" if len(refs) > NAMED else "")
