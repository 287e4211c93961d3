"""What is kept beside an edition: the same as worked out, once, found to be as it was kept, and read by page and paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from typer.testing import CliRunner

from everychild import looked_round, month_end
from everychild.ahead import ahead, how_to_look
from everychild.cli.app import app
from everychild.errors import NothingSupplied, Tampered
from everychild.journal.connection import open_journal
from everychild.journal.models import Job, KeptBeside
from everychild.judgement import forecast as forecasting
from everychild.judgement.forecast import forecast
from everychild.late import late
from everychild.looked_round import ahead_kept, forecasts_kept, late_kept, look_round
from everychild.safekeeping.verify import verify
from everychild.web.addresses import Place
from everychild.web.presenters import further_ahead as presenter
from tests.editions import APRIL_2019, april_2019
from tests.homes import copy_of
from tests.story.test_load_and_close import APRIL, ASSESSMENTS, LATER, THIRD_OF_MAY, a_file, home, load

__all__ = ["home"]

AT = datetime(2019, 5, 4, 9, tzinfo=UTC)


@pytest.fixture
def closed(home, tmp_path):
    """Told twice: an assessment was written up after April’s first telling of March."""
    load(home, a_file(tmp_path, ASSESSMENTS), date(2019, 4, 3))
    load(home, a_file(tmp_path, LATER, "again.csv"), date(2019, 5, 3))
    return month_end.close(home, APRIL, THIRD_OF_MAY)


def test_what_is_kept_is_what_would_be_worked_out(home, closed):
    """Days, months, fractions and reasons come back as the values they were."""
    assert (ahead_kept(home, closed), late_kept(home, closed), forecasts_kept(home, closed)) == (None, None, None)
    assert look_round(home, closed, AT) == ("ahead", "late", "checks", "sources", "forecasts")

    able = [item.ref for item in closed.indicators if how_to_look(item.indicator)]
    timed = [item.ref for item in closed.indicators if item.clock or item.is_flagged]
    assert ahead_kept(home, closed) == ahead(home, closed, able)
    assert late_kept(home, closed) == late(home, closed, timed)
    assert {"EH05"} <= set(ahead_kept(home, closed)) & set(late_kept(home, closed))
    assert forecasts_kept(home, closed) == {}, "two months are too few"


def test_it_is_kept_once_and_what_was_kept_first_stands(home, closed, monkeypatch):
    look_round(home, closed, AT)
    first = ahead_kept(home, closed)
    monkeypatch.setattr(looked_round, "ahead", lambda *_: pytest.fail("worked out a second time"))

    assert look_round(home, closed, AT) == ()
    assert ahead_kept(home, closed) == first
    assert KeptBeside.objects.count() == 5


def test_an_edition_without_it_opens_and_another_edition_has_its_own(home, closed, tmp_path):
    look_round(home, closed, AT)
    settings = home.settings.read_text(encoding="utf-8").replace("value = 30", "value = 20")
    home.settings.write_text(settings, encoding="utf-8")
    newer = month_end.close(home, APRIL, AT)

    assert newer.fingerprint != closed.fingerprint
    assert ahead_kept(home, newer) is None
    assert ahead_kept(home, closed) is not None


def test_it_is_verified_like_the_figures_and_refused_where_it_was_changed(home, closed):
    look_round(home, closed, AT)
    assert verify(home).files["record kept beside an edition"] == 5

    path = home.path / KeptBeside.objects.get(kind="ahead").path
    path.write_bytes(path.read_bytes().replace(b"EH05", b"EH99"))
    with pytest.raises(Tampered):
        ahead_kept(home, closed)
    assert any("kept beside an edition has changed" in fault for fault in verify(home).faults)


def test_forecasts_are_kept_as_they_were_made(invented, tmp_path):
    """Twenty-five invented months; what cannot be foretold is left out."""
    kept = copy_of(invented, tmp_path / "invented")
    open_journal(kept)
    edition, _ = month_end.open_edition(kept, APRIL)
    few = replace(edition, indicators=edition.indicators[:3])

    look_round(kept, few, AT)

    expected = {}
    for item in few.indicators:
        try:
            expected[item.ref] = forecast(item.indicator, item.history)
        except NothingSupplied:
            continue
    assert expected
    assert forecasts_kept(kept, few) == expected


def test_without_the_library_the_rest_is_kept_and_the_forecast_left_for_another_time(home, closed, monkeypatch):
    monkeypatch.setattr(looked_round, "is_installed", lambda: False)
    assert look_round(home, closed, AT) == ("ahead", "late", "checks", "sources")
    monkeypatch.undo()
    assert look_round(home, closed, AT) == ("forecasts",)


def test_the_commands_keep_it_or_leave_it_to_whoever_does_the_work(home, closed):
    """`close` waits for nothing; `look-round` does it at once, and a second time has nothing to do."""
    runner, where = CliRunner(), ["--home", str(home.path)]

    assert runner.invoke(app, ["close", "2019-04", *where], catch_exceptions=False).exit_code == 0
    assert ahead_kept(home, closed) is None
    assert [job.what for job in Job.objects.all()] == ["look round"]
    said = runner.invoke(app, ["look-round", "2019-04", *where], catch_exceptions=False).stdout
    assert "2019-04: kept ahead, late, checks, sources, forecasts." in said
    assert "kept already" in runner.invoke(app, ["look-round", "2019-04", *where], catch_exceptions=False).stdout
    with pytest.raises(NothingSupplied, match="has not been closed"):
        app(["look-round", "2019-03", *where], standalone_mode=False)


def test_whoever_does_the_work_does_it_in_a_process_of_its_own_and_tells_what_came_of_it(home, closed, monkeypatch):
    from django.conf import settings

    from everychild.journal import jobs
    from everychild.web.looking_round import look_round_month

    monkeypatch.setattr(settings, "HOME", home, raising=False)
    done, refused = (jobs.ask("look round", month, "", AT) for month in ("2019-04", "2019-03"))
    look_round_month.func(done, "", "command line", AT.isoformat(), month="2019-04")
    look_round_month.func(refused, "", "command line", AT.isoformat(), month="2019-03")

    assert "kept ahead, late, checks, sources, forecasts" in jobs.one(done).came_to["said"]
    assert ahead_kept(home, closed) is not None
    assert "2019-03 has not been closed" in jobs.one(refused).came_to["why"]


def test_a_page_tells_the_forecast_or_why_there_is_none(monkeypatch):
    """Its record beside it; too few months; not installed, and how to have it; not worked out yet, and when it is."""
    item, place = april_2019().by_ref("AS02"), Place(APRIL_2019)
    short = replace(item, history=item.history[-5:])
    told = forecast(item.indicator, item.history)

    page = presenter.further_ahead(item, told, place, is_kept=True)
    assert len(page) == 5
    assert page[0].startswith("May 2019: ")
    assert "four times in five between" in page[0]
    assert "fell inside four in five" in page[-1]
    assert "AS02 has 5 months in a row" in presenter.further_ahead(short, None, place, is_kept=True)[0]
    assert "everychild look-round 2019-04" in presenter.further_ahead(item, None, place, is_kept=False)[0]
    monkeypatch.setattr(presenter, "is_installed", lambda: False)
    (said,) = presenter.further_ahead(item, None, place, is_kept=False)
    assert "pip install 'everychild[forecast]'" in said
    assert forecasting.is_installed()
