"""Letters in words. A letter leaves the council’s own walls: it names areas and days, and never a child or a figure.

Whoever reads it opens Everychild for the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from everychild import wording
from everychild.judgement.judged import FlaggedArea, JudgedEdition
from everychild.web.addresses import COMMENTARY, Place

NO_CHILD = "There is nothing about any child in this message. Please put nothing about one in an answer to it."
BY_HAND = "Open Everychild"


@dataclass(frozen=True)
class Letter:
    subject: str
    text: str


def words_wanted(edition: JudgedEdition, wanted: Sequence[FlaggedArea], by: date | None, address: str) -> Letter:
    """To those who write, about areas that have no approved words yet; `by` is the day the calendar gives them."""
    month = wording.month(edition.as_at)
    many = wording.count(len(wanted), "area for improvement has", "areas for improvement have")
    until = f"Please write by {wording.day(by)}." if by else "Please write as soon as you can."
    areas = "\n".join(f"- {area.area.title} ({', '.join(item.ref for item in area.judged)})" for area in wanted)
    text = (
        f"{wording.sentence(many)} no approved words yet in {edition.council.short_name}’s figures of {month}:\n\n"
        f"{areas}\n\n{until} {_where(address, f'{COMMENTARY}{edition.as_at}/', 'Commentary')}\n\n{NO_CHILD}\n"
    )
    return Letter(f"Words wanted: children’s services, {month}", text)


def published(edition: JudgedEdition, areas: Sequence[FlaggedArea], address: str) -> Letter:
    """To those who sign and answer for the figures, once a month is out: what it comes to, in a few lines."""
    month = wording.month(edition.as_at)
    listed = "; ".join(area.area.title for area in areas)
    many = wording.count(len(areas), "area for improvement", "areas for improvement")
    said = f"{wording.sentence(many)}: {listed}." if areas else "No area is on the list for improvement."
    text = (
        f"{edition.council.short_name}’s children’s services figures of {month} are published.\n"
        f"{said}\n"
        f"{_where(address, Place(edition.as_at).overview, f'the overview of {month}')}\n"
        f"Fingerprint {edition.fingerprint[:12]}.\n"
        f"{NO_CHILD}\n"
    )
    return Letter(f"Published: children’s services, {month}", text)


def _where(address: str, path: str, named: str) -> str:
    return f"{address.rstrip('/')}{path}" if address else f"{BY_HAND}, {named}."


def came_to(
    letter: Letter, sent: Sequence[str], refused: Sequence[str], without: Sequence[str], *, is_reached: bool = True
) -> str:
    """Whom a letter went to, and whom it did not."""
    if not sent and not refused:
        return "Nobody it is for has an e-mail address here: an administrator can give them one."
    told = [f"“{letter.subject}” went to {wording.listed(sent)}." if sent else "It went to nobody."]
    if refused and is_reached:
        told.append(f"The mail server refused it for {wording.listed(refused)}.")
    elif refused:
        told.append(
            f"The mail server could not be reached, so it did not go to {wording.listed(refused)}. Ask again later."
        )
    if without:
        has = "has" if len(without) == 1 else "have"
        told.append(f"{wording.listed(without)} {has} no e-mail address here.")
    return " ".join(told)
