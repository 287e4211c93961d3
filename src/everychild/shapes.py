"""The JSON the commands and pages give: stable shapes that other programs rely on. Fields are added, never renamed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from everychild.behind import Behind, Moved, Row
from everychild.calendar import Clock
from everychild.catalogue.indicator import Indicator, Unit
from everychild.checked import Checks, RowAtFault
from everychild.comparators.beside import Beside
from everychild.comparators.published import ATTRIBUTION, State
from everychild.comparators.reading import Reading
from everychild.comparators.series import Comparison
from everychild.comparators.years import InYear
from everychild.council import Target
from everychild.doubts import Doubts
from everychild.explained import Explained
from everychild.intake.unknown_words import UnknownWords
from everychild.journal.ledger import Place
from everychild.judgement.decisions import FlagDecision
from everychild.judgement.forecast import Forecast
from everychild.judgement.judged import Code, FlaggedArea, Judged, JudgedEdition
from everychild.judgement.preview import Preview
from everychild.judgement.register import Registered
from everychild.judgement.status import Status
from everychild.judgement.targets import target_in_words
from everychild.judgement.the_list import Moves, decision_before, decision_on, with_reason
from everychild.judgement.what_if import Answer
from everychild.measure.due import Ahead
from everychild.measure.figure import Figure, Window, scaled
from everychild.measure.late import FirstTold
from everychild.measure.rate import rate_of
from everychild.month_end import Loaded
from everychild.narrative import area_sentence, improvement_sentence
from everychild.narrative.offers import Typed
from everychild.narrative.profile import profile
from everychild.narrative.the_list import left_sentence
from everychild.pre_flight import PreFlight
from everychild.reconciled import Reconciled
from everychild.reconciliation.differences import Told
from everychild.reconciliation.summary import Summary
from everychild.reconciliation.telling import in_words, stated_in_words
from everychild.recording_gaps import Gaps
from everychild.restated import Restated
from everychild.store.extracts import fault_as_data
from everychild.trial import Tried
from everychild.worklist import Worklist

Shape = dict[str, Any]
WINDOW_ORDER = (
    Window.MONTH,
    Window.AS_AT,
    Window.YEAR_TO_DATE,
    Window.ROLLING_12,
    Window.QUARTER,
    Window.FINANCIAL_YEAR,
    Window.ACADEMIC_YEAR_TO_DATE,
    Window.ACADEMIC_YEAR,
)


def as_json(data: object) -> str:
    """JSON as printed: one object a line in lists, so that two months can be compared with diff."""
    if isinstance(data, list):
        if not data:
            return "[]"
        return "[\n" + ",\n".join(json.dumps(item, ensure_ascii=False) for item in data) + "\n]"
    return json.dumps(data, ensure_ascii=False, indent=1)


def ahead_shape(ahead: Ahead, item: Judged) -> Shape:
    """What is known ahead of an indicator."""
    target = item.target.value if item.target else None
    return {
        "ref": ahead.ref,
        "title": item.title,
        "how": ahead.looking.value,
        "from": ahead.first.isoformat(),
        "to": ahead.last.isoformat(),
        "known_on": ahead.known_on.isoformat(),
        "met": ahead.met,
        "lost": ahead.lost,
        "to_do": ahead.to_do,
        "if_all": number(ahead.if_all),
        "if_none": number(ahead.if_none),
        "target": number(target),
        "needed": None if target is None else ahead.needed(target),
        "meetings_due": ahead.meetings,
    }


def first_told_shape(told: FirstTold, item: Judged) -> Shape:
    """A month as it was first told and as it is known now; null where no extract has told it again."""
    indicator = item.indicator
    return {
        "ref": told.ref,
        "month": str(told.month),
        "first_known_on": told.first_known_on.isoformat(),
        "known_on": told.known_on.isoformat(),
        "first_numerator": told.first.numerator,
        "first_denominator": told.first.denominator,
        "first_value": number(told.first.value(indicator)),
        "now_numerator": None if told.now is None else told.now.numerator,
        "now_denominator": None if told.now is None else told.now.denominator,
        "now_value": None if told.now is None else number(told.now.value(indicator)),
        "from_work_written_up_later": None if told.now is None else number(told.recording_cost(indicator)),
        "from_work_done_since": None if told.now is None else number(told.done_after(indicator)),
        "from_rows_taken_out_or_changed": number(told.otherwise(indicator)),
        "rows_written_up": told.rows_written_up,
        "rows_done_since": told.rows_done_since,
        "rows_otherwise": told.rows_otherwise,
    }


def pre_flight_shapes(found: PreFlight) -> list[Shape]:
    """Each thing looked for before a paper is published, whether it stops one, and where it is not so."""
    return [
        {"check": check.title, "stops": check.stops, "is_failure": check.is_failure, "found": list(check.found)}
        for check in found.checks
    ]


def doubt_shapes(doubts: Doubts, edition: JudgedEdition) -> list[Shape]:
    """Every rule, flat: one row for each figure it touches, one where it touches none, was clean or was not run."""

    def one(code: str, title: str, standing: str, **more: object) -> Shape:
        known = {"list": "", "column": "", "rows": 0, "became": "", "ref": "", "value": None, "lowest": None}
        return {"rule": code, "title": title, "standing": standing, **known, "highest": None, "because": "", **more}

    rows: list[Shape] = []
    for line in doubts.found:
        told: Shape = {"list": line.list_title, "column": line.column, "rows": line.rows, "became": line.severity.value}
        told["because"] = " ".join(line.messages)
        figures: list[Shape] = [
            {
                "ref": touched.ref,
                "value": number(item.value),
                "lowest": number(item.value_of(touched.lowest)),
                "highest": number(item.value_of(touched.highest)),
            }
            for touched in line.touches
            if (item := edition.by_ref(touched.ref)) is not None
        ]
        rows += [one(line.rule.code, line.rule.title, "found", **told, **figure) for figure in figures or [{}]]
    rows += [one(rule.code, rule.title, "clean", because=f"asked of {lists} lists") for rule, lists in doubts.clean]
    return rows + [one(rule.code, rule.title, "not_run", because=why) for rule, why in doubts.not_run]


def checks_shape(found: Checks) -> list[Shape]:
    """Every quality rule that was asked, or could not be, and what came of it."""
    return [
        {
            "set": kind.title,
            "rule": result.code,
            "says": result.says,
            "weight": result.weight.value,
            "owner": result.owner.value,
            "outcome": result.outcome.value,
            "rows": result.rows,
            "children": result.children,
            "because": result.because,
            "about": list(result.about),
            "touches": list(result.touches),
        }
        for kind in found.sets
        for result in kind.results
    ]


def rows_at_fault_shape(found: Sequence[RowAtFault], places: Sequence[Place]) -> list[Shape]:
    """Rows that break quality rules, each by its place."""
    return [
        {"set": row.kind, "rule": row.code, "file": place.file, "sheet": place.sheet, "row": place.row}
        for row, place in zip(found, places, strict=True)
    ]


def reconciled_shape(found: Summary) -> Shape:
    """What sources tell otherwise, in counts; null where there was nothing to compare with."""
    return {
        "compared": [
            {
                "kind": pair.kind,
                "one": pair.one.value,
                "other": pair.other.value,
                "from": _day(pair.first),
                "to": _day(pair.last),
                "rows_of_one": pair.one_rows,
                "rows_of_other": pair.other_rows,
                "same": pair.same if pair.is_compared else None,
                "otherwise": {str(how): times for how, times in pair.differs.items()} if pair.is_compared else None,
            }
            for pair in found.pairs
        ],
        "at_month_end": [
            {
                "title": each.title,
                "on": each.on.isoformat(),
                "counts": {count.source.value: count.children for count in each.counts},
                "apart": each.apart if each.is_compared else None,
            }
            for each in found.at_month_end
        ],
        "stated": [
            {
                "title": figure.title,
                "rows": figure.rows,
                "otherwise": None if figure.because else figure.otherwise,
                "because": figure.because,
            }
            for figure in found.stated
        ],
        "nothing_to_compare_with": [{"kind": one.kind, "source": one.source.value} for one in found.alone],
    }


def reconciled_rows(found: Summary) -> list[Shape]:
    """The same as a table: a row for each number, nothing nested; null where there was nothing to compare with."""

    def row(about: str, kind: str, one: str, other: str | None, what: str, number: int | None) -> Shape:
        return {"about": about, "kind": kind, "one": one, "other": other, "what": what, "number": number}

    told = []
    for pair in found.pairs:
        sides = ("compared", pair.kind, pair.one.value, pair.other.value)
        told += [row(*sides, "rows_of_one", pair.one_rows), row(*sides, "rows_of_other", pair.other_rows)]
        told.append(row(*sides, "same", pair.same if pair.is_compared else None))
        told += [row(*sides, str(how), times) for how, times in pair.differs.items() if pair.is_compared]
    for each in found.at_month_end:
        told += [
            row("at_month_end", each.title, count.source.value, None, "children", count.children)
            for count in each.counts
        ]
    for figure in found.stated:
        told.append(row("stated", figure.title, "", None, "rows", figure.rows))
        told.append(row("stated", figure.title, "", None, "otherwise", None if figure.because else figure.otherwise))
    return told + [row("nothing_to_compare_with", one.kind, one.source.value, None, "", None) for one in found.alone]


def difference_shapes(found: Reconciled, placed: Mapping[int, Place]) -> list[Shape]:
    """Every difference with the row each side tells it in; `is_in_use` where figures count that very row."""
    told = [
        {
            "kind": one.kind.title,
            "how": one.how.value,
            "child_id": one.child_id,
            "on": one.on.isoformat(),
            "says": in_words(one),
            "days_apart": one.days,
            **_whose(found, one.child_id),
            **_side("one", one.one, placed),
            **_side("other", one.other, placed),
        }
        for one in found.differences
    ]
    told += [
        {
            "kind": checked.figure.title,
            "how": "stated otherwise than the events give",
            "child_id": row.child_id,
            "on": row.on.isoformat(),
            "says": stated_in_words(checked.figure, row),
            "days_apart": None,
            **_whose(found, row.child_id),
            **_side("one", Told(None, row.source_id, None, is_in_use=True), placed),
            **_side("other", Told(None, None, None), placed),
        }
        for checked in found.stated
        for row in checked.otherwise
    ]
    return told


def _whose(found: Reconciled, child_id: str | None) -> Shape:
    who = found.holds.get(child_id or "")
    return {"team": who.team if who else None, "worker": who.worker_id if who else None}


def _side(name: str, told: Told, placed: Mapping[int, Place]) -> Shape:
    place = placed.get(told.source_id) if told.source_id is not None else None
    return {
        f"{name}_source": told.source.value if told.source else None,
        f"{name}_file": place.file if place else None,
        f"{name}_sheet": place.sheet if place else None,
        f"{name}_row": place.row if place else None,
        f"{name}_taken_on": _day(told.taken_on),
        f"{name}_is_in_use": told.is_in_use if place else None,
    }


def gaps_shape(gaps: Gaps, places: Sequence[Place]) -> Shape:
    """Hints at work done and not written up, each with its place, and how earlier ones did."""
    return {
        "ref": gaps.indicator.ref,
        "known_on": gaps.known_on.isoformat(),
        "overdue": len(gaps.overdue),
        "hints": [
            {
                "due_on": _day(hint.row.due_on),
                "likely_because": hint.rule.value,
                "says_so": _day(hint.on),
                "file": place.file,
                "sheet": place.sheet,
                "row": place.row,
            }
            for hint, place in zip(gaps.hints, places, strict=True)
        ],
        "checked_on": _day(gaps.checked_on),
        "precision": [
            {"rule": one.rule.value, "given": one.given, "confirmed": one.confirmed, "share": number(one.share)}
            for one in gaps.precision
        ],
    }


def forecast_shape(told: Forecast) -> Shape:
    """The months to come with their intervals, and how such a forecast has done."""
    return {
        "ref": told.ref,
        "months_held": told.months_held,
        "is_seasonal": told.is_seasonal,
        "months": [
            {
                "month": str(month.month),
                "middle": number(month.middle),
                "low_80": number(month.low_80),
                "high_80": number(month.high_80),
                "low_95": number(month.low_95),
                "high_95": number(month.high_95),
            }
            for month in told.months
        ],
        "tested": told.test.tested,
        "within_80": told.test.within_80,
        "within_95": told.test.within_95,
        "error": number(told.test.error),
        "error_of_last_year": number(told.test.error_of_last_year),
    }


def answer_shape(answer: Answer) -> Shape:
    """A what-if: before, after, and the lines that say what they rest on."""
    return {"before": number(answer.before), "after": number(answer.after), "lines": list(answer.lines)}


def figure_shapes(edition: JudgedEdition, figures: Iterable[Figure], breakdown: str | None) -> list[Shape]:
    """Every window of the month and its history for all children; with a breakdown, the month's groups as well.

    The month itself comes first. Target, floor and what was lacking are by the target then in force; status, pattern
    and outlook stand on the row that was judged and are null elsewhere.
    """
    by_key = {item.indicator.key: item for item in edition.indicators}
    places = {key: place for place, key in enumerate(by_key)}
    windows = list(WINDOW_ORDER)
    chosen = [
        figure
        for figure in figures
        if figure.ref in by_key
        and (figure.breakdown is None or (figure.breakdown == breakdown and figure.as_at == edition.as_at))
    ]
    chosen.sort(
        key=lambda figure: (places[figure.ref], -figure.as_at.index, windows.index(figure.window), figure.group or "")
    )
    return [figure_shape(figure, by_key[figure.ref], edition) for figure in chosen]


def figure_shape(figure: Figure, judged: Judged, edition: JudgedEdition) -> Shape:
    is_judged = figure == judged.figure
    is_whole = figure.breakdown is None and figure.window is judged.window
    target = judged.target_in(figure.as_at)
    rate = rate_of(figure, judged.indicator, edition.council.population_in(figure.as_at.year))
    return {
        "ref": judged.ref,
        "rule": judged.indicator.rule,
        "title": judged.title,
        "as_at": figure.as_at.last_day.isoformat(),
        "known_on": edition.known_on.isoformat(),
        "window": figure.window.value,
        "breakdown": figure.breakdown,
        "group": figure.group,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "value": number(figure.value(judged.indicator.unit)),
        "unit": judged.indicator.unit.value,
        "median": median(figure, judged.indicator.unit),
        "rate_per_10_000": number(rate.value) if rate else None,
        "rate_is_annualised": rate.is_annualised if rate else None,
        "population": rate.population.children if rate else None,
        "population_year": rate.population.year if rate else None,
        "good": judged.indicator.good.value,
        "target": target_number(target),
        "target_in_words": target_in_words(target, judged.indicator) if target else None,
        "floor": number(target.floor) if target else None,
        "more_needed": judged.more_needed_in(figure) if is_whole else None,
        "fewer_needed": judged.fewer_needed_in(figure) if is_whole else None,
        "status": judged.status.value if is_judged else None,
        "pattern": judged.pattern.moving.value if is_judged else None,
        "outlook": judged.outlook.value if is_judged and judged.outlook else None,
        "charted": judged.pattern.chart.value if is_judged else None,
        "absent": figure.absent.value if figure.absent else None,
        "seen_from": _day(edition.seen_from.get(judged.ref)),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def headline_shape(item: Judged, edition: JudgedEdition) -> Shape:
    """One indicator as the overview and its section tell it: the month, others beside it, and how it is judged."""
    unit = item.indicator.unit

    def value(figure: Figure | None) -> float | int | None:
        return None if figure is None else number(figure.value(unit))

    return {
        **figure_shape(item.figure, item, edition),
        "section": item.indicator.section.title,
        "area": item.indicator.area.title if item.indicator.area else None,
        "last_month": value(item.last_month),
        "same_month_last_year": value(item.same_month_last_year),
        "last_financial_year": value(item.last_financial_year),
        "is_flagged": item.is_flagged,
        "points": item.points,
        "reasons": " ".join(reason.code.value for reason in item.reasons),
    }


def profile_shapes(edition: JudgedEdition, beside: Callable[[Judged], Beside | None]) -> list[Shape]:
    """The profile, flat: a row for each indicator of a part, then one for each group of each of its splits."""
    rows: list[Shape] = []
    for told in profile(edition):
        rows += [_profile_row(told.part.title, item, item.figure, beside(item), edition) for item in told.items]
        for split in told.splits:
            rows += [_profile_row(told.part.title, split.item, figure, None, edition) for figure in split.groups]
    return rows


def _profile_row(part: str, item: Judged, figure: Figure, beside: Beside | None, edition: JudgedEdition) -> Shape:
    unit, is_whole = item.indicator.unit, figure.breakdown is None
    near = beside.neighbours if beside else None

    def value(of: Figure | None) -> float | int | None:
        return None if of is None or not is_whole else number(of.value(unit))

    return {
        "part": part,
        "ref": item.ref,
        "title": item.title,
        "as_at": figure.as_at.last_day.isoformat(),
        "known_on": edition.known_on.isoformat(),
        "window": figure.window.value,
        "breakdown": figure.breakdown,
        "group": figure.group,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "value": number(figure.value(unit)),
        "unit": unit.value,
        "absent": figure.absent.value if figure.absent else None,
        "twelve_months": value(item.rolling_12),
        "same_month_last_year": value(item.same_month_last_year),
        "others_told_in": beside.series.told.value if beside else None,
        "others_of": beside.series.when.in_words(beside.year) if beside else None,
        "england": number(beside.england.value) if beside else None,
        "region": number(beside.region.value) if beside and beside.region else None,
        "neighbours": number(near.median) if near else None,
        "ours_then": number(beside.ours.value) if beside and beside.ours else None,
        "is_comparable": beside.comparison.is_comparable if beside else None,
    }


def median(figure: Figure, unit: Unit) -> float | int | None:
    return None if figure.median_twice is None else number(scaled(Fraction(figure.median_twice, 2), unit))


def target_number(target: Target | None) -> float | int | list[Any] | None:
    if target is None:
        return None
    return number(target.value) if target.value is not None else [number(target.low), number(target.high)]


def registered_shape(row: Registered) -> Shape:
    """One row of the register of targets."""
    target = row.target
    return {
        "ref": row.indicator.ref,
        "title": row.indicator.title_for({}),
        "good": row.indicator.good.value,
        "unit": row.indicator.unit.value,
        "value": number(target.value),
        "low": number(target.low),
        "high": number(target.high),
        "tolerance": number(target.tolerance),
        "floor": number(target.floor),
        "in_words": target_in_words(target, row.indicator),
        "set_by": target.set_by.value,
        "who": target.who,
        "why": target.why,
        "source": target.source or None,
        "since": target.since.isoformat(),
        "until": _day(row.until),
        "standing": row.standing.value,
        "next_review": _day(target.next_review),
        "review_overdue": row.review_overdue,
    }


def preview_shape(found: Preview) -> Shape:
    """What a target would change."""
    unit = found.before.indicator.unit
    rated = (Status.ON_TARGET, Status.CLOSE, Status.OFF_TARGET)
    return {
        "ref": found.before.ref,
        "title": found.before.title,
        "months": [
            {
                "as_at": month.figure.as_at.last_day.isoformat(),
                "value": number(month.figure.value(unit)),
                "target": target_number(month.target),
                "status": month.status.value,
                "target_tried": target_number(month.proposed),
                "would_be": month.would_be.value,
            }
            for month in found.months
        ],
        "was": {status.value: found.was(status) for status in rated},
        "would_be": {status.value: found.would_be(status) for status in rated},
        "flags": [
            {
                "ref": change.after.ref,
                "was_flagged": change.before.is_flagged,
                "would_be_flagged": change.after.is_flagged,
                "points": change.before.points,
                "would_be_points": change.after.points,
                "gained": [reason.code.value for reason in change.gained],
                "lost": [reason.code.value for reason in change.lost],
            }
            for change in found.flags
        ],
        "areas_that_would_come": [area.area.name for area in found.came],
        "areas_that_would_leave": [area.area.name for area in found.left],
    }


def area_shape(area: FlaggedArea, edition: JudgedEdition) -> Shape:
    """One area for improvement."""
    return {
        "area": area.area.name,
        "title": area.area.title,
        "sentence": str(area_sentence(area, edition)),
        "points": area.points,
        "reasons": [code.value for code in area.codes],
        "indicators": [judged.ref for judged in area.judged],
        "children_affected": area.children_affected,
        "months_off_target": area.months_off_target,
        "decision": decision_shape(decision_on(edition, area)),
        "earlier_decision": decision_shape(decision_before(edition, area)),
        "figures": [
            {
                **figure_shape(judged.figure, judged, edition),
                "points": judged.points,
                "reasons": [
                    {"code": reason.code.value, "points": reason.points, "sentence": reason.sentence}
                    for reason in judged.reasons
                ],
            }
            for judged in area.judged
        ],
    }


def decision_shape(said: FlagDecision | None) -> Shape | None:
    """A person’s word on an area; null where nobody has said one."""
    if said is None:
        return None
    return {
        "decision": said.decision.value,
        "by": said.by,
        "role": said.role or None,
        "reason": said.reason or None,
        "at": said.at.isoformat(),
        "edition": said.edition,
    }


def list_shape(edition: JudgedEdition, moved: Moves) -> Shape:
    """The whole list: the areas as `area_shape` gives them, and what stands beside them."""
    return {
        "areas": [area_shape(area, edition) for area in edition.areas],
        "new": [area.area.name for area in moved.new],
        "left": [
            {
                "area": left.area.area.name,
                "title": left.area.area.title,
                "sentence": str(left_sentence(left)),
                "indicators": [
                    {
                        "ref": one.now.ref,
                        "points_then": one.then.points,
                        "points_now": one.now.points,
                        "fell_away": [reason.code.value for reason in one.fell_away],
                        "absent": one.now.figure.absent.value if one.now.figure.absent else None,
                    }
                    for one in left.because
                ],
            }
            for left in moved.left
        ],
        "early_warnings": _with_reason(edition, Code.E1),
        "overdue_growing": _with_reason(edition, Code.O1),
        "improvements": [
            {"ref": item.ref, "title": item.title, "sentence": str(improvement_sentence(item))}
            for item in edition.improvements
        ],
    }


def _with_reason(edition: JudgedEdition, code: Code) -> list[Shape]:
    return [
        {"ref": item.ref, "title": item.title, "sentence": reason.sentence}
        for item in with_reason(edition.indicators, code)
        for reason in item.reasons
        if reason.code is code
    ]


def loaded_shape(loaded: Loaded) -> Shape:
    """The account of a load: every row of every file."""
    return {
        "extract": loaded.extract,
        "extracted_on": _day(loaded.extracted_on),
        "files": [
            {
                "file": file.name,
                "sha256": file.sha256,
                "format": file.format,
                "rows": file.rows,
                "accepted": file.accepted,
                "queried": file.queried,
                "set_aside": file.set_aside,
                "skipped": list(file.skipped),
                "faults": [fault_as_data(fault) for fault in file.faults],
                "read_as": [word.in_words for word in file.read_as],
                "unknown_words": [_unknown_shape(words) for words in file.unknown],
            }
            for file in loaded.files
        ],
        "already_loaded": list(loaded.already_loaded),
        "read_anew": list(loaded.read_anew),
    }


def _unknown_shape(words: UnknownWords) -> Shape:
    return {
        "sheet": words.sheet,
        "list": words.layout or None,
        "headings": list(words.headings),
        "values": [{"column": each.column, "value": each.written, "rows": each.times} for each in words.values],
        "values_not_shown": words.not_shown,
    }


def tried_shape(tried: Tried) -> Shape:
    """What a trial would move, and how it differs from last time."""
    moves = tried.moves
    return {
        "differences": [
            {
                "record": one.record,
                "rows": one.rows,
                "last_time": one.last_time,
                "usual": one.usual,
                "is_unusual": one.is_unusual,
                "children_new": one.children_new,
                "children_gone": one.children_gone,
                "children_renamed": one.children_renamed,
            }
            for one in tried.differences
        ],
        "moves": None
        if moves is None
        else {
            "month": str(moves.month),
            "edition": moves.edition,
            "figures": [
                {
                    "ref": move.was.ref,
                    "title": move.was.title,
                    "was": _told(move.was.figure, move.was.indicator.unit),
                    "would_be": _told(move.would_be.figure, move.would_be.indicator.unit),
                    "status": move.was.status.value,
                    "would_be_status": move.would_be.status.value,
                }
                for move in moves.moved
            ],
            "would_come": list(moves.would_come),
            "would_leave": list(moves.would_leave),
        },
    }


def behind_shape(found: Behind) -> list[Shape]:
    """The rows behind a figure; what they add sums to its numerator and its denominator."""
    return [{"record": found.indicator.of.counted_in_one, **row_shape(row)} for row in found.rows]


def row_shape(row: Row) -> Shape:
    return {
        "part": row.part.value,
        "file": row.file,
        "sheet": row.sheet,
        "row": row.row,
        "why": row.why,
        "adds_to_numerator": row.numerator,
        "adds_to_denominator": row.denominator,
    }


def moved_shape(found: Iterable[Moved]) -> list[Shape]:
    """Rows that another rule counts differently: `part` is where that rule puts them."""
    return [{"was": item.before.value, **row_shape(item.row)} for item in found]


def restated_shape(found: Iterable[Restated]) -> list[Shape]:
    """Figures told otherwise than before."""
    return [
        {
            "ref": item.indicator.ref,
            "rule": item.indicator.rule,
            "title": item.indicator.title_for({}),
            "as_at": item.month.last_day.isoformat(),
            "was": _told(item.before, item.indicator.unit),
            "is_now": _told(item.after, item.indicator.unit),
            "is_recounted": item.is_recounted,
            "came": [row_shape(row) for row in item.came],
            "went": [row_shape(row) for row in item.went],
        }
        for item in found
    ]


def _told(figure: Figure, unit: Unit) -> Shape:
    return {
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "value": number(figure.value(unit)),
        "absent": figure.absent.value if figure.absent else None,
    }


def indicator_shape(indicator: Indicator, clocks: Mapping[str, Clock]) -> Shape:
    """A definition, whole."""
    clock = clocks.get(indicator.clock.name, indicator.clock) if indicator.clock else None
    return {
        "ref": indicator.ref,
        "title": indicator.title_for(clocks),
        "meaning": indicator.meaning_for(clocks),
        "why": indicator.why,
        "good": indicator.good.value,
        "kind": indicator.kind,
        "unit": indicator.unit.value,
        "section": indicator.section.title,
        "area": indicator.area.name if indicator.area else None,
        "clock": {"what": clock.what, "length": clock.in_words, "counts": clock.rule_in_words} if clock else None,
        "standard": {"set_by": clock.set_by, "length": clock.in_words, "source": clock.source} if clock else None,
        "set_by": indicator.set_by.value,
        "source": indicator.source,
        "comparator": indicator.comparator,
        "breakdowns": [breakdown.name for breakdown in indicator.breakdowns],
        "misuse": indicator.misuse,
        "influence": indicator.influence.value,
        "owner": indicator.owner,
        "other_names": list(indicator.synonyms),
        "backlog": indicator.backlog,
        "why_no_backlog": indicator.no_backlog or None,
        "other_rules": [
            {"name": rule.name, "title": rule.title, "why": rule.why, "version": rule.version}
            for rule in indicator.other_rules
        ],
        "version": indicator.version,
        "effective_from": indicator.effective_from.isoformat(),
        "condition_in_words": indicator.condition_in_words(clocks),
        "examples": [
            {
                "says": example.says,
                "rows": [line.strip() for line in example.rows.strip().splitlines()],
                "expect": example.expect,
            }
            for example in indicator.examples
        ],
    }


def reading_shape(reading: Reading, is_new: bool) -> Shape:
    """The account of one published file."""
    return {
        "file": reading.file,
        "sha256": reading.sha256,
        "kind": reading.kind.value,
        "family": reading.family,
        "vintage": reading.vintage,
        "rows": reading.rows,
        "values": reading.values,
        "states": reading.states,
        "passed_over": list(reading.passed_over),
        "set_aside": [
            {"column": one.column, "first_row": one.first_row, "cells": one.cells, "why": one.why}
            for one in reading.set_aside
        ],
        "already_loaded": not is_new,
    }


def published_shape(comparison: Comparison, row: InYear) -> Shape:
    """One area’s published value in one year."""
    known = row.known
    return {
        "ref": comparison.ref,
        "series": comparison.series.name,
        "title": comparison.series.title,
        "unit": comparison.series.told.value,
        "comparable": comparison.is_comparable,
        "because": comparison.because,
        "year": row.year,
        "period": known.period.label if known else None,
        "area": row.area or None,
        "area_name": row.name,
        "value": number(row.value),
        "state": known.told.value if known and isinstance(known.told, State) else None,
        "numerator": number(known.numerator) if known else None,
        "denominator": number(known.denominator) if known else None,
        "model": row.model.since.isoformat() if row.model else None,
        "model_in_force": row.is_in_force if row.model else None,
        "neighbours_known": row.how_many if row.model else None,
        "vintage": known.release.vintage if known else None,
        "file": known.release.file if known else None,
        "sha256": known.release.sha256 if known else None,
        "licence": ATTRIBUTION,
    }


def number(value: Fraction | None) -> float | int | None:
    """A JSON number: whole where it is whole, else the nearest double; not rounded for display."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)


