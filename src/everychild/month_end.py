"""The month, in the order it happens: load, close, read again. Start reading here."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from everychild import __version__
from everychild.calendar import Clock, Month, WorkingCalendar, months_to, working_calendar
from everychild.catalogue import BY_REF, CATALOGUE
from everychild.catalogue.indicator import Indicator
from everychild.council import Council, EngineName, Target, council_from, read_council
from everychild.counted import Counted, counted, kept_count
from everychild.errors import FileRefused, FilesRefused, NothingSupplied, SettingsError, UnknownReference
from everychild.facts.clocks import CLOCKS
from everychild.intake import read_files
from everychild.intake.own_words import means_the_same
from everychild.intake.reading import FileRead
from everychild.intake.sources import Source
from everychild.intake.unknown_words import WordsUnknown
from everychild.journal import asked_words, deletions, flag_decisions, ledger, mappings
from everychild.journal.stages import refuse_where_fixed
from everychild.judgement.decisions import Decision, FlagDecision, refuse_half_a_decision
from everychild.judgement.flags import flagged_areas, improvements
from everychild.judgement.judge import judge
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.judgement.preview import Preview, preview
from everychild.measure.figure import Figure
from everychild.returns_before import returns_before
from everychild.store import extracts as store_extracts
from everychild.store.counting import Counting
from everychild.store.engine import Engine
from everychild.store.figures import as_figures, freeze, judged_rows, thaw
from everychild.store.home import Home
from everychild.store.seen_back import cut_short
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

READ_ANEW = (
    "was loaded before, and your mapping has changed since: it is read anew. What was loaded then is kept, and this "
    "comes after it."
)

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Loaded:
    """What a load came to. `extract` is None where every file had been loaded before. `read_anew` had been too, and is
    read otherwise since a mapping was changed."""

    extract: str | None
    extracted_on: date | None
    files: tuple[FileRead, ...]
    already_loaded: tuple[str, ...]
    read_anew: tuple[str, ...] = ()
    told_again: tuple[FileRead, ...] = ()
    """Returns of other years, loaded before, that the new one was joined with."""


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
    read = _read(home, paths, received_at, progress)
    known = ledger.known_files(file.sha256 for file in read)
    readings = tuple(_as_reading(file, known.get(file.sha256)) for file in read)
    new = tuple(file for file in readings if file is not None)
    old = tuple(file.name for file, reading in zip(read, readings, strict=True) if reading is None)
    anew = tuple(file.name for file in new if file.reading)
    if not new:
        return Loaded(None, None, (), old)
    _refuse_returns_with_others(new)
    before = returns_before(home, new)
    again: tuple[FileRead, ...] = ()
    if before.sources:
        beside = [source for source in before.sources if source.path.name not in known]
        read = _read(home, paths, received_at, progress, beside)
        known = ledger.known_files(file.sha256 for file in read)
        is_new, is_kept = {file.sha256 for file in new}, {source.path.name for source in before.sources}
        numbered = [_numbered(file, known.get(file.sha256)) for file in read]
        new = tuple(file for file in numbered if file.sha256 in is_new)
        again = tuple(file for file in numbered if file.sha256 in is_kept - is_new)
    taken = max(extracted_on or _when_taken(new), before.newest or date.min)
    if dry_run:
        return Loaded(None, taken, new, old, anew, again)
    store_extracts.keep_raw(home, new)
    together = (*new, *again)
    written = store_extracts.write_extract(home, together, taken, calendar_for(taken, council))
    extract = ledger.record_extract(written, together, received_at)
    return Loaded(extract.sha256, taken, new, old, anew, again)


def _read(
    home: Home,
    paths: Sequence[Path],
    received_at: datetime,
    progress: Progress | None,
    beside: Sequence[Source] = (),
) -> tuple[FileRead, ...]:
    """The files, by the published words and the council’s own; and what neither knows is asked, even where that is why
    they are refused."""
    try:
        read = read_files(
            paths,
            received_on=received_at.date(),
            progress=progress,
            own_words=mappings.in_force(home),
            beside=beside,
        )
    except FilesRefused as refused:
        unknown = [each for each in refused.refused if isinstance(each, WordsUnknown)]
        asked_words.ask((each.file for each in unknown), [one for each in unknown for one in each.unknown], received_at)
        raise
    asked_words.ask((file.name for file in read), [one for file in read for one in file.unknown], received_at)
    return read


def _as_reading(file: FileRead, known: ledger.Known | None) -> FileRead | None:
    """The file as a reading of its own; None where it has been loaded, and read as it is now."""
    numbered = _numbered(file, known)
    return None if known is not None and numbered.reading == known.reading else numbered


def _numbered(file: FileRead, known: ledger.Known | None) -> FileRead:
    """With how often its bytes had been read by other words before."""
    if known is None:
        return file
    return replace(file, reading=known.reading + (not means_the_same(known.read_as, file.read_as)))


def close(home: Home, month: Month, closed_at: datetime, known_on: date | None = None) -> JudgedEdition:
    """A month's figures computed, judged and frozen as an edition. The same data and settings give the same edition."""
    settings = home.settings.read_text(encoding="utf-8")
    council = council_from(settings)
    seen = extracts_seen(known_on)
    known = known_on or max(extract.extracted_on for extract in seen)
    inputs = inputs_of(month, known, seen, settings)
    newest = ledger.newest_edition(month)
    if newest is not None and newest.inputs_sha256 == inputs:
        return _read_again(home, newest)[0]
    found = _count(home, council, month, seen, closed_at)
    path, digest = freeze(home, month, found.file)
    judged = judged_from(council, month, known, "", found.figures, seen, home)
    fingerprint = hashlib.sha256(
        f"{digest}{settings}{known}{__version__}{judgements_in_words(judged)}".encode()
    ).hexdigest()
    edition = replace(judged, fingerprint=fingerprint)
    kept = ledger.record_edition(
        month, known, path, digest, settings, fingerprint, inputs, closed_at, seen, edition.indicators
    )
    return with_decisions(edition, kept)


