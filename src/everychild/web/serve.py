"""Serving the dashboard on this computer, and nowhere else."""

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
"""One process, so that an edition is read once; a few threads, so that one slow page holds up no other."""

PORTS_TRIED = 50

log = logging.getLogger("everychild.web")


def serve(home: Path, port: int, on_ready: Callable[[str], None]) -> None:
    """Serves a home's pages until interrupted; `on_ready` is told the address once a page answers."""
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    free = free_port(port)
    if free != port:
        log.warning("Port %d is taken by another program, so this is port %d.", port, free)
    os.environ["EVERYCHILD_HOME"] = str(home.absolute())
    os.environ["DJANGO_SETTINGS_MODULE"] = "everychild.web.settings"
    # The worker begins afresh: this process may have set Django up already, for the command line.
    multiprocessing.set_start_method("spawn", force=True)
    Thread(target=_tell, args=(f"http://{ADDRESS}:{free}/", on_ready), daemon=True).start()
    Server(
        "everychild.web.wsgi:application",
        address=ADDRESS,
        port=free,
        interface=Interfaces.WSGI,
        blocking_threads=THREADS,
        log_level=LogLevels.warning,
    ).serve()


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


def _tell(address: str, on_ready: Callable[[str], None]) -> None:
    """Asks until a page answers, a minute at most; a server that fails to start says why itself."""
    for _ in range(600):
        try:
            with urllib.request.urlopen(f"{address}health", timeout=5):  # noqa: S310  # our own address
                on_ready(address)
                return
        except (URLError, OSError):
            sleep(0.1)
