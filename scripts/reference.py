"""Writes docs/reference from the code: every indicator, record, clock and command. `--check` fails on a difference."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import typer.main

from everychild.catalogue import CATALOGUE
from everychild.cli.app import app
from everychild.comparators.comparisons import COMPARISONS, every_series
from everychild.comparators.interactive_tool import TITLE as TOOL_TITLE
from everychild.comparators.open_data import FAMILIES
from everychild.comparators.published import ATTRIBUTION
from everychild.comparators.series import Source
from everychild.facts.clocks import CLOCKS
from everychild.judgement.chart_choice import CHOICES
from everychild.judgement.flags import POINTS
from everychild.judgement.pattern import RUN
from everychild.layouts import annex_a, local, ofsted, ssd, ssda903
from everychild.layouts.census import CENSUS
from everychild.layouts.census.years import CHANGES
from everychild.layouts.dfe_api import PAYLOADS
from everychild.layouts.document import ElementTable
from everychild.layouts.layout import SheetLayout
from everychild.layouts.special_needs_return import SPECIAL_NEEDS_RETURN
from everychild.layouts.ssda903.document import RETURN
from everychild.layouts.workforce_census import WORKFORCE_CENSUS
from everychild.records import RECORDS
from everychild.roles import PARTS, Need
from scripts import claims, reference_indicators, reference_rules
from scripts.markdown import table

FOLDER = Path(__file__).parent.parent / "docs" / "reference"
MADE = "<!-- Made from the code by scripts/reference.py. Change the code, then `make docs`. -->\n\n"


def pages() -> dict[str, str]:
    """Each page's name and text."""
    return {
        **reference_indicators.pages(),
        "records.md": records(),
        "clocks.md": clocks(),
        "commands.md": commands(),
        "files.md": outside_files(),
        "flags.md": flags(),
        "patterns.md": patterns(),
        "series.md": series(),
        "roles.md": roles(),
        **reference_rules.pages(),
        "asvs.md": claims.page(),
    }


def records() -> str:
    text = "# Records\n\nWhat a council holds after intake, each row traceable to its file, sheet and row.\n"
    for record in RECORDS:
        text += f"\n## {record.name}\n\nOne row per {record.grain}.\n\n"
        rows = [
            (
                f"`{column.name}`",
                column.kind.value,
                "needed" if column.required else "",
                column.meaning + (f" ({', '.join(column.codes.values)})" if column.codes else ""),
            )
            for column in record.columns
        ]
        text += table(("Column", "Holds", "", "Meaning"), rows)
    return text


def clocks() -> str:
    text = "# Clocks\n\nHow long is allowed, counted how, said by whom. A council sets its own in `council.toml`.\n\n"
    rows = [
        (f"`{clock.name}`", clock.what, clock.in_words, clock.rule_in_words, clock.set_by, clock.source)
        for clock in CLOCKS
    ]
    return text + table(("Name", "From and to", "Allowed", "Counted", "Set by", "Source"), rows)


def roles() -> str:
    text = "# Who may do what\n\nOne table, which the pages are held to. What a role cannot use is absent.\n\n"
    needs = [need for need in Need if need is not Need.ANYONE]
    rows = [
        (part.title, part.does, part.reach.value, ", ".join(need.value for need in needs if need in part.may))
        for part in PARTS.values()
    ]
    return text + table(("Role", "Does", "Sees the children of", "May open"), rows)


def commands() -> str:
    text = "# Commands\n\nExit status: 0 done, 1 refused with a reason, 2 asked wrongly.\n"
    group: Any = typer.main.get_command(app)
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            text += f"\n## everychild {name}\n\n{command.help}\n"
            text += "".join(_command(f"{name} {part}", each, "###") for part, each in command.commands.items())
        else:
            text += _command(name, command, "##")
    return text


