"""How an outside file is laid out: its sheets, their headings, and which records each one fills.

A layout is a declaration: intake reads by it and the invented council writes by it, so the two cannot drift.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from everychild.records import BY_NAME, Codes, Kind

YES_NO = Codes("yes or no", {"yes": "Yes", "no": "No", "unknown": "Not known"})
"""How a yes-or-no column is written: records keep True, False and, for `unknown` as for a blank, None."""


@dataclass(frozen=True, eq=False)
class WrittenCodes:
    """How a format writes a record's codes.

    `written` is the official form of each code, used when we write ("a) Male"); `also` holds other forms met in
    real exports. Matching folds case, spaces, quotes and dashes. A leading "a) " and a bare code token also match.
    """

    codes: Codes
    written: Mapping[str, str]
    also: Mapping[str, str] = field(default_factory=dict)
    """other form → code"""

    nearest: Mapping[str, str] = field(default_factory=dict)
    """A code this format cannot say → the code it is written as, and so comes back as."""

    says_nothing: tuple[str, ...] = ()
    """How this format writes that nothing is known, where that is more than an empty cell."""

    def __post_init__(self) -> None:
        said = {*self.written, *self.nearest}
        assert said == set(self.codes.values), f"{self.codes.name}: {said ^ set(self.codes.values)} cannot be written"
        assert len(set(self.written.values())) == len(self.written), f"{self.codes.name}: one form for two codes"
        assert set(self.nearest.values()) <= set(self.written), f"{self.codes.name}: the nearest code has no form"
        assert set(self.also.values()) <= set(self.codes.values), f"{self.codes.name}: another form of no code"

    def write(self, code: str) -> str:
        """The code as this format writes it."""
        return self.written[self.nearest.get(code, code)]


@dataclass(frozen=True)
class Heading:
    """One column of a sheet.

    `aliases` were seen in real files; `likely_aliases` are sector usage nobody has shown us, so a match by one of
    them is a query. `required` cells set the row aside when empty or unreadable. A column that is not `expected`
    belongs to some layouts only, and its absence is no fault.
    """

    title: str
    kind: Kind
    codes: WrittenCodes | None = None
    aliases: tuple[str, ...] = ()
    likely_aliases: tuple[str, ...] = ()
    required: bool = False
    expected: bool = True
    is_name: bool = False
    """Holds a person's name: turned into a reference at the door and not kept."""

    parts: int | None = None
    """Of a number that is measured, in how many parts of one the record keeps it: 10 keeps 12.4 miles as 124, and what
    is finer is rounded. A number without it counts whole things."""

    second_reading_of: str | None = None
    """The heading of the column whose cells also say this: one code that tells of two things."""

    most: int = 1_000
    """A number above this belongs in another column: no child has a thousand referrals, plans or placements."""

    def __post_init__(self) -> None:
        coded = self.kind in (Kind.CODE, Kind.YES_NO)
        assert coded == (self.codes is not None), f"{self.title}: codes go with coded columns"

    def write(self, value: object) -> object:
        """A record's value as this column writes it; nothing is an empty text."""
        if value is None:
            return ""
        if self.parts is not None:
            return Decimal(str(value)) / self.parts
        if self.codes is None:
            return value
        if self.kind is Kind.YES_NO:
            return self.codes.write("yes" if value else "no")
        return self.codes.write(str(value))


@dataclass(frozen=True)
class Coverage:
    """What a list proves by being complete: everything in it, back so many months from the extraction day.

    `months=None` is as far back as the file's own earliest date; 0 is the extraction day alone. `one_per_child`
    lists hold only each child's latest row. `proves_only` lists give a latest date and overrule nothing; where such
    dates come rarely (a review every few months) the latest one answers for some months all the same.

    `at_most`: no specification says how far back councils export it, and `months` is only the most that is believed.
    Such a list has a say back to its own first row, or over the month before it was taken, and no further: what an
    older extract knew of earlier days stands, and a month nobody tells of was not supplied.
    """

    months: int | None = None
    one_per_child: bool = False
    proves_only: bool = False
    at_most: bool = False
    return_years: bool = False
    """Complete for whole years from 1 April: that of the day it was taken, and those before of which it tells."""

    some_children: bool = False
    """Holds what is so of some children alone: it proves what it shows, and no month is supplied by it."""

    financial_year: bool = False
    """Complete for the one year from 1 April to the day it was taken, whatever older dates it tells of: what lasts is
    in it whole, from its beginning, and what had ended before that year is not."""

    def __post_init__(self) -> None:
        assert not self.at_most or self.months, "at most how many months?"
        assert not (self.financial_year and self.months), "so many months, or the year so far?"


@dataclass(frozen=True)
class Feed:
    """How one sheet fills one record table.

    `columns` maps a record's column to the heading it comes from. A feed gives a row only where the heading
    `only_where` is filled (a visit only where there is a date of visit).
    """

    name: str
    table: str
    columns: Mapping[str, str]
    coverage: Coverage
    rank: int
    """Lower outranks higher where both cover the same day: visit-level extracts (1) outrank Annex A's latest (2)."""

    constants: Mapping[str, object] = field(default_factory=dict)
    only_where: str | None = None
    unless: str | None = None
    """A yes-or-no heading: a row that says yes there gives none (a referral that went no further is no episode)."""

    distinct: bool = False
    """One row for each key in the whole file: a child on five rows of three lists is one child, and what one list
    does not say of them another may. Feeds of one name, in whatever list, make one table."""


@dataclass(frozen=True)
class SheetLayout:
    """One list or local table: how to recognise it, its headings in published order, and the records it fills.

    The first feed is what a row of the sheet is; the others are what it also tells us.
    """

    name: str
    title: str
    number: int | None
    other_titles: tuple[str, ...]
    headings: tuple[Heading, ...]
    feeds: tuple[Feed, ...]
    taken_back: str | None = None
    """A yes-or-no heading: a row that says yes there was taken back by whoever sent it."""

    def __post_init__(self) -> None:
        titles = [heading.title for heading in self.headings]
        assert len(set(titles)) == len(titles), f"{self.name} names a heading twice"
        for feed in self.feeds:
            self._check(feed)

    def heading(self, title: str) -> Heading:
        return next(heading for heading in self.headings if heading.title == title)

    def _check(self, feed: Feed) -> None:
        table = BY_NAME[feed.table]
        for column in (*feed.columns, *feed.constants):
            assert column in table.column_names, f"{feed.name}: {feed.table} has no {column}"
        for column, title in feed.columns.items():
            heading = self.heading(title)
            if heading.kind is Kind.CODE and heading.codes is not None:
                assert heading.codes.codes is table.column(column).codes, f"{feed.name}: {column} has other codes"
        for record_column in table.columns:
            if record_column.required and record_column.name not in feed.constants:
                title = feed.columns[record_column.name]
                assert self.heading(title).required or feed.only_where == title, f"{feed.name}: {title} may be empty"
