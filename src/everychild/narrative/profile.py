"""The profile: what the service looks like in a month, part by part along a child’s way: how many, how soon, and who.

One declaration for the page and the PDF. It tells and does not judge: targets and flags have pages of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from everychild import wording
from everychild.comparators.beside import Beside
from everychild.facts import Breakdown
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.measure.figure import Figure
from everychild.narrative import quantities
from everychild.narrative.bound import Bound, listed, said, sentences
from everychild.narrative.compared import number_in_words, published_in_words, told_in

UNKNOWN = ("Not known", "Not recorded")
FEWEST_GROUPS = 2
NONE_HELD = "None is held"
"""Said where no published figure stands beside ours."""


@dataclass(frozen=True)
class Part:
    """One part of the profile: the indicators it tells, and which are split by what."""

    name: str
    title: str
    refs: tuple[str, ...]
    splits: tuple[tuple[str, str], ...] = ()


PARTS = (
    Part(
        "contacts-and-referrals",
        "Contacts and referrals",
        ("FD01", "FD02", "FD06", "FD07", "FD08", "FD09", "FD11"),
        (("FD06", "age"), ("FD06", "ethnic_group"), ("FD06", "referrer")),
    ),
    Part(
        "assessments",
        "Assessments",
        ("AS01", "AS02", "AS03", "AS04", "AS05", "AS06"),
        (("AS01", "age"), ("AS01", "length")),
    ),
    Part(
        "section-47",
        "Section 47 enquiries and initial conferences",
        ("CP02", "CP04", "CP03", "CP05", "CP06", "CP07"),
        (("CP02", "age"), ("CP02", "ethnic_group")),
    ),
    Part(
        "plans",
        "Children in need and child protection plans",
        ("CN01", "CN02", "CP12", "CP13", "CP14", "CP15", "CP17", "CP10", "CP22"),
        (
            ("CN01", "age"),
            ("CN01", "ethnic_group"),
            ("CP12", "age"),
            ("CP12", "ethnic_group"),
            ("CP12", "category_of_abuse"),
            ("CP12", "plan_length"),
        ),
    ),
    Part(
        "children-in-care",
        "Children in care",
        ("CC01", "CC02", "CC03", "CC09", "RH01", "RH06", "RH07", "RH08", "PL01", "PL02", "PL03"),
        (("CC01", "age"), ("CC01", "ethnic_group"), ("CC01", "legal_status"), ("CC01", "placement_type")),
    ),
    Part(
        "care-leavers",
        "Care leavers",
        ("CL01", "CL02", "CL06", "CL03", "CL04", "CL05"),
        (("CL01", "sex"), ("CL01", "ethnic_group")),
    ),
    Part("adoption", "Adoption", ("AD01", "AD02", "AD03", "AD04", "AD05", "AD07"), (("AD05", "age"),)),
    Part(
        "workforce",
        "The workforce and what each carries",
        ("WF01", "WF02", "WF03", "WF04", "WF05", "WF06", "WF07"),
        (("WF01", "team"), ("WF03", "team")),
    ),
)


@dataclass(frozen=True)
class Split:
    """One figure of the month by one thing, its groups in the order they are printed; none where there is no figure."""

    item: Judged
    kind: Breakdown
    groups: tuple[Figure, ...]

    @property
    def title(self) -> str:
        return f"{self.item.title}, by {self.kind.title[:1].lower()}{self.kind.title[1:]}"


@dataclass(frozen=True)
class Told:
    """A part as a month has it."""

    part: Part
    items: tuple[Judged, ...]
    splits: tuple[Split, ...]


def profile(edition: JudgedEdition) -> tuple[Told, ...]:
    """Every part, in the order of a child’s way; an indicator the edition has not is left out."""
    return tuple(_told(part, edition) for part in PARTS)


def in_order(groups: Sequence[Figure], kind: Breakdown) -> list[Figure]:
    """As the breakdown declares them, ages from youngest; names of its own making by alphabet, after those."""

    def place(figure: Figure) -> tuple[int, str]:
        group = figure.group or ""
        return (kind.groups.index(group) if group in kind.groups else len(kind.groups), group)

    return sorted(groups, key=place)


def split_sentence(split: Split) -> Bound:
    """What the picture of a split shows: the whole, and its largest group; of an average or a share, its two ends."""
    item = split.item
    if not split.groups:
        return said("There is no figure to split this month.")
    known = [figure for figure in split.groups if figure.group not in UNKNOWN and item.value_of(figure) is not None]
    if item.indicator.is_counted:
        return _largest(item, known)
    return _ends(item, known)


def others_in_brief(beside: Beside) -> Bound:
    """ "England 24.8%, South East 22.0%, neighbours 23.1%", without their time."""
    told = beside.series.told
    lines = [line for line in (beside.england, beside.region) if line is not None and line.value is not None]
    parts = [
        said(
            "{name} {value}",
            name=quantities.published(line.name, "areas"),
            value=quantities.published(published_in_words(line, told), beside.series.name, line.value),
        )
        for line in lines
    ]
    near = beside.neighbours
    if near is not None and near.median is not None:
        middle = number_in_words(near.median, told)
        parts.append(said("neighbours {value}", value=quantities.published(middle, near.model.name, near.median)))
    if not parts:
        return Bound()
    unit = quantities.published(told_in(told), beside.series.name)
    return said("{parts}{unit}", parts=listed(parts), unit=unit)


def when_of_others(beside: Beside) -> str:
    """The time theirs is of, what ours was then where it is told so, and whether like is set beside like."""
    when = beside.series.when.in_words(beside.year)
    ours = ""
    if beside.ours is not None and beside.ours.value is not None:
        ours = f"; ours then {number_in_words(beside.ours.value, beside.series.told)}"
    unlike = "" if beside.comparison.is_comparable else "; not counted alike"
    return wording.sentence(f"{when}{ours}{unlike}")


def _told(part: Part, edition: JudgedEdition) -> Told:
    found = {ref: item for ref in part.refs if (item := edition.by_ref(ref)) is not None}
    return Told(
        part,
        tuple(found.values()),
        tuple(
            Split(item, kind, tuple(in_order(item.groups.get(name, ()), kind)))
            for ref, name in part.splits
            if (item := edition.by_ref(ref)) is not None
            for kind in item.indicator.breakdowns
            if kind.name == name
        ),
    )


def _largest(item: Judged, known: Sequence[Figure]) -> Bound:
    whole = said("{title}: {value}.", title=quantities.title(item), value=quantities.value_in_words(item))
    numbers = [figure.numerator or 0 for figure in known]
    if not any(numbers):
        return sentences((whole, "None is in a group that is known."))
    most = [figure for figure in known if figure.numerator == max(numbers)]
    names = listed([said("{group}", group=quantities.group(item, figure)) for figure in most])
    if len(most) == 1:
        largest = said(
            "The largest group is {names}, with {value}.", names=names, value=quantities.value(item, most[0])
        )
    else:
        largest = said(
            "The largest groups are {names}, with {value} each.", names=names, value=quantities.value(item, most[0])
        )
    return sentences((whole, largest))


def _ends(item: Judged, known: Sequence[Figure]) -> Bound:
    whole = said("{title}: {value}.", title=quantities.title(item), value=quantities.value_in_words(item))
    if len(known) < FEWEST_GROUPS:
        return whole
    by_value = sorted(known, key=lambda figure: (item.value_of(figure) or 0, figure.group or ""))
    lowest, highest = by_value[0], by_value[-1]
    if item.value_of(lowest) == item.value_of(highest):
        return sentences((whole, "It is the same in every group."))
    ends = said(
        "Lowest in {low_group} ({low}), highest in {high_group} ({high}).",
        low_group=quantities.group(item, lowest),
        low=quantities.value(item, lowest),
        high_group=quantities.group(item, highest),
        high=quantities.value(item, highest),
    )
    return sentences((whole, ends))
