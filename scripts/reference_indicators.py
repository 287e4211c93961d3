"""The definition pages, one a section, and the list of every candidate with what was decided."""

from __future__ import annotations

from everychild.catalogue import CATALOGUE
from everychild.catalogue.indicator import Indicator, SetBy
from everychild.catalogue.left_out import LEFT_OUT
from everychild.catalogue.sections import SECTIONS
from everychild.facts.clocks import CLOCKS
from scripts.markdown import table

SET_BY = {
    SetBy.LAW: "law",
    SetBy.GUIDANCE: "statutory guidance",
    SetBy.NATIONAL_RETURN: "the definition of a national return",
    SetBy.LOCAL: "the council",
    SetBy.NOBODY: "nobody",
}


def pages() -> dict[str, str]:
    """Each page's name and text: the index, a page for each section, and what was left out."""
    sections = {
        f"indicators/{section.name}.md": f"# {section.title}\n"
        + "".join(_definition(indicator) for indicator in CATALOGUE if indicator.section == section)
        for section in SECTIONS
    }
    return {"indicators.md": _index(), **sections, "left-out.md": _left_out()}


def _index() -> str:
    text = "# Indicators\n\n"
    text += f"{len(CATALOGUE)} indicators, in the order the committee reads them. A reference is never used again.\n"
    text += "What was considered and not built is [listed with the reason](left-out.md).\n\n"
    text += "```{toctree}\n:hidden:\n\n" + "".join(f"indicators/{section.name}\n" for section in SECTIONS) + "```\n"
    clocks = {clock.name: clock for clock in CLOCKS}
    for section in SECTIONS:
        rows = [
            (
                f"[{indicator.ref}](indicators/{section.name}.md#{_anchor(indicator)})",
                indicator.title_for(clocks),
                indicator.good.in_words,
                indicator.unit.value,
                SET_BY[indicator.set_by],
            )
            for indicator in CATALOGUE
            if indicator.section == section
        ]
        text += f"\n## {section.title}\n\n" + table(
            ("", "Indicator", "Which way is good", "In", "Standard set by"), rows
        )
    return text


def _anchor(indicator: Indicator) -> str:
    return indicator.ref.lower()


def _definition(indicator: Indicator) -> str:
    clocks = {clock.name: clock for clock in CLOCKS}
    lines = [
        f"\n({_anchor(indicator)})=\n\n## {indicator.ref}: {indicator.title_for(clocks)}\n",
        f"{indicator.meaning_for(clocks)} **{indicator.good.in_words}.**\n",
        f"- **Counted:** {indicator.condition_in_words(clocks)}",
        f"- **Why it matters:** {indicator.why}",
        f"- **Standard set by:** {SET_BY[indicator.set_by]}. {indicator.source}",
        *(f"- **Clock:** {clock.what}, {clock.in_words}; {clock.rule_in_words}" for clock in indicator.clocks),
        *(f"- **By another rule** (`{rule.name}`): {rule.title}. {rule.why}" for rule in indicator.other_rules),
        f"- **Compared with:** {indicator.comparator}",
        f"- **How it can mislead:** {indicator.misuse}",
        *([f"- **Work not yet finished:** read it beside {indicator.backlog}"] if indicator.backlog else []),
        *([f"- **Work not yet finished:** {indicator.no_backlog}"] if indicator.no_backlog else []),
        f"- **Kind:** {indicator.kind}; in: {indicator.unit.value}"
        + ("; and for every 10,000 children" if indicator.is_rated else "")
        + f"; the council’s influence: {indicator.influence.value}",
        f"- **Version:** {indicator.version}, from {indicator.effective_from:%d %B %Y}; kept by: {indicator.owner}",
        f"- **Also called:** {', '.join(indicator.synonyms)}",
        f"- **Broken down by:** {', '.join(breakdown.title.lower() for breakdown in indicator.breakdowns)}\n",
    ]
    for example in indicator.examples:
        lines.append(f"{example.says}\n")
        lines.append(table(example.headings, example.table))
        lines.append(f"Comes to **{example.expect}**.\n")
    return "\n".join(lines)


def _left_out() -> str:
    text = (
        "# Considered and left out\n\nEvery candidate of the field’s list that Everychild does not count, and why. "
        "Its reference is kept for it.\n\n"
    )
    return text + table(("", "Candidate", "Why it is not counted"), [(c.ref, c.title, c.why) for c in LEFT_OUT])
