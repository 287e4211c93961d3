"""The month, in the order it happens: load, close, read again. Start reading here."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from everychild import __version__
from everychild.calendar import Clock, Month, WorkingCalendar, months_to, working_calendar
from everychild.catalogue import BY_REF, CATALOGUE
from everychild.catalogue.indicator import Indicator
from everychild.council import Council, Target, council_from, read_council
from everychild.errors import FileRefused, FilesRefused, NothingSupplied, SettingsError, UnknownReference
from everychild.facts.clocks import CLOCKS
from everychild.intake import read_files
from everychild.intake.reading import FileRead
from everychild.journal import flag_decisions, ledger
from everychild.judgement.decisions import Decision, FlagDecision, refuse_half_a_decision
from everychild.judgement.flags import flagged_areas, improvements
from everychild.judgement.judge import judge
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.judgement.preview import Preview, preview
from everychild.measure.figure import Figure
from everychild.store import extracts as store_extracts
from everychild.store.durable import sha256_of
from everychild.store.engine import Engine
from everychild.store.figures import as_figures, freeze, judged_rows, thaw
from everychild.store.home import Home
from everychild.store.software import made_by
from everychild.store.supply import KeptList

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

    from everychild.journal.models import Edition, Extract

MONTHS_SHOWN = 25
MONTHS_COUNTED = 61
"""Five years and a month, so that every whole financial year held has its average."""

AS_DECLARED = "as_declared"
"""The rule an indicator is counted by where a council says nothing."""

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Loaded:
    """What a load came to. `extract` is None where every file had been loaded before."""

    extract: str | None
    extracted_on: date | None
    files: tuple[FileRead, ...]
    already_loaded: tuple[str, ...]


def load(
    home: Home,
    paths: Sequence[Path],
    received_at: datetime,
    extracted_on: date | None = None,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Loaded:
    """Files in: read, accounted for, kept whole, and only then told of. The same file twice changes nothing."""
    council = read_council(home.settings)
    read = read_files(paths, received_on=received_at.date(), progress=progress)
    known = ledger.known_files(file.sha256 for file in read)
    new = tuple(file for file in read if file.sha256 not in known)
    old = tuple(file.name for file in read if file.sha256 in known)
    if not new:
        return Loaded(None, None, (), old)
    _refuse_returns_with_others(new)
    taken = extracted_on or _when_taken(new)
    if dry_run:
        return Loaded(None, taken, new, old)
    store_extracts.keep_raw(home, _sources(paths, new))
    written = store_extracts.write_extract(home, new, taken, _calendar_for(taken, council))
    extract = ledger.record_extract(written, new, received_at)
    return Loaded(extract.sha256, taken, new, old)


def close(home: Home, month: Month, closed_at: datetime, known_on: date | None = None) -> JudgedEdition:
    """A month's figures computed, judged and frozen as an edition. The same data and settings give the same edition."""
    settings = home.settings.read_text(encoding="utf-8")
    council = council_from(settings)
    seen = extracts_seen(known_on)
    known = known_on or max(extract.extracted_on for extract in seen)
    inputs = _inputs(month, known, seen, settings)
    newest = ledger.newest_edition(month)
    if newest is not None and newest.inputs_sha256 == inputs:
        return _read_again(home, newest)[0]
    with engine_over(home, council, month, seen) as engine:
        figures = engine.figures(every_rule_of(CATALOGUE), _first_month(council, month))
    path, digest = freeze(home, month, figures)
    judged = _judged(council, month, known, "", figures, seen, home)
    fingerprint = hashlib.sha256(f"{digest}{settings}{known}{__version__}{_judgements(judged)}".encode()).hexdigest()
    edition = replace(judged, fingerprint=fingerprint)
    kept = ledger.record_edition(
        month, known, path, digest, settings, fingerprint, inputs, closed_at, seen, edition.indicators
    )
    return with_decisions(edition, kept)


