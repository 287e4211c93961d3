"""Can we trust these figures? What they rest on, counted, and which have none, by name."""

from __future__ import annotations

from dataclasses import dataclass

from everychild import wording
from everychild.judgement.judged import Code, ExtractSummary, Judged, JudgedEdition
from everychild.measure.figure import Absent
from everychild.reconciliation.summary import Summary
from everychild.web.addresses import Place
from everychild.web.presenters.messages import Link
from everychild.web.presenters.outlook_grid import link


@dataclass(frozen=True)
class Named:
    """A caution: what it is, which indicators, and what stands there when there are none."""

    name: str
    indicators: tuple[Link, ...]
    if_none: str = ""


@dataclass(frozen=True)
class Trust:
    worked_out: str
    of: str
    extract: tuple[tuple[str, str], ...]
    cautions: tuple[Named, ...]
    quality: Link


def trust(edition: JudgedEdition, place: Place, sources: Summary | None = None) -> Trust:
    """`sources` is how they differ, where it is known."""
    worked_out = [item for item in edition.indicators if item.figure.absent is None]
    return Trust(
        worked_out=f"{len(worked_out)} of {len(edition.indicators)}",
        of="indicators could be worked out",
        extract=(*_extract(edition), *_sources(sources)),
        cautions=_cautions(edition, place),
        quality=Link("Every rule the data was held to, and how far figures could move", place.quality),
    )


def _extract(edition: JudgedEdition) -> tuple[tuple[str, str], ...]:
    newest = edition.newest_extract
    if newest is None:
        return (("Newest extract", "None has been loaded"),)
    return (
        ("Newest extract", f"Taken {wording.day(newest.extracted_on)}, {age(edition, newest)}"),
        ("It held", f"{wording.count(newest.rows, 'row')} in {wording.count(newest.files, 'file')}"),
        ("Accepted", wording.count(newest.accepted, "row")),
        ("Queried", f"{wording.count(newest.queried, 'row')}, used and asked about"),
        ("Set aside", f"{wording.count(newest.set_aside, 'row')}, kept and not used"),
    )


def _sources(sources: Summary | None) -> tuple[tuple[str, str], ...]:
    if sources is None:
        return ()
    if not sources.is_anything_compared:
        return (("Sources compared", "Nothing to compare with: no two tell of the same"),)
    differing = wording.count(sources.differing, "difference") if sources.differing else "No difference"
    return (("Sources compared", f"{differing} between what two of them tell"),)


def age(edition: JudgedEdition, newest: ExtractSummary) -> str:
    """How long after the month end the data left the case system: what was not recorded by then is not in it."""
    days = (newest.extracted_on - edition.as_at.last_day).days
    if days == 0:
        return "at the month end"
    return f"{wording.count(abs(days), 'day')} {'after' if days > 0 else 'before'} the month end"


def _cautions(edition: JudgedEdition, place: Place) -> tuple[Named, ...]:
    def named(items: list[Judged]) -> tuple[Link, ...]:
        return tuple(link(item, place) for item in items)

    def absent(why: Absent) -> list[Judged]:
        return [item for item in edition.indicators if item.figure.absent is why]

    def labelled(code: Code) -> list[Judged]:
        return [item for item in edition.indicators if any(reason.code is code for reason in item.reasons)]

    return (
        Named("Not supplied", named(absent(Absent.NOT_SUPPLIED)), "Every list an indicator needs was supplied."),
        *(
            Named(name, named(items))
            for name, items in (
                ("No cases this month", absent(Absent.NO_CASES)),
                ("Could not be worked out", absent(Absent.COULD_NOT_RUN)),
                ("Held back to protect children", absent(Absent.HELD_BACK)),
                ("Uncertain, because recording is late", labelled(Code.Q1)),
                ("Small numbers", labelled(Code.N1)),
            )
            if items
        ),
    )