def figures_of(home: Home, council: Council, month: Month, seen: Sequence[Extract]) -> pa.Table:
    """A month’s figures as these extracts tell them: as counted before, where all they rest on is the same."""
    lists = _as_they_were_kept(home, seen)
    kept = kept_count(home, count_inputs_of(council, month, lists, seen[-1].calendar_sha256))
    return kept.figures if kept else _figures(home, council, month, lists, seen[-1])


def count_ahead(home: Home, at: datetime, month: Month | None = None) -> Month:
    """Counts a month that may soon be closed, by default the last that has ended, and keeps what it comes to.

    It is no edition: nothing is judged. Closing takes the figures over while all they rest on is the same.
    """
    council, seen = read_council(home.settings), extracts_seen(None)
    counting = month or last_month_ended(seen)
    _count(home, council, counting, seen, at)
    return counting


def last_month_ended(seen: Sequence[Extract]) -> Month:
    """The last month that was over when the newest extract was taken: the next to be closed."""
    return Month.of(seen[-1].extracted_on) - 1


def _count(home: Home, council: Council, month: Month, seen: Sequence[Extract], at: datetime) -> Counted:
    lists = _as_they_were_kept(home, seen)
    inputs = count_inputs_of(council, month, lists, seen[-1].calendar_sha256)
    return counted(home, month, inputs, lambda: _figures(home, council, month, lists, seen[-1]), at)


def _figures(home: Home, council: Council, month: Month, lists: Sequence[KeptList], newest: Extract) -> pa.Table:
    calendar = store_extracts.read_calendar(home, newest.sha256, newest.calendar_sha256)
    with _counting(home, council, month, lists, calendar) as engine:
        return engine.figures(every_rule_of(CATALOGUE), first_month_counted(council, month))


def _counting(
    home: Home, council: Council, month: Month, lists: Sequence[KeptList], calendar: WorkingCalendar
) -> AbstractContextManager[Counting]:
    """The engine the council counts its months by. All else that is asked of extracts is asked of this machine."""
    if council.counted_by.engine is EngineName.SPARK:
        from everychild.store.spark.opened import spark_engine  # an optional part

        return spark_engine(home, council, lists, calendar, _months_counted(lists, month), clocks_of(council))
    return engine_of(home, council, month, lists, calendar)


def judgements_in_words(judged: JudgedEdition) -> str:
    """What was said of each figure: judged otherwise, by newer software, the same figures are another edition."""
    return "\n".join(
        f"{item.ref} {item.status} {item.pattern.moving} {item.outlook} {item.points} {item.is_flagged}"
        for item in judged.indicators
    )