def _judgements(judged: JudgedEdition) -> str:
    """What was said of each figure: judged otherwise, by newer software, the same figures are another edition."""
    return "\n".join(
        f"{item.ref} {item.status} {item.pattern.moving} {item.outlook} {item.points} {item.is_flagged}"
        for item in judged.indicators
    )


def _inputs(month: Month, known_on: date, seen: Sequence[Extract], settings: str) -> str:
    """The key of a closed month: while none of these has changed there is nothing to count again.

    Targets, clocks, rules and closure days are in the settings, definitions in the software, bank holidays in extracts.
    """
    parts = (str(month), known_on.isoformat(), made_by(), settings, *(extract.sha256 for extract in seen))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def count_again(home: Home, edition: Edition) -> tuple[pa.Table, bool]:
    """An edition’s figures counted anew from its own extracts by its own settings; and whether by the same software.

    Where the software is another, figures may rightly differ: definitions are part of it.
    """
    month, seen = Month.of(edition.month), list(edition.extracts.all())
    council = council_from(edition.settings)
    with engine_over(home, council, month, seen) as engine:
        figures = engine.figures(every_rule_of(CATALOGUE), _first_month(council, month))
    return figures, edition.inputs_sha256 == _inputs(month, edition.known_on, seen, edition.settings)


def work_out(home: Home, month: Month, known_on: date | None = None) -> tuple[JudgedEdition, tuple[Figure, ...]]:
    """The same without keeping anything: for a month not closed, or as known on another day."""
    council = read_council(home.settings)
    with engine_for(home, council, month, known_on) as (engine, seen):
        figures = engine.figures(every_rule_of(CATALOGUE), _first_month(council, month))
    known = known_on or max(extract.extracted_on for extract in seen)
    return _judged(council, month, known, "", figures, seen, home), tuple(as_figures(judged_rows(figures, month)))


def open_edition(
    home: Home, month: Month, number: int | None = None
) -> tuple[JudgedEdition, tuple[Figure, ...]] | None:
    """A closed month as it was closed, by the settings it was judged by; None where there is none."""
    edition = ledger.edition_numbered(month, number) if number else ledger.newest_edition(month)
    if edition is None:
        return None
    return _read_again(home, edition)


def _first_month(council: Council, month: Month) -> Month:
    """The first month shown, or before it the first that a range standing still was read from; five years at most."""
    earlier = (row.begins for row in council.baselines if row.to is not None and row.begins <= month)
    return max(min((months_to(month, MONTHS_SHOWN)[0], *earlier)), months_to(month, MONTHS_COUNTED)[0])


def with_decisions(edition: JudgedEdition, kept: Edition) -> JudgedEdition:
    """The edition with what people have said of its areas by now: everything else of it is as it was closed."""
    return replace(
        edition,
        decisions=flag_decisions.of_edition(kept),
        earlier_decisions=flag_decisions.before_edition(kept),
    )


def decide(
    home: Home, month: Month, area: str, decision: Decision, by: str, role: str, reason: str, at: datetime
) -> FlagDecision:
    """A person’s word on a flagged area of the month’s newest edition. Raises where it is not flagged or not closed."""
    refuse_half_a_decision(decision, by, role, reason)
    kept = ledger.newest_edition(month)
    if kept is None:
        raise NothingSupplied(
            f"{month} has not been closed, so there is no list to decide on. First: everychild close {month}"
        )
    edition, _ = _read_again(home, kept)
    names = [flagged.area.name for flagged in edition.areas]
    name = area.lower().replace("-", "_")
    if name not in names:
        listed = ", ".join(names) or "none"
        raise UnknownReference(f"{area} is not flagged in {month}. Flagged are: {listed}.")
    said = FlagDecision(name, decision, by.strip(), role.strip(), reason.strip(), at, kept.number)
    flag_decisions.record(kept, said)
    return said


def preview_target(edition: JudgedEdition, figures: Sequence[Figure], proposed: Target) -> Preview:
    """What a target would change in an edition, by the edition’s own settings but for that. Nothing is written."""
    council, month = edition.council, edition.as_at
    catalogue, months = catalogue_of(council), months_to(month, MONTHS_SHOWN)
    return preview(proposed, figures, catalogue, month, months, council, clocks_of(council))


