"""Keeping an area on the list, or taking it off with a reason: the small form, and a page of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from everychild import wording
from everychild.judgement.decisions import LONGEST_REASON
from everychild.judgement.judged import FlaggedArea, Judged, JudgedEdition
from everychild.judgement.the_list import decision_before, decision_on
from everychild.narrative import area_sentence
from everychild.narrative.the_list import decision_sentence, earlier_sentence
from everychild.roles import Need, Viewer
from everychild.web.addresses import LISTED, Place
from everychild.web.presenters.messages import PRODUCT, Link

if TYPE_CHECKING:
    from everychild.web.editions import Asked


@dataclass(frozen=True)
class ListForm:
    """Where the form goes and what it is about; `name` tells its fields from those of another area."""

    address: str
    name: str
    title: str
    typed: str = ""
    longest: int = LONGEST_REASON


def forms(asked: Asked, viewer: Viewer) -> dict[str, ListForm]:
    """By the name of each area, for whoever may decide; none of an edition that has been replaced."""
    if not viewer.can(Need.LIST) or asked.opened.number != asked.newest or asked.place.known is not None:
        return {}
    return {area.area.name: _form(area, asked.place) for area in asked.edition.areas}


def form_of(asked: Asked, viewer: Viewer, item: Judged) -> ListForm | None:
    """The form of the area an indicator is flagged in."""
    found = next((area for area in asked.edition.areas if item in area.judged), None)
    return forms(asked, viewer).get(found.area.name) if found else None


def decided(edition: JudgedEdition, item: Judged) -> str:
    """What was decided of the area an indicator is flagged in; nothing where it is in none."""
    area = next((area for area in edition.areas if item in area.judged), None)
    return "" if area is None else str(decision_sentence(decision_on(edition, area)))


def area_called(edition: JudgedEdition, name: str) -> FlaggedArea | None:
    """A flagged area by the name its address has."""
    return next((area for area in edition.areas if _in_address(area) == name), None)


def _form(area: FlaggedArea, place: Place, typed: str = "") -> ListForm:
    return ListForm(f"{LISTED}{place.month}/{_in_address(area)}/", _in_address(area), area.area.title, typed)


def _in_address(area: FlaggedArea) -> str:
    return area.area.name.replace("_", "-")


@dataclass(frozen=True)
class DecisionPage:
    """One area: what it says, how it stands on the list, and the form, as it was filled in."""

    asked: Asked
    name: str
    problem: str
    typed: str
    product: str = PRODUCT

    @property
    def area(self) -> FlaggedArea:
        found = area_called(self.asked.edition, self.name)
        assert found is not None, "only made of an area that is flagged"
        return found

    @property
    def heading(self) -> str:
        return f"{self.area.area.title}: on the list for {wording.month(self.asked.edition.as_at)}?"

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def sentence(self) -> str:
        return str(area_sentence(self.area, self.asked.edition))

    @property
    def stands(self) -> str:
        edition = self.asked.edition
        said = (
            decision_sentence(decision_on(edition, self.area)),
            earlier_sentence(decision_before(edition, self.area)),
        )
        return " ".join(str(sentence) for sentence in said if sentence)

    @property
    def form(self) -> ListForm:
        return _form(self.area, self.asked.place, self.typed)

    @property
    def overview(self) -> Link:
        return Link("Back to the areas for improvement", f"{self.asked.place.overview}#areas-for-improvement")
