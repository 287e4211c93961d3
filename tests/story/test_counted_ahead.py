"""A month counted before it is closed: closing only judges it, and nothing kept is trusted that no longer holds."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from everychild import counted, month_end
from everychild.catalogue import BY_REF
from everychild.cli.app import app
from everychild.errors import NothingSupplied, Tampered
from everychild.journal import jobs
from everychild.journal.connection import open_journal
from everychild.journal.models import Edition, Job, KeptCount
from everychild.store.engine import Engine
from everychild.store.figures import freeze, frozen
from tests.homes import copy_of
from tests.story.test_load_and_close import APRIL, ASSESSMENTS, LATER, THIRD_OF_MAY, a_file, home, load

__all__ = ["home"]

AT = datetime(2019, 5, 4, 9, tzinfo=UTC)
BEGUN_ANEW = (
    'indicator = "EH04"',
    'from = "2016-06"',
    'to = "2018-05"',
    "since = 2018-06-01",
    'who = "Ada"',
    'why = "A new way"',
)
FEW = tuple(BY_REF[ref] for ref in ("EH04", "EH05", "CP21"))


@pytest.fixture(autouse=True)
def few_indicators(monkeypatch):
    """Planning all two hundred takes seconds, and here it matters only whether anything is counted."""
    monkeypatch.setattr(month_end, "CATALOGUE", FEW)


@pytest.fixture
def loaded(home, tmp_path):
    load(home, a_file(tmp_path, ASSESSMENTS))
    return home


@pytest.fixture
def counting(monkeypatch) -> list[str]:
    """One entry for each time the engine counts a month."""
    times, figures = [], Engine.figures

    def noted(self, *asked):
        times.append("counted")
        return figures(self, *asked)

    monkeypatch.setattr(Engine, "figures", noted)
    return times


def change(home, *parts: str) -> None:
    home.settings.write_text(home.settings.read_text(encoding="utf-8") + "\n".join(["", *parts, ""]), encoding="utf-8")


def test_closing_takes_over_what_was_counted_ahead_and_is_the_same_edition(loaded, counting, tmp_path):
    other = copy_of(loaded, tmp_path / "counted in closing")

    assert month_end.count_ahead(loaded, AT) == APRIL
    assert counting == ["counted"]
    assert Edition.objects.count() == 0, "nothing is closed by it"
    ahead = month_end.close(loaded, APRIL, THIRD_OF_MAY)
    assert counting == ["counted"], "closing counted it a second time"
    open_journal(other)
    assert month_end.close(other, APRIL, THIRD_OF_MAY).fingerprint == ahead.fingerprint
    assert counting == ["counted", "counted"]


def test_what_a_month_not_closed_comes_to_is_taken_over_too(loaded, counting):
    before, _ = month_end.work_out(loaded, APRIL)
    month_end.count_ahead(loaded, AT)
    assert month_end.work_out(loaded, APRIL)[0].indicators == before.indicators
    assert counting == ["counted", "counted"]


def test_counting_ahead_a_second_time_counts_nothing(loaded, counting):
    month_end.count_ahead(loaded, AT)
    month_end.count_ahead(loaded, AT)
    assert counting == ["counted"]
    assert KeptCount.objects.count() == 1


def test_a_target_is_no_part_of_a_count(loaded, counting):
    """Another target is another judgement, and so another edition, of the same figures."""
    month_end.close(loaded, APRIL, THIRD_OF_MAY)
    change(loaded, "[[target]]", 'indicator = "CP21"', "value = 80", 'who = "Director"', "since = 2017-04-01")
    month_end.close(loaded, APRIL, THIRD_OF_MAY)

    first, second = Edition.objects.all()
    assert first.fingerprint != second.fingerprint
    assert first.figures_sha256 == second.figures_sha256
    assert counting == ["counted"]


@pytest.mark.parametrize(
    "settings",
    [
        ("[clocks.early_help_assessment]", "length = 33"),
        ("[visits]", 'valid_places = ["home"]'),
        ("[early_help]", 'council_words = ["smallville"]'),
        ("[families_first]", "switched_on = 2019-04-01"),
        ("[[baseline]]", *BEGUN_ANEW),
    ],
    ids=lambda settings: settings[0],
)
def test_settings_that_figures_follow_from_have_it_counted_again(loaded, counting, settings):
    month_end.count_ahead(loaded, AT)
    change(loaded, *settings)
    month_end.close(loaded, APRIL, THIRD_OF_MAY)
    assert counting == ["counted", "counted"]


def test_another_extract_has_it_counted_again(loaded, counting, tmp_path):
    month_end.count_ahead(loaded, AT)
    load(loaded, a_file(tmp_path, LATER, "later.csv"), date(2019, 5, 4))
    edition = month_end.close(loaded, APRIL, THIRD_OF_MAY)
    assert counting == ["counted", "counted"]
    assert len(list(loaded.counted.rglob("*.*"))) == 1, "what no longer holds takes no room"
    assert edition.by_ref("EH04").figure.denominator == 3


def test_another_calendar_has_it_counted_again(loaded, counting, tmp_path):
    """Closure days come with the extract: one of no rows at all may bring them."""
    month_end.count_ahead(loaded, AT)
    change(loaded, "[calendar]", 'closure_days = [{ day = 2019-04-23, why = "Training" }]')
    month_end.close(loaded, APRIL, THIRD_OF_MAY)
    assert counting == ["counted"], "the extract that was loaded keeps the calendar it came with"

    load(loaded, a_file(tmp_path, ASSESSMENTS.splitlines()[0] + "\n0009,01/04/2019,,,North\n", "one.csv"))
    edition = month_end.close(loaded, APRIL, THIRD_OF_MAY)
    assert counting == ["counted", "counted"]
    assert (edition.by_ref("EH04").figure.numerator, edition.by_ref("EH04").figure.denominator) == (31 + 38, 2)


def test_other_definitions_have_it_counted_again(loaded, counting, monkeypatch):
    month_end.count_ahead(loaded, AT)
    monkeypatch.setattr(month_end, "made_by", lambda: "newer software")
    month_end.close(loaded, APRIL, THIRD_OF_MAY)
    assert counting == ["counted", "counted"]


def test_another_month_is_another_count(loaded, counting):
    month_end.count_ahead(loaded, AT)
    month_end.close(loaded, APRIL - 1, THIRD_OF_MAY)
    assert counting == ["counted", "counted"]


@pytest.mark.parametrize("how", ["forged", "cut short", "gone"])
def test_a_kept_count_that_was_tampered_with_is_found_and_counted_again(loaded, counting, how):
    """Nothing is lost by it: the extracts tell the same again, and the edition’s file is as it should be."""
    month_end.count_ahead(loaded, AT)
    kept = KeptCount.objects.get()
    place = loaded.path / kept.path
    right = place.read_bytes()
    _tamper(place, how)
    assert counted.kept_count(loaded, kept.inputs_sha256) is None

    edition = month_end.close(loaded, APRIL, THIRD_OF_MAY)

    assert counting == ["counted", "counted"]
    assert edition.by_ref("EH04").figure.denominator == 2
    assert place.read_bytes() == right == (loaded.path / Edition.objects.get().figures_path).read_bytes()
    assert KeptCount.objects.count() == 1


def _tamper(place: Path, how: str) -> None:
    if how == "gone":
        place.unlink()
    elif how == "cut short":
        place.write_bytes(place.read_bytes()[:-9])
    else:
        table = pq.ParquetFile(place).read()
        pq.write_table(table.slice(0, table.num_rows - 1), place)


def test_what_closing_rests_on_is_looked_at_though_nothing_is_counted(loaded, counting):
    """An extract that was changed is refused as ever."""
    month_end.count_ahead(loaded, AT)
    next(loaded.extracts.glob("*/*.parquet")).write_bytes(b"something else")
    with pytest.raises(Tampered):
        month_end.close(loaded, APRIL, THIRD_OF_MAY)
    assert Edition.objects.count() == 0


def test_counting_an_edition_again_trusts_nothing_kept(loaded, counting):
    """What `verify` does: else a wrong count would be held against itself."""
    month_end.close(loaded, APRIL, THIRD_OF_MAY)
    figures, by_the_same_software = month_end.count_again(loaded, Edition.objects.get())
    assert counting == ["counted", "counted"]
    assert by_the_same_software
    assert freeze(loaded, APRIL, frozen(figures))[1] == Edition.objects.get().figures_sha256


def test_with_nothing_loaded_there_is_nothing_to_count(home):
    with pytest.raises(NothingSupplied):
        month_end.count_ahead(home, AT)


def test_loading_by_command_asks_for_it_and_closing_finds_it_done(home, counting, tmp_path, monkeypatch):
    from django.conf import settings

    from everychild.web.counting_ahead import count_last_month

    monkeypatch.setattr(settings, "HOME", home, raising=False)
    runner, where = CliRunner(), ["--home", str(home.path)]
    file = str(a_file(tmp_path, ASSESSMENTS))
    runner.invoke(app, ["load", file, *where, "--dry-run"], catch_exceptions=False)
    assert Job.objects.count() == 0, "a trial keeps nothing"
    counting.clear()

    runner.invoke(app, ["load", file, *where, "--extracted-on", "2019-05-03"], catch_exceptions=False)
    runner.invoke(app, ["load", file, *where], catch_exceptions=False)
    (job,) = Job.objects.all()
    assert (job.what, counting) == ("count ahead", []), "loading waits for nothing, and the same file asks for nothing"
    count_last_month.func(job.pk, "", "command line", AT.isoformat())
    assert "April 2019 is counted" in jobs.one(job.pk).came_to["said"]
    runner.invoke(app, ["close", "2019-04", *where], catch_exceptions=False)
    assert counting == ["counted"]


def test_of_many_loads_in_a_row_only_the_last_has_its_month_counted(loaded, counting, monkeypatch):
    from django.conf import settings

    from everychild.web.counting_ahead import count_last_month

    monkeypatch.setattr(settings, "HOME", loaded, raising=False)
    first, last = (jobs.ask("count ahead", "the last month", "", AT) for _ in range(2))
    count_last_month.func(first, "", "command line", AT.isoformat())
    assert counting == []
    assert "It is counted with that" in jobs.one(first).came_to["said"]
    count_last_month.func(last, "", "command line", AT.isoformat())
    assert counting == ["counted"]


def test_the_command_counts_the_last_month_or_the_one_it_is_told(loaded, counting):
    runner, where = CliRunner(), ["--home", str(loaded.path)]
    said = runner.invoke(app, ["count-ahead", *where], catch_exceptions=False).stdout
    assert "2019-04 is counted. To close it: everychild close 2019-04" in said
    said = runner.invoke(app, ["count-ahead", "2019-03", *where], catch_exceptions=False).stdout
    assert "2019-03 is counted" in said
    assert [kept.month for kept in KeptCount.objects.all()] == ["2019-04", "2019-03"]
