"""Further ahead than what is known, on an indicator’s page: a forecast with its own record, or why there is none."""

from __future__ import annotations

from everychild.judgement.forecast import Forecast, is_installed, why_not
from everychild.judgement.judged import Judged
from everychild.narrative.forecast import forecast_in_words
from everychild.web.addresses import Place

NOT_INSTALLED = (
    "No forecast: it needs an optional part, which is not installed here. Whoever looks after this program can add it: "
    "pip install 'everychild[forecast]', then everychild look-round, and the month."
)
NOT_OF_ANOTHER_DAY = (
    "No forecast is made of a month as it was known on another day. The closed month’s own page has one, or says why "
    "it has none."
)


def further_ahead(item: Judged, told: Forecast | None, place: Place, *, is_kept: bool) -> tuple[str, ...]:
    """Three months with their intervals and how such intervals have held; or one plain sentence that says why not."""
    if told is not None:
        return tuple(str(sentence) for sentence in forecast_in_words(item, told))
    because = why_not(item.indicator, item.history)
    if because:
        return (f"No forecast: {because}",)
    if place.known is not None:
        return (NOT_OF_ANOTHER_DAY,)
    if not is_kept and not is_installed():
        return (NOT_INSTALLED,)
    return (
        "No forecast has been worked out for this edition yet. That is done in the minutes after a month is closed, "
        f"or at once by: everychild look-round {place.month}",
    )
