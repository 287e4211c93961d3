"""The special educational needs survey as tables: each completed from the others, and read as the document is.

A request has no pupil number and no plan of its own: a number leads from row to row. Rows keep their number and order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from everychild.errors import FileRefused
from everychild.intake.cells import says_nothing, text_of
from everychild.intake.decode_child import Cell
from everychild.intake.decoding import Decoded, Document, Sheet
from everychild.intake.headings import folded
from everychild.intake.recognise import HEADER_WITHIN
from everychild.layouts.special_needs_return import SPECIAL_NEEDS_RETURN, modules
from everychild.layouts.special_needs_return.modules import Module
from everychild.quality.fault import Fault, Severity
from everychild.wording import listed

UPN, START = "UPN", "StartDate"


def modules_of(decoded: Decoded) -> tuple[Module, ...]:
    """The tables of the survey a file holds, sheet by sheet; none where it is anything else."""
    if decoded.document is not None:
        return ()
    return tuple(table.module for sheet in decoded.sheets if (table := _table_of(sheet)) is not None)


def sheets_of_none(decoded: Decoded) -> tuple[Sheet, ...]:
    """The sheets of a file of the survey that are no table of it."""
    return tuple(sheet for sheet in decoded.sheets if _table_of(sheet) is None)


def completed(names: Sequence[str], files: Sequence[Decoded]) -> list[tuple[Decoded | None, tuple[Fault, ...]]]:
    """Each file as the document it is a part of; None where its tables only complete others.

    Raises FileRefused where one table comes twice, or the people are missing: nothing else tells whose the rows are.
    """
    tables: dict[str, _Table] = {}
    for name, decoded in zip(names, files, strict=True):
        for sheet in decoded.sheets:
            table = _table_of(sheet)
            if table is not None and table.module.name in tables:
                message = (
                    f"{name} and another file both hold the survey’s table “{table.module.name}”, so its rows would "
                    "count twice. Load each year’s survey by itself."
                )
                raise FileRefused(message, rule="list_twice", file=name)
            if table is not None:
                tables[table.module.name] = table
    if modules.PERSON.name not in tables:
        message = (
            f"{names[0]} is a table of the special educational needs survey, and the table “person” is not beside it. "
            "Load all of the survey’s tables together: no other says whose the rows are."
        )
        raise FileRefused(message, rule="not_a_table", file=names[0])
    survey = _Survey(tables)
    absent = [module.name for module in modules.NEEDED if module.name not in tables]
    return [_as_document(decoded, survey, absent) for decoded in files]


def _table_of(sheet: Sheet) -> _Table | None:
    """The table a sheet holds, whose headings may stand below a title; None where it holds none."""
    for at, row in enumerate(sheet.rows[:HEADER_WITHIN]):
        titles = {folded(text_of(cell)) for cell in row}
        module = next((each for each in modules.MODULES if {each.number, each.belongs_to} <= titles), None)
        if module is not None:
            return _Table(module, sheet, at)
    return None


class _Table:
    """A module’s rows, and where each column is, by its name in small letters."""

    def __init__(self, module: Module, sheet: Sheet, header_at: int) -> None:
        self.module = module
        self.header_at = header_at
        self.header = sheet.rows[header_at]
        self.at = {folded(text_of(cell)): at for at, cell in reversed(list(enumerate(self.header)))}
        self.rows = sheet.rows[header_at + 1 :]

    def value(self, row: Sequence[Cell], column: str) -> Cell:
        at = self.at.get(folded(column))
        return row[at] if at is not None and at < len(row) and not says_nothing(row[at]) else ""

    def by(self, column: str) -> dict[str, Sequence[Cell]]:
        """The first row of each number."""
        found: dict[str, Sequence[Cell]] = {text_of(self.value(row, column)): row for row in reversed(self.rows)}
        found.pop("", None)
        return found


class _Survey:
    """All the tables of one return, and the way from a row of one to what another says of it."""

    def __init__(self, tables: Mapping[str, _Table]) -> None:
        self.tables = tables
        self._people = self._by(modules.PERSON, modules.PERSON.number)
        self._requests = self._by(modules.REQUEST, modules.REQUEST.number)
        self._assessments = self._by(modules.ASSESSMENT, modules.ASSESSMENT.number)
        self._assessment_of = self._by(modules.ASSESSMENT, modules.ASSESSMENT.belongs_to)
        self._plan_of = self._by(modules.NAMED_PLAN, modules.NAMED_PLAN.belongs_to)
        self._active = self._by(modules.ACTIVE_PLAN, modules.ACTIVE_PLAN.number)

    @property
    def header(self) -> dict[str, str]:
        told = self.tables.get(modules.RETURN.name)
        if told is None or not told.rows:
            return {}
        said = {name: text_of(told.value(told.rows[0], column)) for name, column in modules.HEADER.items()}
        return {name: value for name, value in said.items() if value}

    def beside(self, module: Module) -> Callable[[Sequence[Cell]], dict[str, Cell]]:
        """What other tables say of a row of this one, by the document’s titles."""
        return {
            modules.REQUEST.name: self._of_request,
            modules.NAMED_PLAN.name: self._of_plan,
            modules.ACTIVE_PLAN.name: self._of_active,
            modules.NEED.name: self._of_need,
        }.get(module.name, lambda row: {})

    def _of_request(self, row: Sequence[Cell]) -> dict[str, Cell]:
        number = self._cell(modules.REQUEST, row, modules.REQUEST.number)
        assessment = self._assessment_of.get(text_of(number), ())
        told = {title: self._cell(modules.ASSESSMENT, assessment, title) for title in modules.FROM_ASSESSMENT}
        return {**told, **self._under_request(number)}

    def _of_plan(self, row: Sequence[Cell]) -> dict[str, Cell]:
        assessment = self._up(self._assessments, modules.NAMED_PLAN, row)
        return {UPN: self._under_request(self._cell(modules.ASSESSMENT, assessment, modules.REQUEST.number))[UPN]}

    def _of_active(self, row: Sequence[Cell]) -> dict[str, Cell]:
        return self._under_request(self._cell(modules.ACTIVE_PLAN, row, modules.ACTIVE_PLAN.belongs_to))

    def _of_need(self, row: Sequence[Cell]) -> dict[str, Cell]:
        return self._of_active(self._up(self._active, modules.NEED, row))

    def _under_request(self, number: Cell) -> dict[str, Cell]:
        """Whose a request is, and when the plan it led to began."""
        person = self._up(self._people, modules.REQUEST, self._requests.get(text_of(number), ()))
        assessment = self._assessment_of.get(text_of(number), ())
        plan = self._plan_of.get(text_of(self._cell(modules.ASSESSMENT, assessment, modules.ASSESSMENT.number)), ())
        return {
            UPN: self._cell(modules.PERSON, person, UPN),
            START: self._cell(modules.NAMED_PLAN, plan, START),
        }

    def _by(self, module: Module, column: str) -> dict[str, Sequence[Cell]]:
        table = self.tables.get(module.name)
        return table.by(column) if table else {}

    def _up(self, above: Mapping[str, Sequence[Cell]], module: Module, row: Sequence[Cell]) -> Sequence[Cell]:
        return above.get(text_of(self._cell(module, row, module.belongs_to)), ())

    def _cell(self, module: Module, row: Sequence[Cell], column: str) -> Cell:
        table = self.tables.get(module.name)
        return table.value(row, column) if table else ""


@dataclass(frozen=True)
class _Part:
    """One table as the document would tell it, and the columns of it that the document has no element for."""

    sheet: Sheet
    unread: dict[str, int]


def _as_document(decoded: Decoded, survey: _Survey, absent: Sequence[str]) -> tuple[Decoded | None, tuple[Fault, ...]]:
    held = modules_of(decoded)
    parts = [_part(survey.tables[module.name], survey) for module in held if module.table is not None]
    if not parts:
        return None, ()
    unread = {path: times for part in parts for path, times in part.unread.items()}
    is_of_people = modules.PERSON in held
    document = Document(SPECIAL_NEEDS_RETURN, survey.header, unread, {}, 0, is_one_of_several=True)
    faults: tuple[Fault, ...] = ()
    if is_of_people and absent:
        message = f"The survey came without its table {listed(absent)}. Figures that need it will say so."
        faults = (Fault("list_absent", Severity.QUERY, message),)
    return Decoded(tuple(part.sheet for part in parts), decoded.encoding, decoded.is_finished, document), faults


def _part(table: _Table, survey: _Survey) -> _Part:
    assert table.module.table is not None, "its rows are rows of the document"
    layout = table.module.table
    titles = list(layout.columns)
    beside = survey.beside(table.module)
    width = len(table.header)
    rows: list[list[Cell]] = [list(titles), *([] for _ in range(table.header_at))]  # each row keeps its number
    for row in table.rows:
        if all(says_nothing(cell) for cell in row):
            rows.append([])
            continue
        brought = beside(row)
        told = [table.value(row, title) or brought.get(title, "") for title in titles]
        # A row of another width keeps one: the reader sets it aside, and nothing may hide that.
        rows.append(told if len(row) == width else [*told, "of another width"])
    known = {folded(title) for title in titles} | modules.ASIDE
    unread = {
        f"{layout.layout.title}/{text_of(table.header[at])}": times
        for column, at in table.at.items()
        if column and column not in known and not column.endswith(modules.ORDER)
        if (times := sum(bool(text_of(table.value(row, column))) for row in table.rows))
    }
    return _Part(Sheet(layout.layout.title, rows), unread)
