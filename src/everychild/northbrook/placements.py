"""Where children in care live, and how often they move."""

from __future__ import annotations

from datetime import date
from random import Random

from everychild.northbrook.chance import weighted
from everychild.northbrook.lives import Child
from everychild.northbrook.lives_in_care import Placement

NEIGHBOURS = ("Southmoor", "Eastmere", "Harrowdale", "Wexcombe", "Thornleigh")
NORTHBROOK = "Northbrook"

YOUNG = {"U6": 48, "U4": 12, "U3": 16, "U1": 8, "U5": 2, "P1": 10, "R3": 4}
MIDDLE = {"U6": 46, "U4": 20, "U3": 8, "U1": 8, "P1": 6, "K2": 10, "S1": 2}
OLDER = {"U6": 38, "U4": 12, "U3": 5, "U1": 3, "P1": 4, "K2": 21, "H5": 14, "S1": 2, "K1": 1}
UNACCOMPANIED = {"U6": 55, "H5": 45}
OWN_FOSTER_CARERS = {"PR1": 66, "PR4": 30, "PR5": 4}
HOMES = {"PR4": 68, "PR1": 20, "PR5": 12}
FOSTER_KINDS = frozenset({"U1", "U3", "U4", "U5", "U6"})
RELATIVES = frozenset({"U1", "U3"})


def placed(child: Child, on: date, rng: Random, kind: str | None = None, *, further_away: float = 1.0) -> Placement:
    """A placement to suit the child's age, beginning that day."""
    kind = kind or _kind_for(child, on, rng)
    out_of_area = rng.random() < (0.12 if kind in ("P1", *RELATIVES) else 0.36) * further_away
    area = rng.choice(NEIGHBOURS) if out_of_area else NORTHBROOK
    return Placement(
        started_on=on,
        kind=kind,
        provider=_provider_of(kind, rng),
        out_of_area=out_of_area,
        council_area=area,
        postcode=_postcode(area, rng),
        registration=f"SC{rng.randint(900000, 999999)}" if kind in ("K1", "K2", "R3") else "",
    )


def _kind_for(child: Child, on: date, rng: Random) -> str:
    age = child.age(on)
    if child.unaccompanied:
        return weighted(rng, UNACCOMPANIED) if age >= 16 else "U6"
    return weighted(rng, YOUNG if age < 6 else MIDDLE if age < 13 else OLDER)


def _provider_of(kind: str, rng: Random) -> str:
    if kind == "P1":
        return "PR0"
    if kind in RELATIVES or kind.startswith("A"):
        return "PR1"
    if kind in FOSTER_KINDS:
        return weighted(rng, OWN_FOSTER_CARERS)
    return weighted(rng, HOMES)


def _postcode(area: str, rng: Random) -> str:
    """An invented postcode: no town in the country begins with NB or QX."""
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    start = "NB" if area == NORTHBROOK else "QX"
    return f"{start}{rng.randint(1, 19)} {rng.randint(1, 9)}{rng.choice(letters)}{rng.choice(letters)}"
