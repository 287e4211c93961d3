"""Where the files of a load lie: on disk, in folders, or in a zip of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from everychild.errors import FileRefused
from everychild.intake.archive import is_archive, is_archive_at, members_of, refuse_nested, unpacked
from everychild.intake.preflight import MOST_BYTES

TABULAR = frozenset(
    {
        ".xlsx",
        ".xlsm",
        ".xls",
        ".xlsb",
        ".ods",
        ".csv",
        ".tsv",
        ".xml",
        ".json",
        ".jsonl",
        ".ndjson",
        ".parquet",
        ".zip",
    }
)
"""What is taken from a folder. Anything may be sent by name, and is then told what it is."""

TAKEN_IN_WORDS = "neither a workbook, nor a CSV file, nor an XML return, nor JSON payloads"
MAC_LITTER = "__MACOSX"

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Source:
    """One file to read. `member` is its name inside the archive at `path`; None where the path is the file itself."""

    path: Path
    name: str
    member: str | None = None

    @property
    def folder(self) -> str:
        """What it lies in, by its last name: told where two files have one name."""
        return self.path.name if self.member is not None else self.path.parent.name

    def read(self) -> bytes:
        """Its bytes. Raises FileRefused where they cannot be had."""
        try:
            data = self.path.read_bytes()
        except OSError as error:
            message = (
                f"{self.name} cannot be opened: {error.strerror or 'the disk gave no reason'}. Is it open elsewhere?"
            )
            raise FileRefused(message, rule="cannot_be_opened", file=self.name) from error
        if self.member is None:
            return data
        inside = unpacked(self.path.name, data, self.member, MOST_BYTES)
        if is_archive(inside):
            refuse_nested(self.path.name, self.member)
        return inside


def sources_of(paths: Sequence[Path], refusals: list[FileRefused], tell: Tell) -> list[Source]:
    """Every file of these paths, each under a name of its own; what cannot be found or trusted joins the refusals."""
    found: list[Source] = []
    for path in paths:
        if path.is_dir():
            inside = _inside(path, tell)
            if not inside:
                message = f"The folder {path.name} holds no workbook, no CSV file, no XML return and no JSON payloads."
                refusals.append(FileRefused(message, rule="empty_folder", file=path.name))
            found += [source for file in inside for source in _opened(file, refusals, tell)]
        elif path.is_file():
            found += _opened(path, refusals, tell)
        else:
            message = f"There is no file {path.name} in {path.parent}."
            refusals.append(FileRefused(message, rule="no_such_file", file=path.name))
    return _named_apart(dict.fromkeys(found))


def _inside(folder: Path, tell: Tell) -> list[Path]:
    """A folder's files in order of name, without hidden ones and the traces Excel leaves of open ones."""
    files = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or _is_nobodys(path.relative_to(folder).parts):
            continue
        if path.suffix.casefold() in TABULAR:
            files.append(path)
        else:
            tell(f"Passing over {path.name}: {TAKEN_IN_WORDS}")
    return files


def _opened(path: Path, refusals: list[FileRefused], tell: Tell) -> list[Source]:
    """The file itself; of an archive, the files in it."""
    if not is_archive_at(path):
        return [Source(path, path.name)]
    try:
        members = members_of(path.name, path.read_bytes())
    except FileRefused as refusal:
        refusals.append(refusal)
        return []
    found = []
    for member in members:
        inside = PurePosixPath(member.replace("\\", "/"))
        if _is_nobodys(inside.parts):
            continue
        if inside.suffix.casefold() in TABULAR:
            found.append(Source(path, inside.name, member))
        else:
            tell(f"Passing over {inside.name} in {path.name}: {TAKEN_IN_WORDS}")
    if not found:
        message = f"{path.name} is an archive that holds no workbook, no CSV file, no XML return and no JSON payloads."
        refusals.append(FileRefused(message, rule="empty_folder", file=path.name))
    return found


def _is_nobodys(parts: Iterable[str]) -> bool:
    return any(part.startswith((".", "~$")) or part == MAC_LITTER for part in parts)


def _named_apart(sources: Iterable[Source]) -> list[Source]:
    """With their folder's name or the archive's where two files have one name; and the whole way inside an archive
    where even that is shared."""
    listed = list(sources)
    times = Counter(source.name for source in listed)
    nearer = [
        source if times[source.name] == 1 else replace(source, name=f"{source.folder}/{source.name}")
        for source in listed
    ]
    again = Counter(source.name for source in nearer)
    return [
        replace(source, name=f"{source.path.name}/{source.member}")
        if source.member is not None and again[source.name] > 1
        else source
        for source in nearer
    ]
