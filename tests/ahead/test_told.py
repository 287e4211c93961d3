"""What is told of an indicator’s work by the command and in the paper."""

from __future__ import annotations

import json
from datetime import date

import pytest

from everychild import month_end
from everychild.ahead import ahead
from everychild.cli.app import app
from everychild.errors import NothingSupplied, UnknownReference
from everychild.measure.due import Ahead, Looking
from everychild.report.committee import committee_paper
from everychild.report.document import Paragraph
from everychild.report.work import Work, work_told
from everychild.web.presenters.next_weeks import next_weeks
from tests.report.lively import lively
from tests.story.test_load_and_close import APRIL, ASSESSMENTS, LATER, THIRD_OF_MAY, a_file, home, load

__all__ = ["home"]


def _ahead(ref: str, met: int, lost: int, to_do: int) -> Ahead:
    return Ahead(ref, Looking.DUE, date(2019, 5, 1), date(2019, 5, 28), date(2019, 5, 3), met, lost, to_do)


def test_an_edition_looks_ahead_by_what_it_knew(home, tmp_path):
    """The open one, asked for on 2 April, falls due on 17 May. That it was finished is not known until June."""
    load(home, a_file(tmp_path, ASSESSMENTS))
    edition = month_end.close(home, APRIL, THIRD_OF_MAY)
    before = ahead(home, edition, ["EH05", "EH04"])

    load(home, a_file(tmp_path, LATER, "later.csv"), date(2019, 6, 3))

    assert (before["EH05"].met, before["EH05"].lost, before["EH05"].to_do) == (0, 0, 1)
    assert "EH04" not in before, "an average has no such reckoning"
    assert ahead(home, edition, ["EH05"]) == before
    assert ahead(home, edition, ["CP22"]) == {}, "nothing was supplied of visits"


def test_the_command_takes_the_last_closed_month(home, tmp_path, capsys):
    load(home, a_file(tmp_path, ASSESSMENTS))
    month_end.close(home, APRIL, THIRD_OF_MAY)

    app(["ahead", "eh05", "--home", str(home.path), "--json"], standalone_mode=False)

    told = json.loads(capsys.readouterr().out)
    assert (told["ref"], told["to_do"], told["if_all"], told["if_none"]) == ("EH05", 1, 100, 0)
    with pytest.raises(UnknownReference, match="not known ahead for EH04"):
        app(["ahead", "EH04", "--home", str(home.path)], standalone_mode=False)
    with pytest.raises(NothingSupplied, match="No extract tells what CP22 rests on"):
        app(["ahead", "CP22", "--home", str(home.path)], standalone_mode=False)


def test_a_paper_tells_it_of_its_areas_and_hides_small_numbers():
    """Three in time already are too few to be told: no number is there, and 90.2% is written 91% since the target is 90%."""
    edition = lively()
    ref = edition.areas[0].judged[0].ref
    title = edition.areas[0].judged[0].title

    large, small = _told(ref, 13), _told(ref, 3)

    assert "13 done in time already" in str(large[ref][-1])
    assert str(small[ref][-1]) == (
        f"{title}, the next four weeks. Of the work known on 3 May 2019 and due by 28 May 2019: if all still to do are in "
        "time, 91%; if none, 3%."
    )
    parts = committee_paper(edition, date(2019, 6, 18), work=large).parts
    assert str(large[ref][-1]) in [part.text for part in parts if isinstance(part, Paragraph)]


def _told(ref: str, met: int):
    return work_told(lively(), Work(ahead={ref: _ahead(ref, met, 9, 80)}))


def test_a_page_says_why_nothing_can_be_told_of_a_flagged_average():
    flagged = next(item for area in lively().areas for item in area.judged if item.ref == "EH04")

    assert next_weeks(flagged, None)[0].startswith("What falls due in the next four weeks cannot be told")
