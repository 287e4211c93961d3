"""The campaign of attacked files: good files changed as files are, each loaded into a home and held to an oracle.

    python -m tests.intake.campaign --mutants 5000
    python -m tests.intake.campaign --only 1234 --keep mutant.csv

A mutant is refused with its file, sheet, column and rule, and the home is as it was; or it is loaded, its account adds up,
its bytes are kept, and its records are those of the good file where the change must not matter, or those of the other
rows where one row was changed. No message, log or question repeats what a cell says of a child. The same number is
always the same mutant.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import logging
import re
import shutil
import sys
import tempfile
import traceback
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import Any

from everychild import month_end
from everychild.cli.new_home import make_home
from everychild.errors import FilesRefused
from everychild.intake.reading import FileRead
from everychild.journal import asked_words, ledger
from everychild.journal.connection import close_journal, point_at
from everychild.store.durable import sha256_of
from everychild.store.home import Home
from tests.intake.good_files import Good, good_files
from tests.intake.mutations import MUTATIONS, SECRET, Expect, Mutant, bytes_of
from tests.plain.fingerprints import fingerprint

RECEIVED = datetime(2026, 6, 1, 9, tzinfo=UTC)
TAKEN = date(2026, 5, 31)

JOINED = frozenset(
    {
        "child",
        "worker",
        "period_of_care",
        "placement",
        "legal_status_spell",
        "adoption",
        "care_episode",
        "registered_provider",
    }
)
"""Records put together from several rows, of which one row may rightly change what another makes."""

NAMES_ITS_COLUMN = frozenset({"missing_required_column", "mostly_unreadable", "columns_swapped"})
NAMES_ITS_SHEET = NAMES_ITS_COLUMN | {"repeated_heading", "two_lists_fit", "headings_not_found", "list_twice"}

Record = tuple[str, str, tuple[Any, ...]]
Records = Counter[Record]


@dataclass
class Found:
    """What came of one mutant: the records it made where it was loaded, and all that was said of it."""

    file: FileRead | None
    rule: str
    said: list[str]
    wrong: list[str] = field(default_factory=list)


@dataclass
class Tally:
    """What a campaign came to."""

    ran: int = 0
    loaded: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        refused = ", ".join(f"{rule} {times:,}" for rule, times in self.rules.most_common())
        return (
            f"loaded={self.loaded} refused={sum(self.rules.values())} ({refused}); "
            f"ran={self.ran} failed={len(self.failed)}"
        )


class Campaign:
    """Good files, the home each mutant is loaded into, and what each good file makes."""

    def __init__(self, folder: Path, seed: int = 1) -> None:
        self.folder = folder
        self.seed = seed
        self.goods = good_files(folder / "good")
        self.empty = folder / "empty"
        make_home(self.empty, '[council]\nname = "Smallville"\n')
        close_journal()
        self._records: dict[tuple[str, bytes], tuple[Records, int]] = {}

    def mutant(self, number: int) -> tuple[Good, Mutant]:
        """The mutant of that number, always the same."""
        random = Random(f"{self.seed}-{number}")  # invented files
        while True:
            good = random.choice(self.goods)
            made = random.choice(MUTATIONS)(good, random)
            if made is not None:
                return good, made

    def run(self, numbers: Sequence[int]) -> Tally:
        tally = Tally()
        for number in numbers:
            good, mutant = self.mutant(number)
            found = self.tried(good, mutant)
            tally.ran += 1
            tally.loaded += found.file is not None
            if found.rule:
                tally.rules[found.rule] += 1
            if found.wrong:
                tally.failed.append(f"{number}: {good.name}, {mutant.what}: {'; '.join(found.wrong)}")
        return tally

    def tried(self, good: Good, mutant: Mutant) -> Found:
        """Loads the mutant and says what is wrong with what came of it."""
        told = [] if mutant.data == bytes_of(good) else private_to(good, self.records_of(good.name, bytes_of(good))[0])
        found = self._loaded(mutant)
        if found.file is None:
            if not mutant.may_be_refused and not found.wrong:
                found.wrong.append(f"refused by {found.rule}, and nothing that matters was changed: {found.said[0]}")
        elif not found.wrong:
            found.wrong += self._held_to_the_oracle(good, mutant, found.file)
        for secret in told:
            for said in found.said:
                if re.search(rf"(?<![\w/.-]){re.escape(secret)}(?![\w/-])", said):
                    found.wrong.append(f"a message repeats what a cell says of a child: {said}")
        return found

    def records_of(self, name: str, data: bytes) -> tuple[Records, int]:
        """What a file makes when nothing else is loaded, and of how many rows."""
        if (name, data) not in self._records:
            found = self._loaded(Mutant("", name, data, Expect.SAME))
            if found.file is None:
                self._records[name, data] = Counter(), -1
            else:
                self._records[name, data] = records(found.file), found.file.rows
        return self._records[name, data]

    def _held_to_the_oracle(self, good: Good, mutant: Mutant, file: FileRead) -> Iterator[str]:
        before, rows = self.records_of(good.name, bytes_of(good))
        after = records(file)
        if mutant.more_rows is not None and file.rows != rows + mutant.more_rows:
            yield f"{file.rows} rows, and {rows + mutant.more_rows} were written"
        if mutant.expect is Expect.SAME and after != before:
            yield f"other records: {_difference(before, after)}"
        if mutant.expect is Expect.NO_MORE:
            more = _apart(after) - _apart(before)
            if len({record[0] for record in more.elements()}) < more.total():
                yield f"records that were not there: {_difference(before, after)}"
        if mutant.expect is Expect.OTHER_ROWS and mutant.without is not None:
            others, _ = self.records_of(good.name, mutant.without)
            missing = _apart(others) - _apart(after)
            if missing:
                yield f"records of other rows are gone: {list(missing)[:2]}"

    def _loaded(self, mutant: Mutant) -> Found:
        place = self.folder / "home"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.empty, place)
        home, path = Home(place), self.folder / "in" / mutant.name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(mutant.data)
        point_at(home)
        close_journal()
        before = fingerprint(place)
        said: list[str] = []
        try:
            with _listening(said):
                loaded = month_end.load(home, [path], RECEIVED, TAKEN, progress=said.append)
        except FilesRefused as refused:
            found = Found(None, refused.refused[0].rule, [each.message for each in refused.refused] + said)
            found.wrong += _about_refusals(refused, mutant.name)
            close_journal()
            if fingerprint(place) != before:
                found.wrong.append("refused, and the home is not as it was")
        except Exception:  # whatever it was, it is a traceback that nobody should see
            found = Found(None, "", said, [traceback.format_exc()])
        else:
            (file,) = loaded.files
            said += [fault.message for fault in file.faults] + list(file.skipped)
            found = Found(file, "", said)
            found.wrong += _about_the_account(home, file, mutant.data)
        found.said += [f"asked: {asked}" for asked in asked_words.asked({})]
        close_journal()
        path.unlink()
        return found


def records(file: FileRead) -> Records:
    """Every record the file makes, wherever it stands."""
    return Counter(
        (rows.table, rows.feed, values) for rows in file.records for values in zip(*rows.columns.values(), strict=True)
    )


def private_to(good: Good, made: Records) -> list[str]:
    """What only those who may see the child should read: numbers of children, dates of birth, a name that is nobody’s."""
    from everychild.records import BY_NAME

    told = {SECRET}
    for table, _, values in made:
        cells = dict(zip(BY_NAME[table].column_names, values, strict=True))
        if isinstance(number := cells.get("child_id"), str) and len(number) > 3:
            told.add(number)
        if isinstance(born := cells.get("born_on"), date):
            told |= {born.isoformat(), f"{born:%d/%m/%Y}", f"{born:%Y%m%d}"}
    return sorted(told)


def _about_refusals(refused: FilesRefused, name: str) -> Iterator[str]:
    for each in refused.refused:
        if not each.rule or each.file != name or name not in each.message or len(each.message) < 20:
            yield f"the refusal does not say which file, by which rule and why: {each!r}"
        if each.rule in NAMES_ITS_SHEET and not each.sheet and each.rule != "list_twice":
            yield f"{each.rule} names no sheet"
        if each.rule in NAMES_ITS_COLUMN and not each.column:
            yield f"{each.rule} names no column"


def _about_the_account(home: Home, file: FileRead, data: bytes) -> Iterator[str]:
    if file.rows != file.accepted + file.queried + file.set_aside:
        yield "the account does not add up"
    used = {(sheet, row) for rows in file.records for sheet, row in zip(rows.sheets, rows.rows, strict=True)}
    if len(used) > file.accepted + file.queried:
        yield "rows that were set aside made records"
    kept = home.raw / file.sha256
    if kept.read_bytes() != data or sha256_of(kept) != file.sha256:
        yield "what was kept is not what came"
    written = sum(item.rows for item in ledger.kept_lists(ledger.visible_extracts(None)))
    if written != sum(len(rows) for rows in file.records):
        yield "not every record was kept"


def _apart(made: Records) -> Records:
    """Without the records that several rows make together."""
    return Counter({record: times for record, times in made.items() if record[0] not in JOINED})


def _difference(before: Records, after: Records) -> str:
    return f"gone {list(before - after)[:2]}, new {list(after - before)[:2]}"


@contextmanager
def _listening(said: list[str]) -> Iterator[None]:
    """All that is logged, warned of or printed meanwhile."""

    class Heard(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if not record.name.startswith("django.db"):  # every statement, where somebody asks for that
                said.append(record.getMessage())

    heard, root = Heard(), logging.getLogger()
    root.addHandler(heard)
    out = io.StringIO()
    try:
        with (
            warnings.catch_warnings(record=True) as warned,
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(out),
        ):
            yield
    finally:
        root.removeHandler(heard)
        said += [str(each.message) for each in warned] + out.getvalue().splitlines()


def main() -> None:
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--mutants", type=int, default=5_000)
    asked.add_argument("--first", type=int, default=1)
    asked.add_argument("--only", type=int, help="the mutant of this number alone, and all that was said of it")
    asked.add_argument("--keep", type=Path, help="where to write that mutant")
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as place:
        campaign = Campaign(Path(place), given.seed)
        if given.only is not None:
            _tell_of(campaign, given.only, given.keep)
            return
        tally = campaign.run(range(given.first, given.first + given.mutants))
        for line in tally.failed:
            print(line)
        print(f"{len(campaign.goods)} good files; {tally}")
    sys.exit(1 if tally.failed else 0)


def _tell_of(campaign: Campaign, number: int, keep: Path | None) -> None:
    good, mutant = campaign.mutant(number)
    if keep is not None:
        keep.write_bytes(mutant.data)
    found = campaign.tried(good, mutant)
    print(f"{good.name} as {mutant.name}: {mutant.what}; expected {mutant.expect.value}")
    print("\n".join(found.said))
    print(f"refused by {found.rule}" if found.rule else "loaded", *found.wrong, sep="\n")


if __name__ == "__main__":
    main()
