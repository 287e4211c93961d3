"""A load tried: what it would move is what it does move, and nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from everychild import month_end
from everychild.calendar import Month
from everychild.journal.connection import open_journal
from everychild.safekeeping.verify import verify
from everychild.store.home import Home
from everychild.store.renamed import renamed
from everychild.trial import Difference, differences_between, differences_to_last_time, try_load
from everychild.web.presenters.trying import differences_told, moves_told
from tests.homes import copy_of
from tests.safekeeping.small_home import APRIL, LATER, THIRD_OF_MAY, a_file

NEWER = LATER.replace("0002,01/03/2019,04/03/2019,29/04/2019", "0002,01/03/2019,04/03/2019,05/04/2019") + (
    "0005,03/06/2019,04/06/2019,20/06/2019,North\n0006,03/06/2019,04/06/2019,21/06/2019,North\n"
)
TAKEN = date(2019, 7, 2)
AT = THIRD_OF_MAY + timedelta(days=60)


@pytest.fixture
def home(kept_home: Home, tmp_path: Path) -> Iterator[Home]:
    copy = copy_of(kept_home, tmp_path / "home")
    open_journal(copy)
    yield copy
    open_journal(kept_home)


def everything_in(home: Home) -> dict[str, bytes]:
    return {
        path.relative_to(home.path).as_posix(): path.read_bytes()
        for path in home.path.rglob("*")
        if path.is_file() and not path.name.startswith("journal.sqlite3-")
    }


def tried(home: Home, folder: Path, text: str = NEWER, taken: date = TAKEN):
    loaded = month_end.load(home, [a_file(folder, text)], AT, taken, dry_run=True)
    return try_load(home, loaded)


def test_what_would_move_is_what_does_move_when_it_is_loaded_and_closed(home: Home, tmp_path: Path) -> None:
    """Figure by figure, and nothing else moves."""
    was, _ = month_end.open_edition(home, APRIL) or pytest.fail("closed")
    found = tried(home, tmp_path / "trial")
    assert found is not None
    assert found.moves is not None
    month_end.load(home, [a_file(tmp_path / "really", NEWER)], AT, TAKEN)
    now = month_end.close(home, APRIL, AT)
    would = {move.was.ref: move.would_be.figure for move in found.moves.moved}
    did = {
        item.ref: item.figure
        for before, item in zip(was.indicators, now.indicators, strict=True)
        if before.figure != item.figure
    }
    assert would == did != {}
    assert "EH04" in would
    assert found.moves.edition == 2


def test_nothing_of_it_is_kept(home: Home, tmp_path: Path) -> None:
    before = everything_in(home)
    assert tried(home, tmp_path / "trial") is not None
    assert everything_in(home) == before
    assert verify(home, counting_again=False).faults == ()


def test_files_that_say_the_same_again_move_nothing(home: Home, tmp_path: Path) -> None:
    found = tried(home, tmp_path / "trial", LATER + "\n", date(2019, 6, 4))
    assert found is not None
    assert found.moves is not None
    assert found.moves.moved == ()
    assert (
        moves_told(found.moves)["says"]
        == "Nothing: closed again with these files, April 2019 would say what edition 2 says."
    )


def test_a_new_month_is_told_as_it_would_stand(home: Home, tmp_path: Path) -> None:
    found = tried(home, tmp_path / "trial")
    assert found is not None
    assert found.moves is not None
    assert found.moves.next_month is not None
    assert found.moves.next_month.as_at == Month(2019, 6)
    assert moves_told(found.moves)["next"].startswith("June 2019 could be closed, and would say: ")


def test_files_loaded_before_are_not_tried_again(home: Home, tmp_path: Path) -> None:
    loaded = month_end.load(home, [a_file(tmp_path / "again", LATER)], AT, TAKEN, dry_run=True)
    assert try_load(home, loaded) is None


def test_a_first_load_has_no_month_to_move(tmp_path: Path) -> None:
    from everychild.cli.new_home import make_home
    from tests.safekeeping.small_home import SETTINGS

    fresh = make_home(tmp_path / "fresh", SETTINGS)
    found = tried(fresh, tmp_path / "trial")
    assert found is not None
    assert found.moves is None
    assert {(one.last_time, one.usual, one.is_unusual) for one in found.differences} == {(None, None, False)}


def test_a_list_is_held_against_the_same_list_of_the_loads_before(home: Home, tmp_path: Path) -> None:
    """Six children now, four last time and four the time before: two new, none gone, half as many again."""
    found = tried(home, tmp_path / "trial")
    assert found is not None
    (one,) = (each for each in found.differences if each.record == "early_help_assessment")
    assert one == Difference("early_help_assessment", 6, 4, 4, 2, 0)
    assert one.is_unusual
    row = next(row for row in differences_told(found.differences) if row["list"] == "Early help assessment")
    assert row["list"] == "Early help assessment"
    assert row["remark"] == "Unusual: the last loads held about 4"
    really = month_end.load(home, [a_file(tmp_path / "really", NEWER)], AT, TAKEN)
    assert really.extract is not None
    assert differences_to_last_time(home, really.extract) == found.differences
    assert differences_between(home, (), ()) == ()


def test_a_child_under_another_reference_is_noticed_where_everything_else_is_the_same(
    home: Home, tmp_path: Path
) -> None:
    """One renamed, and one of two alike: who is like two others is said to be neither."""
    text = LATER.replace("0002,", "9002,")
    assert text != LATER
    found = tried(home, tmp_path / "trial", text)
    assert found is not None
    (one,) = (each for each in found.differences if each.record == "early_help_assessment")
    assert (one.children_new, one.children_gone, one.children_renamed) == (1, 1, 1)


def test_a_child_like_two_others_is_said_to_be_neither(tmp_path: Path) -> None:
    def kept(name: str, *rows: tuple[str, str, date | None]) -> Path:
        columns = zip(*rows, strict=True)
        named = dict(zip(("child_id", "team", "began_on"), map(list, columns), strict=True))
        pq.write_table(pa.table({**named, "source_ref": list(range(len(rows)))}), tmp_path / name)
        return tmp_path / name

    day = date(2019, 4, 1)
    then = kept("then", ("1", "North", day), ("2", "South", day), ("3", "East", None))
    now = kept("now", ("7", "North", day), ("8", "South", day), ("9", "South", day), ("6", "East", None))
    assert renamed({"1", "2", "3"}, {"6", "7", "8", "9"}, [then], [now]) == {"1": "7"}
    assert renamed(set(), {"7"}, [then], [now]) == {}
    assert renamed({"3"}, {"6"}, [then], [now]) == {}, "a row without a day says too little of whom it is"
    both = kept("both", ("1", "North", day), ("4", "North", day))
    assert renamed({"1", "4"}, {"7"}, [both], [now]) == {}, "two cannot both have become one"
