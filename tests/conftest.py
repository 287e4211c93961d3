"""How tests run, wherever they run."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings
from xdist.remote import Producer

from everychild.store.home import Home
from tests import beside, postgresql, processes, spread

# The browser's driver runs an event loop in this thread; Django would take that for asynchronous code and refuse.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

settings.register_profile("house", deadline=None)  # how long a case takes says more of the machine than of the code
settings.load_profile("house")

if postgresql.CHOSEN:
    postgresql.begin()


def pytest_configure(config: pytest.Config) -> None:
    if postgresql.CHOSEN and config.getoption("numprocesses", None) and not processes.is_one_of_several():
        postgresql.share()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=spread.how_soon)


@pytest.hookimpl(
    tryfirst=True, optionalhook=True
)  # or it would be by the test, and each process would make everything for itself
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> spread.Together:
    return spread.Together(config, log)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Last of all, so that nobody takes a run without its neighbours for the whole."""
    without = [report for report in terminalreporter.getreports("skipped") if beside.NOT_RUN in str(report.longrepr)]
    if without:
        terminalreporter.section(f"{len(without)} tests NOT RUN: they need ../shared beside this repository", sep="!")
        for report in without:
            terminalreporter.line(report.nodeid)


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The council of the pages, four editions of three months, made once; tests copy it."""
    from tests.web.invented import invented_home

    return processes.made_once(tmp_path_factory, "invented", invented_home)


@pytest.fixture(scope="session")
def kept_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A small council’s home with everything in it that can be tampered with, made once; tests copy it."""
    from tests.safekeeping.small_home import (
        small_home,  # here, since it makes Django ready, which pytest may not be yet
    )

    return processes.made_once(tmp_path_factory, "kept", small_home)
