"""What changed since the month before: newly flagged, cleared and why, and what is on target with a warning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from everychild import wording
from everychild.calendar import Month
from everychild.judgement.judged import Code, Judged, JudgedEdition
from everychild.judgement.the_list import no_longer, removed, with_reason
from everychild.narrative.the_list import decision_sentence, no_longer_sentence
from everychild.web.addresses import Place
from everychild.web.presenters.figures import value_text
from everychild.web.presenters.messages import Link
from everychild.web.told_before import ToldBefore

REVISED_SHOWN = 8


@dataclass(frozen=True)
class Changed:
    """An indicator, and its figures then and now."""

    link: Link
    says: str


@dataclass(frozen=True)
class Change:
    """One kind of change: its name, which indicators, and what stands there when there are none."""

    name: str
    changed: tuple[Changed, ...]
    if_none: str


@dataclass(frozen=True)
class Changes:
    heading: str
    kinds: tuple[Change, ...]


def changes(
    edition: JudgedEdition, before: Sequence[Judged], place: Place, earlier: ToldBefore | None = None
) -> Changes:
    then = {item.ref: item for item in before}
    month = wording.month(edition.as_at - 1)
    cleared = [item for item in edition.indicators if then[item.ref].is_flagged and _is_clear(item)]
    new = [item for item in edition.indicators if item.ref in newly_flagged(edition, before)]
    return Changes(
        f"Changed since {month}",
        (
            _change("Newly flagged", new, then, place, "Nothing is flagged that was not flagged then."),
            Change(
                "Cleared, and why",
                tuple(
                    _named(item, place, str(no_longer_sentence(no_longer(then[item.ref], item)))) for item in cleared
                ),
                "Nothing flagged then has come off the list.",
            ),
            Change(
                "Taken off by a person, and why",
                tuple(
                    _named(area.judged[0], place, str(decision_sentence(said)), area.area.title)
                    for area, said in removed(edition)
                ),
                "Nobody has taken an area off the list.",
            ),
            _warned("Early warning: on target still", Code.E1, edition, place, "Nothing on target has a warning."),
            _warned(
                "Met its target, but overdue work is growing",
                Code.O1,
                edition,
                place,
                "Nothing that met its target has overdue work that grows.",
            ),
            *((_revised(edition, earlier, place), _defined(edition, earlier, place)) if earlier else ()),
        ),
    )


def _revised(edition: JudgedEdition, earlier: ToldBefore, place: Place) -> Change:
    """Figures of the month before that are now told otherwise, those on the list first, as many as a card holds."""
    found = [
        (item, was)
        for item in sorted(edition.indicators, key=lambda item: not item.is_flagged)
        if (was := earlier.figures.get(item.ref)) is not None
        and item.last_month is not None
        and was.window is item.last_month.window
        and (was.absent, item.value_of(was)) != (item.last_month.absent, item.value_of(item.last_month))
    ]
    month = wording.month_name(edition.as_at - 1)
    told = [
        Changed(
            Link(item.title, place.indicator(item.ref)),
            f"{month} was {value_text(item, was)}, and is now {value_text(item, item.last_month)}",
        )
        for item, was in found[:REVISED_SHOWN]
    ]
    left = len(found) - len(told)
    name = f"{month} told otherwise now" + (f" ({len(found)}, the first {REVISED_SHOWN} shown)" if left > 0 else "")
    return Change(name, tuple(told), f"No figure of {month} is told otherwise than when it was closed.")


def _defined(edition: JudgedEdition, earlier: ToldBefore, place: Place) -> Change:
    """Indicators counted otherwise from this month on, by a new definition or by a rule the council chose."""
    month = edition.as_at
    changed = []
    for item in edition.indicators:
        link = Link(item.title, place.indicator(item.ref))
        if Month.of(item.indicator.effective_from) == month:
            changed.append(Changed(link, f"version {item.indicator.version}, from {wording.month(month)}"))
        elif edition.council.rules.get(item.ref) != earlier.council.rules.get(item.ref):
            changed.append(Changed(link, "counted by another of its rules"))
        elif item.clock is not None and item.clock != earlier.council.clock(item.indicator.clock or item.clock):
            changed.append(Changed(link, "held to another time"))
    return Change("Counted otherwise", tuple(changed), "Everything is counted as it was.")


def newly_flagged(edition: JudgedEdition, before: Sequence[Judged]) -> frozenset[str]:
    """References flagged now and clear in the month before; what had no figure then is not news."""
    clear = {item.ref for item in before if _is_clear(item)}
    return frozenset(item.ref for item in edition.indicators if item.is_flagged and item.ref in clear)


def early_warnings(edition: JudgedEdition) -> tuple[Judged, ...]:
    return with_reason(edition.indicators, Code.E1)


def _is_clear(item: Judged) -> bool:
    """Not flagged, and not for want of a figure."""
    return not item.is_flagged and item.figure.absent is None


def _warned(name: str, code: Code, edition: JudgedEdition, place: Place, if_none: str) -> Change:
    """The indicators for which a reason holds, with its sentence."""
    found = with_reason(edition.indicators, code)
    said = (next(reason.sentence for reason in item.reasons if reason.code is code) for item in found)
    named = (_named(item, place, sentence) for item, sentence in zip(found, said, strict=True))
    return Change(name, tuple(named), if_none)


def _named(item: Judged, place: Place, says: str, title: str = "") -> Changed:
    return Changed(Link(title or item.title, place.indicator(item.ref)), says.removeprefix(f"{item.title}: "))


def _change(name: str, items: Sequence[Judged], then: dict[str, Judged], place: Place, if_none: str) -> Change:
    changed = tuple(Changed(Link(item.title, place.indicator(item.ref)), _then_and_now(item, then)) for item in items)
    return Change(name, changed, if_none)


def _then_and_now(item: Judged, then: dict[str, Judged]) -> str:
    month: Month = item.figure.as_at
    before = value_text(then[item.ref])
    return f"{wording.month_name(month - 1)} {before}, {wording.month_name(month)} {value_text(item)}"
