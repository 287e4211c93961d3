"""The council's own words on their pages: what is asked, what may be meant, and what has been said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from everychild import wording
from everychild.intake.guesses import codes_like, columns_like, lists_like
from everychild.intake.headings import folded, published_names
from everychild.intake.mapping import coded_columns_of, codes_of, columns_of
from everychild.intake.own_words import NOTHING_KNOWN, Chosen, ListMapping, OwnWords
from everychild.intake.recognise import LAYOUTS
from everychild.intake.unknown_words import UnknownWords
from everychild.journal.mappings import Version
from everychild.layouts.layout import Heading, SheetLayout
from everychild.web.presenters.messages import PRODUCT

ASKED_AT_ONCE = 40
"""Values on one page: what is asked after them is asked when these are said."""


@dataclass(frozen=True)
class Given:
    """What was chosen on a form: for each heading its column, for each value of a column its code; empty where none."""

    headings: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """One answer that can be chosen."""

    value: str
    words: str
    is_chosen: bool = False


@dataclass(frozen=True)
class Word:
    """One heading or value that is asked, with what it may mean: the likeliest first, then all the rest."""

    written: str
    of: str
    label: str
    likely: tuple[Choice, ...]
    others: tuple[Choice, ...]


@dataclass(frozen=True)
class OwnWordsPage:
    """What is asked, sheet by sheet, and the lists that have words of the council's own."""

    found: Sequence[tuple[int, UnknownWords]]
    words: OwnWords
    versions: Sequence[Version]
    saved: str = ""
    heading: str = "Your own words"
    product: str = PRODUCT

    @property
    def title(self) -> str:
        return f"{self.heading}, {self.product}"

    @property
    def sentence(self) -> str:
        if not self.found:
            return "Every heading and value that came in is known."
        sheets = wording.count(len(self.found), "sheet holds", "sheets hold")
        return wording.sentence(f"{sheets} words nobody has said the meaning of.")

    @property
    def what_was_saved(self) -> str:
        """Of the list just changed: which version it is now."""
        newest = next((each for each in self.versions if each.layout == self.saved), None)
        if newest is None:
            return ""
        return f"Saved: {in_quotes(LAYOUTS[newest.layout])} is read by version {newest.number} of your words."

    @property
    def asked(self) -> list[tuple[int, str, str, str]]:
        """Each question’s number, the sheet, what it is, and how much is asked of it."""
        return [(number, _sheet(words), _what_it_is(words), _how_much(words)) for number, words in self.found]

    @property
    def lists(self) -> list[tuple[str, str, int, int, int, str]]:
        """Each list with words: its name and title, how many headings, values and sheets, and who changed it last."""
        rows = []
        for name, mapping in self.words.items():
            newest = next(each for each in self.versions if each.layout == name)
            changed = f"Version {newest.number}, {wording.day(newest.at.date())}"
            counts = (len(mapping.headings), len(mapping.values), len(mapping.sheets))
            rows.append((name, in_quotes(LAYOUTS[name]), *counts, changed))
        return rows

    @property
    def every_list(self) -> list[Choice]:
        return [Choice(name, in_quotes(layout)) for name, layout in LAYOUTS.items()]


@dataclass(frozen=True)
class QuestionPage:
    """One sheet’s unknown words. `layout` is None until somebody has said which list a sheet nobody knew is."""

    number: int
    words: UnknownWords
    layout: SheetLayout | None
    mapping: ListMapping | None
    given: Given
    problem: str = ""
    heading: str = "What do these words mean?"
    product: str = PRODUCT

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def sentence(self) -> str:
        return f"{_sheet(self.words)}: {_what_it_is(self.words)}."

    @property
    def is_of_no_list(self) -> bool:
        return not self.words.layout

    @property
    def lists(self) -> Word:
        """Which list a sheet nobody knew may be."""
        chosen = self.layout.name if self.layout else ""
        guesses = lists_like(self.words.header)
        choices = {name: Choice(name, in_quotes(layout), name == chosen) for name, layout in LAYOUTS.items()}
        return Word("", "", "", *_parted(guesses, choices))

    @property
    def headings(self) -> list[Word]:
        """Each heading that is not known, with the columns the sheet does not have yet."""
        if self.layout is None:
            return []
        known = published_names(self.layout)
        taken = {known[name] for name in map(folded, self.words.header) if name in known}
        return [
            self._heading(self.layout, written, taken)
            for written in self.words.headings
            if folded(written) not in known
        ]

    def _heading(self, layout: SheetLayout, written: str, taken: set[str]) -> Word:
        own = self.mapping.heading_of.get(folded(written)) if self.mapping else None
        chosen = self.given.headings.get(written, own.column if own else "")
        choices = {
            each.title: Choice(each.title, column_in_words(each), each.title == chosen)
            for each in columns_of(layout)
            if each.title not in taken
        }
        return Word(written, "", f"“{_told(written)}”", *_parted(columns_like(layout, written), choices))

    @property
    def values(self) -> list[Word]:
        """Each value that is not known, with the codes of its column."""
        if self.layout is None:
            return []
        return [
            self._value(self.layout.heading(each.column), each.written, each.times)
            for each in self.words.values[:ASKED_AT_ONCE]
        ]

    def _value(self, heading: Heading, written: str, times: int) -> Word:
        chosen = self.given.values.get((heading.title, written), "")
        choices = {code: Choice(code, f"“{means}”", code == chosen) for code, means in codes_of(heading)}
        if not heading.required:
            choices[NOTHING_KNOWN] = Choice(NOTHING_KNOWN, NOTHING_IS_KNOWN, chosen == NOTHING_KNOWN)
        label = f"“{_told(written)}” in {column_in_words(heading)}, {wording.count(times, 'row')}"
        return Word(written, heading.title, label, *_parted(codes_like(heading, written), choices))

    @property
    def more(self) -> str:
        """What of it does not stand here, and why."""
        said = []
        later = len(self.words.values) - ASKED_AT_ONCE
        if later > 0:
            said.append(f"{wording.sentence(wording.count(later, 'more value'))} will be asked after these.")
        if self.words.not_shown:
            values = wording.sentence(wording.count(self.words.not_shown, "value is", "values are"))
            said.append(
                f"{values} not shown: what few people have may be about one of them. Look in the file, and add it on "
                "the list’s own page."
            )
        return " ".join(said)

    @property
    def needed(self) -> str:
        """The columns that a row cannot be counted without."""
        if self.layout is None or not self.headings:
            return ""
        known = dict(published_names(self.layout))
        known.update((name, each.column) for name, each in (self.mapping.heading_of if self.mapping else {}).items())
        there = {known[name] for name in map(folded, self.words.header) if name in known}
        needed = [column_in_words(each) for each in self.layout.headings if each.required and each.title not in there]
        if not needed:
            return ""
        return f"No row of {in_quotes(self.layout)} can be counted without {wording.listed(needed)}."

    @property
    def asks_for_nothing(self) -> bool:
        return not (self.headings or self.values)


