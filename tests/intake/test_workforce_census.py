"""The social work workforce census, from what Northbrook would send to the figures it supplies."""

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
from everychild.northbrook.staff_files import write_staff_files
from everychild.northbrook.timeline import Timeline
from everychild.northbrook.town import live
from everychild.northbrook.workforce_census import write_workforce_census
from everychild.store.figures import as_figures
from tests.intake.census_documents import child, document, episode

SEPTEMBER = Month(2018, 9)
RECEIVED = date(2019, 6, 1)
NOW = datetime(2019, 6, 1, 9, tzinfo=UTC)
WORKER = "<CSWWWorker><AgencyWorker>{agency}</AgencyWorker><SWENo>{number}</SWENo>{more}</CSWWWorker>"


def census(*workers: str, day: str = "2024-09-30", collection: str = "CSWW", vacancies: str = "2.50") -> str:
    return (
        f"<Message><Header><CollectionDetails><Collection>{collection}</Collection><Year>2024</Year>"
        f"<ReferenceDate>{day}</ReferenceDate></CollectionDetails>"
        "<Source><SourceLevel>L</SourceLevel><LEA>999</LEA></Source></Header>"
        f"<LALevelVacancies><NumberOfVacancies>{vacancies}</NumberOfVacancies><NoAgencyFTE>1.00</NoAgencyFTE>"
        f"<NoAgencyHeadcount>1</NoAgencyHeadcount></LALevelVacancies>{''.join(workers)}</Message>"
    )


def worker(number: str, *, agency: int = 0, **more: object) -> str:
    told = "".join(f"<{name}>{value}</{name}>" for name, value in more.items())
    return WORKER.format(agency=agency, number=number, more=told)


def read(text: str) -> FileRead:
    data = text.encode()
    return read_file("return.xml", sha256(data).hexdigest(), *open_file("return.xml", data), date(2025, 6, 1))


def rows(file: FileRead, feed: str) -> list[dict[str, object]]:
    (found,) = (each for each in file.records if each.feed == feed)
    return [dict(zip(found.columns, values, strict=True)) for values in zip(*found.columns.values(), strict=True)]


def test_workers_vacancies_and_caseloads_are_told_of_30_september() -> None:
    """One in post with eleven children, one gone since May, an agency worker in the first year; two and a half vacant."""
    file = read(
        census(
            worker("SW1001", FTE=0.8, OrgRole=5, RoleStartDate="2020-01-06", FTE30=0.8, Cases30=11, Absat30Sept=1),
            worker("SW1002", FTE=1, OrgRole=3, RoleEndDate="2024-05-31", ReasonLeave=3),
            worker("SW1003", agency=1, FTE=1, OrgRole=6, CFKSSstatus=1, WorkingDaysLost=4.5, BaseSalary=40123.00),
        )
    )

    assert (file.format, file.newest_date, file.rows, file.set_aside) == ("workforce_census", date(2024, 9, 30), 4, 0)
    one, gone, agency, vacant = rows(file, "workforce_census.staff")
    assert (one["fte"], one["role"], one["agency"], one["absent_on_day"]) == (80, "5", False, True)
    assert (gone["left_on"], gone["left_because"], gone["agency"]) == (date(2024, 5, 31), "other", False)
    assert (agency["agency"], agency["newly_qualified"], agency["days_absent"]) == (True, True, None)
    assert (vacant["vacant_fte"], vacant["worker_id"], vacant["told_on"]) == (250, None, date(2024, 9, 30))
    (held,) = rows(file, "workforce_census.caseload")
    assert (held["children"], held["fte"]) == (11, 80)
    assert file.faults == ()


@pytest.mark.parametrize(("day", "what"), [("2024-03-31", "is not 30 September"), ("nonsense", "is not a date")])
def test_a_reference_date_of_another_day_is_asked_about(day: str, what: str) -> None:
    file = read(census(worker("SW1001", FTE=1, agency=1), day=day))
    assert any(what in fault.message for fault in file.faults)


def test_a_header_of_another_collection_is_asked_about() -> None:
    file = read(census(worker("SW1001", FTE=1, agency=1), collection="CIN"))
    assert any("is not CSWW" in fault.message for fault in file.faults)


def test_a_count_the_census_states_is_held_against_its_rows() -> None:
    """One agency worker is in post and one has gone; the council says one, then two."""
    workers = (worker("SW1001", agency=1, FTE=1), worker("SW1002", agency=1, FTE=1, RoleEndDate="2024-05-31"))
    text = census(*workers)
    two = text.replace("<NoAgencyHeadcount>1<", "<NoAgencyHeadcount>2<")

    assert [fault for fault in read(text).faults if fault.code == "stated_count"] == []
    (fault,) = (fault for fault in read(two).faults if fault.code == "stated_count")
    assert "says 2, and 1 row of CSWWWorker is so" in fault.message


def test_an_element_no_schema_has_is_named() -> None:
    file = read(census(worker("SW1001", FTE=1, ShoeSize=9)))
    assert [fault.column for fault in file.faults if fault.code == "unknown_element"] == ["ShoeSize"]


def test_documents_of_one_root_are_told_apart_by_what_is_in_them() -> None:
    """Both begin with Message; neither is known by its name."""
    need = read(document([child("101", episode(date(2024, 5, 1)))]))
    staff = read(census(worker("SW1001", FTE=1, agency=1)))
    assert (need.format, staff.format) == ("children_in_need_census", "workforce_census")


def test_a_document_without_workers_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "census.xml"
    path.write_text(census(), encoding="utf-8")
    with pytest.raises(FilesRefused):
        month_end.load(make_home(tmp_path / "home", '[council]\nname = "Smallville"\n'), [path], NOW)


def test_northbrooks_census_gives_the_figures_of_its_own_lists(tmp_path: Path) -> None:
    """Vacancies, agency workers and caseloads of September, by the census and by the personnel system’s lists."""
    known = AsKnown(live(Setting.of(2019, 300, Timeline.ending(SEPTEMBER, 14)), 300), SEPTEMBER, date(2018, 10, 3))
    lists, returns = tmp_path / "lists", tmp_path / "census"
    lists.mkdir()
    returns.mkdir()
    write_staff_files(known, lists)
    write_workforce_census(known, returns)

    by_lists, by_census = (told_of(folder, tmp_path) for folder in (lists, returns))

    assert by_census == by_lists
    assert by_lists[0] is not None
    assert None not in by_lists[1:]


def told_of(folder: Path, place: Path) -> tuple[object, ...]:
    """The caseloads, and the shares of posts that are vacant and of workers from agencies, at the end of September."""
    home = make_home(place / f"home of {folder.name}", '[council]\nname = "Smallville"\n')
    month_end.load(home, [folder], NOW, SEPTEMBER.last_day)
    council = read_council(home.settings)
    with month_end.engine_for(home, council, SEPTEMBER, None) as (engine, _):
        held = engine.caseload_held(SEPTEMBER.last_day)
        figures = engine.figures([BY_REF["WF03"], BY_REF["WF04"]], SEPTEMBER)
    shares = [
        (figure.ref, figure.numerator, figure.denominator)
        for figure in as_figures(figures)
        if figure.breakdown is None and figure.window is Window.AS_AT
    ]
    return held, *shares
