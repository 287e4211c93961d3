"""The committee's paper, section by section in the order the committee knows, with nothing of a format in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from types import MappingProxyType
from unicodedata import category

from everychild import wording
from everychild.calendar import FinancialYear, Month
from everychild.comparators.library import Library
from everychild.council import Committee, Council
from everychild.errors import EverychildError, SettingsError
from everychild.judgement.agreed import Agreed
from everychild.judgement.judged import Code, JudgedEdition
from everychild.judgement.requested import Requested
from everychild.judgement.the_list import as_decided, removed, with_reason
from everychild.narrative import Bound, improvement_sentence, summary_sentences
from everychild.narrative.cross_checks import cross_check_notes
from everychild.report.agreed import what_became
from everychild.report.charted import charts_used, ranges_begun_anew
from everychild.report.compared import others_beside
from everychild.report.contents import WHOLE, Contents, in_the_appendix
from everychild.report.dashboard import dashboard
from everychild.report.decided import TakenOff, confirmed, taken_off
from everychild.report.document import (
    Bullets,
    Column,
    Heading,
    Look,
    Manner,
    Paper,
    Paragraph,
    Part,
    Section,
    Table,
    Term,
    Terms,
    words,
)
from everychild.report.guide import counting_rules, definitions, how_to_read
from everychild.report.issues import analysis, areas_in_brief
from everychild.report.requested import what_members_asked
from everychild.report.said import Said
from everychild.report.small_numbers import protect

SUBJECT = "Children’s Services performance indicators"
NOT_APPLICABLE = "Not applicable"
DRAFT = "DRAFT"
FOR_MEMBERS = "For Members, not for publication"
EXACT = (
    f"{FOR_MEMBERS}: its figures are exact, and small numbers could be worked out from several together. The paper for "
    "everybody is the one that is written with the council’s public page."
)
DAYS_IN_A_WEEK = 7
ROUNDED = (
    "This is the paper as everybody may read it. Its numbers are those of the council’s public page, rounded so that "
    "no child can be recognised: counts to the nearest five, and percentages from those. Where too few were counted no "
    "number is told."
)


def committee_paper(
    edition: JudgedEdition,
    meeting: date,
    written_on: date | None = None,
    published: Library | None = None,
    work: Mapping[str, Sequence[Bound]] = MappingProxyType({}),
    said: Mapping[str, Said] = MappingProxyType({}),
    agreed: Sequence[Agreed] = (),
    contents: Contents = WHOLE,
    requested: Sequence[Requested] = (),
    *,
    with_questions: bool = False,
) -> Paper:
    """The paper for a meeting. `written_on` dates the file; without it, the day the figures were known does.

    `contents` says which parts of it; `work` is what is told of an indicator’s work, by reference, as it may be
    printed; `agreed` what was agreed about figures, now and before; `requested` what Members asked for.
    `with_questions` adds what each area could prompt, for scrutiny officers.
    """
    if meeting < edition.as_at.last_day:
        raise EverychildError(
            f"The meeting is on {wording.day(meeting)}, before {wording.month(edition.as_at)} ends. "
            f"Give a later meeting, or an earlier month."
        )
    _refuse_what_cannot_be_printed(edition.council)
    safe = to_print(edition)
    off = removed(edition)
    others = others_beside(as_decided(edition), published) if published else {}
    listed = in_the_appendix(safe, contents)
    draft = f"{DRAFT}: " if contents.is_draft else ""
    title = f"{draft}{SUBJECT}, {wording.month(safe.as_at)}"
    edition_name = f"Edition {safe.fingerprint[:8]}" if safe.fingerprint else "Draft, not a kept edition"
    # Beside the number of the page there is room for one line: whom it is for stands there in place of the title.
    foot = f"{FOR_MEMBERS}. {wording.month(safe.as_at)}" if contents.is_for_members else title
    footer = f"{foot}. {edition_name}."
    return Paper(
        given=_given(safe, meeting, title, footer),
        title=title,
        council=safe.council.name,
        written_on=written_on or safe.known_on,
        footer=footer,
        sections=(
            Section(
                (
                    *_front(safe, meeting, contents, requested),
                    *_issues(safe, off, others, work, said, agreed, contents, with_questions=with_questions),
                    *_money(safe, meeting),
                    *_back(safe),
                )
            ),
            Section(tuple(_appendix(listed, contents)), is_landscape=True),
            Section((Heading(2, "Appendix: what each indicator means"), definitions(listed))),
        ),
    )


def _given(edition: JudgedEdition, meeting: date, title: str, footer: str) -> tuple[Term, ...]:
    """By the names a template’s tags have."""
    committee = edition.council.committee
    said = {
        "title": title,
        "month": wording.month(edition.as_at),
        "council": edition.council.name,
        "committee": committee.name,
        "meeting_date": wording.day(meeting),
        "wards": committee.wards,
        "lead_officer": committee.lead_officer,
        "contact_name": committee.contact,
        "service": committee.service,
        "telephone": committee.telephone,
        "email": committee.email,
        "edition": footer,
    }
    return tuple(Term(name, " ".join(text.split()) or "Not given") for name, text in said.items())


def to_print(edition: JudgedEdition) -> JudgedEdition:
    """The edition as every part of the paper and its appendix tells it: its list as decided, small numbers hidden."""
    return protect(as_decided(edition))


def data_age(as_at: Month, meeting: date) -> str:
    """How old the figures will be when they are read: the committee's oldest complaint, so it stands on page 1."""
    days = (meeting - as_at.last_day).days
    weeks, over = divmod(days, DAYS_IN_A_WEEK)
    in_weeks = wording.count(weeks, "week") + (f" and {wording.count(over, 'day')}" if over else "")
    age = f"{wording.count(days, 'day')} old ({in_weeks})" if weeks else f"{wording.count(days, 'day')} old"
    return f"At the meeting on {wording.weekday_and_day(meeting)} the figures will be {age}."


