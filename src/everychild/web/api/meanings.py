"""What the words in coded columns mean, row by row: for a table beside the figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from everychild.catalogue.indicator import Good
from everychild.judgement.chart_choice import Chart
from everychild.judgement.outlook import Outlook
from everychild.judgement.pattern import Moving
from everychild.judgement.status import Status
from everychild.measure.figure import Absent, Window
from everychild.web.api.rows import DefinitionRow
from everychild.web.presenters.flagging import NAMES

WINDOWS: Mapping[Window, str] = {
    Window.MONTH: "The month itself",
    Window.AS_AT: "As things stood on the month’s last day",
    Window.QUARTER: "The three months ending with it",
    Window.YEAR_TO_DATE: "April to the month",
    Window.ROLLING_12: "The twelve months ending with it",
    Window.FINANCIAL_YEAR: "The whole year from April to March",
    Window.ACADEMIC_YEAR_TO_DATE: "September to the month",
    Window.ACADEMIC_YEAR: "The whole year from September to August",
}
CHARTS: Mapping[Chart, str] = {
    Chart.MONTHS: "Month by month, with limits from the steps between months",
    Chart.SHARES: "Month by month, with limits from chance for so many cases",
    Chart.QUARTERS: "Quarter by quarter, with limits from chance for so many cases",
    Chart.BETWEEN: "The months without any between months with some",
}


def meanings() -> list[DefinitionRow]:
    """Every word a coded column can hold, in the order of the columns."""
    return [
        *_rows("window", {window: WINDOWS[window] for window in Window}),
        *_rows("good", {good: good.in_words for good in Good}),
        *_rows("status", {status: status.in_words for status in Status}),
        *_rows("pattern", {moving: moving.in_words for moving in Moving}),
        *_rows("outlook", {outlook: outlook.in_words for outlook in Outlook}),
        *_rows("charted", {chart: CHARTS[chart] for chart in Chart}),
        *_rows("absent", {absent: absent.in_words for absent in Absent}),
        *_rows("code", NAMES),
    ]


def _rows[Word: StrEnum](column: str, words: Mapping[Word, str]) -> Iterator[DefinitionRow]:
    return (DefinitionRow(column=column, word=word.value, meaning=meaning) for word, meaning in words.items())
