"""The Standard Safeguarding Dataset from the PostgreSQL database it lies in is the same load as its exported tables."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from everychild.cli.new_home import make_home
from everychild.errors import NothingSupplied
from everychild.intake import read_files
from everychild.intake.database import export_dataset
from tests import postgresql
from tests.intake.invented_files import RECEIVED, records

NAME = "dataset"
MADE = """
create schema development;
create table development.ssd_person (
    pers_person_id varchar(48), pers_forename text, pers_surname text, pers_sex varchar(20), pers_ethnicity text,
    pers_dob timestamp, pers_expected_dob timestamp
);
insert into development.ssd_person values
    ('00102', 'Invented', 'Secret', 'M', 'MWAS', '2012-02-29', null),
    ('00101', 'Invented', 'Secret', 'F', 'WBRI', '2010-06-01', null);
create table development.ssd_cin_assessments (
    cina_assessment_id text, cina_person_id text, cina_assessment_start_date timestamp, cina_assessment_child_seen text,
    cina_assessment_auth_date timestamp, cina_assessment_outcome_nfa text, cina_assessment_team text
);
insert into development.ssd_cin_assessments values ('A1', '00101', '2019-01-07', 'Y', '2019-02-20', 'N', 'T1');
create view development.ssd_department as select 'T1'::text as dept_team_id, 'North, "the old"'::text as dept_team_name;
create table development.other (secret text);
"""


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    import psycopg

    postgresql.statement(f"create database {NAME}")
    with psycopg.connect(postgresql.address(NAME)) as held:
        held.execute(MADE)
    yield postgresql.address(NAME)
    postgresql.statement(f"drop database {NAME} with (force)")


def fetch(address: str, folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    return {path.name: path.read_bytes() for path in export_dataset(address, folder, lambda _: None)}


def test_the_tables_are_read_and_no_name_is_asked_for(database: str, tmp_path: Path) -> None:
    """Two tables and a view, from a schema of their own; what is not the dataset is left."""
    fetched = fetch(database, tmp_path / "a")
    assert set(fetched) == {"ssd_person.csv", "ssd_cin_assessments.csv", "ssd_department.csv"}
    assert not any(b"Secret" in data or b"Invented" in data for data in fetched.values())
    files = {file.name: file for file in read_files([tmp_path / "a"], received_on=RECEIVED)}
    child = records(files["ssd_person.csv"], "child").columns
    assert (child["child_id"], child["sex"]) == (["00101", "00102"], ["female", "male"])
    assessed = records(files["ssd_cin_assessments.csv"], "assessment").columns
    assert (assessed["authorised_on"], assessed["team"]) == ([date(2019, 2, 20)], ['North, "the old"'])


def test_what_has_not_changed_is_the_same_file(database: str, tmp_path: Path) -> None:
    """A row written anew moves in the table, and not in what is fetched."""
    import psycopg

    before = fetch(database, tmp_path / "a")
    with psycopg.connect(database) as held:
        held.execute("update development.ssd_person set pers_sex = 'M' where pers_person_id = '00102'")
    assert fetch(database, tmp_path / "b") == before


def test_nothing_is_written_there(database: str, tmp_path: Path) -> None:
    """The session is one that may only read: a view that writes is refused by the database."""
    import psycopg

    with psycopg.connect(database) as held:
        held.execute(
            "create function development.writes() returns text language plpgsql as "
            "$$begin insert into development.other values ('x'); return 'x'; end$$"
        )
        held.execute(
            "create view development.ssd_cp_plans as select development.writes() as cppl_cp_plan_id, '1' as cppl_person_id"
        )
    try:
        with pytest.raises(NothingSupplied, match="25006"):
            fetch(database, tmp_path / "a")
    finally:
        with psycopg.connect(database) as held:
            held.execute("drop view development.ssd_cp_plans; drop function development.writes")


def test_a_table_of_two_schemas_is_not_chosen_between(database: str, tmp_path: Path) -> None:
    import psycopg

    with psycopg.connect(database) as held:
        held.execute("create schema older; create table older.ssd_person as select * from development.ssd_person")
    try:
        with pytest.raises(NothingSupplied, match="development and older"):
            fetch(database, tmp_path / "a")
        shown = f"{database}?options=-csearch_path%3Ddevelopment"
        assert len(fetch(shown, tmp_path / "b")) == 3
    finally:
        with psycopg.connect(database) as held:
            held.execute("drop schema older cascade")


@pytest.mark.parametrize(
    "address",
    ["mssql://reader:pass-word@host/db", "postgresql://reader:pass-word@127.0.0.1:1/db?connect_timeout=2"],
)
def test_what_cannot_be_read_is_told_without_its_password(tmp_path: Path, address: str) -> None:
    with pytest.raises(NothingSupplied) as refused:
        fetch(address, tmp_path / "a")
    assert "pass-word" not in str(refused.value)


def test_a_database_without_the_dataset_is_told(tmp_path: Path) -> None:
    with pytest.raises(NothingSupplied, match="no table of the Standard Safeguarding Dataset"):
        fetch(postgresql.address("postgres"), tmp_path / "a")


def test_the_command_loads_it_and_leaves_nothing_behind(database: str, tmp_path: Path) -> None:
    """The address from the surroundings, so that no list of processes shows it."""
    home = make_home(tmp_path / "home", '[council]\nname = "Smallville"\n')
    told = everychild(home.path, "load", "--extracted-on", "2019-05-03", address=database)
    assert told.returncode == 0, told.stderr
    assert "ssd_person.csv" in told.stdout
    assert not [path for path in home.path.iterdir() if path.name.startswith(".fetched")]
    again = everychild(home.path, "load", "--extracted-on", "2019-05-03", "--from", database)
    assert again.returncode == 0, again.stderr
    both = everychild(home.path, "load", str(tmp_path), "--from", database)
    assert both.returncode != 0
    assert "one of the two" in both.stderr


def everychild(home: Path, *words: str, address: str = "") -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "EVERYCHILD_LOAD_FROM": address} if address else dict(os.environ)
    command = [sys.executable, "-m", "everychild", *words, "--home", str(home)]
    return subprocess.run(command, capture_output=True, text=True, env=surroundings, check=False)