@dataclass(frozen=True)
class ListPage:
    """One list’s own words, who chose them, and every change there has been."""

    layout: SheetLayout
    mapping: ListMapping
    versions: Sequence[Version]
    problem: str = ""
    product: str = PRODUCT

    @property
    def heading(self) -> str:
        return f"Your own words for {in_quotes(self.layout)}"

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def headings(self) -> list[tuple[str, str, str, str]]:
        """The heading as it is written and as it is told, its column, and who said so."""
        return [
            (each.written, _told(each.written), column_in_words(self.layout.heading(each.column)), _by(each.chosen))
            for each in self.mapping.headings
        ]

    @property
    def values(self) -> list[tuple[str, str, str, str, str, str]]:
        """The value as it is written and as it is told, the column and its words, what it means, and who said so."""
        rows = []
        for each in self.mapping.values:
            heading = self.layout.heading(each.column)
            meaning = dict(codes_of(heading)).get(each.code)
            means = f"“{meaning}”" if meaning else NOTHING_IS_KNOWN
            rows.append(
                (each.written, _told(each.written), each.column, column_in_words(heading), means, _by(each.chosen))
            )
        return rows

    @property
    def sheets(self) -> list[tuple[int, str, str]]:
        return [
            (number, wording.listed(f"“{_told(each)}”" for each in sheet.headings), _by(sheet.chosen))
            for number, sheet in enumerate(self.mapping.sheets, 1)
        ]

    @property
    def columns(self) -> list[Choice]:
        return [Choice(each.title, column_in_words(each)) for each in columns_of(self.layout)]

    @property
    def codes(self) -> list[tuple[str, list[Choice]]]:
        """Each column of codes, with what a value of it may mean."""
        return [
            (
                column_in_words(heading),
                [
                    *(Choice(f"{heading.title}={code}", f"“{means}”") for code, means in codes_of(heading)),
                    *([] if heading.required else [Choice(f"{heading.title}={NOTHING_KNOWN}", NOTHING_IS_KNOWN)]),
                ],
            )
            for heading in coded_columns_of(self.layout)
        ]

    @property
    def changes(self) -> list[str]:
        return [f"Version {each.number}: {each.who}, {wording.day(each.at.date())}" for each in self.versions]


NOTHING_IS_KNOWN = "Nothing is known by it"


def in_quotes(layout: SheetLayout) -> str:
    """A list by its title, with its number where it has one."""
    return f"“List {layout.number}: {layout.title}”" if layout.number else f"“{layout.title}”"


def column_in_words(heading: Heading) -> str:
    """A column by its title, as people write words."""
    return f"“{heading.title.replace('_', ' ')}”"


def _parted(likely: Iterable[str], choices: Mapping[str, Choice]) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    first = tuple(choices[each] for each in likely if each in choices)
    return first, tuple(choice for choice in choices.values() if choice not in first)


def _sheet(words: UnknownWords) -> str:
    return f"“{_told(words.file)}”, sheet “{_told(words.sheet)}”"


def _what_it_is(words: UnknownWords) -> str:
    return f"read as {in_quotes(LAYOUTS[words.layout])}" if words.layout else "no list we know"


def _how_much(words: UnknownWords) -> str:
    values = len(words.values) + words.not_shown
    parts = [
        wording.count(len(words.headings), "heading") if words.headings else "",
        wording.count(values, "value") if values else "",
    ]
    return wording.sentence(wording.listed(part for part in parts if part))


def _told(written: str) -> str:
    """What a file says, with our quotation marks in place of its own; what is sent back with a form keeps them."""
    return wording.with_our_quotes(written)


def _by(chosen: Chosen) -> str:
    return f"{chosen.by}, {wording.day(chosen.on)}"
