"""`everychild map`: the council's own headings and values, and what each means; chosen by a person, and remembered."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from everychild.cli import tell
from everychild.cli.options import HomeOption, JsonOption, open_home
from everychild.errors import SettingsError, UnknownReference

if TYPE_CHECKING:
    from everychild.intake.mapping_steps import Step
    from everychild.intake.own_words import Chosen

app = typer.Typer(help="The council’s own headings and values, and what each means.", no_args_is_help=True)

ListArgument = Annotated[
    str, typer.Argument(metavar="LIST", help="A list by its name, its title or its number in Annex A.")
]
HeadingOption = Annotated[str, typer.Option("--heading", metavar="HEADING", help="A heading of your own.")]
ColumnOption = Annotated[str, typer.Option("--column", help="With --value: the list’s column.")]
ValueOption = Annotated[str, typer.Option("--value", help="A value of your own in that column.")]
NumberArgument = Annotated[int, typer.Argument(metavar="NUMBER", help="As `everychild map asked` numbers it.")]

STAYS = (
    "What has been loaded stays as it was read. To have it read by this, load the same files again: they come after "
    "what was loaded of them, as of the same day."
)


@app.command("lists")
def name_lists(home: HomeOption = None, json: JsonOption = False) -> None:
    """Every list there is, and how many words of your own each has."""
    from everychild.cli import tell_mapping
    from everychild.journal import mappings

    opened = open_home(home)
    rows = tell_mapping.lists_as_data(mappings.as_kept(opened))
    tell.data(rows) if json else tell_mapping.lists(rows)


@app.command()
def show(which: ListArgument, home: HomeOption = None, json: JsonOption = False) -> None:
    """A list’s columns and codes, your own words for them, and every change there has been."""
    from everychild.cli import tell_mapping
    from everychild.intake.mapping import list_called
    from everychild.journal import mappings

    opened = open_home(home)
    layout = list_called(which)
    mapping = mappings.of_list(opened, layout.name)
    versions = mappings.versions(layout.name)
    if json:
        tell.data(tell_mapping.mapping_as_data(mapping, versions))
    else:
        tell_mapping.mapping(layout, mapping, versions)


@app.command()
def asked(home: HomeOption = None, json: JsonOption = False) -> None:
    """What files held that nobody has said the meaning of, with guesses. None is taken by itself."""
    from everychild.cli import tell_mapping
    from everychild.journal import asked_words, mappings

    opened = open_home(home)
    found = asked_words.asked(mappings.as_kept(opened))
    tell.data(tell_mapping.asked_as_data(found)) if json else tell_mapping.asked(found)


@app.command()
def add(
    which: ListArgument,
    means: Annotated[
        str, typer.Option("--as", metavar="MEANING", help="The column, or the code; “nothing known” for a value.")
    ],
    heading: HeadingOption = "",
    column: ColumnOption = "",
    value: ValueOption = "",
    home: HomeOption = None,
) -> None:
    """Say what a heading or a value of your own means. What could mean two things is refused."""
    from everychild.intake.mapping_steps import say_heading, say_value

    _require_one(heading, column, value)
    chosen = _chosen()
    step = say_heading(heading, means, chosen) if heading else say_value(column, value, means, chosen)
    _change(home, which, [step], chosen)


@app.command()
def sheet(
    number: NumberArgument,
    which: ListArgument,
    heading: Annotated[
        list[str] | None, typer.Option("--heading", metavar="HEADING=COLUMN", help="May be given again.")
    ] = None,
    home: HomeOption = None,
) -> None:
    """Say that a file nobody knew is a list, and which of its headings are which columns."""
    from everychild.intake.mapping_steps import say_heading, say_sheet

    opened = open_home(home)
    words = _question(opened, number)
    pairs = [each.rpartition("=") for each in heading or ()]
    if not all(written and column for written, _, column in pairs):
        raise typer.BadParameter("Write each heading as “Client ref=person_id”.")
    chosen = _chosen()
    steps = [say_heading(written.strip(), column.strip(), chosen) for written, _, column in pairs]
    _change(home, which, [*steps, say_sheet(words.header, chosen)], chosen)


@app.command()
def remove(
    which: ListArgument,
    heading: HeadingOption = "",
    column: ColumnOption = "",
    value: ValueOption = "",
    sheet: Annotated[int, typer.Option("--sheet", help="A sheet, as `everychild map show` numbers it.")] = 0,
    home: HomeOption = None,
) -> None:
    """Take out a heading, a value or a sheet of your own. The version it stood in is kept."""
    from everychild.intake.mapping_steps import unsay_heading, unsay_sheet, unsay_value

    chosen = _chosen()
    if sheet and not (heading or column or value):
        step = unsay_sheet(sheet)
    else:
        _require_one(heading, column, value)
        step = unsay_heading(heading) if heading else unsay_value(column, value)
    _change(home, which, [step], chosen)


@app.command("put-away")
def put_away(number: NumberArgument, home: HomeOption = None) -> None:
    """Ask no longer about one file’s words, until a file holds them again. They go on being read as unknown."""
    from everychild.journal import asked_words

    _question(open_home(home), number)
    asked_words.put_away(number)
    tell.say("It is asked no longer, until a file holds such words again.")


def _change(home: Any, which: str, steps: list[Step], chosen: Chosen) -> None:
    from everychild.intake.mapping import list_called
    from everychild.journal import mappings
    from everychild.roles import COMMAND_LINE

    opened = open_home(home)
    layout = list_called(which)
    before = mappings.of_list(opened, layout.name)
    after = mappings.change(opened, layout.name, steps, chosen.by, COMMAND_LINE.title, datetime.now(UTC))
    if after == before:
        tell.say("That stood so already. Nothing was changed.")
        return
    version = mappings.versions(layout.name)[0].number
    tell.say(f"mappings/{layout.name}.toml is now version {version}. {STAYS}")


def _chosen() -> Chosen:
    from everychild.cli.recorded import who_is_here
    from everychild.intake.own_words import Chosen

    return Chosen(who_is_here(), datetime.now(UTC).date())


def _question(opened: Any, number: int) -> Any:
    from everychild.journal import asked_words, mappings

    words = dict(asked_words.asked(mappings.as_kept(opened))).get(number)
    if words is None:
        raise UnknownReference(f"Nothing numbered {number} is asked. `everychild map asked` lists what is.")
    return words


def _require_one(heading: str, column: str, value: str) -> None:
    if bool(heading) == bool(value) or bool(value) != bool(column):
        raise SettingsError("Name a heading (--heading), or a column and a value of it (--column and --value).")
