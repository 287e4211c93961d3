"""`everychild people`: who may sign in. The first person is added here, since nobody can yet sign in to add them."""

from __future__ import annotations

import getpass
import sys
from datetime import UTC, datetime
from typing import Annotated

import typer

from everychild.cli import tell
from everychild.cli.options import HomeOption, JsonOption, open_home
from everychild.cli.recorded import who_is_here
from everychild.errors import SettingsError
from everychild.roles import PARTS, Role

app = typer.Typer(help="Who may sign in, as what, and whose children they see.", no_args_is_help=True)


@app.command("list")
def list_people(home: HomeOption = None, json: JsonOption = False) -> None:
    """Everybody, those who were stopped included."""
    from everychild.journal import people

    open_home(home)
    rows = [
        {
            "name": known.name,
            "signs_in_as": known.sign_in_name,
            "role": PARTS[known.role].title,
            "teams": ", ".join(known.teams),
            "worker": known.worker,
            "now": "active" if known.is_active else "stopped",
        }
        for known in people.everybody()
    ]
    if json:
        tell.data(rows)
    elif rows:
        tell.people(rows)
    else:
        tell.say("Nobody has been added yet: everychild people add NAME --as ROLE.")


@app.command()
def add(
    sign_in_name: Annotated[str, typer.Argument(help="The name they sign in by.")],
    role: Annotated[Role, typer.Option("--as", help="Their role.")],
    name: Annotated[str, typer.Option("--name", help="Their name, as others see it.")] = "",
    team: Annotated[list[str] | None, typer.Option("--team", help="A team of theirs; may be given again.")] = None,
    worker: Annotated[str, typer.Option("--worker", help="Their reference as a worker in the case system.")] = "",
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from standard input, not from the keyboard.")
    ] = False,
    home: HomeOption = None,
) -> None:
    """Add somebody. The password is asked for and never shown, kept only as a digest that is slow to guess."""
    from everychild.journal import people

    open_home(home)
    known = people.add(
        sign_in_name,
        name or sign_in_name,
        role,
        _password(from_standard_input=password_stdin),
        datetime.now(UTC),
        by=who_is_here(),
        teams=team or (),
        worker=worker,
    )
    tell.say(f"{known.name} may sign in as {known.sign_in_name}, {PARTS[known.role].title}.")


@app.command("new-password")
def new_password(
    sign_in_name: Annotated[str, typer.Argument(help="The name you sign in by.")],
    because: Annotated[str, typer.Option("--because", help="Why.")] = "",
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from standard input, not from the keyboard.")
    ] = False,
    home: HomeOption = None,
) -> None:
    """For an administrator who has lost their own. Everybody else gets a link on the page of people."""
    from everychild.journal import passwords

    open_home(home)
    chosen = _password(from_standard_input=password_stdin)
    passwords.change(sign_in_name, chosen, datetime.now(UTC), by=who_is_here(), reason=because)
    tell.say(f"{sign_in_name} signs in by the new password from now on, and is signed out everywhere.")


@app.command("take-off-second-factor")
def take_off_second_factor(
    sign_in_name: Annotated[str, typer.Argument(help="The name they sign in by.")],
    because: Annotated[str, typer.Option("--because", help="Why.")] = "",
    home: HomeOption = None,
) -> None:
    """For somebody whose telephone and paper codes are lost: they sign in by password, and set up another."""
    from everychild.journal import second_factors

    open_home(home)
    second_factors.take_off(sign_in_name, datetime.now(UTC), who_is_here(), reason=because)
    tell.say(f"The second factor of {sign_in_name} is taken off.")


@app.command()
def link(
    sign_in_name: Annotated[str, typer.Argument(help="The name they sign in by.")],
    subject: Annotated[str, typer.Argument(help="The reference they were shown when they first tried to sign in.")],
    home: HomeOption = None,
) -> None:
    """Say who somebody is in the council’s single sign-on, which council.toml names."""
    from everychild.journal import identities
    from everychild.sign_in import read_sign_in

    single_sign_on = read_sign_in(open_home(home).settings).single_sign_on
    if single_sign_on is None:
        raise SettingsError("council.toml names no single sign-on, so there is nothing to link to.")
    identities.link(sign_in_name, single_sign_on.issuer, subject, datetime.now(UTC), who_is_here())
    tell.say(f"{sign_in_name} may sign in with {single_sign_on.name}.")


@app.command()
def stop(
    sign_in_name: Annotated[str, typer.Argument(help="The name they sign in by.")],
    because: Annotated[str, typer.Option("--because", help="Why.")] = "",
    home: HomeOption = None,
) -> None:
    """Stop somebody signing in. Nobody is deleted: what they signed keeps its name."""
    from everychild.journal import people

    open_home(home)
    known = people.stop(sign_in_name, datetime.now(UTC), who_is_here(), reason=because)
    tell.say(f"{known.name} can no longer sign in.")


def _password(*, from_standard_input: bool) -> str:
    if from_standard_input:
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != first:
        raise SettingsError("The two passwords differ. Nothing was changed.")
    return first
