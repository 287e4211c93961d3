"""The pages of those who look after people and after the record of what they did."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from everychild.errors import EverychildError
from everychild.journal import audit as chain
from everychild.journal import people as known
from everychild.roles import Role
from everychild.web.access import viewer_of
from everychild.web.addresses import PEOPLE
from everychild.web.presenters.looking_after import AuditPage, PeoplePage

ENTRIES_SHOWN = 200


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """Who may sign in; adding somebody; stopping somebody."""
    if request.method != "POST":
        return render(request, "people.html", {"page": PeoplePage(known.everybody())})
    viewer, given, now = viewer_of(request), request.POST, timezone.now()
    try:
        if "stop" in given:
            known.stop(given["stop"], now, viewer.person, viewer.title)
        else:
            known.add(
                given.get("name", "").strip(),
                given.get("full_name", "").strip(),
                Role(given.get("role", "")),
                given.get("password", ""),
                now,
                viewer.person,
                viewer.title,
                teams=[team.strip() for team in given.get("teams", "").split(",") if team.strip()],
                worker=given.get("worker", "").strip(),
            )
    except (EverychildError, ValueError) as problem:
        said = str(problem) if isinstance(problem, EverychildError) else "Choose a role from the list."
        shown = PeoplePage(known.everybody(), said, {name: given.get(name, "") for name in given if name != "password"})
        return render(request, "people.html", {"page": shown}, status=400)
    return HttpResponseRedirect(PEOPLE)


@never_cache
@require_safe
def audit(request: HttpRequest) -> HttpResponse:
    """Who did and saw what, newest first, with the anchor of the chain."""
    asked = {name: request.GET.get(name, "").strip() for name in ("who", "action", "about")}
    count, anchor = chain.check()
    shown = AuditPage(chain.entries(**asked, at_most=ENTRIES_SHOWN), count, anchor, asked)
    return render(request, "audit.html", {"page": shown})
