"""A seeded campaign of tampering with a home: every case must be refused, or found by verify.

python -m tests.safekeeping.tampering 2000      so many cases, each on a copy of a small council’s home
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import psycopg

from everychild.errors import NotAllowed
from everychild.journal import seals
from everychild.journal.connection import make_ready, point_at
from everychild.safekeeping.verify import verify
from everychild.store.home import Home
from tests.homes import ByHand, by_hand, copy_of, throw_away

make_ready()
from everychild.journal.models import Edition, Seal, SealedRow, SealsGiven, sealed_tables  # noqa: E402 - models need Django ready

REFUSED, CHANGED, NOTHING = "refused", "changed", "changed nothing that can be read"
NEEDS_ANCHOR = ("cut_the_end_off", "seal_all_anew")


def kept_files(home: Home) -> list[Path]:
    folders = (home.raw, home.extracts, home.editions, home.benchmarks)
    return sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())


def flip_a_byte(home: Home, chance: Random) -> str:
    path = chance.choice(kept_files(home))
    held = bytearray(path.read_bytes())
    held[chance.randrange(len(held))] ^= 1 << chance.randrange(8)
    path.write_bytes(held)
    return CHANGED


def cut_short(home: Home, chance: Random) -> str:
    path = chance.choice(kept_files(home))
    path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size)])
    return CHANGED


def add_to(home: Home, chance: Random) -> str:
    with chance.choice(kept_files(home)).open("ab") as file:
        file.write(chance.randbytes(chance.randint(1, 9)))
    return CHANGED


def take_out_a_file(home: Home, chance: Random) -> str:
    chance.choice(kept_files(home)).unlink()
    return CHANGED


def rename_a_file(home: Home, chance: Random) -> str:
    path = chance.choice(kept_files(home))
    path.rename(path.with_name(f"{path.name}-{chance.randrange(99)}"))
    return CHANGED


def put_another_in_its_place(home: Home, chance: Random) -> str:
    path, other = chance.sample(kept_files(home), 2)
    if path.read_bytes() == other.read_bytes():
        return NOTHING
    shutil.copyfile(other, path)
    return CHANGED


def plant_a_published_file(home: Home, chance: Random) -> str:
    folder = next(path for path in home.benchmarks.iterdir())
    shutil.copytree(folder, home.benchmarks / f"{chance.randrange(10**9)}-1")
    return CHANGED


def change_a_cell(home: Home, chance: Random) -> str:
    with by_hand(home) as journal:
        table, number, column, held = a_cell(journal, chance)
        return run(journal, f'update "{table}" set "{column}" = ? where id = ?', another(held, chance), number)


def change_the_kind_of_a_cell(home: Home, chance: Random) -> str:
    """The same characters as bytes, or ended by a zero byte: what a careless comparison takes for the same."""
    with by_hand(home) as journal:
        table, number, column, held = a_cell(journal, chance)
        new = chance.choice([str(held).encode(), f"{held}\0and more"])
        return run(journal, f'update "{table}" set "{column}" = ? where id = ?', new, number)


def take_out_a_row(home: Home, chance: Random) -> str:
    with by_hand(home) as journal:
        table, number, _, _ = a_cell(journal, chance)
        return run(journal, f'delete from "{table}" where id = ?', number)


def put_in_a_row(home: Home, chance: Random) -> str:
    """A copy of another, with one cell different, so that unique columns may allow it."""
    with by_hand(home) as journal:
        table, number, column, held = a_cell(journal, chance)
        names = [name for name in journal.columns(table) if name != "id"]
        listed = ", ".join(f'"{name}"' for name in names)
        told = ", ".join("?" if name == column else f'"{name}"' for name in names)
        values = (another(held, chance), number) if column in names else (number,)
        return run(journal, f'insert into "{table}" ({listed}) select {told} from "{table}" where id = ?', *values)


def swap_two_rows(home: Home, chance: Random) -> str:
    with by_hand(home) as journal:
        table, number, column, held = a_cell(journal, chance)
        rows = journal.execute(f'select id, "{column}" from "{table}" where id != ?', (number,)).fetchall()
        others = [row for row in rows if row[1] != held]
        if not others or column == "id":
            return NOTHING
        other, theirs = chance.choice(others)
        first = run(journal, f'update "{table}" set "{column}" = ? where id = ?', theirs, number)
        if first == REFUSED:
            return REFUSED
        run(journal, f'update "{table}" set "{column}" = ? where id = ?', held, other)
        return CHANGED


def plant_a_rule(home: Home, chance: Random) -> str:
    table = chance.choice(sorted(sealed_tables()))
    with by_hand(home) as journal:
        if journal.is_sqlite:
            return run(journal, f'create trigger quiet after insert on "{table}" begin delete from "{table}"; end')
        return run(journal, f'create rule quiet as on insert to "{table}" do also delete from "{table}"')


def cut_the_end_off(home: Home, chance: Random) -> str:
    """The newest rows, their seals and the database’s own count of them: seen by the anchor alone."""
    with by_hand(home) as journal:
        (last,) = journal.execute("select max(id) from journal_seal").fetchone()
        for number in range(last, last - chance.randint(1, 4), -1):
            table, row = journal.execute('select "table", row from journal_seal where id = ?', (number,)).fetchone()
            journal.execute(f'delete from "{table}" where id = ?', (row,))
            journal.execute("delete from journal_seal where id = ?", (number,))
            journal.execute("update journal_sealsgiven set number = ?", (number - 1,))
        journal.commit()
    return CHANGED


def seal_all_anew(home: Home, chance: Random) -> str:
    """A row changed, and every seal written anew by our own code: seen by the anchor alone."""
    done = change_a_cell(home, chance)
    if done != CHANGED:
        return done
    with by_hand(home) as journal:
        journal.execute("delete from journal_seal")
        journal.execute("delete from journal_sealsgiven")
        journal.commit()
    for model in (*SealedRow.__subclasses__(), Edition.extracts.through):
        with by_hand(home) as journal:
            numbers = [n for (n,) in journal.execute(f'select id from "{model._meta.db_table}" order by id')]
        seals.seal(Seal, model, numbers, seals.columns_of(model, getattr(model, "unsealed", ())), SealsGiven)
    return CHANGED


def ask_our_own_code(home: Home, chance: Random) -> str:
    """What a page or a command could reach: rows changed or taken out many at a time, or one taken out."""
    model = chance.choice([model for model in SealedRow.__subclasses__() if model.objects.exists()])
    ways: list[Callable[[], object]] = [
        lambda: model.objects.all().update(id=1),
        lambda: model.objects.all().delete(),
        lambda: model.objects.all()[0].delete(),
    ]
    try:
        chance.choice(ways)()
    except NotAllowed:
        return REFUSED
    return CHANGED


def flip_a_byte_of_the_journal(home: Home, chance: Random) -> str:
    if not home.journal.is_file():
        return NOTHING  # no file of ours: PostgreSQL’s own are its own to watch over
    before = everything_in(home)
    held = bytearray(home.journal.read_bytes())
    held[chance.randrange(len(held))] ^= 1 << chance.randrange(8)
    home.journal.write_bytes(held)
    return NOTHING if everything_in(home) == before else CHANGED


WAYS: tuple[Callable[[Home, Random], str], ...] = (
    flip_a_byte,
    cut_short,
    add_to,
    take_out_a_file,
    rename_a_file,
    put_another_in_its_place,
    plant_a_published_file,
    change_a_cell,
    change_a_cell,
    change_a_cell,
    change_the_kind_of_a_cell,
    take_out_a_row,
    put_in_a_row,
    swap_two_rows,
    plant_a_rule,
    cut_the_end_off,
    seal_all_anew,
    ask_our_own_code,
    flip_a_byte_of_the_journal,
)


def everything_in(home: Home) -> object:
    """Every row of evidence as it would be read, or the words of the refusal."""
    try:
        with by_hand(home) as journal:
            tables = ("journal_seal", *sealed_tables())
            return [journal.execute(f'select * from "{table}" order by id').fetchall() for table in tables]
    except (sqlite3.DatabaseError, UnicodeDecodeError) as problem:
        return str(problem)


def a_cell(journal: ByHand, chance: Random) -> tuple[str, int, str, object]:
    """A table, a row’s number, a column and what is there; the columns that are said not to be sealed are left alone."""
    tables = ["journal_seal", *sorted(sealed_tables())]
    filled = [table for table in tables if journal.execute(f'select 1 from "{table}" limit 1').fetchone()]
    table = chance.choice(filled)
    unsealed = {name for model in SealedRow.__subclasses__() for name in model.unsealed}
    column = chance.choice([name for name in journal.columns(table) if name not in unsealed])
    numbers = [number for (number,) in journal.execute(f'select id from "{table}" order by id')]
    number = chance.choice(numbers)
    (held,) = journal.execute(f'select "{column}" from "{table}" where id = ?', (number,)).fetchone()
    return table, number, column, held


def another(held: object, chance: Random) -> object:
    if isinstance(held, int):
        return held + chance.choice([-1, 1, 10])
    text = str(held or "")
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice("0123456789abcdef") + text[at + chance.choice([0, 1]) :] + chance.choice(["", " "])


def run(journal: ByHand, statement: str, *values: object) -> str:
    before = journal.rows_changed
    try:
        journal.execute(statement, values)
        journal.commit()
    except (sqlite3.IntegrityError, sqlite3.OperationalError, psycopg.Error):
        return REFUSED
    return CHANGED if not values or journal.rows_changed > before else NOTHING


def campaign(home: Home, cases: int, scratch: Path, seed: int = 2019) -> tuple[Counter[str], list[str]]:
    """Runs so many cases; gives how many ended how, and those that were neither refused nor found."""
    point_at(home)
    anchor = verify(home, counting_again=False).anchor
    ended: Counter[str] = Counter()
    missed = []
    for number in range(cases):
        chance = Random(f"{seed}-{number}")
        way = WAYS[number % len(WAYS)]
        copy = copy_of(home, scratch / f"case-{number}")
        point_at(copy)
        before = everything_in(copy)
        done = way(copy, chance)
        if done == CHANGED and way in (change_a_cell, put_in_a_row) and everything_in(copy) == before:
            done = NOTHING
        if done == CHANGED:
            anchors = (anchor,) if way.__name__ in NEEDS_ANCHOR else ()
            done = "missed" if verify(copy, anchors, counting_again=False).is_sound else "found"
            if done == "missed":
                missed.append(f"case {number}: {way.__name__}")
        ended[done] += 1
        point_at(home)
        throw_away(copy)
    return ended, missed


def main() -> None:
    from tests.safekeeping.small_home import small_home

    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as folder:
        ended, missed = campaign(small_home(Path(folder) / "home"), cases, Path(folder))
    print(f"{cases} cases: " + ", ".join(f"{count} {how}" for how, count in sorted(ended.items())))
    print("\n".join(missed) or "Every change was refused or found.")
    print(f"ran={cases} failed={len(missed)}")
    raise SystemExit(1 if missed else 0)


if __name__ == "__main__":
    main()
