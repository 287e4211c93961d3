"""Finding a port to serve on."""

from __future__ import annotations

import socket

import pytest

from everychild.errors import EverychildError
from everychild.web import serve
from everychild.web.serve import ADDRESS, free_port


def test_a_taken_port_gives_way_to_the_next_free_one() -> None:
    """Two dashboards on one computer do not quarrel."""
    with socket.create_server((ADDRESS, 0)) as holder:
        taken = holder.getsockname()[1]
        assert free_port(taken) > taken


def test_a_free_port_is_the_one_asked_for() -> None:
    with socket.create_server((ADDRESS, 0)) as holder:
        port = holder.getsockname()[1]
    assert free_port(port) == port


def test_where_every_port_is_taken_we_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "_can_bind", lambda port: False)
    with pytest.raises(EverychildError, match="Ports 19000 to 19049 are all taken"):
        free_port(19000)
