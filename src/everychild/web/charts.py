"""Trend pictures, each drawn once for an edition: drawing takes longer than all the rest of a page."""

from __future__ import annotations

from everychild.judgement.judged import Judged
from everychild.report.charts import trend_chart
from everychild.web.editions import Opened


def trend(opened: Opened, item: Judged, *, narrow: bool) -> str:
    """The indicator's months as SVG, for a wide page or a narrow one."""
    wanted = (item.ref, narrow)
    if wanted not in opened.pictures:
        opened.pictures[wanted] = trend_chart(item, narrow=narrow)
    return opened.pictures[wanted]
