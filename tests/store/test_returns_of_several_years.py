"""A new year’s return loaded beside the years already kept: one history, whichever files are taken in when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from everychild.calendar import Month, months_to
from everychild.facts.clocks import CLOCKS
from everychild.intake import read_files
from everychild.store.engine import Engine
from everychild.store.extracts import write_extract
from everychild.store.home import Home
from everychild.store.supply import KeptList, supplied_month_ends
from tests.small_council import calendar

HEAD = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
OF_2018 = """C1,02/05/2017,S,V2,N1,U6,PR1,01/08/2017,X1,,,AA1 1AA,
C1,01/08/2017,P,V2,N1,U6,PR1,,,,,BB1 1BB,
C2,03/07/2017,S,V2,N5,U6,PR1,31/03/2018,E4A,,,AA1 1AA,
C3,03/07/2017,S,V2,N5,U6,PR1,,X1,,,CC1 1CC,
"""
OF_2019 = """C1,01/08/2017,P,V2,N1,U6,PR1,04/06/2018,X1,,,BB1 1BB,
C1,04/06/2018,L,C2,N1,U6,PR1,,,,,BB1 1BB,
C3,03/07/2017,S,V2,N5,U6,PR1,09/09/2018,E4B,,,CC1 1CC,
"""


def test_years_loaded_one_after_another_are_one_history(tmp_path: Path) -> None:
    """The first load is the older year; the second finds both in the folder and takes in the newer file alone."""
    folder, home = tmp_path / "returns", Home(tmp_path / "home")
    kept: list[KeptList] = []
    known: set[str] = set()
    for number, (year, text) in enumerate((("2018", OF_2018), ("2019", OF_2019)), 1):
        (folder / year).mkdir(parents=True)
        (folder / year / "episodes.csv").write_text(HEAD + text, encoding="utf-8")
        read = read_files([folder], received_on=date(2019, 5, 3))
        new = [file for file in read if file.sha256 not in known]
        known.update(file.sha256 for file in new)
        written = write_extract(home, new, date(int(year), 3, 31), calendar())
        kept += [replace(item, extract_no=number) for item in written.lists]
    months = months_to(Month(2019, 3), 25)
    with Engine(
        home, kept, calendar(), months, {clock.name: clock for clock in CLOCKS}, ("home",), threads=1
    ) as running:
        running.need("period_of_care")
        running.need("placement")
        care = running.connection.execute(
            "select child_id, started_on, ended_on from period_of_care order by all"
        ).fetchall()
        placed = running.connection.execute(
            "select started_on, ended_on from placement where child_id = 'C1' order by all"
        ).fetchall()
    assert care == [
        ("C1", date(2017, 5, 2), None),
        ("C2", date(2017, 7, 3), date(2018, 3, 31)),
        ("C3", date(2017, 7, 3), date(2018, 9, 9)),
    ]
    assert placed == [(date(2017, 5, 2), date(2017, 8, 1)), (date(2017, 8, 1), None)]
    assert len(supplied_month_ends(kept, "period_of_care", months)) == 24
