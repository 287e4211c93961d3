"""A small council's month: files in, every row accounted for, closed, asked again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from everychild import behind, month_end
from everychild.calendar import Month
from everychild.cli.new_home import make_home
from everychild.errors import FilesRefused, HomeError, NothingSupplied, Tampered, UnknownReference
from everychild.journal.connection import open_journal
from everychild.journal.models import Edition, Extract
from everychild.measure.figure import Absent
from everychild.store.durable import sha256_of
from everychild.store.home import Home

SETTINGS = '[council]\nname = "Smallville"\n\n[[target]]\nindicator = "EH04"\nvalue = 30\ntolerance = 3\nwho = "Director"\nsince = 2017-04-01\n'
ASSESSMENTS = """person_id,request_date,started_date,completed_date,team
0001,28/02/2019,01/03/2019,12/04/2019,North
0002,01/03/2019,04/03/2019,29/04/2019,South
0003,01/11/2018,05/11/2018,15/02/2019,North
0004,02/04/2019,,,South
"""
LATER = ASSESSMENTS.replace("0004,02/04/2019,,,South", "0004,02/04/2019,03/04/2019,30/04/2019,South")
APRIL = Month(2019, 4)
THIRD_OF_MAY = datetime(2019, 5, 3, 9, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return make_home(tmp_path / "home", SETTINGS)


def a_file(folder: Path, text: str, name: str = "early_help_assessments.csv") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def load(home: Home, path: Path, taken: date = date(2019, 5, 3)) -> month_end.Loaded:
    return month_end.load(home, [path], datetime.combine(taken, THIRD_OF_MAY.timetz()), taken)


def eh04(home: Home, **asked) -> month_end.Judged:
    edition, _ = month_end.work_out(home, APRIL, **asked)
    return edition.by_ref("EH04")


def test_a_month_from_files_to_figures(home, tmp_path):
    """28 February to 12 April is 31 working days; 1 March to 29 April is 39: an average of 35."""
    loaded = load(home, a_file(tmp_path, ASSESSMENTS))
    edition = month_end.close(home, APRIL, THIRD_OF_MAY)

    (file,) = loaded.files
    assert (file.rows, file.accepted, file.queried, file.set_aside) == (4, 4, 0, 0)
    item = edition.by_ref("EH04")
    assert (item.figure.numerator, item.figure.denominator) == (31 + 39, 2)
    assert item.status.in_words == "Off target"
    assert edition.by_ref("CP12").figure.absent is Absent.NOT_SUPPLIED
    assert edition.newest_extract.rows == 4


def test_loading_the_same_file_twice_changes_nothing(home, tmp_path):
    """Not the extracts, not the figures, and not under another name."""
    load(home, a_file(tmp_path, ASSESSMENTS))
    before = _everything(home)

    again = load(home, a_file(tmp_path, ASSESSMENTS, "the same under another name.csv"))

    assert again.extract is None
    assert again.already_loaded == ("the same under another name.csv",)
    assert _everything(home) == before


def test_a_trial_load_keeps_nothing(home, tmp_path):
    """It says what it would have done."""
    before = _everything(home)

    loaded = month_end.load(home, [a_file(tmp_path, ASSESSMENTS)], THIRD_OF_MAY, date(2019, 5, 3), dry_run=True)

    assert loaded.files[0].rows == 4
    assert _everything(home) == before
    assert Extract.objects.count() == 0


def test_a_file_that_cannot_be_read_refuses_the_whole_load(home, tmp_path):
    """The good file beside it is not half-loaded."""
    a_file(tmp_path / "in", ASSESSMENTS)
    (tmp_path / "in" / "visits.xlsx").write_bytes(b"PK\x03\x04 not really a workbook")
    before = _everything(home)

    with pytest.raises(FilesRefused) as refused:
        load(home, tmp_path / "in")

    assert [item.file for item in refused.value.refused] == ["visits.xlsx"]
    assert _everything(home) == before


def test_closing_twice_with_nothing_changed_is_one_edition_and_a_later_extract_makes_another(home, tmp_path):
    """The first still opens as it was."""
    load(home, a_file(tmp_path, ASSESSMENTS))
    month_end.close(home, APRIL, THIRD_OF_MAY)
    month_end.close(home, APRIL, THIRD_OF_MAY)
    assert Edition.objects.count() == 1

    load(home, a_file(tmp_path, LATER), date(2019, 6, 3))
    month_end.close(home, APRIL, THIRD_OF_MAY)

    assert [edition.number for edition in Edition.objects.all()] == [1, 2]
    first, _ = month_end.open_edition(home, APRIL, 1)
    newest, _ = month_end.open_edition(home, APRIL)
    assert first.by_ref("EH04").figure.denominator == 2
    assert newest.by_ref("EH04").figure.denominator == 3


def test_figures_judged_otherwise_by_newer_software_are_another_edition(home, tmp_path, monkeypatch):
    """Else the old judgement would be given back for good."""
    load(home, a_file(tmp_path, ASSESSMENTS))
    first = month_end.close(home, APRIL, THIRD_OF_MAY)
    monkeypatch.setattr(month_end, "made_by", lambda: "newer software")
    assert month_end.close(home, APRIL, THIRD_OF_MAY).fingerprint == first.fingerprint
    before = month_end.judge

    def judged_otherwise(*asked):
        return tuple(replace(item, points=item.points + 1) for item in before(*asked))

    monkeypatch.setattr(month_end, "made_by", lambda: "software that judges otherwise")
    monkeypatch.setattr(month_end, "judge", judged_otherwise)
    assert month_end.close(home, APRIL, THIRD_OF_MAY).fingerprint != first.fingerprint
    assert Edition.objects.count() == 2


def test_a_figure_can_be_asked_as_known_on_another_day(home, tmp_path):
    """In May nobody knew that the fourth assessment had been finished in April."""
    load(home, a_file(tmp_path, ASSESSMENTS))
    load(home, a_file(tmp_path, LATER), date(2019, 6, 3))

    assert eh04(home).figure.denominator == 3
    assert eh04(home, known_on=date(2019, 5, 31)).figure.denominator == 2
    with pytest.raises(NothingSupplied, match="by 2019-05-01"):
        eh04(home, known_on=date(2019, 5, 1))


def test_an_edition_is_judged_by_the_settings_it_was_closed_with(home, tmp_path):
    """A new target makes a new edition; the old one keeps its own."""
    load(home, a_file(tmp_path, ASSESSMENTS))
    month_end.close(home, APRIL, THIRD_OF_MAY)
    home.settings.write_text(SETTINGS.replace("value = 30", "value = 40"), encoding="utf-8")
    month_end.close(home, APRIL, THIRD_OF_MAY)

    assert month_end.open_edition(home, APRIL, 1)[0].by_ref("EH04").status.in_words == "Off target"
    assert month_end.open_edition(home, APRIL, 2)[0].by_ref("EH04").status.in_words == "On target"


def test_the_rows_behind_a_figure_lead_to_the_file(home, tmp_path):
    """Rows 2 and 3 of the file: the heading is row 1."""
    load(home, a_file(tmp_path, ASSESSMENTS))

    rows = behind.rows_behind(home, "eh04", APRIL).rows

    assert [(row.part, row.file, row.row) for row in rows] == [
        ("numerator", "early_help_assessments.csv", 2),
        ("numerator", "early_help_assessments.csv", 3),
    ]
    with pytest.raises(UnknownReference, match=r"Near it: EH01, EH02"):
        behind.rows_behind(home, "EH99", APRIL)


def test_a_kept_file_that_has_changed_is_never_counted(home, tmp_path):
    """It is refused by name, before anything is worked out."""
    load(home, a_file(tmp_path, ASSESSMENTS))
    kept = next(home.extracts.rglob("early_help_assessment.*.parquet"))
    kept.write_bytes(kept.read_bytes()[:-1] + b"!")

    with pytest.raises(Tampered, match="has changed since it was kept"):
        month_end.close(home, APRIL, THIRD_OF_MAY)


def test_files_are_kept_as_they_came(home, tmp_path):
    """Byte for byte, under their sha256."""
    path = a_file(tmp_path, ASSESSMENTS)
    load(home, path)

    assert (home.raw / sha256_of(path)).read_bytes() == path.read_bytes()


def test_a_folder_that_is_no_home_is_said_to_be_none(tmp_path):
    """With what would make one."""
    with pytest.raises(HomeError, match="everychild init"):
        open_journal(Home(tmp_path))


def test_a_home_is_not_made_over_another(home):
    """Nothing is overwritten."""
    with pytest.raises(HomeError, match="already"):
        make_home(home.path)


def _everything(home: Home) -> dict[str, str]:
    """Every kept file and its bytes; the journal's own file is told by what it holds."""
    files = [path for path in home.path.rglob("*") if path.is_file() and not path.name.startswith("journal.")]
    return {str(path.relative_to(home.path)): sha256_of(path) for path in files} | {
        "extracts": str(Extract.objects.count())
    }
