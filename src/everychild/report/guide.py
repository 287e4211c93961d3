"""How to read the dashboard, the counting rules behind it, and what each name means."""

from __future__ import annotations

from everychild import wording
from everychild.calendar import Clock
from everychild.council import Council
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.judgement.pattern import Moving
from everychild.judgement.status import Status
from everychild.measure.figure import HIDDEN, Absent
from everychild.narrative.looks_back import looks_back_to
from everychild.report import cells
from everychild.report.document import Cell, Column, Table, Term, Terms, Tone, Words, words
from everychild.report.small_numbers import LARGEST, SMALLEST

STATUSES = (Status.ON_TARGET, Status.CLOSE, Status.OFF_TARGET, Status.FOR_INFORMATION)
PATTERNS = (Moving.GETTING_BETTER, Moving.STEADY, Moving.GETTING_WORSE, Moving.TOO_FEW_POINTS)


def how_to_read(edition: JudgedEdition, *, is_rounded: bool = False) -> Table:
    """A third of a page: each thing seen, and what it says; otherwise where all its numbers are rounded."""
    month = wording.month_name(edition.as_at)
    judged = "where rounded numbers leave no doubt" if is_rounded else "judged before anything is rounded"
    hidden = (
        "A number that is not told: seven or fewer, or all but seven or fewer, or one that others would let somebody "
        "work out; and a percentage of fewer than 50. The council’s public page says which it is."
        if is_rounded
        else f"A number from {SMALLEST} to {LARGEST}, not printed so that no child can be recognised. A percentage or "
        "average that rests on one, or leaves out so few, is rounded to a whole number."
    )
    numbers = (
        Cell((Words("27 of 37", Tone.STRONG), Words("over 36", Tone.STRONG))),
        "How many met the measure, of how many considered; or how many an average is over. A year’s average of "
        "things counted is by month, so that it stands beside one month.",
    )
    rows = (
        (
            Cell(tuple(cells.status_mark(status) for status in STATUSES)),
            f"Where {month} stands against its target, {judged}. Close is off target by no "
            "more than the tolerance agreed for that indicator. For information: there is no target to judge by. "
            "Local targets are the council’s own; national ones are set outside it.",
        ),
        (
            Cell(tuple(cells.pattern_mark(moving) for moving in PATTERNS)),
            f"Whether {month} stands out from 25 months. Steady is ordinary variation, good or bad. Whether a target "
            "is reliably met, hit or miss, or won’t be met without change is read from the whole expected range.",
        ),
        (
            Cell((Words("25 months", Tone.STRONG), cells.picture(_shown_first(edition), 43, 13))),
            "Each month, oldest first. Shaded: where months fall if nothing changes, with their average. Dashed: the "
            "target then in force; dotted: what is never acceptable. The last mark is "
            f"{month}, in its status’s shape. A gap is a month without a figure; a short "
            "tick, one held back.",
        ),
        *(() if is_rounded else (numbers,)),
        (
            words(HIDDEN, Tone.STRONG),
            hidden,
        ),
        (
            words(f"{Absent.NO_CASES.in_words}; {Absent.NOT_SUPPLIED.in_words.lower()}", Tone.STRONG),
            "Why there is no figure: nothing fell to be counted, or the records were not there to count. Neither is "
            "nought, and neither is counted as on target.",
        ),
    )
    return Table(
        caption="How to read the dashboard",
        columns=(Column("What you see", 52), Column("What it says", 215)),
        rows=tuple((seen, words(says)) for seen, says in rows),
    )


def counting_rules(edition: JudgedEdition) -> Table:
    """Every clock that a figure here is counted by, as this council runs it."""
    return Table(
        caption="Counting rules",
        columns=(
            Column("What is timed", 68),
            Column("Time allowed", 34),
            Column("Counted how", 44),
            Column("Set by", 25),
            Column("Source", 96),
        ),
        rows=tuple(_rule(clock) for clock in clocks_used(edition)),
    )


def clocks_used(edition: JudgedEdition) -> tuple[Clock, ...]:
    """Each clock once, in the order the dashboard meets it."""
    found = {clock.name: clock for item in edition.indicators for clock in _clocks_of(item, edition.council)}
    return tuple(found.values())


def definitions(edition: JudgedEdition) -> Terms:
    """What each indicator counts, in a sentence, and how far back it could look where that is less than it looks."""
    return Terms(
        tuple(
            Term(f"{item.title} ({item.ref})", f"{item.meaning} {looks_back_to(item, edition)}".strip())
            for item in edition.indicators
        ),
        side_by_side=False,
    )


def _clocks_of(item: Judged, council: Council) -> tuple[Clock, ...]:
    return tuple(council.clock(clock) for clock in item.indicator.clocks)


def _rule(clock: Clock) -> tuple[Cell, ...]:
    allowed = f"At least {clock.in_words}" if clock.backwards else clock.in_words
    return (
        words(wording.sentence(clock.what)),
        words(allowed),
        words(wording.sentence(clock.rule_in_words)),
        words(wording.sentence(clock.set_by)),
        words(clock.source),
    )


def _shown_first(edition: JudgedEdition) -> Judged:
    """A figure with a target and a full picture, to explain the picture by."""
    drawn = [item for item in edition.indicators if item.target and item.pattern.limits and item.value is not None]
    return (drawn or list(edition.indicators))[0]