def _command(name: str, command: Any, level: str) -> str:
    options = [part for part in command.params if part.param_type_name == "option"]
    arguments = [(part.metavar or part.name).upper() for part in command.params if part not in options]
    usage = " ".join(["everychild", name, *arguments, *(["[OPTIONS]"] if options else [])])
    text = f"\n{level} everychild {name}\n\n{command.help}\n\n```\n{usage}\n```\n\n"
    rows = [(", ".join(f"`{option}`" for option in part.opts), part.help or "") for part in options]
    return text + (table(("Option", "What it does"), rows) if rows else "")


def series() -> str:
    """What stands beside each indicator, and what is published under which name."""
    text = (
        "# Published series\n\nWhat is set beside each indicator, and whether like is compared with like. An indicator "
        "that is not here says on its own page why nothing is published, or has not been matched yet.\n\n"
    )
    rows = [
        (
            comparison.ref,
            comparison.series.title,
            comparison.series.told.in_words,
            comparison.series.when.in_words_without_year,
            comparison.because
            if comparison.is_comparable
            else f"**Not comparable**, because {comparison.because}. The nearest published.",
        )
        for comparison in COMPARISONS
    ]
    text += table(("Indicator", "Set beside", "Told in", "Of", "Comparable?"), rows)
    text += "\n## Where each series stands\n\nFirst choice first; a share is worked out from its counts.\n\n"
    text += table(
        ("Series", "Made from"), [(one.title, "; ".join(map(_source, one.sources))) for one in every_series()]
    )
    text += (
        "\n## Files we know\n\nA file is known by its headings, under any of the names a measure has gone by.\n\n"
        f"Beside these: {TOOL_TITLE} (the long table as Parquet, and its dictionary as CSV), its list of areas, and "
        "statistical neighbours (an Excel workbook named with its month).\n\n"
    )
    files = [
        (
            f"`{family.name}`",
            family.title,
            ", ".join(f"`{name}`" for one in family.measures for name in one.headings[:1]),
        )
        for family in FAMILIES
    ]
    text += table(("Family", "Whose", "Columns taken"), files)
    return text + "\n" + ATTRIBUTION + ".\n"


def _source(source: Source) -> str:
    parts = " + ".join(f"`{measure}`" for measure in source.parts)
    whole = " + ".join(f"`{measure}`" for measure in source.whole)
    return f"{source.family}: {parts}" + (f" out of {whole}" if whole else "")


def outside_files() -> str:
    text = "# Files we read\n\nRecognised by what is in them, never by name alone; other headings in use are known.\n"
    for title, sheets in (
        ("Annex A", annex_a.LISTS),
        ("The children looked after return (SSDA903)", ssda903.TABLES),
        ("The Standard Safeguarding Dataset", ssd.TABLES),
        ("Local extracts", local.TABLES),
        ("Ofsted’s lists of providers", ofsted.TABLES),
    ):
        text += f"\n## {title}\n" + "".join(map(_sheet, sheets))
    return text + _documents()


def _sheet(sheet: SheetLayout) -> str:
    rows = [
        (heading.title.strip(), heading.kind.value, "needed" if heading.required else "")
        for heading in sheet.headings
        if heading.second_reading_of is None
    ]
    return f"\n### {sheet.title}\n\n" + table(("Heading", "Holds", ""), rows)


_WRITTEN = {"XML": "With or without a namespace", "JSON": "One after another, in an array or in a wrapper"}


def _documents() -> str:
    """The documents: each kind of element that is a row, and the elements that are its columns."""
    text = ""
    for document in (CENSUS, WORKFORCE_CENSUS, SPECIAL_NEEDS_RETURN, RETURN, PAYLOADS):
        text += (
            f"\n## {document.title} as {document.written_in}\n\n{_WRITTEN[document.written_in]}, known by "
            f"`{document.unit}` and its `{document.known_by}`. Elements are found by name, in any order.\n"
        )
        if document.header:
            text += f"\nFrom the header: {', '.join(f'`{name}`' for name in document.header)}.\n"
        for one in document.tables:
            text += f"\n### {one.layout.title}\n\nA row for each `{one.path}`.\n\n"
            text += table(
                ("Element", "Holds", "Stands at", ""),
                [_element(one, title) for title in one.columns if one.layout.heading(title).second_reading_of is None],
            )
    text += (
        "\n## What differs between the years of the children in need census\n\nRead all the same, and asked about.\n\n"
    )
    return text + table(
        ("Element", "Codes", "In which censuses"),
        [(f"{one.table}, {one.element}", ", ".join(sorted(one.codes)), one.in_words()) for one in CHANGES],
    )


