"""A region’s own folder: who its members are, with their public keys, and the newest file of each month from each."""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import dataclass
from pathlib import Path

from everychild.calendar import Month
from everychild.council import quoted
from everychild.errors import EverychildError
from everychild.regional.sent import Sent, read
from everychild.store.durable import write_durably

SETTINGS = "region.toml"


@dataclass(frozen=True)
class Member:
    """One council of the region."""

    name: str
    area_code: str
    public_key: str


@dataclass(frozen=True)
class Region:
    """The folder, its name and its members."""

    folder: Path
    name: str
    members: tuple[Member, ...]

    @property
    def public_keys(self) -> dict[str, str]:
        return {member.area_code: member.public_key for member in self.members}


def make(folder: Path, name: str) -> Region:
    """A new region’s folder. Raises where there is one already."""
    settings = folder / SETTINGS
    if settings.exists():
        raise EverychildError(f"{folder} is a region’s folder already. Nothing was changed.")
    write_durably(settings, lambda file: file.write(f"name = {quoted(name)}\n".encode()))
    return open_region(folder)


def open_region(folder: Path) -> Region:
    """Raises EverychildError where the folder is no region’s, or its settings cannot be read."""
    try:
        told = tomllib.loads((folder / SETTINGS).read_text(encoding="utf-8"))
        members = tuple(
            Member(str(row["name"]), str(row["area_code"]), str(row["public_key"])) for row in told.get("member", [])
        )
        return Region(folder, str(told["name"]), members)
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError):
        raise EverychildError(
            f"{folder} is not a region’s folder, or its {SETTINGS} cannot be read. "
            f"`everychild regional init {folder} --name NAME` makes one."
        ) from None


def add_member(region: Region, member: Member) -> Region:
    """Writes a member down. Raises where the area code or the key cannot be one, or is there already."""
    if member.area_code in region.public_keys:
        raise EverychildError(f"{member.area_code} is a member already. To change its key, edit {SETTINGS}.")
    try:
        is_key = len(bytes.fromhex(member.public_key)) == 32
    except ValueError:
        is_key = False
    if not is_key or not member.area_code.replace(" ", "").isalnum():
        raise EverychildError(
            "A member has an area code such as E06000041, and the public key `everychild regional key` printed: 64 "
            "letters and digits."
        )
    old = (region.folder / SETTINGS).read_text(encoding="utf-8")
    row = (
        f"\n[[member]]\nname = {quoted(member.name)}\narea_code = {quoted(member.area_code)}\n"
        f"public_key = {quoted(member.public_key.lower())}\n"
    )
    write_durably(region.folder / SETTINGS, lambda file: file.write((old + row).encode()))
    return open_region(region.folder)


def take_in(region: Region, path: Path) -> tuple[Sent, bool]:
    """Keeps a file that is whole and signed; whether it took the place of an earlier one of the same month."""
    sent = read(path, region.public_keys)
    place = _place(region, sent.area_code, sent.as_at)
    is_newer = place.exists()
    content = path.read_bytes()
    if is_newer:
        shutil.copy2(place, place.with_suffix(".before.json"))
    write_durably(place, lambda file: file.write(content))
    return sent, is_newer


def held(region: Region, month: Month) -> tuple[Sent, ...]:
    """The month’s file of each member that has sent one, each signature checked again."""
    places = [_place(region, member.area_code, month) for member in region.members]
    return tuple(read(place, region.public_keys) for place in places if place.is_file())


def _place(region: Region, area_code: str, month: Month) -> Path:
    return region.folder / "files" / str(month) / f"{area_code}.json"