def typed_shape(found: Sequence[Typed], text: str) -> list[Shape]:
    """Numbers somebody typed, with what each could be; one that nothing says has no offers."""
    return [
        {
            "text": each.text,
            "line": text.count("\n", 0, each.start) + 1,
            "start": each.start,
            "end": each.end,
            "offers": [
                {
                    "says": offer.says,
                    "is_exact": offer.is_exact,
                    "quantity": offer.number.source.quantity.value,
                    "ref": offer.number.source.ref or None,
                    "month": str(offer.number.source.month) if offer.number.source.month else None,
                    "window": offer.number.source.window.value if offer.number.source.window else None,
                    "breakdown": offer.number.source.breakdown or None,
                    "group": offer.number.source.group or None,
                }
                for offer in each.offers
            ],
        }
        for each in found
    ]


def worklist_shape(found: Worklist, places: Sequence[Place]) -> list[Shape]:
    """Every piece of work, as it is ordered, with the row it rests on."""
    return [
        {
            "ref": piece.ref,
            "work": piece.title,
            "state": piece.when.value,
            "due_on": _day(piece.due_on),
            "working_days": piece.working_days,
            "child": piece.child_id,
            "team": piece.team,
            "worker": piece.worker,
            "likely_done": piece.hint,
            "file": place.file,
            "sheet": place.sheet,
            "row": place.row,
        }
        for piece, place in zip(found.pieces, places, strict=True)
    ]


def explained_shape(found: Iterable[Explained]) -> list[Shape]:
    """One child, an indicator each: the part the child has in the figure, why, and the rows."""
    return [
        {
            "ref": each.indicator.ref,
            "title": each.title,
            "part": each.part.value if each.part else None,
            "why": each.sentence,
            "rows": [
                {"part": row.part.value, "why": row.why, "file": row.file, "sheet": row.sheet, "row": row.row}
                for row in each.rows
            ],
        }
        for each in found
    ]
