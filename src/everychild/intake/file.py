"""One file, from its bytes to its typed rows and an account of every one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from everychild.errors import FileRefused
from everychild.intake.decoding import Decoded, Document, Sheet, decode
from everychild.intake.documents import about_the_document, day_it_is_of, recognised_tables
from everychild.intake.gathered import gathered
from everychild.intake.headings import folded
from everychild.intake.own_words import NONE, OwnWords
from everychild.intake.packed_columns import packed
from everychild.intake.preflight import Contents, Reader, inspect
from everychild.intake.reading import FileRead
from everychild.intake.recognise import (
    NEVER_LISTS,
    InDoubt,
    Recognised,
    is_called_anything,
    nearest,
    published_order,
    recognise,
    title_of,
)
from everychild.intake.sheet import SeenRows, read_sheet
from everychild.intake.unknown_words import UnknownWords, WordsUnknown, of_no_list
from everychild.layouts import ofsted, ssd, ssda903
from everychild.layouts.annex_a import LISTS
from everychild.quality.fault import Fault, Severity
from everychild.wording import count, listed

ANNEX_A, LOCAL_EXTRACT, RETURN, DATASET, OFSTED = "annex_a", "local_extract", "ssda903", "ssd", "ofsted"

MAY_BE_MAPPED = (
    " If it is one of them under headings of your own, say which: Load, then Your own words, or everychild map."
)

SEVERAL_LISTS = 2
"""A workbook of this many lists is meant to be the whole of Annex A, so we say which lists it lacks."""


def open_file(name: str, data: bytes) -> tuple[Contents, Decoded]:
    """What the file is and its cells. All of this is safe to do in a thread: nothing of ours is touched."""
    contents = inspect(name, data)
    return contents, decode(name, data, contents.reader)


def read_file(
    name: str, sha256: str, contents: Contents, decoded: Decoded, received_on: date, own_words: OwnWords = NONE
) -> FileRead:
    """The file read by its content. Raises FileRefused, having kept nothing, where it cannot be.

    Of its bytes no more is wanted than their digest: a large file’s are not held while it is read.
    """
    stem = PurePath(name).stem
    sheets = [_named(sheet, stem) for sheet in decoded.sheets]
    document = decoded.document
    found = recognised_tables(name, document, sheets) if document else []
    skipped: list[str] = []
    unknown: list[UnknownWords] = []
    faults = _about_the_file(name, contents, decoded)
    for sheet in () if document else sheets:
        result = None if sheet.is_chart else recognise(sheet, sheet.name, own_words)
        if isinstance(result, InDoubt):
            message = f"{name}, {sheet.name} {result.message}"
            refusal = FileRefused(message, rule=result.rule, file=name, sheet=sheet.name)
            in_doubt = of_no_list(name, sheet)
            raise WordsUnknown(refusal, [in_doubt] if in_doubt else [])
        if result is None:
            skipped.append(why_skipped(sheet))
            no_list = None if sheet.is_chart else of_no_list(name, sheet)
            unknown += [no_list] if no_list else []
        else:
            found.append(result)
    found = [replace(each, own=own_words.get(each.layout.name, each.own)) for each in found]
    if not found:
        raise WordsUnknown(_nothing_found(name, sheets), unknown)
    _refuse_two_of_a_list(name, found)
    read_names = tuple(each.sheet.name for each in found)
    seen: dict[str, SeenRows] = {}
    parts = []
    for position, each in enumerate(found):
        read = read_sheet(name, each, position, received_on, seen.setdefault(each.layout.name, set()))
        parts.append(replace(read, records=tuple(map(packed, read.records))))
        if not any(other.layout is each.layout for other in found[position + 1 :]):
            del seen[each.layout.name]  # every row of the list, and nobody will ask again
    feeds = [feed for each in found for feed in each.layout.feeds]
    in_order = sorted(zip(found, parts, strict=True), key=lambda each: published_order(each[0].layout))
    records, disagreements = gathered([rows for _, part in in_order for rows in part.records], feeds, read_names)
    records = [packed(rows) for rows in records]
    faults += about_the_document(document, found, received_on) if document else _about_the_sheets(found)
    newest = max((part.newest_date for part in parts if part.newest_date is not None), default=None)
    return FileRead(
        name=name,
        sha256=sha256,
        format=_format_of(document, found),
        sheets=read_names,
        rows=sum(part.accepted + part.queried + part.set_aside for part in parts),
        accepted=sum(part.accepted for part in parts),
        queried=sum(part.queried for part in parts),
        set_aside=sum(part.set_aside for part in parts),
        faults=(*faults, *(fault for part in parts for fault in part.faults), *disagreements),
        records=tuple(records),
        newest_date=(day_it_is_of(document, received_on) if document else None) or newest,
        is_of_its_day=document is not None and bool(document.layout.header),
        skipped=(*skipped, *(line for part in parts for line in part.skipped)),
        read_as=tuple(word for part in parts for word in part.read_as),
        unknown=(*unknown, *(part.unknown for part in parts if part.unknown)),
    )


def read_past(name: str, sha256: str, why: str, kind: str = DATASET) -> FileRead:
    """A file that is known and makes no record, told as such."""
    return FileRead(name, sha256, kind, (), 0, 0, 0, 0, (), (), None, skipped=(why,))


def _format_of(document: Document | None, found: Sequence[Recognised]) -> str:
    if document:
        return document.layout.name
    if any(each.layout.number for each in found):
        return ANNEX_A
    if any(each.layout in ssd.TABLES for each in found):
        return DATASET
    if any(each.layout in ofsted.TABLES for each in found):
        return OFSTED
    return RETURN if any(each.layout in ssda903.TABLES for each in found) else LOCAL_EXTRACT


def _named(sheet: Sheet, stem: str) -> Sheet:
    """A text file is its own one sheet and goes by the file's name."""
    return sheet if sheet.name else Sheet(stem, sheet.rows)


