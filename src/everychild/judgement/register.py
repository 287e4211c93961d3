"""The register of targets: which is in force, which are past or to come, and how a new one is written down.

A target is never changed: a new row with a later day takes over from that day, and the months before it keep theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import zip_longest

from everychild import wording
from everychild.catalogue import BY_REF, CATALOGUE
from everychild.catalogue.indicator import Good, Indicator, Unit
from everychild.council import FILE_NAME, Council, Target, council_from, quoted
from everychild.errors import SettingsError
from everychild.judgement.status import shortfall
from everychild.judgement.targets import floor_in_words, target_in_words


class Standing(StrEnum):
    """Where a row of the register stands on a day."""

    IN_FORCE = "in_force"
    PAST = "past"
    COMING = "coming"

    @property
    def in_words(self) -> str:
        return self.value.replace("_", " ").capitalize()


@dataclass(frozen=True)
class Registered:
    """One row of the register as it stands on a day. `until` is the last day it was, or will be, in force."""

    indicator: Indicator
    target: Target
    standing: Standing
    until: date | None
    review_overdue: bool


def register(council: Council, on: date) -> tuple[Registered, ...]:
    """Every target row, in catalogue order and then by day. Raises SettingsError for an indicator there is not."""
    for row in council.targets:
        if row.indicator not in BY_REF:
            raise SettingsError(f"{FILE_NAME}: a [[target]] names {row.indicator}, and there is no such indicator.")
    return tuple(found for indicator in CATALOGUE for found in _of_one(indicator, rows_for(council, indicator.ref), on))


def rows_for(council: Council, ref: str) -> tuple[Target, ...]:
    """An indicator's targets, oldest first."""
    return tuple(sorted((row for row in council.targets if row.indicator == ref), key=lambda row: row.since))


def _of_one(indicator: Indicator, rows: tuple[Target, ...], on: date) -> list[Registered]:
    found = []
    for row, later in zip_longest(rows, rows[1:]):
        until = None if later is None else date.fromordinal(later.since.toordinal() - 1)
        standing = Standing.COMING if row.since > on else Standing.IN_FORCE
        if until is not None and until < on:
            standing = Standing.PAST
        overdue = standing is Standing.IN_FORCE and row.next_review is not None and row.next_review < on
        found.append(Registered(indicator, row, standing, until, overdue))
    return found


def with_target(text: str, target: Target, indicator: Indicator) -> str:
    """The text of a council.toml with one row more; nothing in it is changed.

    Raises SettingsError where the row contradicts itself, the indicator, or a row that stands there already.
    """
    refuse_contradictions(target, indicator)
    for row in rows_for(council_from(text), target.indicator):
        if row.since == target.since:
            raise SettingsError(
                f"{indicator.ref} has a target since {wording.day(row.since)} already: "
                f"{target_in_words(row, indicator)}, set by {row.who}. Give another --since: a target is never "
                "changed, a later one takes over from it."
            )
    ends_line = "\r\n" if "\r\n" in text else "\n"
    gap = ends_line if text.endswith("\n") else 2 * ends_line
    added = text + gap + ends_line.join(_as_toml(target)) + ends_line
    council_from(added)
    return added


def refuse_contradictions(target: Target, indicator: Indicator) -> None:
    """Raises SettingsError where a target cannot be one for this indicator, saying what can."""
    ref = indicator.ref
    _refuse_the_wrong_shape(target, indicator)
    numbers = [*target.bounds, *([] if target.floor is None else [target.floor])]
    if any(number < 0 for number in numbers):
        raise SettingsError(f"{ref}: a target below nought can be neither met nor missed. Give 0 or more.")
    if indicator.unit is Unit.PERCENT and any(number > 100 for number in numbers):
        raise SettingsError(f"{ref} is a percentage: give its target from 0 to 100, and write 90 for 90%.")
    if target.low is not None and target.high is not None and target.low > target.high:
        raise SettingsError(f"{ref}: --low is above --high. Give the lower number to --low.")
    if target.tolerance < 0:
        raise SettingsError(f"{ref}: --tolerance is how far off still counts as close. Give 0 or more.")
    if target.next_review is not None and target.next_review < target.since:
        raise SettingsError(f"{ref}: the review would be before the target begins. Give a later --review.")
    for name, said in (("--who", target.who), ("--why", target.why), ("--source", target.source)):
        if not said.strip() or not said.isprintable():
            raise SettingsError(
                f"{ref}: {name} should say something, on one line. It is printed wherever the target is."
            )
    _refuse_a_floor_out_of_place(target, indicator)


def _refuse_the_wrong_shape(target: Target, indicator: Indicator) -> None:
    ref = indicator.ref
    if indicator.good is Good.NEITHER:
        raise SettingsError(
            f"{ref} has no better direction, so it can meet no target. It is shown for information; "
            f"`everychild catalogue {ref}` says why."
        )
    is_band = target.low is not None or target.high is not None
    if indicator.good is Good.RANGE and (target.value is not None or target.low is None or target.high is None):
        raise SettingsError(f"{ref} is best inside a range: give --low and --high, and no --value.")
    if indicator.good is not Good.RANGE and (is_band or target.value is None):
        way = "more" if indicator.good is Good.HIGHER else "less"
        raise SettingsError(f"{ref} is better the {way} it is: give --value, and no --low or --high.")


def _refuse_a_floor_out_of_place(target: Target, indicator: Indicator) -> None:
    """A floor inside the tolerance would let a figure be close to its target and unacceptable at once."""
    if target.floor is None:
        return
    beyond = shortfall(target.floor, target, indicator.good) if target.low is None else target.low - target.floor
    if beyond < target.tolerance:
        raise SettingsError(
            f"{indicator.ref}: “{floor_in_words(target, indicator)}” cannot go with a target of "
            f"{target_in_words(target, indicator)} and a tolerance of {_plain(target.tolerance)}: a figure could be "
            "close and unacceptable at once. The floor is the worst that may ever be: put it at the end of the "
            "tolerance or beyond."
        )


def _as_toml(target: Target) -> list[str]:
    numbers = (("value", target.value), ("low", target.low), ("high", target.high), ("tolerance", target.tolerance))
    return [
        "[[target]]",
        f"indicator = {quoted(target.indicator)}",
        *(f"{key} = {_plain(number)}" for key, number in numbers if number is not None),
        *([] if target.floor is None else [f"floor = {_plain(target.floor)}"]),
        f"set_by = {quoted(target.set_by.value)}",
        f"who = {quoted(target.who)}",
        f"why = {quoted(target.why)}",
        f"source = {quoted(target.source)}",
        f"since = {target.since.isoformat()}",
        *([] if target.next_review is None else [f"next_review = {target.next_review.isoformat()}"]),
    ]


def _plain(number: Fraction) -> str:
    """A number that came from decimals, as decimals."""
    whole, places = number, 0
    while whole.denominator != 1:
        whole, places = whole * 10, places + 1
    digits = str(whole.numerator).rjust(places + 1, "0")
    return digits if places == 0 else f"{digits[:-places]}.{digits[-places:]}"
