"""A named person begins a range anew: from then on the pattern is read by it, and nothing closed before changes."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from typer.testing import CliRunner

from everychild import month_end
from everychild.calendar import Month, months_to
from everychild.cli.app import app
from everychild.errors import SettingsError
from everychild.judgement.pattern import Moving
from tests.story.test_load_and_close import APRIL, THIRD_OF_MAY, a_file, home, load

__all__ = ["home"]

HEADINGS = "person_id,request_date,started_date,completed_date,team\n"
LATER = datetime(2019, 6, 3, 9, tzinfo=UTC)


def assessments() -> str:
    """Sixty months in which about ten were completed, and about thirty in each of the last thirteen."""
    rows, person = [], 0
    for place, month in enumerate(months_to(APRIL, 60)):
        how_many = (30 if place >= 47 else 10) + place % 2
        for _ in range(how_many):
            person += 1
            day = f"{month.number:02}/{month.year}"
            rows.append(f"{person:05},02/{day},03/{day},20/{day},North")
    return HEADINGS + "\n".join(rows) + "\n"


def told(*words: str) -> str:
    result = CliRunner().invoke(app, list(words), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def rebase(home, *words: str) -> str:
    return told("rebase", *words, "--who", "Ada", "--home", str(home.path))


def eh03(edition: month_end.JudgedEdition) -> month_end.Judged:
    found = edition.by_ref("EH03")
    assert found is not None
    return found


def test_a_range_begun_anew_is_read_from_then_on_and_the_edition_before_stays(home, tmp_path):
    """EH03 rose from ten to thirty a month in April 2018: begun anew there, thirty is ordinary."""
    load(home, a_file(tmp_path, assessments()))
    before = month_end.close(home, APRIL, THIRD_OF_MAY)
    said = rebase(home, "eh03", "--from", "2018-04", "--why", "A new team", "--since", "2019-05-20")
    after = month_end.close(home, APRIL, LATER)
    again, _ = month_end.open_edition(home, APRIL, 1)
    newest, _ = month_end.open_edition(home, APRIL)

    assert "A new beginning for EH03, from 2018-04, was added" in said
    assert eh03(before).pattern.moving is not Moving.STEADY
    assert (eh03(after).pattern.moving, eh03(after).pattern.baseline.who) == (Moving.STEADY, "Ada")
    assert again == before
    assert newest == after
    unlike = [one.ref for one, two in zip(before.indicators, after.indicators, strict=True) if one != two]
    assert unlike == ["EH03"]


def test_a_range_made_to_stand_still_is_read_from_months_long_gone(home, tmp_path):
    """Frozen on the year from May 2014, four years before the months shown."""
    load(home, a_file(tmp_path, assessments()))
    rebase(home, "EH03", "--from", "2014-05", "--to", "2015-04", "--why", "Our first year")
    edition = month_end.close(home, APRIL, THIRD_OF_MAY)
    opened, _ = month_end.open_edition(home, APRIL)

    assert eh03(edition).pattern.usual.mean == pytest.approx(10.5)
    assert eh03(edition).history[0].as_at == Month(2017, 4)
    assert eh03(opened).pattern == eh03(edition).pattern


def test_the_same_row_twice_stands_once(home):
    """And says so."""
    asked = ("EH03", "--from", "2018-04", "--why", "A new team", "--since", "2019-05-20")
    first, second = (rebase(home, *asked) for _ in range(2))

    assert "was added to" in first
    assert "stood already in" in second
    assert home.settings.read_text(encoding="utf-8").count("[[baseline]]") == 1


def test_an_indicator_that_is_not_ours_is_refused_by_name(home, tmp_path):
    """In the file as in the command."""
    load(home, a_file(tmp_path, assessments()))
    row = '\n[[baseline]]\nindicator = "XX99"\nfrom = "2018-04"\nwho = "Ada"\nwhy = "New"\nsince = 2019-05-20\n'
    with home.settings.open("a", encoding="utf-8") as settings:
        settings.write(row)

    with pytest.raises(SettingsError, match=r"\[\[baseline\]\] names XX99, and there is no such indicator"):
        month_end.close(home, APRIL, THIRD_OF_MAY)


def test_figures_as_data_are_still_those_of_the_month(home, tmp_path):
    """Older months counted for a standing range come after the month itself."""
    load(home, a_file(tmp_path, assessments()))
    rebase(home, "EH03", "--from", "2014-05", "--to", "2015-04", "--why", "Our first year")
    rows = json.loads(told("figures", "2019-04", "--json", "--home", str(home.path)))
    own = [row for row in rows if row["ref"] == "EH03"]

    assert own[0]["as_at"] == "2019-04-30"
    assert own[0]["status"] is not None
