"""Plants each fault that must never get in, and holds that the check named for it fails.

python -m trust.planted            every one; each in a copy of this repository of its own
python -m trust.planted --only N6  one of them

A fault that no check finds counts as a failure here, and so does a check that fails before anything is planted.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPIED = ("src", "tests", "scripts", "trust", "docs", "deploy", "pyproject.toml", "GLOSSARY.md", "README.md")
FOUND_IT, FINE = 1, 0
"""What the test program answers where a test failed, and where all passed; anything else ran no test at all."""


@dataclass(frozen=True)
class Planted:
    """One of the sixteen nevers: a line of ours, what a careless hand makes of it, and the check that must find it."""

    number: str
    never: str
    file: str
    was: str
    becomes: str
    check: str


FAULTS = (
    Planted(
        "N1",
        "Child-level data in what is published",
        "src/everychild/publishing.py",
        "    write_folder(to, site.files)\n",
        "    write_folder(to, site.files)\n"
        "    for file in home.raw.iterdir():\n"
        "        (to / f'{file.name}.csv').write_bytes(file.read_bytes())\n",
        "tests/web/test_leaks.py::test_what_is_released_holds_no_canary",
    ),
    Planted(
        "N2",
        "A small number that can be worked out from others",
        "src/everychild/auditor/mending.py",
        "        if found.is_safe:\n",
        "        if found.findings or found.is_safe:\n",
        "tests/auditor/test_audit.py::test_mending_takes_out_every_row_that_tells_the_number",
    ),
    Planted(
        "N3",
        "A wrong number published silently",
        "src/everychild/measure/tally.py",
        "            return _how_many(considered(indicator, clocks)), nothing, nothing\n",
        "            return _how_many(considered(indicator, clocks)) + ' + 1', nothing, nothing\n",
        "tests/generative/test_counting_two_ways.py::test_the_engine_and_plain_python_count_the_same",
    ),
    Planted(
        "N4",
        "A half-loaded extract used: a missing fsync",
        "src/everychild/store/durable.py",
        "        os.fsync(file.fileno())\n",
        "",
        "tests/safekeeping/test_durable_order.py",
    ),
    Planted(
        "N5",
        "A figure changed after it was signed, without trace",
        "src/everychild/safekeeping/verify.py",
        "    elif sha256_of(path) != file.sha256:\n",
        "    elif not file.sha256:\n",
        "tests/safekeeping/test_verify.py::test_every_tampering_is_refused_or_found",
    ),
    Planted(
        "N6",
        "A live formula in a file for a spreadsheet",
        "src/everychild/web/twins.py",
        'return f"\'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value',
        "return value",
        "tests/web/test_answers.py::test_a_team_called_like_a_formula_is_text_in_a_spreadsheet",
    ),
    Planted(
        "N7",
        "A file that is an attack, opened",
        "src/everychild/intake/packed_workbook.py",
        "MOST_UNPACKED = 320 * 1024**2\n",
        "MOST_UNPACKED = 320 * 1024**3\n",
        "tests/intake/test_preflight.py::test_a_bomb_that_says_it_is_small",
    ),
    Planted(
        "N8",
        "The software asks another computer for something",
        "src/everychild/wording.py",
        "from datetime import date\n",
        "import urllib.request\nfrom datetime import date\n",
        "tests/plain/test_no_way_out.py",
    ),
    Planted(
        "N9",
        "Another’s child opened: a skipped permission",
        "src/everychild/roles.py",
        "                return team in self.teams\n",
        "                return True\n",
        "tests/web/test_working.py::test_a_manager_sees_their_team_and_another_s_list_is_not_there",
    ),
    Planted(
        "N10",
        "A session that can be taken over",
        "src/everychild/web/settings.py",
        'SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"\n',
        'SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "None"\n',
        "tests/web/test_deployment.py::test_behind_tls_people_sign_in_and_nobody_reads_without_it",
    ),
    Planted(
        "N11",
        "Rights that outlive leaving",
        "src/everychild/journal/people.py",
        "    person.is_active = False\n",
        "",
        "tests/web/test_single_sign_on.py::test_a_leaver_is_refused_at_the_next_page_and_when_they_come_back",
    ),
    Planted(
        "N12",
        "A child’s record kept by a browser",
        "src/everychild/web/children.py",
        "@never_cache\n@require_safe\ndef children(",
        "@require_safe\ndef children(",
        "tests/web/test_working.py::test_the_rows_behind_a_figure_are_shown_to_those_whose_they_are",
    ),
    Planted(
        "N13",
        "Hidden content in a workbook that leaves",
        "src/everychild/report/sheets.py",
        "        sheet.set_column(0, 0, 100)\n",
        "        sheet.set_column(0, 0, 100)\n        self._book.add_worksheet('Source').hide()\n",
        "tests/report/test_text_attacks.py::test_no_sheet_hides_anything_or_says_who_wrote_it",
    ),
    Planted(
        "N14",
        "Somebody’s words taken for markup",
        "src/everychild/report/parts.py",
        "        autoescape=True,\n",
        "        autoescape=False,\n",
        "tests/report/test_text_attacks.py::test_the_page_repeats_each_and_runs_none",
    ),
    Planted(
        "N15",
        "A green check that ran nothing",
        "trust/kept.py",
        "return self.failed == 0 and self.ran >= self.floor",
        "return self.failed == 0",
        "tests/plain/test_trust.py::test_too_few_cases_are_not_met_and_neither_is_one_failure",
    ),
    Planted(
        "N16",
        "A restore that brings back what was deleted",
        "src/everychild/safekeeping/finishing.py",
        "    if again:\n        delete_again(home, again)\n",
        "    if again:\n        pass\n",
        "tests/safekeeping/test_deleted_again.py::test_a_journal_put_back_by_hand_has_it_deleted_again_at_the_next_start",
    ),
)


def main() -> None:
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--only", help="one never, by its number: N6")
    asked.add_argument("--most", type=int, default=len(FAULTS), help="so many of them, from the first")
    given = asked.parse_args()
    chosen = [fault for fault in FAULTS if given.only in (None, fault.number)][: given.most]
    missed = 0
    for fault in chosen:
        said = tried(fault)
        missed += bool(said)
        print(f"{fault.number} {fault.never}: {said or f'found by {fault.check}'}", flush=True)
    print(f"ran={len(chosen)} failed={missed}")
    raise SystemExit(1 if missed or not chosen else 0)


def tried(fault: Planted) -> str:
    """What went wrong; nothing where the check passes as things are and fails once the fault is planted."""
    with tempfile.TemporaryDirectory(prefix="everychild-planted-") as place:
        copy = Path(place) / "everychild"
        for name in COPIED:
            _copy(ROOT / name, copy / name)
        if (before := _checked(copy, fault.check)) != FINE:
            return f"its check does not pass as things are ({before})"
        planted = copy / fault.file
        text = planted.read_text(encoding="utf-8")
        if text.count(fault.was) != 1:
            return f"{fault.file} no longer has the line this would change"
        planted.write_text(text.replace(fault.was, fault.becomes), encoding="utf-8")
        after = _checked(copy, fault.check)
        return "" if after == FOUND_IT else f"NOT FOUND by {fault.check} ({after})"


def _copy(path: Path, to: Path) -> None:
    if path.is_dir():
        shutil.copytree(path, to, ignore=shutil.ignore_patterns("__pycache__", "_build"))
    elif path.exists():
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, to)


def _checked(copy: Path, check: str) -> int:
    """What the test program answers in that copy, whose own modules are the ones it finds first."""
    command = [sys.executable, "-B", "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", check]
    paths = {"PYTHONPATH": os.pathsep.join((str(copy / "src"), str(copy)))}
    return subprocess.run(
        command, cwd=copy, env={**os.environ, **paths}, capture_output=True, text=True, check=False
    ).returncode


if __name__ == "__main__":
    main()
