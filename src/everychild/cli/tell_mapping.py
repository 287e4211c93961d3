"""How the commands about a council's own words speak."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.table import Table

from everychild import wording
from everychild.cli.tell import out, say
from everychild.intake.guesses import codes_like, columns_like, lists_like
from everychild.intake.mapping import codes_of, columns_of
from everychild.intake.own_words import Chosen, ListMapping, OwnWords
from everychild.intake.recognise import LAYOUTS, title_of
from everychild.intake.unknown_words import UnknownWords
from everychild.journal.mappings import Version
from everychild.layouts.layout import SheetLayout


def lists_as_data(words: OwnWords) -> list[dict[str, Any]]:
    return [
        {
            "list": name,
            "title": layout.title,
            "headings": len(words[name].headings) if name in words else 0,
            "values": len(words[name].values) if name in words else 0,
            "sheets": len(words[name].sheets) if name in words else 0,
        }
        for name, layout in LAYOUTS.items()
    ]


def lists(rows: Sequence[dict[str, Any]]) -> None:
    table = Table("List", "Title", "Own headings", "Own values", "Own sheets", box=None, header_style="bold")
    for row in rows:
        counts = (str(row[which] or "") for which in ("headings", "values", "sheets"))
        table.add_row(row["list"], row["title"], *counts)
    out.print(table)


def mapping_as_data(mapping: ListMapping, versions: Sequence[Version]) -> dict[str, Any]:
    return {
        "list": mapping.layout,
        "headings": [
            {"heading": each.written, "column": each.column, **_chosen_as_data(each.chosen)}
            for each in mapping.headings
        ],
        "values": [
            {"column": each.column, "value": each.written, "code": each.code, **_chosen_as_data(each.chosen)}
            for each in mapping.values
        ],
        "sheets": [{"headings": list(each.headings), **_chosen_as_data(each.chosen)} for each in mapping.sheets],
        "versions": [{"version": each.number, "by": each.who, "at": each.at.isoformat()} for each in versions],
    }


def mapping(layout: SheetLayout, mapping: ListMapping, versions: Sequence[Version]) -> None:
    own = {each.column: each for each in mapping.headings}
    table = Table("Column", "Your heading", "Codes", box=None, header_style="bold")
    for heading in columns_of(layout):
        theirs = own.get(heading.title)
        codes = ", ".join(code for code, _ in codes_of(heading))
        table.add_row(heading.title, f"{theirs.written} ({_by(theirs.chosen)})" if theirs else "", codes)
    say(f"{title_of(layout)}")
    out.print(table)
    for value in mapping.values:
        say(f"“{value.written}” in “{value.column}” is “{value.code}” ({_by(value.chosen)})")
    for number, sheet in enumerate(mapping.sheets, 1):
        say(f"Sheet {number}: {', '.join(sheet.headings)} ({_by(sheet.chosen)})")
    if mapping.is_empty:
        say("It has no words of your own.")
    for version in versions:
        say(f"Version {version.number}: {version.who}, {wording.day(version.at.date())}")


def asked_as_data(found: Sequence[tuple[int, UnknownWords]]) -> list[dict[str, Any]]:
    return [
        {
            "number": number,
            "file": words.file,
            "sheet": words.sheet,
            "list": words.layout or None,
            "may_be": [] if words.layout else list(lists_like(words.header)),
            "headings": [{"heading": each, "may_be": _columns(words, each)} for each in words.headings],
            "values": [
                {"column": each.column, "value": each.written, "rows": each.times, "may_be": _codes(words, each)}
                for each in words.values
            ],
            "values_not_shown": words.not_shown,
        }
        for number, words in found
    ]


def asked(found: Sequence[tuple[int, UnknownWords]]) -> None:
    if not found:
        say("Nothing is asked: every heading and value that came in is known.")
    for row in asked_as_data(found):
        what = title_of(LAYOUTS[row["list"]]) if row["list"] else "no list we know"
        say(f"{row['number']}. {row['file']}, {row['sheet']}: {what}")
        if row["may_be"]:
            say(f"   may be {' or '.join(row['may_be'])}: everychild map sheet {row['number']} LIST --heading …")
        for each in row["headings"]:
            say(f"   heading “{each['heading']}”{_may_be(each)}")
        for each in row["values"]:
            rows = wording.count(each["rows"], "row")
            say(f"   “{each['value']}” in “{each['column']}”, {rows}{_may_be(each)}")
        if row["values_not_shown"]:
            say(f"   {not_shown(row['values_not_shown'])}")


def not_shown(number: int) -> str:
    """Of values that are not repeated here."""
    return f"{wording.count(number, 'more value')} not shown, since a value few children have may be about one of them."


def _may_be(row: dict[str, Any]) -> str:
    return f": may be {' or '.join(row['may_be'])}" if row["may_be"] else ""


def _columns(words: UnknownWords, written: str) -> list[str]:
    """Of its list; of no list we know, those of the likeliest."""
    layout = words.layout or next(iter(lists_like(words.header)), "")
    return list(columns_like(LAYOUTS[layout], written)) if layout else []


def _codes(words: UnknownWords, value: Any) -> list[str]:
    return list(codes_like(LAYOUTS[words.layout].heading(value.column), value.written))


def _by(chosen: Chosen) -> str:
    return f"{chosen.by}, {wording.day(chosen.on)}"


def _chosen_as_data(chosen: Chosen) -> dict[str, Any]:
    return {"by": chosen.by, "on": chosen.on.isoformat()}
