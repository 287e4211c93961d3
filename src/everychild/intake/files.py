"""All the files of a load: found, opened two at a time, read one after another, refused together."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from pathlib import Path

from everychild.errors import FileRefused, FilesRefused
from everychild.intake.decoding import Decoded
from everychild.intake.file import open_file, read_file
from everychild.intake.preflight import Contents
from everychild.intake.reading import FileRead
from everychild.intake.returns import with_episodes_joined
from everychild.intake.years import with_each_told_once

AT_ONCE = 2

TABULAR = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".xml"})
"""What is taken from a folder. Anything may be sent by name, and is then told what it is."""

Progress = Callable[[str], None]
Opened = tuple[bytes, Contents, Decoded]


def read_files(paths: Sequence[Path], *, received_on: date, progress: Progress | None = None) -> tuple[FileRead, ...]:
    """Every file, read and accounted for; folders stand for what is in them.

    Raises FilesRefused with every refusal where any file is refused: part of a delivery is not a delivery.
    """
    tell = progress or _say_nothing
    refusals: list[FileRefused] = []
    sources = _sources(paths, refusals, tell)
    names = _names(sources)
    read: list[FileRead] = []
    digests: set[str] = set()
    for position, opening in enumerate(_opened(sources, names)):
        tell(f"Reading {names[position]} ({position + 1} of {len(sources)})")
        try:
            data, contents, decoded = opening.result()
            file = read_file(names[position], data, contents, decoded, received_on)
        except FileRefused as refusal:
            refusals.append(refusal)
            continue
        if file.sha256 in digests:
            tell(f"{file.name} is the same file again, byte for byte; it was passed over.")
            continue
        digests.add(file.sha256)
        read.append(file)
    if refusals:
        raise FilesRefused(refusals)
    return with_each_told_once(with_episodes_joined(read))


def _say_nothing(_: str) -> None:
    pass


def _sources(paths: Sequence[Path], refusals: list[FileRefused], tell: Progress) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = _inside(path, tell)
            if not inside:
                message = f"The folder {path.name} holds no workbook, no CSV file and no XML return."
                refusals.append(FileRefused(message, rule="empty_folder", file=path.name))
            found.extend(inside)
        elif path.is_file():
            found.append(path)
        else:
            message = f"There is no file {path.name} in {path.parent}."
            refusals.append(FileRefused(message, rule="no_such_file", file=path.name))
    return list(dict.fromkeys(found))


def _inside(folder: Path, tell: Progress) -> list[Path]:
    """A folder's files in order of name, without hidden ones and the traces Excel leaves of open ones."""
    files = []
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if not path.is_file() or any(part.startswith((".", "~$")) for part in parts):
            continue
        if path.suffix.casefold() in TABULAR:
            files.append(path)
        else:
            tell(f"Passing over {path.name}: neither a workbook, nor a CSV file, nor an XML return")
    return files


def _names(sources: Sequence[Path]) -> list[str]:
    """The files' names; with their folder's where two files have one name."""
    times = Counter(path.name for path in sources)
    return [path.name if times[path.name] == 1 else f"{path.parent.name}/{path.name}" for path in sources]


def _opened(sources: Sequence[Path], names: Sequence[str]) -> Iterator[Future[Opened]]:
    """The files opened a little ahead of their reading, so that neither waits and few are held at once."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        ahead: deque[Future[Opened]] = deque()
        for path, name in zip(sources, names, strict=True):
            ahead.append(pool.submit(_open, path, name))
            if len(ahead) > AT_ONCE:
                yield ahead.popleft()
        yield from ahead


def _open(path: Path, name: str) -> Opened:
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"{name} cannot be opened: {error.strerror or 'the disk gave no reason'}. Is it open elsewhere?"
        raise FileRefused(message, rule="cannot_be_opened", file=name) from error
    contents, decoded = open_file(name, data)
    return data, contents, decoded
