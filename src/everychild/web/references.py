"""Children who may go by another reference than before: two references side by side, and a yes or a no."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from everychild.errors import EverychildError
from everychild.journal import audit
from everychild.same_child import answer, answers, likely_same
from everychild.store.references import References
from everychild.web.access import viewer_of
from everychild.web.addresses import REFERENCES
from everychild.web.counting_ahead import ask_to_count_ahead
from everychild.web.presenters.references import NO, YES, ReferencesPage
from everychild.web.presenters.working import WhyPage


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def references(request: HttpRequest) -> HttpResponse:
    """Opened with a reason and recorded, as every list of children. What is answered is loaded as a list of its own."""
    if "why" not in request.session:
        return render(request, "why.html", {"page": WhyPage(onwards=REFERENCES)})
    viewer, now = viewer_of(request), timezone.now()
    why = request.session["why"]
    if request.method != "POST":
        audit.record(now, viewer.person, viewer.title, "references opened", "likely the same child", why)
        return _page(request)
    said = _said(request.POST)
    try:
        answer(settings.HOME, said, now)
    except EverychildError as problem:
        return _page(request, str(problem))
    for (earlier, child), is_same in sorted(said.items()):
        action = "same child said" if is_same else "not the same child said"
        audit.record(now, viewer.person, viewer.title, action, f"{earlier}, {child}", why)
    ask_to_count_ahead(viewer, now)
    return HttpResponseRedirect(f"{REFERENCES}?answered={len(said)}")


def _said(given: QueryDict) -> Mapping[References, bool]:
    """Each pair that was answered, by its place on the form; what was left open is left out."""
    found: dict[References, bool] = {}
    for name, value in given.items():
        number = name.removeprefix("same-")
        if number != name and value in (YES, NO):
            found[given.get(f"earlier-{number}", ""), given.get(f"now-{number}", "")] = value == YES
    return found


def _page(request: HttpRequest, problem: str = "") -> HttpResponse:
    saved = request.GET.get("answered", "")
    shown = ReferencesPage(
        likely_same(settings.HOME), answers(settings.HOME), int(saved) if saved.isdecimal() else 0, problem
    )
    return render(request, "references.html", {"page": shown}, status=400 if problem else 200)
