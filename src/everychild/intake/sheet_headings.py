"""What is asked about a sheet's headings, and which of its columns can be used."""

from __future__ import annotations

from collections.abc import Sequence

from everychild.errors import FileRefused
from everychild.intake.account import Account
from everychild.intake.cells import column_letters, text_of
from everychild.intake.decode_child import Cell
from everychild.intake.headings import Matched, folded
from everychild.intake.recognise import Recognised, title_of
from everychild.intake.unknown_words import WordsUnknown, holds_values, of_headings
from everychild.wording import listed

NAME_LENGTH = 60
"""How much of a heading we do not know is repeated."""


def usable_columns(file: str, found: Recognised, rows: Sequence[Sequence[Cell]], account: Account) -> dict[str, int]:
    """Where each heading's column is. Raises FileRefused for one that a row cannot be counted without."""
    matched = found.matched
    header = rows[found.header_at]
    unknown = [] if holds_values(found) else [_named(header[at]) for at in matched.unknown]
    _refuse_missing(file, found, unknown)
    columns = dict(matched.columns)
    for title, others in matched.repeats.items():
        if not _settle_repeat(file, found, rows, account, title, others):
            del columns[title]
    for heading in matched.missing:
        account.ask(
            "missing_column",
            f"there is no such column. {_what_it_costs(matched, heading.title)}",
            column=heading.title,
        )
    for title in matched.likely:
        written = _named(header[columns[title]]) if title in columns else title
        account.ask(
            "likely_heading",
            f"read from the column headed “{written}”, which is probably meant. Use the published heading, "
            "or say that it is.",
            column=title,
        )
    letters = [column_letters(found.sheet.first_column + at) for at in matched.unknown]
    for at, where, name in zip(matched.unknown, letters, unknown or letters, strict=True):
        account.ask("unknown_column", f"{_why_not_used(found, header[at])}; column {where} is not used.", column=name)
    return columns


def _refuse_missing(file: str, found: Recognised, unknown: list[str]) -> None:
    missing = [heading.title for heading in found.matched.missing if heading.required]
    if not missing:
        return
    names = listed(f"“{title}”" for title in missing)
    hint = f" Columns we do not know: {listed(f'“{name}”' for name in unknown[:6])}." if unknown else ""
    message = (
        f"{file}, {found.sheet.name}: this is {title_of(found.layout)} without its column {names}, "
        f"and no row can be counted without that.{hint} Use the published heading, or say which column it is: "
        "Load, then Your own words, or everychild map."
    )
    refusal = FileRefused(message, rule="missing_required_column", file=file, sheet=found.sheet.name, column=missing[0])
    raise WordsUnknown(refusal, (of_headings(file, found),))


def _why_not_used(found: Recognised, heading: Cell) -> str:
    if holds_values(found):
        return (
            "among the headings the list does not have is what looks like a date, a number or an identifier, so a row "
            "may stand behind them, where a line was not ended; none of them is repeated here. Put each heading and "
            "each row on its own line, or give the columns names in words"
        )
    own = found.own.heading_of.get(folded(text_of(heading)))
    if own is None:
        return f"{title_of(found.layout)} has no such column"
    return f"by your mapping this is “{own.column}”, which the sheet has under its published heading"


def _settle_repeat(
    file: str, found: Recognised, rows: Sequence[Sequence[Cell]], account: Account, title: str, others: tuple[int, ...]
) -> bool:
    """Whether a column headed twice may be used: only where both say the same, and then nothing is lost."""
    first = found.matched.columns[title]
    body = rows[found.header_at + 1 :]
    if all(row[first] == row[other] for row in body for other in others):
        account.ask("repeated_heading", "is there twice, the same both times. The first is used.", column=title)
        return True
    if found.layout.heading(title).required:
        message = (
            f"{file}, {found.sheet.name}: two columns are headed “{title}” and they differ, so we cannot tell which "
            "to count by. Take one of them out."
        )
        raise FileRefused(message, rule="repeated_heading", file=file, sheet=found.sheet.name, column=title)
    account.ask("repeated_heading", "two columns have this heading and they differ; neither is used.", column=title)
    return False


def _what_it_costs(matched: Matched, title: str) -> str:
    used = any(title in feed.columns.values() for feed in matched.layout.feeds)
    return "What it would have told us is unknown on every row." if used else "No figure needs it."


def _named(cell: Cell) -> str:
    return text_of(cell)[:NAME_LENGTH]
