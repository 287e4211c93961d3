"""`everychild publish`, `serve-public` and `audit-release`: the site for everybody, and the attack on it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from everychild.cli import tell
from everychild.cli.options import HomeOption, JsonOption, MonthArgument, a_day, open_home
from everychild.cli.recorded import who_is_here


def publish(
    month: MonthArgument,
    to: Annotated[Path, typer.Option("--to", help="The folder to write the site to.")],
    meeting: Annotated[
        date | None,
        typer.Option(
            "--meeting",
            parser=a_day,
            metavar="DATE",
            help="With the paper for the committee’s meeting then, rounded too.",
        ),
    ] = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Write the public site of a month: rounded, attacked, and frozen. Without a signature it is a preview."""
    from everychild.publishing import publish as made

    opened = open_home(home)
    with tell.progress("Publishing") as step:
        outcome = made(opened, month, to, who_is_here(), "", datetime.now(UTC), step, meeting)
    if json:
        tell.data(
            {
                "folder": str(outcome.folder),
                "release": outcome.number,
                "is_preview": outcome.is_preview,
                "fingerprint": outcome.fingerprint,
                "files": outcome.files,
                "asked": outcome.audit.asked,
                "findings": [finding.sentence for finding in outcome.audit.findings],
                "held_back": [
                    {"ref": ref, "window": window.value, "as_at": str(as_at)}
                    for ref, window, as_at in outcome.held_back
                ],
                "together": [
                    {"ref": ref, "window": window.value, "as_at": str(as_at)} for ref, window, as_at in outcome.together
                ],
            }
        )
        return
    if outcome.is_preview:
        tell.say(f"{month} has not been signed, so this is a preview: every page says so, and it is no release.")
    else:
        tell.say(f"Release {outcome.number} of {month}.")
    tell.say(f"{outcome.files:,} files written to {outcome.folder}. Fingerprint {outcome.fingerprint}.")
    tell.say(f"Attacked: {outcome.audit.asked:,} numbers that nobody may work out, none of which could be.")
    if outcome.together:
        tell.say(f"{len(outcome.together)} measures are told over a longer time: one month would be small numbers.")
    if outcome.held_back:
        tell.say(f"{len(outcome.held_back)} rows were held back, since with them this could be worked out:")
        for finding in outcome.learned:
            tell.say(f"  {finding.sentence}")


def serve_public(
    folder: Annotated[Path, typer.Argument(help="A folder that `everychild publish` wrote.")],
    port: Annotated[int, typer.Option("--port", help="The local port; the next free one if it is taken.")] = 8080,
) -> None:
    """Serve a published site by itself: no home, no journal and no child’s record is within its reach."""
    from everychild.errors import Tampered
    from everychild.public.serve import serve_public as serve
    from everychild.released_folder import check_site

    checked = check_site(folder)
    if checked.faults:
        raise Tampered("\n".join(checked.faults) + "\nNothing is served. Publish the month again.")
    serve(folder, port, lambda address: tell.say(f"{checked.files:,} files, as they were published, at {address}"))


def audit_release(
    folder: Annotated[Path, typer.Argument(help="The folder named data of a published site.")],
    earlier: Annotated[
        list[Path] | None, typer.Option("--earlier", help="The data of an earlier release; may be given again.")
    ] = None,
    json: JsonOption = False,
) -> None:
    """Attack a release with what is published and nothing else; exits 1 where a small number can be worked out."""
    from everychild.auditor import audit, read_published

    with tell.progress("Attacking") as step:
        step("every small number")
        found = audit(read_published(folder), [read_published(one) for one in earlier or ()])
    if json:
        tell.data(
            {
                "asked": found.asked,
                "solved": found.solved,
                "findings": [{"kind": one.kind.value, "sentence": one.sentence} for one in found.findings],
            }
        )
    else:
        for finding in found.findings:
            tell.say(finding.sentence)
        tell.say(f"{found.asked:,} numbers asked for, {len(found.findings):,} of them learned.")
    if found.findings:
        raise typer.Exit(1)
