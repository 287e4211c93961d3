"""Five successive years’ returns in one folder say what the children’s whole histories say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from everychild import month_end
from everychild.calendar import Month
from everychild.cli.new_home import make_home
from everychild.intake import read_files
from everychild.intake.reading import FileRead
from everychild.measure.windows import Window

YEARS = (2015, 2016, 2017, 2018, 2019)
RECEIVED = date(2019, 5, 3)
HEADINGS = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
JOINED = ("period_of_care", "placement", "legal_status_spell")


@dataclass(frozen=True)
class Episode:
    """One row of the return, as a child’s whole history has it."""

    child: str
    began: date
    why: str
    status: str
    kind: str
    postcode: str
    ended: date | None
    reason: str

    def written(self) -> str:
        ended = f"{self.ended:%d/%m/%Y}" if self.ended else ""
        return (
            f"{self.child},{self.began:%d/%m/%Y},{self.why},{self.status},N1,{self.kind},PR1,{ended},{self.reason},,,"
            f"{self.postcode},"
        )

    def as_told_in(self, year: int) -> Episode | None:
        """As the return of the year that ends on that 31 March has it: what ended later was open then."""
        first, last = date(year - 1, 4, 1), date(year, 3, 31)
        if self.began > last or (self.ended is not None and self.ended < first):
            return None
        return replace(self, ended=None, reason="") if self.ended is None or self.ended > last else self


def histories(random: Random, children: int) -> list[Episode]:
    """Children who came into care, moved, changed legal status, left, and some of whom came back."""
    made = []
    for number in range(children):
        day = date(2014, 4, 2) + timedelta(days=random.randrange(1500))
        for _ in range(random.choice((1, 1, 2))):
            episodes = _a_time_in_care(random, f"C{number:03}", day)
            made += episodes
            if episodes[-1].ended is None:
                break
            day = episodes[-1].ended + timedelta(days=random.randrange(2, 300))
    return [each for each in made if each.began <= date(2019, 3, 31)]


def _a_time_in_care(random: Random, child: str, day: date) -> list[Episode]:
    episodes: list[Episode] = []
    status, kind, postcode = "C1", "U6", f"AA{random.randrange(1, 10)} 1AA"
    steps = random.randint(1, 7)
    for step in range(steps):
        why = "S" if step == 0 else random.choice("PLB")
        if why in "PB":
            kind, postcode = random.choice(("U6", "K2", "U1")), f"BB{random.randrange(1, 99)} 1BB"
        if why in "LB":
            status = "C2" if status == "C1" else "C1"
        ended = day + timedelta(days=random.randrange(1, 500))
        is_last = step == steps - 1
        if ended > date(2019, 3, 31) or (is_last and random.random() < 0.3):
            episodes.append(Episode(child, day, why, status, kind, postcode, None, ""))
            break
        reason = random.choice(("E4A", "E8", "E11")) if is_last else "X1"
        episodes.append(Episode(child, day, why, status, kind, postcode, ended, reason))
        day = ended
    return episodes


def written(episodes: list[Episode]) -> str:
    return "".join(f"{line}\n" for line in (HEADINGS, *(each.written() for each in episodes)))


def joined(files: tuple[FileRead, ...], table: str) -> list[tuple[Any, ...]]:
    """Every row of the table, whichever file it is put down to, without the places it came from."""
    return sorted(
        (
            values
            for file in files
            for rows in file.records
            if rows.table == table
            for values in zip(*rows.columns.values(), strict=True)
        ),
        key=repr,
    )


@pytest.mark.parametrize("seed", range(4))
def test_five_years_of_returns_are_the_whole_histories(tmp_path: Path, seed: int) -> None:
    """In whatever order the folders lie, and each year’s open episode told again with its end."""
    random = Random(seed)  # invented children
    whole = histories(random, 60)
    random.shuffle(whole)
    (tmp_path / "whole").mkdir()
    (tmp_path / "whole" / "episodes.csv").write_text(written(whole))
    names = random.sample("abcde", len(YEARS))
    rows = 0
    for name, year in zip(names, YEARS, strict=True):
        folder = tmp_path / "years" / name
        folder.mkdir(parents=True)
        told = [each for episode in whole if (each := episode.as_told_in(year)) is not None]
        (folder / "episodes.csv").write_text(written(told))
        rows += len(told)
    at_once = read_files([tmp_path / "whole"], received_on=RECEIVED)
    by_year = read_files([tmp_path / "years"], received_on=RECEIVED)
    assert len(by_year) == len(YEARS)
    assert sum(file.rows for file in by_year) == rows
    for table in JOINED:
        assert len(joined(at_once, table)) >= 50
        assert joined(by_year, table) == joined(at_once, table), table


@pytest.mark.parametrize("order", [YEARS, YEARS[::-1], (2017, 2015, 2019, 2016, 2018)], ids=str)
def test_years_loaded_one_by_one_count_each_child_once(tmp_path: Path, order: tuple[int, ...]) -> None:
    """A council that loads its return each spring, or finds an old one later: the children in care are those there."""
    whole = histories(Random(5), 60)
    home = make_home(tmp_path / "home", '[council]\nname = "Smallville"\n')
    for year in order:
        path = tmp_path / f"{year}" / "episodes.csv"
        path.parent.mkdir()
        path.write_text(written([each for episode in whole if (each := episode.as_told_in(year)) is not None]))
        loaded = month_end.load(home, [path], datetime(2019, 4, 20, 9, tzinfo=UTC), date(year, 3, 31))
        assert [file.name for file in loaded.files] == ["episodes.csv"]
    assert len(loaded.told_again) == len(order) - 1
    month_end.close(home, Month.of("2019-03"), datetime(2019, 5, 3, 9, tzinfo=UTC))
    found = month_end.open_edition(home, Month.of("2019-03"))
    assert found is not None
    figures = [one for one in found[1] if one.breakdown is None]
    in_care = {one.as_at: one.numerator for one in figures if (one.ref, one.window) == ("CC01", Window.AS_AT)}
    assert len(in_care) >= 25
    for month, number in in_care.items():
        assert number == there_at(whole, month.last_day), month
    started = {one.as_at: one.numerator for one in figures if (one.ref, one.window) == ("CC02", Window.MONTH)}
    for month, number in started.items():
        assert number == sum(each.why == "S" and Month.of(each.began) == month for each in whole), month


def there_at(whole: list[Episode], day: date) -> int:
    return sum(each.began <= day and (each.ended is None or each.ended > day) for each in whole)
