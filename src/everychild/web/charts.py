"""Pictures, each drawn once: drawing takes longer than all the rest of a page."""

from __future__ import annotations

from everychild.comparators.beside import Beside, Funnel
from everychild.judgement.judged import Judged
from everychild.narrative.compared import funnel_finding, funnel_sentence
from everychild.report.charts import funnel_chart, trend_chart
from everychild.web.editions import Opened


def trend(opened: Opened, item: Judged, *, narrow: bool) -> str:
    """The indicator's months as SVG, for a wide page or a narrow one."""
    wanted = (item.ref, narrow)
    if wanted not in opened.pictures:
        opened.pictures[wanted] = trend_chart(item, narrow=narrow)
    return opened.pictures[wanted]


def funnel(beside: Beside, drawn: Funnel, *, narrow: bool) -> str:
    """Councils beside England’s value as SVG; kept by what it shows, for a newer release shows something else."""
    return funnel_chart(drawn, str(funnel_finding(beside, drawn)), str(funnel_sentence(drawn)), narrow=narrow)
