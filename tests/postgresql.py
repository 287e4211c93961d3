"""A PostgreSQL server of the tests’ own: started on a socket nobody else reaches, ended with the run.

EVERYCHILD_JOURNALS=postgresql pytest tests/safekeeping      every home’s journal in a database of its own there
"""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import subprocess
import tempfile
import time
from functools import cache
from pathlib import Path
from urllib.parse import quote

import pytest

from everychild.journal import connection
from everychild.journal.whereabouts import FILE_NAME, url_given
from everychild.store.home import Home

CHOSEN = os.environ.get("EVERYCHILD_JOURNALS") == "postgresql"
PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin")
SETTINGS = ("listen_addresses=", "fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300")
USER = "everychild"
SHARED = "EVERYCHILD_TESTS_POSTGRESQL"
"""Where the one that started the processes says where its server is."""
TIMES_TRIED = 10


def programs() -> Path | None:
    """The folder with PostgreSQL’s own programs, the newest there is."""
    found = [place for pattern in PLACES for place in Path("/").glob(pattern[1:]) if (place / "initdb").exists()]
    on_path = shutil.which("initdb")
    return max(found, default=Path(on_path).parent if on_path else None)


@cache
def server() -> Path:
    """The folder of the running server’s socket: of this process, or of the run it is part of."""
    if SHARED in os.environ:
        return Path(os.environ[SHARED])
    where = programs()
    if where is None:
        pytest.skip("PostgreSQL is not installed: `make system` installs it, or says how")
    folder = Path(tempfile.mkdtemp(prefix="everychild-pg-"))  # short: a socket’s path may hold 107 letters
    as_whom = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}  # it refuses to be root
    if as_whom:
        shutil.chown(folder, "postgres", "postgres")
    data, socket, log = folder / "data", folder, folder / "log"
    told = {"check": True, "cwd": folder, "stdout": subprocess.DEVNULL, **as_whom}
    # Letters ordered as a reader would, which is not as SQLite does: what depends on it must be found out.
    order = ("--locale-provider=icu", "--icu-locale=en-GB", "--locale=C.UTF-8", "--encoding=UTF8")
    subprocess.run([where / "initdb", "-D", data, "-U", USER, "-A", "trust", "-N", *order], **told)
    options = [word for setting in SETTINGS for word in ("-c", setting)]
    with log.open("w") as written:
        running = subprocess.Popen(
            [where / "postgres", "-D", data, "-k", socket, *options],
            cwd=folder,
            stdout=written,
            stderr=written,
            **as_whom,
        )
    atexit.register(end, running, folder)
    for _ in range(200):
        if answers(folder):
            return folder
        assert running.poll() is None, log.read_text()
        time.sleep(0.1)
    raise AssertionError(f"PostgreSQL did not answer: {log.read_text()}")


def share() -> None:
    """One server for all the processes that will be started from this one, which ends it."""
    if programs() is not None:
        os.environ[SHARED] = str(server())


def end(running: subprocess.Popen[bytes], folder: Path) -> None:
    running.send_signal(2)  # a fast shutdown: those connected are let go
    running.wait(timeout=30)
    shutil.rmtree(folder, ignore_errors=True)


def answers(folder: Path) -> bool:
    import psycopg

    try:
        psycopg.connect(host=str(folder), user=USER, dbname="postgres").close()
    except psycopg.OperationalError:
        return False
    return True


def address(name: str) -> str:
    return f"postgresql://{USER}@{quote(str(server()), safe='')}/{name}"


def statement(text: str) -> None:
    import psycopg

    with psycopg.connect(host=str(server()), user=USER, dbname="postgres", autocommit=True) as held:
        held.execute(text)


def name_for(home: Home) -> str:
    return "h" + hashlib.sha256(str(home.path).encode()).hexdigest()[:16]


def new_database(home: Home) -> str:
    """An empty database for a home; its address."""
    statement(f"create database {name_for(home)}")
    return address(name_for(home))


def database_of(home: Home) -> str:
    return (home.path / FILE_NAME).read_text().rsplit("/", 1)[1]


def copy_database(source: Home, to: Home) -> None:
    """The database of a home again for a copy of it, whoever is connected meanwhile."""
    from psycopg.errors import ObjectInUse

    connection.close_journal()
    name = database_of(source)
    for left in reversed(range(TIMES_TRIED)):  # a server's thread may be back before the copy begins
        statement(f"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{name}'")
        try:
            statement(f"create database {name_for(to)} template {name}")
        except ObjectInUse:
            if not left:
                raise
        else:
            break
    (to.path / FILE_NAME).write_text(address(name_for(to)))


def drop_database(home: Home) -> None:
    connection.close_journal()
    statement(f"drop database {database_of(home)} with (force)")


def begin() -> None:
    """From here on each home that is made keeps its journal in a database of its own, unless one is named for it."""
    make = connection.make_journal

    def make_journal(home: Home) -> None:
        home.path.mkdir(parents=True, exist_ok=True)
        if url_given(home) is None:
            (home.path / FILE_NAME).write_text(new_database(home))
        make(home)

    connection.make_journal = make_journal
