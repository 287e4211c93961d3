"""How a figure is charted, in sentences: which chart and why, who began its range anew, what the time of year does."""

from __future__ import annotations

from everychild import wording
from everychild.judgement.judged import Judged
from everychild.narrative.quantities import value_in_words


def how_charted(judged: Judged) -> tuple[str, ...]:
    """Every sentence there is to say of it, the choice of chart first."""
    said = (judged.pattern.choice.because, _begun_anew(judged), _season(judged))
    return tuple(sentence for sentence in said if sentence)


def _begun_anew(judged: Judged) -> str:
    baseline = judged.pattern.baseline
    if baseline is None:
        return ""
    still = f" to {wording.month(baseline.to)}, and stands still since" if baseline.to else " on"
    reason = baseline.why.strip().rstrip(".")
    return (
        f"The expected range is read from {wording.month(baseline.begins)}{still}. Begun anew by {baseline.who}, "
        f"{wording.day(baseline.since)}: {reason}."
    )


def _season(judged: Judged) -> str:
    """Beside the same month last year, for what rises and falls with the time of year."""
    season, then = judged.indicator.season, judged.same_month_last_year
    if not season or then is None or then.absent is not None or judged.value is None:
        return season
    beside = (
        f"{wording.month(judged.figure.as_at)} was {value_in_words(judged)}, "
        f"and {wording.month(then.as_at)} was {value_in_words(judged, then)}."
    )
    if judged.pattern.is_of_the_season:
        beside += " It stood out as much a year ago, so this is the time of year and not a change."
    return f"{season} {beside}"
