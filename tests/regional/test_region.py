"""A region of invented councils, made of signed aggregates: who may send, what is compared, and whom to ring."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from everychild.calendar import Month, months_to
from everychild.catalogue import BY_REF, CATALOGUE
from everychild.disclosure.rounding import tell, tell_met
from everychild.errors import EverychildError
from everychild.facts.clocks import CLOCKS
from everychild.measure.figure import Window
from everychild.regional.comparing import Change, side_by_side
from everychild.regional.pack import own_definitions, pages
from everychild.regional.region import Member, add_member, held, make, open_region, take_in
from everychild.regional.sent import FORMAT, Row, Sent
from everychild.regional.signing import make_key, sign

APRIL = Month(2019, 4)
MONTHS = tuple(months_to(APRIL, 25))
OWN = {clock.name: clock for clock in CLOCKS}
REF = "AS02"
INDICATOR = BY_REF[REF]
COUNTED = own_definitions([INDICATOR, BY_REF["CC01"]], OWN)


def sent(
    name: str, area_code: str, then: int, now: int, considered: int = 100, counted_as: dict[str, str] | None = None
) -> Sent:
    """A council with so many of 100 in time each month, then and in the last year."""
    rows = {}
    for number, month in enumerate(MONTHS):
        met = now if number >= len(MONTHS) - 12 else then
        told, whole = tell_met(met, considered), tell(considered)
        rows[REF, Window.MONTH, month] = Row(told.number, whole.number)
    counted = COUNTED if counted_as is None else counted_as
    return Sent(name, area_code, APRIL, date(2019, 5, 3), "e" * 64, ("f" * 64,), counted, rows)


def compare(*councils: Sent) -> dict[str, Change]:
    found = side_by_side(INDICATOR, "Title", COUNTED[REF], councils, APRIL)
    return {line.council: line.change for line in found.lines}


def test_who_improved_beyond_chance_is_told_and_nobody_else() -> None:
    found = compare(sent("Up", "A1", 60, 80), sent("Same", "A2", 70, 71), sent("Down", "A3", 80, 60))
    assert found == {"Up": Change.BETTER, "Same": Change.NOT_BEYOND_CHANCE, "Down": Change.WORSE}


def test_what_rounding_alone_could_bring_is_no_change() -> None:
    assert compare(sent("Close", "A1", 72, 73, considered=2_000))["Close"] is Change.NOT_BEYOND_CHANCE


def test_a_council_that_counts_otherwise_is_blocked_and_leaves_the_rest_as_it_was() -> None:
    other = sent("Other", "A2", 10, 95, counted_as={REF: "1::another:definition"})
    alone = side_by_side(INDICATOR, "Title", COUNTED[REF], [sent("Up", "A1", 60, 80)], APRIL)
    both = side_by_side(INDICATOR, "Title", COUNTED[REF], [sent("Up", "A1", 60, 80), other], APRIL)
    blocked = next(line for line in both.lines if line.council == "Other")
    assert "has to count it again by the region’s" in blocked.blocked
    assert blocked.change is Change.CANNOT_TELL
    assert (both.lowest, both.highest, both.share_of_all) == (alone.lowest, alone.highest, alone.share_of_all)


def test_years_are_pooled_from_numbers_and_never_from_percentages() -> None:
    found = side_by_side(INDICATOR, "Title", COUNTED[REF], [sent("Up", "A1", 60, 80)], APRIL)
    assert found.lines[0].this_year is not None
    assert found.lines[0].this_year.share == Fraction(80 * 12, 100 * 12)


def a_region(folder: Path, members: dict[str, Path]) -> Path:
    region = make(folder / "region", "The South")
    for code, key in members.items():
        region = add_member(region, Member(f"Council {code}", code, make_key(key)))
    return region.folder


def a_file(folder: Path, code: str, key: Path, month: str = "2019-04") -> Path:
    content = json.dumps(
        {
            "format": FORMAT, "council": f"Council {code}", "area_code": code, "as_at": month, "known_on": "2019-05-03",
            "edition": "e" * 64, "extracts": {"2019-05-03": "f" * 64}, "counted_as": COUNTED,
            "rows": [[REF, "month", month, "75", "100", ""], ["CC01", "as_at", month, "low", "", ""]],
        }
    )  # fmt: skip
    path = folder / f"{code}-{month}.json"
    path.write_text(json.dumps({"signed": content, "signature": sign(content.encode(), key)}), encoding="utf-8")
    return path


def test_a_file_is_taken_only_whole_and_signed_by_the_member_it_is_from(tmp_path: Path) -> None:
    keys = {"A1": tmp_path / "a1.key", "A2": tmp_path / "a2.key"}
    region = open_region(a_region(tmp_path, keys))
    good = a_file(tmp_path, "A1", keys["A1"])
    taken, replaced = take_in(region, good)
    assert (taken.council, replaced) == ("Council A1", False)
    assert take_in(region, good)[1] is True
    assert [one.area_code for one in held(region, APRIL)] == ["A1"]
    assert taken.rows["CC01", Window.AS_AT, APRIL] == Row(3, None, 4), "low is the middle of 0 to 7"

    forged = a_file(tmp_path, "A2", keys["A1"])
    with pytest.raises(EverychildError, match="not signed with the key that Council A2 gave"):
        take_in(region, forged)
    changed = tmp_path / "changed.json"
    changed.write_text(good.read_text(encoding="utf-8").replace("75", "95"), encoding="utf-8")
    with pytest.raises(EverychildError, match="or was changed on the way"):
        take_in(region, changed)
    make_key(tmp_path / "stranger.key")
    with pytest.raises(EverychildError, match="which is not a member"):
        take_in(region, a_file(tmp_path, "A9", tmp_path / "stranger.key"))
    (tmp_path / "letter.json").write_text("{}", encoding="utf-8")
    with pytest.raises(EverychildError, match="is not a file that"):
        take_in(region, tmp_path / "letter.json")
    assert [one.area_code for one in held(region, APRIL)] == ["A1"], "nothing refused was kept"


def test_a_kept_file_that_was_changed_is_refused_when_it_is_read(tmp_path: Path) -> None:
    keys = {"A1": tmp_path / "a1.key"}
    region = open_region(a_region(tmp_path, keys))
    take_in(region, a_file(tmp_path, "A1", keys["A1"]))
    place = region.folder / "files" / "2019-04" / "A1.json"
    place.write_text(place.read_text(encoding="utf-8").replace("75", "95"), encoding="utf-8")
    with pytest.raises(EverychildError, match="changed on the way"):
        held(region, APRIL)


def test_a_key_is_its_owners_alone_and_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "council.key"
    make_key(path)
    assert path.stat().st_mode & 0o077 == 0
    with pytest.raises(EverychildError, match="never written over"):
        make_key(path)


def test_members_are_added_once_and_with_a_key_that_can_be_one(tmp_path: Path) -> None:
    keys = {"A1": tmp_path / "a1.key"}
    region = open_region(a_region(tmp_path, keys))
    with pytest.raises(EverychildError, match="a member already"):
        add_member(region, Member("Again", "A1", "00" * 32))
    with pytest.raises(EverychildError, match="public key"):
        add_member(region, Member("Short", "A2", "00"))


def test_a_pack_of_thirty_three_councils_says_whom_to_ring_and_holds_a_page_to_each_measure() -> None:
    councils = [sent(f"Council {n:02}", f"E{n:08}", 60 + n % 7, 60 + n % 7 + (18 if n == 5 else 0)) for n in range(33)]
    late = [*(one.council for one in councils), "Silent"]
    files = pages("The South", late, councils, APRIL, CATALOGUE, OWN)
    front = files["index.html"].decode()
    assert "33 councils of 34 sent figures for April 2019" in front
    assert "Nothing sent for this month" in front
    assert "Council 05" in front.partition("Who has sent what")[0]
    page = files[f"measures/{REF}.html"].decode()
    assert page.count('class="multiple"') == 33
    assert 'class="funnel"' in page
    assert " style=" not in page
    assert len(page) < 150_000
