"""A council's own words as they lie in its home, to be read by people, and every earlier version of them.

mappings/visits.toml                the words in force
mappings/versions/visits.3.toml     the same, and each before it, as they were written
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import tomli_w

from everychild.errors import Tampered
from everychild.intake.own_words import Chosen, ListMapping, OwnHeading, OwnSheet, OwnValue
from everychild.store.durable import write_durably
from everychild.store.home import Home

VERSIONS = "versions"

ABOUT = """\
# How this council writes the list {layout}: its own headings and values, and what each means. Version {number}.
# Changed on the page Load, Your own words, or by `everychild map`. A file changed by hand is not used.

"""


def current_path(home: Home, layout: str) -> Path:
    """The words in force for one list."""
    return home.mappings / f"{layout}.toml"


def version_path(layout: str, number: int) -> str:
    """One version of them, within the home."""
    return f"mappings/{VERSIONS}/{layout}.{number}.toml"


def write_version(home: Home, mapping: ListMapping, number: int) -> str:
    """Writes a version that nothing names yet; gives its sha256."""
    text = ABOUT.format(layout=mapping.layout, number=number) + tomli_w.dumps(_as_data(mapping))
    return write_durably(home.path / version_path(mapping.layout, number), lambda file: file.write(text.encode()))


def put_in_force(home: Home, layout: str, number: int) -> None:
    """Makes a version the one in force."""
    held = (home.path / version_path(layout, number)).read_bytes()
    write_durably(current_path(home, layout), lambda file: file.write(held))


def read_version(home: Home, layout: str, number: int) -> ListMapping:
    """Raises Tampered where it cannot be read."""
    path = version_path(layout, number)
    try:
        return _from_data(layout, tomllib.loads((home.path / path).read_bytes().decode("utf-8")))
    except FileNotFoundError:
        raise Tampered(f"A mapping is missing: {path}. Restore it from a backup.") from None
    except (ValueError, KeyError, TypeError):
        raise Tampered(f"A mapping cannot be read: {path}. Restore it from a backup.") from None


def _as_data(mapping: ListMapping) -> dict[str, Any]:
    return {
        "list": mapping.layout,
        "heading": [
            {"written": each.written, "column": each.column, **_chosen_as_data(each.chosen)}
            for each in mapping.headings
        ],
        "value": [
            {"column": each.column, "written": each.written, "code": each.code, **_chosen_as_data(each.chosen)}
            for each in mapping.values
        ],
        "sheet": [{"headings": list(each.headings), **_chosen_as_data(each.chosen)} for each in mapping.sheets],
    }


def _chosen_as_data(chosen: Chosen) -> dict[str, Any]:
    return {"by": chosen.by, "on": chosen.on}


def _from_data(layout: str, data: Mapping[str, Any]) -> ListMapping:
    return ListMapping(
        layout,
        tuple(OwnHeading(str(each["written"]), str(each["column"]), _chosen(each)) for each in data["heading"]),
        tuple(
            OwnValue(str(each["column"]), str(each["written"]), str(each["code"]), _chosen(each))
            for each in data["value"]
        ),
        tuple(OwnSheet(tuple(map(str, each["headings"])), _chosen(each)) for each in data["sheet"]),
    )


def _chosen(data: Mapping[str, Any]) -> Chosen:
    on = data["on"]
    if not isinstance(on, date):
        raise TypeError("a day is written 2026-05-03")
    return Chosen(str(data["by"]), on)
