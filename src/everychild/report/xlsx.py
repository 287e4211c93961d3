"""The appendix as a workbook: cover, contents, a sheet to each section with a real table, definitions and notes."""

from __future__ import annotations

from everychild import wording
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.judgement.targets import whose_target
from everychild.measure.figure import HIDDEN, Absent, Figure
from everychild.narrative.looks_back import looks_back_to
from everychild.report import cells
from everychild.report.charted import charts_used
from everychild.report.committee import NOT_APPLICABLE, to_print
from everychild.report.contents import WHOLE, Contents, in_the_appendix
from everychild.report.dashboard import by_section, years_held
from everychild.report.document import Column, Paper, Table
from everychild.report.guide import counting_rules, how_to_read
from everychild.report.sheets import Workbook

DEFINITIONS, RULES, CHARTS, NOTES = "Definitions", "Counting rules", "Patterns", "Notes"


def as_xlsx(edition: JudgedEdition, paper: Paper, contents: Contents = WHOLE) -> bytes:
    """The workbook, the same bytes for the same edition."""
    safe = in_the_appendix(to_print(edition), contents)
    sections = by_section(safe)
    book = Workbook(paper)
    book.lines("Cover", paper.title, _cover(safe, paper))
    book.contents(
        "Contents",
        [
            *((section.tab, wording.count(len(items), "indicator")) for section, items in sections),
            (DEFINITIONS, "What each indicator counts, and where its definition comes from"),
            (RULES, "The time allowed for each thing, and how its days are counted"),
            (CHARTS, "How each pattern is read, and of which indicators"),
            (NOTES, "How to read the tables"),
        ],
    )
    for section, items in sections:
        title = f"{section.title}, {wording.month(safe.as_at)}"
        book.table(section.tab, title, _columns(safe), [_row(item, safe) for item in items])
    book.table(DEFINITIONS, "What each indicator means", _ABOUT_DEFINITIONS, _definitions(safe))
    told = ((RULES, counting_rules(safe)), (CHARTS, charts_used(safe)), (NOTES, how_to_read(safe)))
    for name, table in told:
        book.table(name, table.caption, _wide(table), [[_plain(cell.text) for cell in row] for row in table.rows])
    return book.as_bytes()


def _cover(edition: JudgedEdition, paper: Paper) -> list[str]:
    committee = edition.council.committee
    as_at, known_on = wording.day(edition.as_at.last_day), wording.day(edition.known_on)
    contact = ", ".join(said for said in (committee.contact, committee.telephone, committee.email) if said)
    return [
        edition.council.name,
        f"Appendix to the paper for the {committee.name}.",
        f"The position at {as_at}, as known on {known_on}.",
        paper.footer,
        f"{HIDDEN} stands for a number that is not printed; the sheet {NOTES} says why.",
        f"Contact: {contact}." if contact else "",
    ]


def _columns(edition: JudgedEdition) -> list[Column]:
    month = edition.as_at
    return [
        Column("Reference", 13),
        Column("Indicator", 46),
        Column("Unit", 15),
        Column("Which way is good", 23),
        Column(wording.month(month), 14, is_number=True),
        Column("Numerator", 15, is_number=True),
        Column("Denominator", 17, is_number=True),
        Column(wording.month(month - 1), 14, is_number=True),
        Column(wording.month(month - 12), 14, is_number=True),
        *(Column(f"{wording.financial_year(year)} average", 14, is_number=True) for year in years_held(edition)),
        Column("Target", 16),
        Column("Whose target", 16),
        Column("To meet the target", 24),
        Column("Status", 18),
        Column("Pattern", 18),
        Column("Outlook", 22),
    ]


def _row(item: Judged, edition: JudgedEdition) -> list[str]:
    return [
        item.ref,
        item.title,
        item.indicator.unit.value,
        item.indicator.good.in_words,
        cells.value(item, item.figure),
        _number(item.figure, item.figure.numerator),
        _number(item.figure, item.figure.denominator),
        cells.value(item, item.last_month),
        cells.value(item, item.same_month_last_year),
        *(cells.value(item, item.financial_years.get(year)) for year in years_held(edition)),
        cells.target(item),
        whose_target(item.target),
        cells.shortfall(item) or NOT_APPLICABLE,
        item.status.in_words,
        item.pattern.moving.in_words,
        cells.outlook(item),
    ]


def _number(figure: Figure, number: int | None) -> str:
    """A numerator or denominator, or why it is not there: a count has nothing to be out of."""
    if number is not None:
        return f"{number:,}"
    if figure.absent is Absent.HELD_BACK:
        return HIDDEN
    return figure.absent.in_words if figure.absent else NOT_APPLICABLE


_ABOUT_DEFINITIONS = (
    Column("Reference", 13),
    Column("Indicator", 50),
    Column("Meaning", 62),
    Column("Why it matters", 62),
    Column("Source", 62),
    Column("What may mislead", 62),
)


def _definitions(edition: JudgedEdition) -> list[list[str]]:
    return [
        [
            item.ref,
            item.title,
            item.meaning,
            item.indicator.why,
            item.indicator.source,
            f"{item.indicator.misuse} {looks_back_to(item, edition)}".strip(),
        ]
        for item in edition.indicators
    ]


def _wide(table: Table) -> list[Column]:
    """The paper's columns, as wide as a sheet wants them, in characters."""
    return [Column(column.title, max(24, column.width * 0.6)) for column in table.columns]


def _plain(text: str) -> str:
    return text.replace("\n", "; ")