def month_before(edition: JudgedEdition, figures: Sequence[Figure]) -> tuple[Judged, ...]:
    """The month before, from this edition’s figures and by the targets then in force: like is set beside like."""
    council, month = edition.council, edition.as_at - 1
    return judge(figures, catalogue_of(council), month, months_to(month, MONTHS_SHOWN - 1), council, clocks_of(council))


def catalogue_of(council: Council) -> tuple[Indicator, ...]:
    """The catalogue as this council counts it.

    Raises SettingsError where council.toml names a rule there is not, or begins an indicator anew that there is not.
    """
    for baseline in council.baselines:
        if baseline.indicator not in BY_REF:
            raise SettingsError(
                f"council.toml: [[baseline]] names {baseline.indicator}, and there is no such indicator. "
                "`everychild catalogue` lists all."
            )
    for ref, rule in council.rules.items():
        if ref not in BY_REF:
            raise SettingsError(f"council.toml: [rules] names {ref}, and there is no such indicator.")
        known = (AS_DECLARED, *(other.name for other in BY_REF[ref].other_rules))
        if rule not in known:
            raise SettingsError(f"council.toml: [rules] {ref} = “{rule}” is not one of its rules: {', '.join(known)}.")
    return tuple(_as_ruled(indicator, council) for indicator in CATALOGUE)


def _as_ruled(indicator: Indicator, council: Council) -> Indicator:
    rule = council.rules.get(indicator.ref, AS_DECLARED)
    return indicator if rule == AS_DECLARED else indicator.by_rule(rule)


