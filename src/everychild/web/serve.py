"""Serving the dashboard: on this computer, or to a proxy in front of it that ends TLS."""

from __future__ import annotations

import logging
import multiprocessing
import os
import socket
import urllib.request
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from time import sleep
from urllib.error import URLError

from everychild.errors import EverychildError

ADDRESS = "127.0.0.1"
THREADS = 4
"""In each process; a few, so that one slow page holds up no other. Each process reads an edition once for itself."""

LAST_WORDS = 10
"""Seconds that pages underway are given when the server is told to stop. What is kept is whole at any moment."""

PORTS_TRIED = 50

log = logging.getLogger("everychild.web")


def serve(home: Path, port: int, on_ready: Callable[[str], None], workers: int = 1, address: str = ADDRESS) -> None:
    """Serves a home's pages until interrupted; `on_ready` is told the address once a page answers.

    One process also does what the pages ask for; where there are several, `everychild work` does. Raises
    EverychildError where it should be reached from elsewhere and nothing is said of TLS.
    """
    _require_tls(address)
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    # To a proxy the port was told beforehand, so that another would be no help: a taken one is then an error.
    free = free_port(port) if address == ADDRESS else port
    if free != port:
        log.warning("Port %d is taken by another program, so this is port %d.", port, free)
    os.environ["EVERYCHILD_HOME"] = str(home.absolute())
    os.environ["EVERYCHILD_WORK_HERE"] = "1" if workers == 1 else "0"
    os.environ["DJANGO_SETTINGS_MODULE"] = "everychild.web.settings"
    # The worker begins afresh: this process may have set Django up already, for the command line.
    multiprocessing.set_start_method("spawn", force=True)
    tell_once_it_answers(f"http://{ADDRESS}:{free}/", "health", on_ready)
    Server(
        "everychild.web.wsgi:application",
        address=address,
        port=free,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        workers_kill_timeout=LAST_WORDS,
        log_level=LogLevels.warning,
    ).serve()


def _require_tls(address: str) -> None:
    if address not in (ADDRESS, "localhost", "::1") and os.environ.get("EVERYCHILD_HTTPS") != "1":
        raise EverychildError(
            f"Pages that show children are not served to {address} without TLS. Put a proxy that ends TLS in front, "
            "and say so with EVERYCHILD_HTTPS=1; name the address people use in EVERYCHILD_HOSTS."
        )


def free_port(port: int) -> int:
    """The port itself, or the next one that no other program holds."""
    for candidate in range(port, port + PORTS_TRIED):
        with socket.socket() as trial:
            if trial.connect_ex((ADDRESS, candidate)) != 0 and _can_bind(candidate):
                return candidate
    raise EverychildError(f"Ports {port} to {port + PORTS_TRIED - 1} are all taken. Choose another with --port.")


def _can_bind(port: int) -> bool:
    with socket.socket() as trial:
        try:
            trial.bind((ADDRESS, port))
        except OSError:
            return False
    return True


def tell_once_it_answers(address: str, page: str, on_ready: Callable[[str], None]) -> None:
    """Beside whatever starts the server: `on_ready` is told the address when that page of it is there."""
    Thread(target=_tell, args=(address, page, on_ready), daemon=True).start()


def _tell(address: str, page: str, on_ready: Callable[[str], None]) -> None:
    """Asks until a page answers, a minute at most; a server that fails to start says why itself."""
    for _ in range(600):
        try:
            with urllib.request.urlopen(f"{address}{page}", timeout=5):  # noqa: S310  # our own address
                on_ready(address)
                return
        except (URLError, OSError):
            sleep(0.1)
