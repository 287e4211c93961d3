"""What every definition must say, how it must read, and the whole of it in words (words.md)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from everychild.calendar import Clock
from everychild.catalogue import BY_REF, CATALOGUE, SECTIONS, Good, Indicator
from everychild.catalogue.indicator import Count, Mean, SetBy, Share
from everychild.facts.clocks import CHILD_PROTECTION_VISIT, CLOCKS
from everychild.records.child_protection import CHILD_PROTECTION_PLAN, VISIT

WORDS = Path(__file__).with_name("words.md")
ACCEPT = "EVERYCHILD_ACCEPT_WORDS"
"""Set it to 1 to write words.md anew. Read the change as a councillor would before you commit it."""

BANNED = (
    "LAC", "CLA", "CIN", "CP", "CPP", "ICPC", "RCPC", "EHA", "RHI", "RHA", "NFA", "NEET", "EET", "IRO", "SW", "DfE",
    "MASH", "S47", "WT", "failing", "failed", "statutory visits", "cohort", "KPI", "timescale", "timescales",
)  # fmt: skip
"""Abbreviations and words a councillor should not have to know, or that blame. Synonyms, for search, may use them."""

every_indicator = pytest.mark.parametrize("indicator", CATALOGUE, ids=lambda indicator: indicator.ref)


def test_the_words_of_every_definition_are_the_accepted_ones() -> None:
    """A definition is changed on purpose, and never as a side effect."""
    now = "\n".join(in_words(indicator) for indicator in CATALOGUE)
    if os.environ.get(ACCEPT) == "1":
        WORDS.write_text(now, encoding="utf-8")
    assert now == WORDS.read_text(encoding="utf-8"), f"read the difference; {ACCEPT}=1 accepts it"


def test_a_reference_is_used_once_and_says_its_theme() -> None:
    assert len(BY_REF) == len(CATALOGUE)
    assert all(re.fullmatch(r"[A-Z]{2}\d\d", ref) for ref in BY_REF)


def test_the_catalogue_is_in_committee_order() -> None:
    """Every section has something to say, and they come in the order of the dashboard."""
    assert tuple(dict.fromkeys(indicator.section for indicator in CATALOGUE)) == SECTIONS


def test_a_section_has_a_name_short_enough_for_a_spreadsheet() -> None:
    assert all(len(section.tab) <= 31 for section in SECTIONS)


def test_no_two_indicators_share_a_title() -> None:
    titles = [indicator.title_for({}) for indicator in CATALOGUE]
    assert len(set(titles)) == len(titles)


def test_an_area_name_means_one_area() -> None:
    areas = {indicator.area for indicator in CATALOGUE if indicator.area}
    assert len({area.name for area in areas}) == len(areas)


@every_indicator
def test_a_title_is_short_plain_and_in_sentence_case(indicator: Indicator) -> None:
    """It has to fit a table row and be read aloud at a meeting."""
    title = indicator.title_for({})
    assert len(title) <= 90
    assert title[0].isupper()
    assert not title.endswith(".")
    assert [word for word in title.split()[1:] if word[0].isupper()] == []


@every_indicator
def test_meaning_and_reason_are_one_sentence_each(indicator: Indicator) -> None:
    for sentence in (indicator.meaning_for({}), indicator.why):
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert not re.search(r"[.?!] ", sentence), f"{indicator.ref} says more than one sentence: {sentence}"
        assert len(sentence) <= 125


@every_indicator
def test_everything_a_reader_may_ask_is_answered_in_sentences(indicator: Indicator) -> None:
    for text in texts_of(indicator):
        assert text == " ".join(text.split()), f"{indicator.ref} has stray spaces: {text}"
        assert "{" not in text, f"{indicator.ref} has a place nothing fills: {text}"
    for sentence in (indicator.source, indicator.comparator, indicator.misuse):
        assert sentence.endswith(".")
    assert indicator.synonyms


@every_indicator
def test_words_are_plain_and_quotes_are_curly(indicator: Indicator) -> None:
    for text in texts_of(indicator):
        assert not re.search(r"['\"]", text), f"{indicator.ref} has a straight quotation mark: {text}"
        for word in BANNED:
            assert not re.search(rf"\b{re.escape(word)}\b", text), f"{indicator.ref} says {word}: {text}"


@every_indicator
def test_a_comparison_is_named_or_its_absence_explained(indicator: Indicator) -> None:
    """Members asked: compared with whom? "None" alone is not an answer."""
    assert indicator.comparator.startswith(("Department for Education, ", "None: ", "None for ", "None that "))


@every_indicator
def test_a_title_with_a_time_follows_the_councils_own_clock(indicator: Indicator) -> None:
    """A council that allows a day more reads its own number, everywhere."""
    if indicator.clock is None:
        return
    longer = replace(indicator.clock, length=indicator.clock.length + 1)
    for text, filled in (
        (indicator.title, indicator.title_for({longer.name: longer})),
        (indicator.meaning, indicator.meaning_for({longer.name: longer})),
    ):
        assert (longer.in_words in filled) is ("{time}" in text)
        assert indicator.clock.in_words not in filled
    assert indicator.clock in CLOCKS


@every_indicator
def test_statutory_is_said_only_where_law_or_guidance_sets_the_time(indicator: Indicator) -> None:
    """Members asked for national and local standards to be told apart."""
    if indicator.clock is None:
        assert "ocal standard" not in indicator.source
    elif indicator.clock.set_by == "national":
        assert indicator.source.startswith(("Statutory", "National"))
    else:
        assert indicator.source.startswith("Local standard")


@every_indicator
def test_a_count_to_be_kept_at_none_is_lower_is_better(indicator: Indicator) -> None:
    if indicator.zero_tolerance:
        assert indicator.good is Good.LOWER
        assert isinstance(indicator.measure, Count)


@every_indicator
def test_what_is_neither_good_nor_bad_is_never_heard_as_an_area(indicator: Indicator) -> None:
    """Volumes inform; they do not become an area for improvement by themselves."""
    if indicator.good is Good.NEITHER:
        assert indicator.area is None
    elif isinstance(indicator.measure, Share | Mean):
        assert indicator.area is not None


def test_finished_work_is_read_beside_the_work_still_open() -> None:
    """A good share on time can hide a pile of late work nobody has finished."""
    partners = {indicator.ref: indicator.backlog for indicator in CATALOGUE if indicator.backlog}
    assert len(partners) > 4
    for partner in partners.values():
        assert BY_REF[partner].is_at_month_end
        assert BY_REF[partner].good is Good.LOWER


def test_a_standard_says_who_set_it() -> None:
    """Members asked whose target it was."""
    for indicator in CATALOGUE:
        says_none = "no standard" in indicator.source.lower()
        assert (indicator.set_by is SetBy.NOBODY) == says_none, (
            f"{indicator.ref}: {indicator.set_by}, {indicator.source}"
        )


def test_kinds_follow_from_shape_and_clock() -> None:
    """Stock, flow, timeliness over a period, timeliness as at a day."""
    kinds = {ref: BY_REF[ref].kind for ref in ("CP12", "CP13", "CP22", "CP21", "CP26", "FD08", "RH01")}
    assert kinds == {"CP12": "S", "CP13": "F", "CP22": "T", "CP21": "TS", "CP26": "S", "FD08": "F", "RH01": "T"}


def test_visits_need_both_plans_and_visits() -> None:
    """Where visits were not supplied the figure is absent, not nought."""
    assert BY_REF["CP21"].needs == (CHILD_PROTECTION_PLAN, VISIT)


def test_every_clock_of_a_definition_can_be_printed() -> None:
    """A first review conference is due in three months and later ones in six: both are said."""
    assert [clock.in_words for clock in BY_REF["CP10"].clocks] == ["3 months", "6 months"]
    assert BY_REF["CP21"].clocks == (CHILD_PROTECTION_VISIT,)
    assert BY_REF["CP12"].clocks == ()


def texts_of(indicator: Indicator) -> Iterator[str]:
    """Every text of ours that a reader may be shown."""
    yield indicator.title_for({})
    yield indicator.meaning_for({})
    yield indicator.why
    yield indicator.source
    yield indicator.comparator
    yield indicator.misuse
    yield indicator.condition_in_words({})
    yield indicator.section.title
    if indicator.area:
        yield indicator.area.title
    for example in indicator.examples:
        yield example.says


def in_words(indicator: Indicator) -> str:
    """A definition as it is printed, and as words.md keeps it."""
    return f"""## {indicator.ref} {indicator.title_for({})}

{indicator.meaning_for({})}
{indicator.why}

- {indicator.good.in_words}. Council influence: {indicator.influence}.
- {indicator.condition_in_words({})}
- Time allowed: {"; ".join(map(clock_in_words, indicator.clocks)) or "none"}.
- Source: {indicator.source}
- Comparator: {indicator.comparator}
- Misuse: {indicator.misuse}
"""


def clock_in_words(clock: Clock) -> str:
    return f"{clock.in_words}, {clock.what} ({clock.rule_in_words})"
