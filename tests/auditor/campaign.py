"""The disclosure campaign: invented councils told month after month, each release attacked with all before it.

    python -m tests.auditor.campaign --councils 1000 --first 1

By our rounding, mending and longer times nothing may be learned, and the truth must lie in every range. The same councils by the
usual rule (1 to 5 hidden, all else exact) must leak: if they do not, the attack is not one.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from everychild.auditor import Offer, audit, lengthened, mended
from everychild.auditor.audit import Kind, Memory
from everychild.auditor.model import Model, Unknown, before, model_of
from everychild.auditor.published import Cell, Published
from everychild.auditor.rule import Rounding
from everychild.disclosure.rounding import RULE, tell, tell_met
from tests.auditor.publishing import HIDES_FEW, published

MONTHS = [f"{2017 + (n + 3) // 12}-{(n + 3) % 12 + 1:02}" for n in range(24)]
"""Two financial years from April 2017."""

LONGER = (
    (MONTHS[22], "year_to_date", 11),
    (MONTHS[22], "rolling_12", 12),
    (MONTHS[23], "quarter", 3),
)
"""The longer times of the two releases: month, window and how many months; the shortest of a month first."""

COUNTS: dict[str, tuple[str | None, str | None]] = {
    "stock": ("stock", None),
    "starts": ("starts", None),
    "ends": ("ends", None),
    "again": ("repeat starts", "starts"),
    "first": ("first starts", "starts"),
    "visits": ("in time", "due"),
    "times": ("times missing", None),
    "children": ("children missing", None),
}
LINKED = {
    "different": ("children missing",),
    "within": (("repeat starts", "starts"), ("first starts", "starts"), ("children missing", "times missing"),
               ("in time", "due")),
    "parts": (("starts", ("repeat starts", "first starts")),),
    "flows": (("stock", "starts", "ends"),),
}  # fmt: skip

Truth = dict[tuple[str, str, str], int]
"""What was so, by what is counted, window and month."""


@dataclass
class Tally:
    """What a campaign came to."""

    councils: int = 0
    months: int = 0
    artefacts: int = 0
    """Releases made and attacked, each with those before it."""

    rows: int = 0
    asked: int = 0
    learned: int = 0
    exact: int = 0
    untrue: int = 0
    taken_out: int = 0
    longer: int = 0
    """Longer times told where a month had no number."""

    refused: int = 0
    """Releases that could not be mended: publishing refuses them, so nobody reads them and no later one follows them."""

    leaks_by_the_usual_rule: int = 0
    exact_by_the_usual_rule: int = 0
    councils_that_leak: set[int] = field(default_factory=set)

    def __str__(self) -> str:
        return (
            f"councils={self.councils} months={self.months} artefacts={self.artefacts} rows={self.rows} "
            f"asked={self.asked} recoveries={self.exact} intervals_under_five={self.learned} "
            f"truth_outside={self.untrue} refused={self.refused} rows_held_back={self.taken_out} longer_times_told={self.longer}; by the usual rule learned={self.leaks_by_the_usual_rule} "
            f"exact={self.exact_by_the_usual_rule} in {len(self.councils_that_leak)} councils; "
            f"ran={self.councils} failed={self.learned + self.untrue + (not self.exact_by_the_usual_rule)}"
        )


def run(seeds: Sequence[int]) -> Tally:
    """Attacks two releases of each council, the second with late records and with the first at hand."""
    tally = Tally()
    for seed in seeds:
        tally.councils += 1
        random = Random(seed)  # invented numbers, not a secret
        truth = _council(random)
        later = _with_late_records(truth, random)
        earlier: list[Published] = []
        for so, months, name in ((truth, MONTHS[:-1], "0001"), (later, MONTHS, "newest")):
            memory: Memory = {}
            done = mended(_release(so, Rounding.of(RULE), months, name), earlier, memory)
            told, found = lengthened(done.published, list(_offers(so, done.published, months[-1])), earlier, memory)
            tally.months += len(months)
            tally.asked += found.asked
            if not done.audit.is_safe:
                tally.refused += 1
                continue
            tally.artefacts += 1
            tally.rows += len(told.cells)
            tally.learned += len(found.findings)
            tally.exact += _exact(found.findings)
            tally.taken_out += len(done.taken_out)
            tally.longer += len(told.cells) - len(done.published.cells)
            tally.untrue += sum(1 for _ in _untrue(model_of(told), so))
            earlier.append(told)
        usual = audit(_release(truth, HIDES_FEW, MONTHS, "usual"))
        tally.leaks_by_the_usual_rule += len(usual.findings)
        tally.exact_by_the_usual_rule += _exact(usual.findings)
        if usual.findings:
            tally.councils_that_leak.add(seed)
    return tally


def _exact(findings: Sequence[object]) -> int:
    kinds = (Kind.COUNT, Kind.REST)
    return sum(
        1
        for one in findings
        if getattr(one, "kind", None) in kinds and one.within and one.within.lowest == one.within.highest  # type: ignore[attr-defined]
    )


def _council(random: Random) -> Truth:
    """One council, small or large: who is there, who came and left, who was seen in time, who went missing."""
    size = random.choice((0.5, 1, 2, 5, 12))
    stock = random.randint(8, int(60 * size) + 8)
    truth: Truth = {}

    def put(counted: str, month: str, number: int) -> None:
        truth[counted, "month", month] = number

    for month in MONTHS:
        starts = random.randint(0, int(8 * size) + 2)
        ends = min(stock, random.randint(0, int(8 * size) + 2))
        stock += starts - ends
        truth["stock", "as_at", month] = stock
        again = sum(random.random() < 0.2 for _ in range(starts))
        due = random.randint(0, int(70 * size))
        times = random.randint(0, int(12 * size))
        for counted, number in (
            ("starts", starts), ("ends", ends), ("repeat starts", again), ("first starts", starts - again),
            ("due", due), ("in time", sum(random.random() < 0.85 for _ in range(due))),
            ("times missing", times), ("children missing", random.randint((times + 2) // 3, times)),
        ):  # fmt: skip
            put(counted, month, number)
    truth |= _years(truth, random)
    return truth | _sums(truth) | _different(truth, random)


def _years(truth: Truth, random: Random) -> Truth:
    years: Truth = {}
    for last in (MONTHS[11], MONTHS[23]):
        months = [before(last, back) for back in range(12)]
        for counted in {counted for counted, window, _ in truth if window == "month"}:
            by_month = [truth[counted, "month", month] for month in months]
            total = sum(by_month)
            different = random.randint(max(by_month), total) if counted == "children missing" else total
            years[counted, "financial_year", last] = different
    return years


def _with_late_records(truth: Truth, random: Random) -> Truth:
    """The same, known later: some visits of the last months were made in time after all. Sums stay sums."""
    later = dict(truth)
    for month in MONTHS[-4:-1]:
        late = min(random.randint(0, 3), truth["due", "month", month] - truth["in time", "month", month])
        later["in time", "month", month] += late
        later["in time", "financial_year", MONTHS[23]] += late
    return later | _sums(later)


def _sums(truth: Truth) -> Truth:
    """What each longer time came to in which every piece of work is counted once."""
    return {
        (counted, window, month): sum(truth[counted, "month", before(month, back)] for back in range(many))
        for counted in {counted for counted, window, _ in truth if window == "month"} - {"children missing"}
        for month, window, many in LONGER
    }


def _different(truth: Truth, random: Random) -> Truth:
    """Different children of the longer times: no fewer than of any time within one, no more than of its parts."""
    by_month = [truth["children missing", "month", month] for month in MONTHS[12:]]
    so_far = random.randint(max(by_month[:11]), sum(by_month[:11]))
    before_it = truth["children missing", "month", MONTHS[11]]
    quarter = random.randint(max(by_month[9:]), min(sum(by_month[9:]), so_far + by_month[11]))
    least = max(so_far, quarter, by_month[11])
    return {
        ("children missing", "year_to_date", MONTHS[22]): so_far,
        ("children missing", "rolling_12", MONTHS[22]): random.randint(max(so_far, before_it), so_far + before_it),
        ("children missing", "quarter", MONTHS[23]): quarter,
        ("children missing", "financial_year", MONTHS[23]): random.randint(least, so_far + by_month[11]),
    }


def _offers(truth: Truth, safe: Published, newest: str) -> Iterator[Offer]:
    """Longer times of each measure whose newest month has no number, as the release offers them."""
    rounding = Rounding.of(RULE)
    for month in safe.cells:
        if month.as_at != newest or month.window != "month" or month.numerator.isdigit():
            continue
        cells = [_cell(month.ref, truth, rounding, window, when) for when, window, _ in LONGER if when == newest]
        told = tuple(cell for cell in cells if cell.numerator.isdigit())
        if told:
            yield Offer(told)


def _release(truth: Truth, rounding: Rounding, months: Sequence[str], name: str) -> Published:
    cells = list(_cells(truth, rounding, set(months)))
    return published(cells, rounding, COUNTS, name=name, **LINKED)  # type: ignore[arg-type]


def _cells(truth: Truth, rounding: Rounding, months: set[str]) -> Iterator[Cell]:
    for ref, (met, _) in COUNTS.items():
        for counted, window, month in truth:
            if counted == met and month in months and window in ("as_at", "month", "financial_year"):
                yield _cell(ref, truth, rounding, window, month)


def _cell(ref: str, truth: Truth, rounding: Rounding, window: str, month: str) -> Cell:
    met, considered = COUNTS[ref]
    number = truth[str(met), window, month]
    whole = truth[considered, window, month] if considered else None
    if rounding.nearest == 1:
        shown = _hiding_few(number)
        out_of = "" if whole is None else _hiding_few(whole)
    else:
        shown = tell(number).text if whole is None else tell_met(number, whole).text
        out_of = "" if whole is None else tell(whole).text
    return Cell(ref, ref.capitalize(), window, month, shown, out_of)


def _hiding_few(number: int) -> str:
    return "c" if 1 <= number <= HIDES_FEW.low_at_most else str(number)


def _untrue(model: Model, truth: Truth) -> Iterator[str]:
    """Bounds and equations that the truth breaks: a published number that is wrong."""

    def of(unknown: Unknown) -> int:
        return truth[unknown.counted, unknown.window, unknown.as_at]

    for unknown, told in model.bounds.items():
        if not unknown.told_in and not (told.lowest <= of(unknown) <= (told.highest or of(unknown))):
            yield f"{unknown}"
    for equation in model.equations:
        total = sum(by * of(unknown) for unknown, by in equation.terms)
        low, high = equation.lowest, equation.highest
        if (low is not None and total < low) or (high is not None and total > high):
            yield f"{equation}"


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--councils", type=int, default=1000)
    asked.add_argument("--first", type=int, default=1)
    given = asked.parse_args()
    print(run(range(given.first, given.first + given.councils)))