def _front(edition: JudgedEdition, meeting: date, contents: Contents, requested: Sequence[Requested]) -> Iterator[Part]:
    committee = edition.council.committee
    yield Heading(1, SUBJECT)
    if contents.is_draft:
        yield Paragraph(
            f"{DRAFT}. Not for publication: it has not passed what is looked for before a paper is.", Manner.STRONG
        )
    if contents.is_for_members:
        yield Paragraph(EXACT, Manner.STRONG)
    if contents.is_rounded:
        yield Paragraph(ROUNDED)
    yield Terms(
        (
            Term("Title", f"{SUBJECT}, {wording.month(edition.as_at)}"),
            Term("For consideration by", f"{committee.name} on {wording.day(meeting)}"),
            Term("Ward", committee.wards),
            Term("Lead officer", committee.lead_officer),
        )
    )
    yield Heading(2, "Outcome / benefits to the community")
    yield from own_words(committee.outcome)
    yield Heading(2, "Recommendation")
    yield from own_words(committee.recommendation)
    yield from what_members_asked(requested, meeting, edition.as_at)
    yield Heading(2, "Summary of report")
    as_at, known = wording.day(edition.as_at.last_day), wording.day(edition.known_on)
    position = f"The figures tell the position at {as_at}, as known on {known}."
    yield Paragraph(f"{position} {data_age(edition.as_at, meeting)}")
    yield Paragraph(" ".join(str(sentence) for sentence in summary_sentences(edition)))
    if edition.areas:
        yield areas_in_brief(edition)


def _issues(
    edition: JudgedEdition,
    off: TakenOff,
    others: Mapping[str, Bound],
    work: Mapping[str, Sequence[Bound]],
    said: Mapping[str, Said],
    agreed: Sequence[Agreed],
    contents: Contents,
    *,
    with_questions: bool,
) -> Iterator[Part]:
    yield Heading(2, "Background")
    yield from own_words(edition.council.committee.background)
    yield Paragraph(_where_figures_come_from(edition, is_rounded=contents.is_rounded))
    if contents.with_exceptions:
        yield Heading(2, "Analysis of issues")
        yield Paragraph(_how_many_areas(edition, len(off)))
        yield from analysis(edition, others, work, said, agreed, with_questions=with_questions)
        yield from taken_off(off)
        yield from _overdue_growing(edition)
    yield from what_became(edition, agreed)
    yield Heading(2, "What improved")
    told = [item for item in edition.improvements if item.value is not None]  # one held back tells nothing
    if told:
        yield Bullets(tuple(str(improvement_sentence(item)) for item in told))
    else:
        yield Paragraph("No indicator has got better on both last year and its usual range.")


def _where_figures_come_from(edition: JudgedEdition, *, is_rounded: bool) -> str:
    said = "Every figure is counted from the council’s own case records by the definitions in the appendix"
    extract = edition.newest_extract
    if extract is None:
        return f"{said}."
    if is_rounded:
        return f"{said}. The newest records were taken on {wording.day(extract.extracted_on)}."
    return (
        f"{said}. The newest records were taken on {wording.day(extract.extracted_on)}: "
        f"{wording.count(extract.rows, 'row')} in {wording.count(extract.files, 'file')}, of which "
        f"{extract.accepted:,} were accepted, {extract.queried:,} queried and {extract.set_aside:,} set aside."
    )


def _overdue_growing(edition: JudgedEdition) -> Iterator[Part]:
    """The trap of counting only what was completed: a target met while what is open and overdue grows."""
    found = [
        f"{item.title}: {reason.sentence}"
        for item in with_reason(edition.indicators, Code.O1)
        for reason in item.reasons
        if reason.code is Code.O1
    ]
    if found:
        yield Heading(2, "Met its target, but overdue work is growing")
        yield Bullets(tuple(found))


