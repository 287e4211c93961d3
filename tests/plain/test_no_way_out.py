"""Nothing asks another computer for anything, but where a council says so: read from what each module imports."""

from __future__ import annotations

import ast
from pathlib import Path

import everychild

OUTWARD = {
    "aiohttp", "boto3", "fsspec", "ftplib", "http.client", "httpx", "psycopg", "requests", "smtplib", "socket",
    "ssl", "telnetlib", "urllib.request", "urllib3", "websockets", "xmlrpc.client",
}  # fmt: skip
ALLOWED = {
    "intake/database.py": {"psycopg"},  # `load --from URL`: the council’s own database, named by hand
    "journal/whereabouts.py": {"psycopg"},  # the journal, where DATABASE_URL says
    "web/letters.py": {"smtplib"},  # the council’s mail server: its errors alone; Django does the rest
    "web/serve.py": {"socket", "urllib.request"},  # its own address, until a page answers
}
HERE = Path(everychild.__file__).parent


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return {way for way in OUTWARD if any(name == way or name.startswith(f"{way}.") for name in found)}


def test_only_modules_that_say_why_can_reach_another_computer() -> None:
    """Single sign-on goes through allauth, which asks the issuer named in council.toml and no other."""
    looked_at = 0
    for path in sorted(HERE.rglob("*.py")):
        looked_at += 1
        place = path.relative_to(HERE).as_posix()
        assert imported(path) == ALLOWED.get(place, set()), place
    assert looked_at > 300
