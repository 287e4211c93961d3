"""Each fault met in another’s tool names a test that is there; and those of the tool as a whole are shown here."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.plain.fingerprints import fingerprint

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "everychild"
FAULTS = ROOT / "docs" / "what-others-get-wrong.md"
NAMED = re.compile(r"^\| (\d+) \|.*`(tests/[\w/]+\.py)::(test_\w+)` \|$", re.MULTILINE)
LOWEST = re.compile(r"^([\w-]+)(?:\[[\w,-]+\])?>=\d")
TELLS_THE_WAITER = {"web/work_alone.py"}
"""A process that a page waits for: what it prints is its answer."""


def test_every_fault_names_a_test_that_is_there() -> None:
    text = FAULTS.read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if re.match(r"\| \d+ \|", line)]
    named = NAMED.findall(text)
    assert [int(number) for number, _, _ in named] == list(range(1, len(rows) + 1))
    for number, path, name in named:
        assert re.search(rf"^def {name}\(", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE), (
            f"{number}: {name}"
        )


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def test_nothing_below_the_command_line_prints() -> None:
    """What a rule or a reader prints ends in somebody’s log, with whatever it was looking at."""
    printing = {
        name
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("print", "pprint")
    }
    assert {name for name in printing if not name.startswith("cli/")} <= TELLS_THE_WAITER


def declared() -> dict[str, str]:
    """Each dependency as it is written, by its folded name; the optional ones too."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    written = [*project["dependencies"], *(each for some in project["optional-dependencies"].values() for each in some)]
    return {re.split(r"[\[<>=]", each)[0].lower().replace("_", "-"): each for each in written}


def test_every_dependency_has_a_lowest_version_and_is_locked() -> None:
    locked = {package["name"] for package in tomllib.loads((ROOT / "uv.lock").read_text())["package"]}
    for name, written in declared().items():
        assert LOWEST.match(written), f"{written} names no lowest version"
        assert name in locked


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name.partition(".")[0] for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_all_that_is_imported_is_declared() -> None:
    """A library that is there only because the tests are would not be there for a council."""
    given_by = packages_distributions()
    ours = set(declared())
    for name, tree in modules():
        for package in set(imported(tree)) - set(sys.stdlib_module_names) - {"everychild"}:
            distributions = {each.lower().replace("_", "-") for each in given_by.get(package, ())}
            assert distributions & ours, f"{name} imports {package}, which pyproject.toml does not name"


def everychild(*asked: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "everychild", *asked], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made by a process that has ended, so that nothing of ours holds its journal open."""
    place = tmp_path_factory.mktemp("home") / "home"
    assert everychild("init", str(place)).returncode == 0
    return place


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("visits.csv", "", "is empty"),
        ("upload.csv", "a,b,c,d\n1,2,3,4\n", "holds no list"),
        ("return.xml", "<Message><Header>", "is not whole XML"),
        ("visits.csv", "person_id,visit_kind,child_seen,seen_alone,team\n00103,cp,Y,Y,North\n", "without its column"),
    ],
    ids=["empty", "nothing known", "cut short", "a column missing"],
)
def test_a_file_that_was_not_read_is_not_success(home: Path, tmp_path: Path, name: str, text: str, says: str) -> None:
    """As a timetable runs it: the exit says that it failed, one sentence why, and the home is as it was."""
    (tmp_path / name).write_text(text)
    before = fingerprint(home)
    done = everychild("load", str(tmp_path / name), "--home", str(home))
    told = " ".join((done.stdout + done.stderr).split())
    assert done.returncode == 1
    assert says in told
    assert name in told
    assert "Traceback" not in told
    assert fingerprint(home) == before
