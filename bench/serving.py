"""`everychild serve` as its user runs it, over a home that `everychild demo` made, for as long as a bench needs it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import sleep

import requests

from everychild.calendar import Month
from everychild.journal.connection import open_journal
from everychild.looked_round import look_round
from everychild.month_end import open_edition
from everychild.store.home import Home

PORT = 19900


def make_ready(folder: Path) -> None:
    """The demonstration’s home, made if it is not there, and its month looked round as the dashboard does by itself."""
    if not (folder / "council.toml").is_file():
        subprocess.run([sys.executable, "-m", "everychild", "demo", "--no-serve", "--home", str(folder)], check=True)
    home = Home(folder)
    open_journal(home)
    found = open_edition(home, Month(2019, 4))
    assert found is not None, "April 2019 is not closed in this home"
    look_round(home, found[0], datetime.now(UTC))


@contextmanager
def served(folder: Path, workers: int = 1) -> Iterator[str]:
    """The address; where several processes serve, `everychild work` runs beside them."""
    home = ["--home", str(folder)]
    command = [sys.executable, "-m", "everychild"]
    running = [subprocess.Popen([*command, "serve", *home, "--port", str(PORT), "--workers", str(workers)])]
    if workers > 1:
        running.append(subprocess.Popen([*command, "work", *home]))
    try:
        yield _answering(f"http://127.0.0.1:{PORT}")
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(timeout=60)


def _answering(server: str) -> str:
    for _ in range(600):
        try:
            requests.get(f"{server}/health", timeout=5)
            return server
        except requests.RequestException:
            sleep(0.2)
    raise SystemExit("the server never answered")
