"""The register of targets: tried on the months there are, proposed by one person, confirmed by another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from everychild import month_end
from everychild.council import SetBy, Target, read_council
from everychild.errors import EverychildError, SettingsError
from everychild.journal import audit, proposals
from everychild.judgement.preview import Preview
from everychild.judgement.register import register
from everychild.web.access import viewer_of
from everychild.web.addresses import TARGETS
from everychild.web.editions import ask, closed_months
from everychild.web.presenters.target_register import TargetsPage

NUMBERS = ("value", "low", "high", "tolerance", "floor")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def targets(request: HttpRequest) -> HttpResponse:
    """The register, what is proposed, and a form: to try a target, or to propose it."""
    if request.method != "POST":
        return _page(request)
    given, viewer, now = request.POST, viewer_of(request), timezone.now()
    try:
        target = _target(given.dict())
        if "try" in given:
            return _page(request, given=given.dict(), tried=_tried(target))
        number = proposals.propose(settings.HOME, target, viewer, now)
    except EverychildError as problem:
        return _page(request, str(problem), given.dict())
    audit.record(now, viewer.person, viewer.title, "target proposed", f"{target.indicator}, proposal {number}")
    return HttpResponseRedirect(TARGETS)


@never_cache
@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """Another person confirms a proposal, or anybody who may set targets refuses it."""
    viewer, now = viewer_of(request), timezone.now()
    number = request.POST.get("number", "")
    try:
        done = proposals.decide(
            settings.HOME, int(number) if number.isdecimal() else 0, viewer, now, confirm="confirm" in request.POST
        )
    except EverychildError as problem:
        return _page(request, str(problem))
    about = f"{done.target.indicator}, proposal {done.number}"
    audit.record(now, viewer.person, viewer.title, f"target {done.decision}", about)
    return HttpResponseRedirect(TARGETS)


def _page(
    request: HttpRequest, problem: str = "", given: Mapping[str, str] | None = None, tried: Preview | None = None
) -> HttpResponse:
    found = register(read_council(settings.HOME.settings), timezone.localdate())
    shown = TargetsPage(found, proposals.proposals(), problem, given or {}, tried, viewer_of(request).person)
    return render(request, "targets.html", {"page": shown}, status=400 if problem else 200)


def _tried(target: Target) -> Preview | None:
    """The newest closed month and those before it by the target; None where no month is closed."""
    months = closed_months()
    if not months:
        return None
    opened = ask(settings.HOME, str(months[0]), None).opened
    return month_end.preview_target(opened.edition, opened.figures, target)


def _target(given: Mapping[str, str]) -> Target:
    """Raises SettingsError naming the field that cannot be used."""
    numbers = {name: _number(name, given.get(name, "")) for name in NUMBERS}
    return Target(
        indicator=month_end.indicator_called(given.get("ref", "").strip()).ref,
        value=numbers["value"],
        low=numbers["low"],
        high=numbers["high"],
        tolerance=numbers["tolerance"] or Fraction(0),
        set_by=SetBy.NATIONAL if given.get("national") else SetBy.LOCAL,
        who=given.get("who", "").strip(),
        why=given.get("why", "").strip(),
        since=_day("since", given.get("since", "")) or timezone.localdate(),
        next_review=_day("next review", given.get("next_review", "")),
        source=given.get("source", "").strip(),
        floor=numbers["floor"],
    )


def _number(name: str, text: str) -> Fraction | None:
    try:
        return Fraction(text.strip().removesuffix("%")) if text.strip() else None
    except (ValueError, ZeroDivisionError):
        raise SettingsError(f"The {name} should be a number, as 90 or 12.5. It is “{text[:20]}”.") from None


def _day(name: str, text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text.strip() else None
    except ValueError:
        raise SettingsError(f"The day for “{name}” should be a date, as 3 May 2019 is 2019-05-03.") from None