def _element(one: ElementTable, title: str) -> tuple[str, ...]:
    heading = one.layout.heading(title)
    used = any(title in feed.columns.values() for feed in one.layout.feeds)
    note = "needed" if heading.required else "" if used else "read, and no record needs it"
    return title, heading.kind.value, f"`{one.columns[title]}`", note


def flags() -> str:
    text = (
        "# How areas for improvement are chosen\n\nAn indicator is flagged at 3 points (council.toml, `[judgement] "
        "flag_at_points`), if something is amiss: T1, T2, T3, F1, S2 or O1.\n\n"
    )
    says = {
        "T1": "Off target: missed by more than the tolerance",
        "T2": "Close: missed, inside the tolerance",
        "T3": "Any child at all, on a zero-tolerance measure",
        "F1": "Below its floor (above it, where less is better): never acceptable, whatever the target",
        "S1": "The pattern is getting worse (latest point, any of the four rules)",
        "S2": "The target won’t be met as things are: the whole expected range misses it",
        "V1": "Worse than the same month last year and than last year’s average",
        "O1": "Met its target, but work open and overdue has risen three months running",
        "E1": "Early warning: on target but getting worse, near the worse end of its expected range, with a range that "
        "misses the target or lies for the most part beyond it, with one that reaches past the floor, or worse than "
        "last year (as V1) with a target hit or miss (a label)",
        "Q1": "Recording is late, so the figure is uncertain (a label)",
        "N1": "Small numbers: holds the points to 1, unless T3 (a label)",
    }
    text += table(("Code", "Points", "When"), [(code, str(n), says[code.value]) for code, n in POINTS.items()])
    text += "\n## Zero tolerance\n\nMeasures of which any child at all is one too many (T3).\n\n"
    return text + table(
        ("Indicator", "Counts"), [(each.ref, each.title_for({})) for each in CATALOGUE if each.zero_tolerance]
    )


def patterns() -> str:
    return (
        "# How patterns are read\n\n"
        "The first line that is right for a series is used, and its reason is printed on the indicator’s page and in "
        "the paper. The four signals are those of NHS England’s Making Data Count on every chart: outside a limit; "
        f"{RUN} points rising or falling; two of three near the same limit; {RUN} on one side of the middle. Month by "
        "month the limits are the average plus and minus 2.66 times the average step. By chance they are the "
        "binomial’s, the geometric’s and Poisson’s own, with as little outside them as outside three standard "
        "deviations (0.27%), and the near-limit lines at two (4.55%). Rolling and year-to-date series are never "
        "charted for signals.\n\n"
        "Where the best is within a range, getting worse is moving away from the range, or inside it towards its "
        "nearer end, and getting better the other way: since what is usual, or for a trend since its first point. As "
        "far off on the other side, or with no range set, it is higher or lower than usual.\n\n"
        + table(("Charted", "Why"), [(choice.name, choice.because) for choice in CHOICES])
        + "\n## What rises and falls with the time of year\n\n"
        "Set beside the same month last year; what stood out as much then is the time of year and no change.\n\n"
        + table(
            ("Indicator", "Why"), [(f"{item.title} ({item.ref})", item.season) for item in CATALOGUE if item.season]
        )
    )


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    stale = []
    for name, text in pages().items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = MADE + text
        if "--check" in sys.argv:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                stale.append(name)
        else:
            path.write_text(text, encoding="utf-8")
    if stale:
        raise SystemExit(f"Out of date: {', '.join(stale)}. Run: make docs")


if __name__ == "__main__":
    main()
