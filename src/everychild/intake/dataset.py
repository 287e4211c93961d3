"""The tables of the Standard Safeguarding Dataset, made whole before they are read: each is completed from the tables
that it points at, and what only holds a place is emptied and said.

Rows keep their number and their order: columns are added to a sheet and none is taken from it.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from everychild.intake.cells import says_nothing, text_of
from everychild.intake.dates import date_reader
from everychild.intake.decode_child import Cell
from everychild.intake.decoding import Decoded, Sheet
from everychild.layouts import ssd
from everychild.layouts.ssd.links import LINKS, WHERES, Link
from everychild.layouts.ssd.need import FACTOR_COLUMNS, OTHER_FACTOR
from everychild.layouts.ssd.protection import CONFERENCE_NEEDED
from everychild.quality.fault import Fault, Severity
from everychild.records import early_codes
from everychild.wording import count, listed

KNOWN = {**ssd.PREFIXES, **ssd.LOOKED_UP, **ssd.UNREAD}
STAGING = frozenset({"jsonpayload", "submissionstatus"})
"""Columns of the table that waits to be sent to the Department: payloads, to be loaded as themselves."""

PLACEHOLDERS = frozenset({"placeholder_data", "placeholder", "ssd_ph", "1900-01-01", "1900-01-01 00:00:00"})
ONLY_A_LETTER = "p"
"""A whole table of it is a placeholder; a single cell may be a code."""

NO_LINK = "-1"
_CATEGORIES = ("cppl_cp_plan_initial_category", "cppl_cp_plan_latest_category")


def table_of(decoded: Decoded) -> str | None:
    """Which table of the dataset a file holds, by the letters its columns begin with; None where it is none."""
    if decoded.document is not None or len(decoded.sheets) != 1 or not decoded.sheets[0].rows:
        return None
    titles = [text_of(cell).lower() for cell in decoded.sheets[0].rows[0]]
    begins = Counter(title.partition("_")[0] for title in titles if "_" in title)
    if not begins:
        return "ssd_api_data_staging" if {title.replace("_", "") for title in titles} >= STAGING else None
    letters, times = begins.most_common(1)[0]
    if letters in KNOWN and times >= 2 and times * 2 > len([title for title in titles if title]):
        return KNOWN[letters]
    return "ssd_api_data_staging" if {title.replace("_", "") for title in titles} >= STAGING else None


def why_unread(table: str, decoded: Decoded, tables: Iterable[str]) -> str | None:
    """Why no record is made of a table, for the person who sent it; None where some are."""
    rows = decoded.sheets[0].rows[1:]
    if rows and all(_only_holds_a_place(cell) for row in rows for cell in row):
        return f"{table}: {count(len(rows), 'row')} of placeholders. It holds no live data."
    if table == "ssd_api_data_staging":
        return f"{table}: payloads on their way to the Department for Education. Load them as files of their own."
    if table in ssd.LOOKED_UP.values():
        return f"{table}: looked up by the other tables, and no record is made of it."
    if table in ssd.UNREAD.values():
        return f"{table}: {count(len(rows), 'row')}; a table we know, and no figure needs it."
    if table == "ssd_assessment_factors" and "ssd_cin_assessments" not in tables:
        return f"{table}: whose the factors are stands in ssd_cin_assessments. Load the two together."
    return None


def completed(tables: Mapping[str, Decoded], received_on: date) -> dict[str, tuple[Decoded, tuple[Fault, ...]]]:
    """Each table with what it points at beside it, and what is asked about its placeholders.

    What a table is completed from is what that table itself says, never what was brought to it from a third.
    """
    cleaned = {name: _without_placeholders(name, decoded.sheets[0]) for name, decoded in tables.items()}
    held = {name: _Held(sheet.rows) for name, (sheet, _) in cleaned.items()}
    first = {name: _Held([list(row) for row in each.rows]) for name, each in held.items()}
    for link in LINKS:
        if link.table in held and link.other in first:
            _bring(held[link.table], first[link.other], link)
    for where in WHERES:
        if where.table in held:
            _set_apart(held[where.table], where.column, where.holds, where.where, where.says)
    _spread_factors(held.get("ssd_assessment_factors"))
    _cut_out_conference_needed(held.get("ssd_s47_enquiry"))
    _shorten_categories(held.get("ssd_cp_plans"))
    _bring_legal_status(held.get("ssd_cla_episodes"), first.get("ssd_legal_status"), received_on)
    return {
        name: (replace(tables[name], sheets=(replace(sheet, rows=held[name].rows),)), faults)
        for name, (sheet, faults) in cleaned.items()
    }


class _Held:
    """A table being completed: its rows, headings first, and where each column is."""

    def __init__(self, rows: Sequence[list[Cell]]) -> None:
        width = len(rows[0])
        # A row of another width is left as it is: the reader sets it aside, and nothing may hide that.
        self.rows = rows
        self.width = width
        self.at = {text_of(cell).lower(): at for at, cell in enumerate(rows[0])}

    def value(self, row: Sequence[Cell], column: str) -> Cell:
        at = self.at.get(column)
        return row[at] if at is not None and at < len(row) and not says_nothing(row[at]) else ""

    def column(self, name: str, values: Callable[[Sequence[Cell]], Cell]) -> None:
        """Fills the column, made where there is none, for every row of the headings’ own width."""
        if name not in self.at:
            self.at[name] = len(self.rows[0])
            told = [values(row) if len(row) == self.width else "" for row in self.rows[1:]]
            whole = [len(row) == self.width for row in self.rows[1:]]
            self.rows[0].append(name)
            for row, value, is_whole in zip(self.rows[1:], told, whole, strict=True):
                if is_whole:
                    row.append(value)
            self.width += 1
            return
        at = self.at[name]
        for row in self.rows[1:]:
            if at < len(row):
                row[at] = values(row)


def _key(cell: Cell) -> str:
    text = text_of(cell)
    return "" if text == NO_LINK else text.removesuffix(".0").casefold()


def _bring(table: _Held, other: _Held, link: Link) -> None:
    if link.by not in table.at or link.key not in other.at:
        return
    found = {_key(other.value(row, link.key)): row for row in reversed(other.rows[1:])}
    found.pop("", None)
    for ours, theirs in link.brings.items():

        def value(row: Sequence[Cell], ours: str = ours, theirs: str = theirs) -> Cell:
            own = table.value(row, ours)
            if own != "" and not link.replaces:
                return own
            linked = found.get(_key(table.value(row, link.by)))
            return own if linked is None else other.value(linked, theirs) or own

        table.column(ours, value)


def _set_apart(table: _Held, column: str, holds: str, where: str, says: tuple[str, ...]) -> None:
    if holds in table.at and where in table.at:
        table.column(
            column,
            lambda row: table.value(row, holds) if text_of(table.value(row, where)).lower().startswith(says) else "",
        )


def _spread_factors(table: _Held | None) -> None:
    """Each factor in a column of its own; what is none of the codes in one for all of those."""
    if table is None:
        return
    told = {id(row): _factors(text_of(table.value(row, "cinf_assessment_factors_json"))) for row in table.rows[1:]}
    for code, title in FACTOR_COLUMNS.items():
        table.column(title, lambda row, code=code: code if code in told[id(row)] else "")  # type: ignore[misc]  # the loop variable is bound
    known = early_codes.ASSESSMENT_FACTOR.values
    table.column(OTHER_FACTOR, lambda row: ", ".join(sorted(each for each in told[id(row)] if each not in known)))


def _factors(text: str) -> frozenset[str]:
    """A list of codes, or an object that says yes or no of each; a text that is neither is told as it stands."""
    if not text:
        return frozenset()
    try:
        held = json.loads(text)
    except ValueError:
        held = text.split(",")
    if isinstance(held, dict):
        held = [code for code, says in held.items() if str(says).lower() in ("yes", "y", "true", "1")]
    listed_ones = held if isinstance(held, list) else [held]
    return frozenset(str(each).strip().upper() for each in listed_ones if str(each).strip())


def _cut_out_conference_needed(table: _Held | None) -> None:
    if table is not None:
        table.column(CONFERENCE_NEEDED, lambda row: _flag(text_of(table.value(row, "s47e_s47_outcome_json"))))


def _flag(text: str) -> str:
    try:
        held = json.loads(text)
    except ValueError:
        return ""
    return str(held.get("CP_CONFERENCE_FLAG") or "") if isinstance(held, dict) else ""


def _shorten_categories(table: _Held | None) -> None:
    """ "Multiple: neglect, physical" is the category of more than one."""
    for column in _CATEGORIES if table is not None else ():
        assert table is not None
        if column in table.at:
            table.column(column, lambda row, column=column: _category(table.value(row, column)))  # type: ignore[misc]  # the loop variable is bound


def _category(cell: Cell) -> Cell:
    return "MUL" if text_of(cell).lower().startswith("multiple") else cell


def _bring_legal_status(episodes: _Held | None, statuses: _Held | None, received_on: date) -> None:
    """The legal status each episode began under: a new episode begins whenever it changes."""
    if episodes is None or statuses is None:
        return
    read = date_reader(received_on)
    by_child: dict[str, list[tuple[date, Cell]]] = defaultdict(list)
    for row in statuses.rows[1:]:
        began = read(statuses.value(row, "lega_legal_status_start_date"))
        if isinstance(began, date):
            child = _key(statuses.value(row, "lega_person_id"))
            by_child[child].append((began, statuses.value(row, "lega_legal_status")))
    for each in by_child.values():
        each.sort(key=lambda one: one[0])

    def value(row: Sequence[Cell]) -> Cell:
        began = read(episodes.value(row, "clae_cla_episode_start_date"))
        known = by_child.get(_key(episodes.value(row, "clae_person_id")), [])
        if not isinstance(began, date):
            return ""
        at = bisect_right(known, began, key=lambda one: one[0])
        return known[at - 1][1] if at else ""

    episodes.column("lega_legal_status", value)


def _only_holds_a_place(cell: Cell) -> bool:
    return says_nothing(cell) or _is_placeholder(cell) or text_of(cell).lower() == ONLY_A_LETTER


def _is_placeholder(cell: Cell) -> bool:
    return isinstance(cell, str) and text_of(cell.lstrip("\x1a")).lower().partition(".")[0] in PLACEHOLDERS


def _without_placeholders(table: str, sheet: Sheet) -> tuple[Sheet, tuple[Fault, ...]]:
    """Cells that only hold a place are read as empty, and the columns they stand in are named."""
    places: Counter[int] = Counter()
    rows: list[list[Cell]] = [list(sheet.rows[0])]
    for row in sheet.rows[1:]:
        held = [_is_placeholder(cell) for cell in row]
        places.update(at for at, is_place in enumerate(held) if is_place)
        rows.append(
            ["" if is_place else cell for cell, is_place in zip(row, held, strict=True)] if any(held) else row[:]
        )
    cleaned = replace(sheet, rows=rows)
    if not places:
        return cleaned, ()
    columns = listed(f"“{text_of(rows[0][at])}”" for at in sorted(places) if at < len(rows[0]))
    message = (
        f"{table}, {columns}: {count(sum(places.values()), 'cell')} hold only a placeholder, which no script of the "
        "supplier fills. They are read as empty; there is no live data in them."
    )
    return cleaned, (Fault("placeholder", Severity.QUERY, message, sheet.name or table),)
