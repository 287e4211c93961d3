"""The released site, whole, as bytes by path: the same release gives the same bytes."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from everychild import wording
from everychild.calendar import Month
from everychild.comparators.library import Library
from everychild.disclosure import open_data, tidy_data
from everychild.disclosure.released import ReleasedEdition
from everychild.measure.figure import Window
from everychild.released import pages, words
from everychild.report.parts import as_it_is, templates

FOLDER = Path(__file__).parent
MANIFEST = "manifest.json"
PAPER = "paper"
FINGERPRINT_LETTERS = 12


@dataclass(frozen=True)
class Site:
    """Every file by its path; `fingerprint` is of the numbers and the edition, and stands on every page."""

    files: Mapping[str, bytes]
    fingerprint: str


def fingerprint_of(data: Mapping[str, bytes]) -> str:
    """The first letters of the digest of the release’s numbers, definitions and rules."""
    told = "\n".join(f"{name} {hashlib.sha256(content).hexdigest()}" for name, content in sorted(data.items()))
    return hashlib.sha256(told.encode()).hexdigest()[:FINGERPRINT_LETTERS]


def build(
    released: ReleasedEdition,
    published: Library | None,
    checked: str,
    held_back: Sequence[tuple[str, Window, Month]],
    *,
    is_preview: bool,
    paper: Mapping[str, bytes] = MappingProxyType({}),
) -> Site:
    """All of it, with the committee’s paper where there is one, by its files’ names.

    `checked` is what the audit came to, in a sentence; a preview says on every page that it is one.
    """
    data = open_data.files(released)
    fingerprint = fingerprint_of(data)
    files: dict[str, bytes] = {f"data/{name}": content for name, content in data.items()}
    tidy = {f"data/{tidy_data.FOLDER}/{name}": content for name, content in tidy_data.files(released).items()}
    files.update(tidy)
    files["site.css"] = (FOLDER / "site.css").read_bytes()
    listed = [{"path": f"{PAPER}/{name}", "title": words.PAPER[name]} for name in sorted(paper)]
    template = _templates({**_frame(released, fingerprint, is_preview=is_preview), "paper": listed})
    files.update({f"{PAPER}/{name}": content for name, content in paper.items()})
    files["index.html"] = template("overview.html", pages.overview(released), "")
    files["hidden.html"] = template("hidden.html", pages.hidden(released, checked, held_back), "")
    files["data.html"] = template("data.html", _data_page(tidy), "")
    for item in released.indicators:
        files[f"measures/{item.ref}.html"] = template("measure.html", pages.measure(item, published, released), "../")
    files.update(_one_by_one(data[open_data.FIGURES]))
    files[MANIFEST] = _manifest(files, released, fingerprint, is_preview=is_preview)
    return Site(dict(sorted(files.items())), fingerprint)


def _data_page(tidy: Mapping[str, bytes]) -> Mapping[str, object]:
    listed = [{"path": path, "title": words.TIDY[path.rsplit("/", 1)[1]]} for path in tidy]
    return {"title": words.DATA["title"], "columns": words.COLUMNS, "tidy": listed}


def _frame(released: ReleasedEdition, fingerprint: str, *, is_preview: bool) -> Mapping[str, object]:
    edition = released.edition
    return {
        "council": edition.council.name,
        "as_at": wording.day(edition.as_at.last_day),
        "known_on": wording.day(edition.known_on),
        "edition": edition.fingerprint[:8],
        "fingerprint": fingerprint,
        "is_preview": is_preview,
        "words": words.COMMON,
    }


def _templates(frame: Mapping[str, object]) -> Any:
    environment = templates(FOLDER / "templates")
    said = {"overview": words.OVERVIEW, "measure": words.MEASURE, "hidden": words.HIDDEN, "data": words.DATA}

    def template(name: str, page: object, root: str) -> bytes:
        text: str = environment.get_template(name).render(
            frame=frame, page=page, root=root, said=said[name.removesuffix(".html")], drawing=as_it_is
        )
        return text.encode()

    return template


def _one_by_one(figures: bytes) -> Iterator[tuple[str, bytes]]:
    """The same rows, a file for each measure."""
    reader = csv.DictReader(io.StringIO(figures.decode("utf-8-sig"), newline=""))
    rows: dict[str, list[dict[str, str]]] = {}
    for row in reader:
        rows.setdefault(row["reference"], []).append(row)
    columns = reader.fieldnames or ()
    for ref, of_one in rows.items():
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, columns, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(of_one)
        yield f"measures/{ref}.csv", text.getvalue().encode("utf-8-sig")


def _manifest(files: Mapping[str, bytes], released: ReleasedEdition, fingerprint: str, *, is_preview: bool) -> bytes:
    told = {
        "fingerprint": fingerprint,
        "edition": released.edition.fingerprint,
        "as_at": str(released.edition.as_at),
        "is_preview": is_preview,
        "sha256": {path: hashlib.sha256(content).hexdigest() for path, content in sorted(files.items())},
    }
    return (json.dumps(told, indent=1, ensure_ascii=False) + "\n").encode()
