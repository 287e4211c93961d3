"""All the files of a load: found, opened two at a time, read one after another, refused together."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

from everychild.errors import FileRefused, FilesRefused
from everychild.intake.dataset import completed, table_of, why_unread
from everychild.intake.decoding import Decoded
from everychild.intake.file import open_file, read_file, read_past, why_skipped
from everychild.intake.own_words import NONE, OwnWords
from everychild.intake.preflight import Contents
from everychild.intake.reading import FileRead
from everychild.intake.returns import with_episodes_joined
from everychild.intake.sources import Source, sources_of
from everychild.intake.survey import completed as completed_survey
from everychild.intake.survey import modules_of, sheets_of_none
from everychild.intake.years import with_each_told_once
from everychild.layouts.special_needs_return import SPECIAL_NEEDS_RETURN

AT_ONCE = 2
SURVEY = SPECIAL_NEEDS_RETURN.name

Progress = Callable[[str], None]
Opened = tuple[str, Contents, Decoded]
"""A file’s digest (its bytes are not held any longer than they are needed), what it is, and its cells."""


def read_files(
    paths: Sequence[Path],
    *,
    received_on: date,
    progress: Progress | None = None,
    own_words: OwnWords = NONE,
    beside: Sequence[Source] = (),
) -> tuple[FileRead, ...]:
    """Every file, read and accounted for; folders and zips stand for what is in them. `beside` are files kept before.

    Raises FilesRefused with every refusal where any file is refused: part of a delivery is not a delivery.
    """
    tell = progress or _say_nothing
    refusals: list[FileRefused] = []
    sources = [*sources_of(paths, refusals, tell), *beside]
    read: list[FileRead] = []
    digests: set[str] = set()
    dataset: dict[str, tuple[Source, Opened]] = {}
    survey: list[tuple[Source, Opened]] = []
    for position, (source, opening) in enumerate(zip(sources, _opened(sources), strict=True)):
        tell(f"Reading {source.name} ({position + 1} of {len(sources)})")
        try:
            digest, contents, decoded = opening.result()
            if modules_of(decoded):
                if any(digest == opened[0] for _, opened in survey):
                    tell(f"{source.name} is the same file again, byte for byte; it was passed over.")
                else:
                    survey.append((source, (digest, contents, decoded)))
                continue
            table = table_of(decoded)
            if table is not None and table not in dataset:
                dataset[table] = source, (digest, contents, decoded)
                continue
            if table is not None and digest == dataset[table][1][0]:
                tell(f"{source.name} is the same file again, byte for byte; it was passed over.")
                continue
            _refuse_a_table_twice(source, table, dataset)
            file = replace(read_file(source.name, digest, contents, decoded, received_on, own_words), source=source)
        except FileRefused as refusal:
            refusals.append(refusal)
            continue
        if file.sha256 in digests:
            tell(f"{file.name} is the same file again, byte for byte; it was passed over.")
            continue
        digests.add(file.sha256)
        read.append(file)
    read += _read_dataset(dataset, received_on, refusals, own_words)
    read += _read_survey(survey, received_on, refusals, own_words)
    if refusals:
        raise FilesRefused(refusals)
    return with_each_told_once(with_episodes_joined(read))


def _read_dataset(
    dataset: Mapping[str, tuple[Source, Opened]],
    received_on: date,
    refusals: list[FileRefused],
    own_words: OwnWords,
) -> list[FileRead]:
    """The tables of the dataset, which lean on one another and are read when all of them are there."""
    read = []
    tables = {table: opened[2] for table, (_, opened) in dataset.items()}
    for table, (decoded, faults) in completed(tables, received_on).items():
        source, (digest, contents, as_sent) = dataset[table]
        why = why_unread(table, as_sent, tables)
        try:
            file = (
                read_past(source.name, digest, why)
                if why is not None
                else read_file(source.name, digest, contents, decoded, received_on, own_words)
            )
        except FileRefused as refusal:
            refusals.append(refusal)
            continue
        read.append(replace(file, source=source, faults=(*file.faults, *(faults if why is None else ()))))
    return read


def _read_survey(
    survey: Sequence[tuple[Source, Opened]],
    received_on: date,
    refusals: list[FileRefused],
    own_words: OwnWords,
) -> list[FileRead]:
    """The tables of the special educational needs survey, read as the document they are parts of."""
    read: list[FileRead] = []
    if not survey:
        return read
    try:
        made = completed_survey([source.name for source, _ in survey], [opened[2] for _, opened in survey])
        for (source, (digest, contents, decoded)), (document, faults) in zip(survey, made, strict=True):
            if document is None:
                names = ", ".join(module.name for module in modules_of(decoded))
                file = read_past(source.name, digest, f"{names}: looked up by the survey’s other tables.", SURVEY)
            else:
                file = read_file(source.name, digest, contents, document, received_on, own_words)
            skipped = tuple(why_skipped(sheet) for sheet in sheets_of_none(decoded))
            read.append(replace(file, source=source, faults=(*file.faults, *faults), skipped=(*file.skipped, *skipped)))
    except FileRefused as refusal:
        refusals.append(refusal)
    return read


def _refuse_a_table_twice(source: Source, table: str | None, dataset: Mapping[str, tuple[Source, Opened]]) -> None:
    if table is not None:
        first = dataset[table][0].name
        message = f"{source.name} and {first} both hold {table}, so its rows would count twice. Take one of them out."
        raise FileRefused(message, rule="list_twice", file=source.name)


def _say_nothing(_: str) -> None:
    pass


def _opened(sources: Sequence[Source]) -> Iterator[Future[Opened]]:
    """The files opened a little ahead of their reading, so that neither waits and few are held at once."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        ahead: deque[Future[Opened]] = deque()
        for source in sources:
            ahead.append(pool.submit(_open, source))
            if len(ahead) > AT_ONCE:
                yield ahead.popleft()
        yield from ahead


def _open(source: Source) -> Opened:
    data = source.read()
    contents, decoded = open_file(source.name, data)
    return hashlib.sha256(data).hexdigest(), contents, decoded
