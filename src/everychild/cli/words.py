"""Commands about words: numbers somebody typed, held against an edition; drafts kept, and told again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from everychild.calendar import Month
from everychild.cli import tell, tell_words
from everychild.cli.editions import edition_or_worked_out
from everychild.cli.options import HomeOption, JsonOption, KnownOnOption, MonthArgument, a_month, open_home
from everychild.errors import EverychildError

MonthOption = Annotated[
    Month, typer.Option("--month", parser=a_month, metavar="MONTH", help="The month the words are about, as 2019-04.")
]


def check_words(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The words, as plain text.")],
    month: MonthOption,
    home: HomeOption = None,
    known_on: KnownOnOption = None,
    json: JsonOption = False,
) -> None:
    """Every number in a text, with the figures of a month that say it; or that nothing does."""
    from everychild import shapes
    from everychild.narrative.offers import offers

    text = _read(file)
    edition, _ = edition_or_worked_out(open_home(home), month, known_on)
    found = offers(text, edition)
    if json:
        tell.data(shapes.typed_shape(found, text))
    else:
        tell_words.typed(found, text, edition)


def draft(
    month: MonthArgument,
    to: Annotated[Path | None, typer.Option("--to", help="A folder to keep the drafts in, one file an area.")] = None,
    home: HomeOption = None,
    known_on: KnownOnOption = None,
) -> None:
    """The first draft of every area for improvement, for officers; kept with what each number is bound to."""
    from everychild.narrative.draft import as_json, draft_of

    edition, _ = edition_or_worked_out(open_home(home), month, known_on)
    for area in edition.areas:
        drafted = draft_of(area, edition)
        if to is not None:
            _keep(to / f"{area.area.name}.json", as_json(drafted))
        tell_words.drafted(area.area.title, drafted)


def redraft(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A draft that was kept.")],
    month: MonthArgument,
    home: HomeOption = None,
    known_on: KnownOnOption = None,
    json: JsonOption = False,
) -> None:
    """A kept draft over another edition: numbers moved, and the sentences that no longer hold."""
    from everychild.narrative.draft import as_json, from_json, rebound

    kept = from_json(_read(file))
    edition, _ = edition_or_worked_out(open_home(home), month, known_on)
    again = rebound(kept, edition)
    if json:
        tell.say(as_json(again.draft))
    else:
        tell_words.redrafted(again)


def _keep(path: Path, text: str) -> None:
    from everychild.store.durable import write_durably

    write_durably(path, lambda target: target.write(text.encode()))


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise EverychildError(f"{file.name} is not plain text. Save it as text (UTF-8) and try again.") from None
