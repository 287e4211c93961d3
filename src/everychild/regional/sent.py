"""What a council sends its region: rounded numbers, how each was counted, what they rest on, and a signature."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from everychild.calendar import Month
from everychild.disclosure.released import ReleasedEdition
from everychild.disclosure.rounding import HIGH, LOW, LOW_AT_MOST, RULE, WAY_OFF
from everychild.errors import EverychildError
from everychild.measure.figure import Window
from everychild.regional.signing import is_signed_by, sign

FORMAT = "everychild regional file, version 1"


@dataclass(frozen=True)
class Row:
    """One row as it was rounded. Where only “low” or “high” was told, `met` is the middle of what it may have been.

    `off_by` is the most that rounding moved `met`; a count has nothing considered, an average nothing met.
    """

    met: int | None
    considered: int | None
    off_by: int = WAY_OFF
    average: Fraction | None = None


@dataclass(frozen=True)
class Sent:
    """One council’s file, read."""

    council: str
    area_code: str
    """Or its short name, where a council has none: an invented one."""

    as_at: Month
    known_on: date
    edition: str
    extracts: tuple[str, ...]
    counted_as: Mapping[str, str]
    """By reference: what is counted and by which version, in letters that are the same where it is the same."""

    rows: Mapping[tuple[str, Window, Month], Row]


def file_of(released: ReleasedEdition, extracts: Mapping[str, str], attacked: str, key: Path) -> bytes:
    """The bytes to send. `extracts` are the digests the edition rests on, by the day each was taken."""
    edition = released.edition
    told = {
        "format": FORMAT,
        "council": edition.council.name,
        "area_code": edition.council.area_code or edition.council.short_name,
        "as_at": str(edition.as_at),
        "known_on": edition.known_on.isoformat(),
        "edition": edition.fingerprint,
        "extracts": dict(sorted(extracts.items())),
        "rounding": RULE,
        "attacked": attacked,
        "counted_as": counted_as(released),
        "rows": [
            [
                cell.indicator.ref,
                cell.window.value,
                str(cell.as_at),
                cell.met.text if cell.met else "",
                cell.considered.text if cell.considered else "",
                "" if cell.average is None else str(cell.average),
            ]
            for cell in released.cells
        ],
    }
    content = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return (
        json.dumps({"signed": content, "signature": sign(content.encode(), key)}, ensure_ascii=False) + "\n"
    ).encode()


def counted_as(released: ReleasedEdition) -> dict[str, str]:
    """What each measure counts, and its version: two councils with the same letters count the same thing."""
    found = {}
    for item in released.indicators:
        indicator = item.judged.indicator
        names = [one.name if one else "" for one in released.links.counts[item.ref]]
        found[item.ref] = f"{indicator.version}:{indicator.rule or ''}:{names[0]}:{names[1]}"
    return found


def read(path: Path, public_keys: Mapping[str, str]) -> Sent:
    """A file whose signature is that of the member it says it is from. Raises EverychildError otherwise.

    `public_keys` are the members’, by area code.
    """
    try:
        outer = json.loads(path.read_text(encoding="utf-8"))
        content, signature = outer["signed"], outer["signature"]
        told = json.loads(content)
        if told["format"] != FORMAT:
            raise ValueError
        sent = _sent(told)
    except (OSError, ValueError, KeyError, TypeError):
        raise EverychildError(
            f"{path.name} is not a file that `everychild regional export` wrote. Ask the council to send it again."
        ) from None
    public = public_keys.get(sent.area_code)
    if public is None:
        raise EverychildError(
            f"{path.name} is from {sent.council} ({sent.area_code}), which is not a member of this region. Add it with "
            "`everychild regional member`."
        )
    if not is_signed_by(content.encode(), signature, public):
        raise EverychildError(
            f"{path.name} is not signed with the key that {sent.council} gave, or was changed on the way. Nothing of "
            "it was taken. Ask the council to send it again, and whether it has another key now."
        )
    return sent


def _sent(told: Mapping[str, Any]) -> Sent:
    return Sent(
        council=str(told["council"]),
        area_code=str(told["area_code"]),
        as_at=Month.of(told["as_at"]),
        known_on=date.fromisoformat(told["known_on"]),
        edition=str(told["edition"]),
        extracts=tuple(told["extracts"].values()),
        counted_as=dict(told["counted_as"]),
        rows={
            (ref, Window(window), Month.of(as_at)): _row(met, considered, average)
            for ref, window, as_at, met, considered, average in told["rows"]
        },
    )


def _row(met: str, considered: str, average: str) -> Row:
    whole = int(considered) if considered.isdecimal() else None
    told = Fraction(average) if average else None
    middle, off_by = LOW_AT_MOST // 2, LOW_AT_MOST - LOW_AT_MOST // 2
    if met == LOW:
        return Row(middle, whole, off_by, told)
    if met == HIGH and whole is not None:
        return Row(whole - middle, whole, off_by + WAY_OFF, told)
    return Row(int(met) if met.isdecimal() else None, whole, average=told)
