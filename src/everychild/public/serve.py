"""Serving a published site on this computer, in a process of its own."""

from __future__ import annotations

import logging
import multiprocessing
import os
from collections.abc import Callable
from pathlib import Path

from everychild.public.application import FOLDER
from everychild.web.serve import ADDRESS, LAST_WORDS, THREADS, free_port, tell_once_it_answers

log = logging.getLogger("everychild.public")


def serve_public(folder: Path, port: int, on_ready: Callable[[str], None]) -> None:
    """Serves until interrupted; `on_ready` is told the address once a page answers."""
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    free = free_port(port)
    if free != port:
        log.warning("Port %d is taken by another program, so this is port %d.", port, free)
    os.environ[FOLDER] = str(folder.absolute())
    multiprocessing.set_start_method("spawn", force=True)
    tell_once_it_answers(f"http://{ADDRESS}:{free}/", "", on_ready)
    Server(
        "everychild.public.application:application",
        address=ADDRESS,
        port=free,
        interface=Interfaces.WSGI,
        blocking_threads=THREADS,
        workers_kill_timeout=LAST_WORDS,
        log_level=LogLevels.warning,
    ).serve()
