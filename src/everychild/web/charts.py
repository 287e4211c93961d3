"""Pictures, each drawn once: drawing takes longer than all the rest of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from everychild.comparators.beside import Beside, Funnel
from everychild.judgement.judged import Judged
from everychild.narrative.compared import funnel_finding, funnel_sentence
from everychild.report.charts import funnel_chart, sparkline, trend_chart

if TYPE_CHECKING:  # so that whatever draws can be imported where no journal is
    from everychild.web.editions import Opened

SPARK_WIDTH, SPARK_HEIGHT = 214, 60


def trend(opened: Opened, item: Judged, *, narrow: bool) -> str:
    """The indicator's months as SVG, for a wide page or a narrow one."""
    wanted = (item.ref, narrow)
    if wanted not in opened.pictures:
        opened.pictures[wanted] = trend_chart(item, narrow=narrow)
    return opened.pictures[wanted]


def spark(opened: Opened, item: Judged) -> str:
    """The indicator’s months as a small picture that stands in a page."""
    if item.ref not in opened.sparks:
        opened.sparks[item.ref] = small(item)
    return opened.sparks[item.ref]


def small(item: Judged) -> str:
    return sparkline(item, SPARK_WIDTH, SPARK_HEIGHT)


def funnel(beside: Beside, drawn: Funnel, *, narrow: bool) -> str:
    """Councils beside England’s value as SVG; kept by what it shows, for a newer release shows something else."""
    return funnel_chart(drawn, str(funnel_finding(beside, drawn)), str(funnel_sentence(drawn)), narrow=narrow)
