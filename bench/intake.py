"""Intake beside another team’s validators: files in; records, rules and the table of issues out, over the same files.

    python -m bench.intake                                   our side alone
    python -m bench.intake --install                         with csc-validator-be-903 and csc-validator-be-cin
    python -m bench.intake --return 10000 100000 --others-at-most 10000

The others are installed from the package registry, each into an environment of its own; they need Python 3.11.
CPU seconds count the processes that were started and waited for; memory is the largest process’s.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.intake_files import counted

RESULTS = Path(__file__).parent / "results" / "intake.json"
HERE = Path(__file__).parent / "others"


@dataclass(frozen=True)
class Other:
    """Another team’s validator: what is installed, with the Python it needs, and what runs it."""

    name: str
    kind: str
    installs: tuple[str, ...]
    runs: Path
    rules: str
    python: str = "3.11"


OTHERS = (
    Other(
        "csc-validator-be-903", "return", ("csc-validator-be-903",), HERE / "return_validator.py", "dfe_looked_after"
    ),
    Other(
        "csc-validator-be-cin",
        "census",
        ("csc-validator-be-cin", "numpy<2"),  # without the second it does not start
        HERE / "census_validator.py",
        "dfe_census",
    ),
)


@dataclass(frozen=True)
class Measured:
    """One program over one set of files."""

    files: str
    size: int
    megabytes: float
    program: str
    cpu_seconds: float
    wall_seconds: float
    peak_megabytes: int
    came_to: str


def main() -> None:
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--return", dest="return_", type=int, nargs="*", default=[10_000])
    asked.add_argument("--census", type=int, nargs="*", default=[10_000])
    asked.add_argument("--annex", type=int, nargs="*", default=[36_500])
    asked.add_argument("--install", action="store_true", help="install the others, and run them over the same files")
    asked.add_argument("--environments", type=Path, help="where the others are installed already, or should be")
    asked.add_argument("--others-at-most", type=int, default=10_000, help="no more children than this for the others")
    given = asked.parse_args()
    measured: list[Measured] = []
    with tempfile.TemporaryDirectory() as place:
        environments = given.environments or Path(place) / "environments"
        os.environ["PYTHONPYCACHEPREFIX"] = f"{place}/compiled"  # a council’s Python has compiled what it runs
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        pythons = {one.name: _installed(one, environments) for one in OTHERS} if given.install else {}
        for kind, sizes in (("return", given.return_), ("census", given.census), ("annex", given.annex)):
            for size in sizes:
                folder = Path(place) / f"{kind}-{size}"
                folder.mkdir()
                _ours("write", folder, kind, str(size))
                measured.append(_measure_ours(folder, kind, size))
                for other in OTHERS:
                    if other.kind == kind and other.name in pythons and size <= given.others_at_most:
                        measured.append(_measure_other(other, pythons[other.name], folder, size))
                        _tell_agreement(other, folder)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps([asdict(one) for one in measured], indent=1))


def _ours(step: str, folder: Path, *more: str) -> tuple[float, float, int]:
    return _run([sys.executable, "-m", "bench.intake_step", step, str(folder), *more])


def _run(command: list[str]) -> tuple[float, float, int]:
    """CPU seconds, seconds on the clock, and megabytes."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed")
    return used.ru_utime + used.ru_stime, time.perf_counter() - began, used.ru_maxrss // 1024


def _measure_ours(folder: Path, kind: str, size: int) -> Measured:
    _ours("home", folder)
    used = _ours("both", folder)
    loaded: dict[str, int] = json.loads((folder / "loaded.json").read_text())
    outcomes = Counter(
        outcome
        for rules in json.loads((folder / "checked.json").read_text()).values()
        for outcome, *_ in rules.values()
    )
    told = f"{loaded['rows']:,} rows, {loaded['records']:,} records; rules " + ", ".join(
        f"{times} {outcome}" for outcome, times in sorted(outcomes.items())
    )
    return _measured(folder, kind, size, "everychild", used, told)


def _measure_other(other: Other, python: Path, folder: Path, size: int) -> Measured:
    used = _run([str(python), "-W", "ignore", str(other.runs), str(folder / "files"), str(folder / "other.json")])
    told = json.loads((folder / "other.json").read_text())
    said = f"rules {len(told['run'])} run, {len(told['failed'])} failed, {len(told['not_run'])} not run"
    return _measured(folder, other.kind, size, other.name, used, f"{said}; {len(told['issues'])} found something")


def _measured(folder: Path, kind: str, size: int, program: str, used: tuple[float, float, int], told: str) -> Measured:
    cpu, wall, peak = used
    one = Measured(
        kind, size, round(counted(folder / "files")[1], 1), program, round(cpu, 1), round(wall, 1), peak, told
    )
    print(
        f"{kind:<7} {size:>8,} {one.megabytes:>7.1f} MB  {program:<21} {one.cpu_seconds:>7.1f} CPU s "
        f"{one.wall_seconds:>7.1f} s {peak:>6,} MB  {told}",
        flush=True,
    )
    return one


def _installed(other: Other, environments: Path) -> Path:
    """The Python of its own environment, made where it is not there."""
    place = environments / other.name
    python = place / "bin" / "python"
    if not python.exists():
        subprocess.run([f"python{other.python}", "-m", "venv", str(place)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *other.installs], check=True)
    return python


# Rule by rule


def _tell_agreement(other: Other, folder: Path) -> None:
    """Each rule that both have: how many children each finds, and where they differ, why ours says it does."""
    ours: dict[str, list[Any]] = json.loads((folder / "checked.json").read_text())[other.rules]
    theirs = json.loads((folder / "other.json").read_text())
    run = set(theirs["run"]) | set(theirs["issues"])
    shared = sorted((code for code in ours if code.casefold() in {each.casefold() for each in run}), key=str)
    issues = {code.casefold(): children for code, children in theirs["issues"].items()}
    alike, different = 0, []
    for code in shared:
        outcome, _, children, because = ours[code]
        found = issues.get(code.casefold(), 0)
        if outcome in ("found", "clean") and children == found:
            alike += 1
        else:
            different.append((code, outcome, children, found, because))
    print(f"        {len(ours)} rules of ours and {len(run)} of {other.name}; {len(shared)} in both, {alike} alike")
    for code, outcome, children, found, because in different:
        print(f"        {code}: ours {outcome} {children:,}, theirs {found:,} children. {because}")


if __name__ == "__main__":
    main()
