"""The special educational needs survey (SEN2), from what a council would send to the figures it supplies."""

from __future__ import annotations

from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from everychild import month_end
from everychild.calendar import Month
from everychild.catalogue import BY_REF
from everychild.cli.new_home import make_home
from everychild.council import read_council
from everychild.errors import FilesRefused
from everychild.intake.file import open_file, read_file
from everychild.intake.reading import FileRead
from everychild.measure.figure import Window
from everychild.northbrook.as_known import AsKnown
from everychild.northbrook.setting import Setting
from everychild.northbrook.special_needs_files import write_special_needs_files
from everychild.northbrook.special_needs_return import write_special_needs_return
from everychild.northbrook.timeline import Timeline
from everychild.northbrook.town import live
from everychild.store.figures import as_figures
from everychild.store.home import Home
from tests.intake.survey_documents import ANN, BEN, ISSUED, OF_OLD, REFUSED, active, person, survey

DECEMBER = Month(2018, 12)
NOW = datetime(2019, 6, 1, 9, tzinfo=UTC)
SETTINGS = '[council]\nname = "Smallville"\n'


def read(text: str) -> FileRead:
    data = text.encode()
    return read_file("sen2.xml", sha256(data).hexdigest(), *open_file("sen2.xml", data), date(2019, 6, 1))


def rows(file: FileRead, feed: str) -> list[dict[str, object]]:
    (found,) = (each for each in file.records if each.feed == f"special_needs_return.{feed}")
    return [dict(zip(found.columns, values, strict=True)) for values in zip(*found.columns.values(), strict=True)]


def test_requests_assessments_and_plans() -> None:
    """One plan issued in twenty weeks, one request refused, one plan of old that ceased in the year."""
    file = read(survey(person(ANN, ISSUED, REFUSED), person(BEN, OF_OLD)))

    assert (file.format, file.newest_date, file.set_aside) == ("special_needs_return", date(2019, 1, 17), 0)
    first, second = rows(file, "ehc_request")
    assert (first["child_id"], first["received_on"], first["decision"]) == (ANN, date(2018, 1, 8), "agreed")
    assert (first["outcome"], first["final_issued_on"], first["exception"]) == ("plan", date(2018, 5, 28), False)
    assert (second["decision"], second["decided_on"], second["final_issued_on"]) == ("refused", date(2018, 7, 2), None)
    plans = [
        (one["child_id"], one["started_on"], one["ceased_on"], one["primary_need"]) for one in rows(file, "ehc_plan")
    ]
    assert plans == [(ANN, date(2018, 5, 28), None, "ASD"), (BEN, date(2014, 9, 1), date(2018, 7, 20), "MLD")]
    assert {one["upn"] for one in rows(file, "child")} == {ANN, BEN}


def test_the_second_need_is_not_the_primary_one() -> None:
    """In whichever order they stand."""
    turned = active("ASD", "SLCN").replace(">1<", ">9<").replace(">2<", ">1<").replace(">9<", ">2<")
    file = read(survey(person(ANN, ISSUED.replace(active("ASD", "SLCN"), turned))))
    assert [one["primary_need"] for one in rows(file, "ehc_plan")] == ["SLCN"]


def test_a_request_before_the_return_is_no_request_of_its_year() -> None:
    """It comes without the day it was received, and is asked about."""
    file = read(survey(person(BEN, OF_OLD)))
    assert rows(file, "ehc_request") == []
    assert [fault.code for fault in file.faults] == ["no_record_made"]


def test_nothing_of_names_and_addresses_is_kept() -> None:
    file = read(survey(person(ANN, ISSUED)))
    kept = repr(file.records) + repr(file.faults) + repr(file.unknown)
    assert "Reed" not in kept
    assert "AA1" not in kept


def test_any_day_of_january_will_do() -> None:
    """The survey is of another day every year; only one that has not come is asked about."""
    assert not [
        fault for fault in read(survey(person(ANN, ISSUED), day="2019-01-19")).faults if fault.sheet == "Header"
    ]
    assert [fault.code for fault in read(survey(person(ANN, ISSUED), day="2020-01-16")).faults if fault.sheet] == [
        "reference_date_ahead",
        "year_differs",
    ]


