"""Published files in a home: kept once, never over one another, and found to be what was kept."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from typer.testing import CliRunner

from everychild.cli.app import app
from everychild.cli.new_home import make_home
from everychild.comparators.files import read_one
from everychild.comparators.published_series import RE_REFERRALS
from everychild.errors import Tampered
from everychild.store.benchmarks import TABLE, keep, kept, library
from everychild.store.home import Home
from tests.comparators.small_files import ENGLAND, WOKINGHAM, referrals_2024, referrals_2025

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
OLDER = referrals_2024(f"2024,{WOKINGHAM},100,1,20,20", f"2023,{WOKINGHAM},100,1,30,30")
NEWER = referrals_2025(f"2024,{WOKINGHAM},100,21,21", f"2025,{ENGLAND},1000,200,20")


def kept_files(home: Home) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(home.benchmarks.rglob("*")) if path.is_file()}


def test_the_same_file_twice_changes_nothing(tmp_path):
    """Under another name as well: a file is its contents."""
    home = Home(tmp_path)
    assert keep(home, read_one("a.csv", OLDER), NOW)
    before = kept_files(home)
    assert not keep(home, read_one("b.csv", OLDER), datetime(2026, 2, 1, tzinfo=UTC))
    assert kept_files(home) == before


def test_a_newer_release_stands_beside_the_older_and_is_used(tmp_path):
    """What the newer does not tell, the older still does."""
    home = Home(tmp_path)
    keep(home, read_one("older.csv", OLDER), NOW)
    before = kept_files(home)
    keep(home, read_one("newer.csv", NEWER), NOW)
    assert before.items() <= kept_files(home).items()
    held = library(home).of(RE_REFERRALS)
    assert held["872", 2024].value == 21
    assert held["872", 2023].value == 30
    assert held["872", 2023].release.file == "older.csv"


def test_a_load_cut_short_is_not_read(tmp_path):
    """Without its manifest a folder is nothing."""
    home = Home(tmp_path)
    keep(home, read_one("a.csv", OLDER), NOW)
    next(home.benchmarks.glob("*/manifest.json")).unlink()
    assert kept(home) == ()
    assert keep(home, read_one("a.csv", OLDER), NOW)


def test_a_kept_file_that_was_changed_is_refused(tmp_path):
    """The page says so rather than show another number."""
    home = Home(tmp_path)
    keep(home, read_one("a.csv", OLDER), NOW)
    table = next(home.benchmarks.glob(f"*/{TABLE}"))
    table.write_bytes(table.read_bytes() + b"x")
    with pytest.raises(Tampered, match="load the file again"):
        library(home)


def test_the_commands(tmp_path):
    """Load tells every file’s account; show tells every year, with its vintage and its licence, as data too."""
    home = make_home(tmp_path / "home")
    settings = home.settings.read_text(encoding="utf-8").replace("# area_code =", "area_code =")
    home.settings.write_text(settings, encoding="utf-8")
    (tmp_path / "c1.csv").write_bytes(NEWER)
    run = CliRunner().invoke
    loaded = run(app, ["benchmarks", "load", str(tmp_path / "c1.csv"), "--home", str(home.path), "--json"])
    [account] = json.loads(loaded.stdout)
    assert (account["rows"], account["values"], account["states"], account["already_loaded"]) == (2, 6, 0, False)
    shown = json.loads(run(app, ["benchmarks", "show", "fd08", "--home", str(home.path), "--json"]).stdout)
    [ours] = [row for row in shown if row["area"] == "872"]
    assert (ours["year"], ours["value"], ours["vintage"]) == (
        2024,
        21,
        "Department for Education, Children in need, to the year ended 31 March 2025",
    )
    assert all("Open Government Licence v3.0" in row["licence"] for row in shown)
    assert "Open Government Licence v3.0" in run(app, ["benchmarks", "show", "FD08", "--home", str(home.path)]).stdout


def test_what_nothing_is_published_of_says_why(tmp_path):
    """Without a home too: what ships needs none."""
    none = CliRunner().invoke(app, ["benchmarks", "show", "EH03", "--home", str(tmp_path)])
    assert "no national figure" in none.stdout
