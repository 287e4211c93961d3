"""A real provider of OpenID Connect on this computer, and what it was asked."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import oidc_provider_mock
import werkzeug.serving


@dataclass
class Provider:
    """`localhost`, where the pages are 127.0.0.1: to a browser, another site."""

    issuer: str
    asked_for_tokens: list[dict[str, list[str]]] = field(default_factory=list)
    forge: Callable[[str], str] | None = None
    """What is given for an identity token, where somebody is between us."""
    keys: dict[str, object] | None = None
    """What the provider’s own list of keys says, where it is another’s."""

    def sign_in_as(self, subject: str, address: str) -> str:
        """What the person does there; the address they are sent back to."""
        connection = HTTPConnection(urlsplit(address).netloc, timeout=30)
        body = urlencode({"sub": subject})
        connection.request("POST", address, body, {"Content-Type": "application/x-www-form-urlencoded"})
        response = connection.getresponse()
        response.read()
        assert response.status == 302
        return response.getheader("Location") or ""


def proves(challenge: str, verifier: str) -> bool:
    """Whether whoever asks for the token is who asked for the code (RFC 7636, S256)."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == challenge


def _changed(
    inner: Any, environ: dict[str, Any], start: Any, change: Callable[[dict[str, Any]], object]
) -> list[bytes]:
    """An answer in JSON with something in it changed on the way."""
    told: list[Any] = []
    body = b"".join(inner(environ, lambda *said: told.extend(said)))
    if not told[0].startswith("200"):
        start(*told[:2])
        return [body]
    sent = json.dumps(change(json.loads(body))).encode()
    start(told[0], [pair for pair in told[1] if pair[0].lower() != "content-length"])
    return [sent]


@contextmanager
def provider(**people: dict[str, object]) -> Iterator[Provider]:
    """Each person by the provider’s name for them, with the claims of their token."""
    users = [oidc_provider_mock.User(sub=subject, claims=claims) for subject, claims in people.items()]
    inner = oidc_provider_mock.app(user_claims=users)
    found = Provider("")

    def noting(environ: dict[str, Any], start: Any) -> Any:
        if environ["PATH_INFO"].endswith("/token"):
            body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
            environ["wsgi.input"] = BytesIO(body)
            found.asked_for_tokens.append(parse_qs(body.decode()))
            if found.forge is not None:
                return _changed(inner, environ, start, lambda told: told | {"id_token": found.forge(told["id_token"])})
        if environ["PATH_INFO"].endswith("/jwks") and found.keys is not None:
            return _changed(inner, environ, start, lambda told: found.keys)
        return inner(environ, start)

    server = werkzeug.serving.make_server("localhost", 0, noting, threaded=True)
    found.issuer = f"http://localhost:{server.server_port}"
    running = threading.Thread(target=server.serve_forever, daemon=True)
    running.start()
    try:
        yield found
    finally:
        server.shutdown()
        running.join(timeout=10)
        server.server_close()