def _how_many_areas(edition: JudgedEdition, taken_off: int) -> str:
    when = f"At the end of {wording.month(edition.as_at)} the dashboard"
    if taken_off:
        return (
            f"{when} flags {wording.count(len(edition.areas) + taken_off, 'area')} for improvement, of which "
            f"{wording.in_words(taken_off)} {'was' if taken_off == 1 else 'were'} taken off the list by a person, as "
            f"is told below. {confirmed(edition)} {_how_it_is_made(edition)}"
        )
    if not edition.areas:
        return f"{when} flags no area for improvement."
    areas = "area" if len(edition.areas) == 1 else "areas"
    order = "" if len(edition.areas) == 1 else ", the most pressing first"
    return (
        f"{when} flags {wording.in_words(len(edition.areas))} {areas} for improvement{order}. {confirmed(edition)} "
        f"{_how_it_is_made(edition)}"
    )


def _how_it_is_made(edition: JudgedEdition) -> str:
    return (
        "An indicator is listed "
        f"from {wording.count(edition.council.thresholds.flag_at_points, 'point')}; each point is given its reason. "
        "Why it happened, and what is being done, is for the officers responsible to say."
    )


def _money(edition: JudgedEdition, meeting: date) -> Iterator[Part]:
    committee = edition.council.committee
    yield Heading(2, "Financial implications of the recommendation")
    yield from own_words(committee.financial_context, Manner.STRONG)
    year = Month.of(meeting).financial_year
    rows = (
        ("current financial year (Year 1)", year),
        ("next financial year (Year 2)", FinancialYear(year.starts_in + 1)),
        ("following financial year (Year 3)", FinancialYear(year.starts_in + 2)),
    )
    yield Table(
        caption="Financial implications over three years",
        columns=(
            Column("Financial year", 54),
            Column("How much will it cost or (save)?", 38),
            Column("Is there sufficient funding? If not, quantify the shortfall", 48),
            Column("Revenue or capital?", 34),
        ),
        rows=tuple(
            (words(f"{wording.financial_year(which)}, {name}"), *(words(NOT_APPLICABLE) for _ in range(3)))
            for name, which in rows
        ),
        look=Look.BOXED,
    )


def _back(edition: JudgedEdition) -> Iterator[Part]:
    committee = edition.council.committee
    for heading, says in (
        ("Other financial information relevant to the recommendation", f"{NOT_APPLICABLE}."),
        ("Cross-Council implications", committee.cross_council),
        ("Reasons for considering the report in Part 2", committee.part_2_reasons),
        ("List of background papers", committee.background_papers),
    ):
        yield Heading(2, heading)
        yield from own_words(says or f"{NOT_APPLICABLE}.")
    yield Heading(2, "Contact")
    yield Terms(_contact(committee))


def _contact(committee: Committee) -> tuple[Term, ...]:
    said = (
        ("Contact", committee.contact),
        ("Service", committee.service),
        ("Telephone", committee.telephone),
        ("Email", committee.email),
    )
    return tuple(Term(name, means or "Not given") for name, means in said)


def _appendix(edition: JudgedEdition, contents: Contents) -> Iterator[Part]:
    yield Heading(2, "Appendix: dashboard")
    if contents.members_set:
        yield Paragraph(
            f"The Members’ set: {wording.count(len(edition.indicators), 'indicator')}. "
            f"The others stand {'on the council’s public page' if contents.is_rounded else 'in the dashboard'}."
        )
    yield Heading(3, "How to read this")
    yield how_to_read(edition, is_rounded=contents.is_rounded)
    yield from dashboard(edition)
    yield Heading(2, "Appendix: counting rules")
    yield Paragraph(
        "Working days are Monday to Friday, less England’s bank holidays and days on which the council is closed. "
        "What is not known to have been done on time is counted as not on time."
    )
    yield counting_rules(edition)
    notes = cross_check_notes(edition)
    if notes:
        yield Heading(3, "Figures that may seem to clash")
        yield Bullets(tuple(str(note) for note in notes))
    yield Heading(2, "Appendix: how patterns are read")
    yield Paragraph(
        "A figure rises and falls from month to month with nothing behind it. A pattern is told only where it stands "
        "out of the range it would fall in if nothing changed. Totals over twelve months, and over the year so far, "
        "are never read for a pattern: their months overlap."
    )
    yield charts_used(edition)
    begun_anew = ranges_begun_anew(edition)
    if begun_anew is not None:
        yield begun_anew


def own_words(text: str, manner: Manner = Manner.PLAIN) -> Iterator[Paragraph]:
    """What the council itself says: a paragraph to each block that a blank line ends."""
    blocks = (" ".join(block.split()) for block in text.split("\n\n"))
    return (Paragraph(block, manner) for block in blocks if block)


def _refuse_what_cannot_be_printed(council: Council) -> None:
    """Control characters have no place in any of our formats; better said here than by a library."""
    said = {"name": council.name, **asdict(council.committee)}
    said["members_set"] = " ".join(council.committee.members_set)
    for key, text in said.items():
        wrong = next((letter for letter in text if category(letter) == "Cc" and letter not in "\n\r\t"), None)
        if wrong is not None:
            raise SettingsError(
                f"council.toml: {key} holds a character that cannot be printed (U+{ord(wrong):04X}). Take it out."
            )