def inputs_of(month: Month, known_on: date, seen: Sequence[Extract], settings: str) -> str:
    """The key of a closed month: while none of these has changed there is nothing to count again.

    Targets, clocks, rules and closure days are in the settings, definitions in the software, bank holidays in extracts.
    """
    parts = (str(month), known_on.isoformat(), made_by(), settings, *(extract.sha256 for extract in seen))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def count_inputs_of(council: Council, month: Month, lists: Sequence[KeptList], calendar_sha256: str) -> str:
    """The key of a count: all that figures follow from. What they are only judged by, such as targets, is not in it.

    Which columns a list has is left out, because it follows from the list.
    """
    parts = (
        made_by(),
        str(month),
        str(first_month_counted(council, month)),
        calendar_sha256,
        *(str(replace(item, columns=frozenset())) for item in lists),
        *(str(clock) for clock in clocks_of(council).values()),
        *(str(own) for own in (council.valid_visit_places, council.council_words, council.family_help_since)),
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def count_again(home: Home, edition: Edition) -> tuple[pa.Table, bool]:
    """An edition’s figures counted anew from its own extracts by its own settings; and whether by the same software.

    Where the software is another, figures may rightly differ: definitions are part of it.
    """
    month, seen = Month.of(edition.month), list(edition.extracts.all())
    council = council_from(edition.settings)
    with engine_over(home, council, month, seen) as engine:
        figures = engine.figures(every_rule_of(CATALOGUE), first_month_counted(council, month))
    return figures, is_by_this_software(edition)


def is_by_this_software(edition: Edition) -> bool:
    """Whether an edition was closed by the very software that asks."""
    seen = list(edition.extracts.all())
    return edition.inputs_sha256 == inputs_of(Month.of(edition.month), edition.known_on, seen, edition.settings)


def work_out(home: Home, month: Month, known_on: date | None = None) -> tuple[JudgedEdition, tuple[Figure, ...]]:
    """The same without keeping anything: for a month not closed, or as known on another day."""
    council, seen = read_council(home.settings), extracts_seen(known_on)
    figures = figures_of(home, council, month, seen)
    known = known_on or max(extract.extracted_on for extract in seen)
    return judged_from(council, month, known, "", figures, seen, home), tuple(as_figures(judged_rows(figures, month)))


def open_edition(
    home: Home, month: Month, number: int | None = None
) -> tuple[JudgedEdition, tuple[Figure, ...]] | None:
    """A closed month as it was closed, by the settings it was judged by; None where there is none."""
    edition = ledger.edition_numbered(month, number) if number else ledger.newest_edition(month)
    if edition is None:
        return None
    return _read_again(home, edition)


def first_month_counted(council: Council, month: Month) -> Month:
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
    home: Home,
    month: Month,
    area: str,
    decision: Decision,
    by: str,
    role: str,
    reason: str,
    at: datetime,
    person: str = "",
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
    refuse_where_fixed(kept)
    flag_decisions.record(kept, said, person)
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
    return ledger.without_those_told_again(seen)


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
    kept = _as_they_were_kept(home, seen)
    newest = seen[-1]
    calendar = store_extracts.read_calendar(home, newest.sha256, newest.calendar_sha256)
    with engine_of(home, council, month, kept, calendar, days_ahead) as engine:
        yield engine


def _as_they_were_kept(home: Home, seen: Sequence[Extract]) -> tuple[KeptList, ...]:
    """Every list of these extracts. Raises Tampered where one is not as it was kept."""
    kept = ledger.kept_lists(seen)
    if not kept:
        if deletions.accounts_gone():
            raise NothingSupplied(
                "The rows this was counted from were deleted. Its figures are kept as they were told."
            )
        raise NothingSupplied("No extract holds a list of anything. Load one that does.")
    for item in kept:
        store_extracts.verify(home.extracts / item.path, item.sha256)
    return kept


def engine_of(
    home: Home,
    council: Council,
    month: Month,
    kept: Sequence[KeptList],
    calendar: WorkingCalendar,
    days_ahead: Sequence[date] = (),
    *,
    keeps_tellings: bool = False,
) -> Engine:
    """An engine over these very lists, as this council counts."""
    return Engine(
        home,
        kept,
        calendar,
        _months_counted(kept, month),
        clocks_of(council),
        council.valid_visit_places,
        threads=council.counted_by.threads,
        memory_megabytes=council.counted_by.memory_megabytes,
        council_words=council.council_words,
        family_help_since=council.family_help_since,
        days_ahead=days_ahead,
        keeps_tellings=keeps_tellings,
    )


def _months_counted(kept: Sequence[KeptList], month: Month) -> tuple[Month, ...]:
    """From the first month anything is supplied for, five years at most; always enough to show a trend's months."""
    first = Month.of(min(item.covers_from for item in kept))
    how_many = min(max(month.index - first.index + 1, MONTHS_SHOWN), MONTHS_COUNTED)
    return months_to(month, how_many)


def judged_from(
    council: Council,
    month: Month,
    known_on: date,
    fingerprint: str,
    figures: pa.Table,
    seen: Sequence[Extract],
    home: Home,
    by: datetime | None = None,
) -> JudgedEdition:
    """Figures judged by a council’s settings, with what they rest on told beside them.

    `by` the moment they were counted: what was deleted since, they had seen.
    """
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
        seen_from=cut_short((item.indicator for item in judged), ledger.kept_lists(seen, by), month),
    )


def _read_again(home: Home, edition: Edition) -> tuple[JudgedEdition, tuple[Figure, ...]]:
    figures = thaw(home, edition.figures_path, edition.figures_sha256)
    council = council_from(edition.settings)
    month = Month.of(edition.month)
    seen = list(edition.extracts.all())
    judged = judged_from(council, month, edition.known_on, edition.fingerprint, figures, seen, home, edition.closed_at)
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


def calendar_for(taken: date, council: Council) -> WorkingCalendar:
    """Wide enough for the oldest open case and the furthest due date."""
    return working_calendar(taken.year - 25, taken.year + 2, council.closure_days, council.school_terms)
