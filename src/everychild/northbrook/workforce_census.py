"""Northbrook’s social work workforce census of a 30 September, as the XML it would send."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import escape

from everychild.layouts.document import ElementTable
from everychild.layouts.workforce_census import WORKFORCE_CENSUS
from everychild.layouts.workforce_census.social_workers import VACANCIES, WORKERS
from everychild.northbrook.as_known import AsKnown
from everychild.northbrook.lives import lasts

COUNCIL = "999"


def write_workforce_census(known: AsKnown, folder: Path) -> Path:
    """The census as at the month end of what is known, which is a September’s."""
    assert (known.month.last_day.month, known.month.last_day.day) == WORKFORCE_CENSUS.closes_on
    path = folder / "workforce_census.xml"
    workers = "".join(_element(WORKERS, row) for row in _workers(known))
    text = f'<?xml version="1.0" encoding="utf-8"?><Message>{_header(known)}{_vacancies(known)}{workers}</Message>'
    path.write_text(text, encoding="utf-8")
    return path


def _header(known: AsKnown) -> str:
    day = known.month.last_day
    collection = f"<Collection>CSWW</Collection><Year>{day.year}</Year><ReferenceDate>{day}</ReferenceDate>"
    source = f"<SourceLevel>L</SourceLevel><LEA>{COUNCIL}</LEA>"
    return f"<Header><CollectionDetails>{collection}</CollectionDetails><Source>{source}</Source></Header>"


def _vacancies(known: AsKnown) -> str:
    posts = known.town.personnel.posts[known.month]
    agency = [post.worker for post in posts if post.number and post.worker is not None and post.worker.agency]
    row = {
        "NumberOfVacancies": sum(post.vacant_fte for post in posts if post.number),
        "NoAgencyFTE": Decimal(sum(worker.fte for worker in agency)) / 100,
        "NoAgencyHeadcount": len(agency),
    }
    return _element(VACANCIES, row)


def _workers(known: AsKnown) -> Iterator[dict[str, object]]:
    day = known.month.last_day
    held = Counter(
        one.worker.number
        for one in known.town.allocations
        if one.role == "case_worker" and lasts(one.started_on, one.ended_on, day) and one.worker.is_social_worker
    )
    for post in known.town.personnel.posts[known.month]:
        worker = post.worker
        if worker is None:
            continue
        yield {
            "AgencyWorker": worker.agency,
            "SWENo": worker.number,
            "FTE": worker.fte,
            "OrgRole": worker.role,
            "RoleStartDate": worker.started_on,
            "RoleEndDate": worker.left_on,
            "ReasonLeave": worker.left_because,
            "FTE30": worker.fte if worker.number in held else None,
            "Cases30": held.get(worker.number),
            "Absat30Sept": post.is_absent if post.number else None,
            "CFKSSstatus": True if worker.is_newly_qualified(day) else None,
        }


def _element(table: ElementTable, row: dict[str, object]) -> str:
    name = table.path.rpartition("/")[2]
    cells = ((title, table.layout.heading(title).write(value)) for title, value in row.items())
    inside = "".join(f"<{title}>{escape(str(cell))}</{title}>" for title, cell in cells if cell not in ("", None))
    return f"<{name}>{inside}</{name}>"