def _about_the_file(name: str, contents: Contents, decoded: Decoded) -> list[Fault]:
    faults = []
    if not name.casefold().endswith(contents.endings):
        message = f"{name} is {contents.kind}, which its name does not say. It was read as what it is."
        faults.append(Fault("other_kind_of_file", Severity.QUERY, message))
    if contents.formulas_without_result:
        cells = count(contents.formulas_without_result, "formula")
        message = f"{name} holds {cells} without a result, read as empty. Open it in Excel, save it, and send it again."
        faults.append(Fault("formula_without_result", Severity.QUERY, message))
    if decoded.encoding == "cp1252":
        message = f"{name} is not UTF-8; it was read as Windows text (cp1252). Save it as “CSV UTF-8” to be sure."
        faults.append(Fault("read_as_cp1252", Severity.QUERY, message))
    if contents.reader is Reader.TEXT and not decoded.is_finished:
        message = f"{name} does not end with the end of a line, so it may be cut short. Compare its last row."
        faults.append(Fault("unfinished_last_line", Severity.QUERY, message))
    return faults


def _about_the_sheets(found: Sequence[Recognised]) -> list[Fault]:
    faults = []
    for each in found:
        sheet, title = each.sheet, title_of(each.layout)
        if sheet.is_hidden:
            message = f"{sheet.name}: the sheet is hidden. It holds {title} and was read."
            faults.append(Fault("hidden_sheet", Severity.QUERY, message, sheet.name))
        if not each.is_named and is_called_anything(sheet.name):
            message = f"{sheet.name}: by its headings the sheet holds {title}, and it was read as that."
            faults.append(Fault("named_otherwise", Severity.QUERY, message, sheet.name))
    numbers = {each.layout.number for each in found if each.layout.number}
    absent = [layout for layout in LISTS if layout.number not in numbers]
    if len(numbers) >= SEVERAL_LISTS and absent:
        names = listed(title_of(layout) for layout in absent)
        message = f"The workbook has no {names}. Figures that need {'it' if len(absent) == 1 else 'them'} will say so."
        faults.append(Fault("list_absent", Severity.QUERY, message))
    return faults


def why_skipped(sheet: Sheet) -> str:
    """A sheet that was not read, and why."""
    if sheet.is_chart:
        return f"{sheet.name}: a chart"
    if not sheet.rows:
        return f"{sheet.name}: empty"
    if folded(sheet.name) in NEVER_LISTS:
        return f"{sheet.name}: not a list"
    return f"{sheet.name}: no list we know. {nearest(sheet)}"


def _nothing_found(name: str, sheets: Sequence[Sheet]) -> FileRefused:
    filled = [sheet for sheet in sheets if sheet.rows]
    if not filled:
        return FileRefused(f"{name} is empty: no sheet of it holds anything.", rule="empty_file", file=name)
    what = " ".join(why_skipped(sheet) for sheet in filled[:3])
    message = (
        f"{name} holds no list of Annex A, no table of the children looked after return and no local table we know. "
        f"{what}{MAY_BE_MAPPED}"
    )
    return FileRefused(message, rule="nothing_recognised", file=name)


def _refuse_two_of_a_list(name: str, found: Sequence[Recognised]) -> None:
    """Two sheets of one Annex A list may be a copy and its correction; a local table may well be split."""
    first: dict[str, str] = {}
    for each in found:
        if each.layout.number and each.layout.name in first:
            message = (
                f"{name}: the sheets “{first[each.layout.name]}” and “{each.sheet.name}” both hold "
                f"{title_of(each.layout)}, so its rows would count twice. Take one of them out."
            )
            raise FileRefused(message, rule="list_twice", file=name, sheet=each.sheet.name)
        first[each.layout.name] = each.sheet.name