def test_a_person_without_a_number_is_set_aside_and_said() -> None:
    """Who it is, nothing else in the return tells."""
    file = read(survey(*(person(f"H12345678902{at}", REFUSED) for at in range(5)), person("", REFUSED)))
    assert (file.rows, file.set_aside) == (12, 2)
    assert {fault.code for fault in file.faults} == {"empty_cell", "list_absent"}


def test_a_return_without_one_number_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sen2.xml"
    path.write_text(survey(person("", REFUSED)), encoding="utf-8")
    with pytest.raises(FilesRefused, match="without one UPN"):
        month_end.load(make_home(tmp_path / "home", SETTINGS), [path], NOW)


HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"


@pytest.mark.parametrize("order", [("header.csv", "sen2.xml"), ("sen2.xml", "header.csv")])
def test_a_child_known_by_both_is_one_child(tmp_path: Path, order: tuple[str, ...]) -> None:
    """The return of children looked after has number and reference side by side; whichever of the two came first."""
    (tmp_path / "header.csv").write_text(
        HEADER + f"000101,2,01/05/2010,WBRI,{ANN.lower()},,\n102,1,01/05/2010,WBRI,UN1,,\n"
    )
    (tmp_path / "sen2.xml").write_text(survey(person(ANN, ISSUED), person(BEN, REFUSED)), encoding="utf-8")
    home = make_home(tmp_path / "home", SETTINGS)
    for day, name in enumerate(order, 20):
        month_end.load(home, [tmp_path / name], NOW, date(2019, 1, day))

    assert children_of(home, "ehc_request") == ["000101", BEN]
    assert children_of(home, "ehc_plan") == ["000101"]
    assert children_of(home, "child") == ["000101", "102", BEN]


def test_a_number_of_two_children_is_nobodys(tmp_path: Path) -> None:
    """Which of them it is, only the council knows."""
    (tmp_path / "header.csv").write_text(HEADER + f"101,2,01/05/2010,WBRI,{ANN},,\n102,2,01/05/2010,WBRI,{ANN},,\n")
    (tmp_path / "sen2.xml").write_text(survey(person(ANN, ISSUED)), encoding="utf-8")
    home = make_home(tmp_path / "home", SETTINGS)
    for name in ("header.csv", "sen2.xml"):
        month_end.load(home, [tmp_path / name], NOW, date(2019, 1, 20))
    assert children_of(home, "ehc_plan") == [ANN]


def children_of(home: Home, record: str) -> list[str]:
    with month_end.engine_over(home, read_council(home.settings), DECEMBER, month_end.extracts_seen(None)) as engine:
        return [child for (child,) in engine.ask(f"select distinct child_id from {record} order by child_id")]


def test_northbrooks_survey_gives_the_figures_of_its_own_lists(tmp_path: Path) -> None:
    """Requests, plans in twenty weeks and plans maintained, by the survey and by the case system’s own lists."""
    known = AsKnown(live(Setting.of(2019, 300, Timeline.ending(DECEMBER, 14)), 300), DECEMBER, date(2019, 1, 3))
    lists, returns = tmp_path / "lists", tmp_path / "survey"
    lists.mkdir()
    returns.mkdir()
    write_special_needs_files(known, lists)
    write_special_needs_return(known, returns)

    by_lists, by_survey = (told_of(folder, tmp_path) for folder in (lists, returns))

    assert by_survey == by_lists
    assert len(by_lists) == 5
    assert all(numerator for _, numerator, _ in by_lists)


def told_of(folder: Path, place: Path) -> tuple[tuple[str, int | None, int | None], ...]:
    """Requests, plans issued in time with and without exceptions, decisions in time, plans maintained: of December."""
    home = make_home(place / f"home of {folder.name}", SETTINGS)
    month_end.load(home, [folder], NOW, date(2019, 1, 3))
    refs = ("SE01", "SE02", "SE03", "SE04", "SE07")
    with month_end.engine_for(home, read_council(home.settings), DECEMBER, None) as (engine, _):
        figures = as_figures(engine.figures([BY_REF[ref] for ref in refs], DECEMBER))
    return tuple(
        (figure.ref, figure.numerator, figure.denominator)
        for figure in figures
        if figure.breakdown is None and figure.window in (Window.AS_AT, Window.MONTH)
    )