def every_rule_of(indicators: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """Each indicator as it is declared and by each of its other rules, so that both can be shown."""
    return tuple(counted for indicator in indicators for counted in (indicator, *indicator.by_other_rules))


def indicator_called(ref: str, council: Council | None = None) -> Indicator:
    """The indicator of that reference, in any case, as a council counts it. Raises UnknownReference with near ones."""
    found = BY_REF.get(ref.upper())
    if found is None:
        near = (sorted(known for known in BY_REF if known.startswith(ref.upper()[:2])) or list(BY_REF))[:6]
        raise UnknownReference(
            f"There is no indicator {ref}. Near it: {', '.join(near)}. `everychild catalogue` lists all."
        )
    return found if council is None else _as_ruled(found, council)


def clocks_of(council: Council) -> Mapping[str, Clock]:
    """Every clock as this council runs it."""
    return {clock.name: council.clock(clock) for clock in CLOCKS}


def extracts_seen(known_on: date | None) -> list[Extract]:
    """The extracts a run rests on. Raises NothingSupplied where there is none."""
    seen = ledger.visible_extracts(known_on)
    if not seen:
        when = f" by {known_on}" if known_on else ""
        raise NothingSupplied(f"No extract has been loaded{when}. `everychild load` takes a council’s files.")
    return seen


def calendar_of(home: Home, seen: Sequence[Extract]) -> WorkingCalendar:
    """The calendar kept with the newest of these extracts."""
    return store_extracts.read_calendar(home, seen[-1].sha256, seen[-1].calendar_sha256)


@contextmanager
def engine_for(
    home: Home, council: Council, month: Month, known_on: date | None
) -> Iterator[tuple[Engine, list[Extract]]]:
    """An engine over what was known on a day (or is known now), with the extracts it rests on."""
    seen = extracts_seen(known_on)
    with engine_over(home, council, month, seen) as engine:
        yield engine, seen


@contextmanager
def engine_over(
    home: Home, council: Council, month: Month, seen: Sequence[Extract], days_ahead: Sequence[date] = ()
) -> Iterator[Engine]:
    """An engine over these extracts, oldest first, each found to be as it was kept."""
    kept = ledger.kept_lists(seen)
    if not kept:
        raise NothingSupplied("No extract holds a list of anything. Load one that does.")
    for item in kept:
        store_extracts.verify(home.extracts / item.path, item.sha256)
    newest = seen[-1]
    calendar = store_extracts.read_calendar(home, newest.sha256, newest.calendar_sha256)
    months = _months_counted(kept, month)
    with Engine(
        home,
        kept,
        calendar,
        months,
        clocks_of(council),
        council.valid_visit_places,
        council_words=council.council_words,
        family_help_since=council.family_help_since,
        days_ahead=days_ahead,
    ) as engine:
        yield engine


def _months_counted(kept: Sequence[KeptList], month: Month) -> tuple[Month, ...]:
    """From the first month anything is supplied for, five years at most; always enough to show a trend's months."""
    first = Month.of(min(item.covers_from for item in kept))
    how_many = min(max(month.index - first.index + 1, MONTHS_SHOWN), MONTHS_COUNTED)
    return months_to(month, how_many)


def _judged(
    council: Council,
    month: Month,
    known_on: date,
    fingerprint: str,
    figures: pa.Table,
    seen: Sequence[Extract],
    home: Home,
) -> JudgedEdition:
    newest = seen[-1]
    calendar = store_extracts.read_calendar(home, newest.sha256, newest.calendar_sha256)
    judged = judge(
        as_figures(judged_rows(figures, month)),
        catalogue_of(council),
        month,
        months_to(month, MONTHS_SHOWN),
        council,
        clocks_of(council),
    )
    return JudgedEdition(
        council=council,
        as_at=month,
        known_on=known_on,
        fingerprint=fingerprint,
        indicators=judged,
        areas=flagged_areas(judged),
        improvements=improvements(judged, council.thresholds.improvements_shown),
        newest_extract=ledger.summary(newest),
        calendar_days={**calendar.bank_holidays, **calendar.closure_days},
    )


def _read_again(home: Home, edition: Edition) -> tuple[JudgedEdition, tuple[Figure, ...]]:
    figures = thaw(home, edition.figures_path, edition.figures_sha256)
    council = council_from(edition.settings)
    month = Month.of(edition.month)
    seen = list(edition.extracts.all())
    judged = _judged(council, month, edition.known_on, edition.fingerprint, figures, seen, home)
    judged = with_decisions(judged, edition)
    return judged, tuple(as_figures(judged_rows(figures, month)))


def _when_taken(files: Sequence[FileRead]) -> date:
    """The day an extract was taken, where nobody says: the latest thing that happened in it."""
    days = [file.newest_date for file in files if file.newest_date is not None]
    if not days:
        raise NothingSupplied(
            "The files hold no dates to tell when they were taken. Say so: --extracted-on 2019-05-03."
        )
    return max(days)


def _refuse_returns_with_others(files: Sequence[FileRead]) -> None:
    """Raises FilesRefused where a yearly return comes with files of another day: one extract has one day."""
    returns = [file for file in files if file.is_of_its_day]
    others = [file for file in files if returns and file.newest_date != returns[0].newest_date]
    if others:
        message = (
            f"{returns[0].name} is a yearly return and {others[0].name} is of another day, so one load cannot say of "
            "both when they were taken. Load each return by itself, the oldest first."
        )
        raise FilesRefused([FileRefused(message, rule="days_differ", file=others[0].name)])


def _calendar_for(taken: date, council: Council) -> WorkingCalendar:
    """Wide enough for the oldest open case and the furthest due date."""
    return working_calendar(taken.year - 25, taken.year + 2, council.closure_days, council.school_terms)


def _sources(paths: Sequence[Path], files: Sequence[FileRead]) -> dict[str, Path]:
    """Where each file read lies, by sha256."""
    wanted = {file.sha256 for file in files}
    candidates = (
        candidate
        for path in paths
        for candidate in (sorted(path.rglob("*")) if path.is_dir() else (path,))
        if candidate.is_file()
    )
    return {digest: path for path in candidates if (digest := sha256_of(path)) in wanted}
