"""The pages of those who look after people and after the record of what they did."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from everychild.errors import EverychildError, SettingsError
from everychild.journal import audit as chain
from everychild.journal import identities, mail_addresses, passwords, second_factors
from everychild.journal import people as known
from everychild.roles import Role
from everychild.sign_in import read_sign_in
from everychild.web.access import viewer_of
from everychild.web.addresses import CHOOSE, PEOPLE
from everychild.web.presenters.looking_after import AuditPage, GivenLink, PeoplePage

ENTRIES_SHOWN = 200


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """Who may sign in; adding somebody; stopping somebody."""
    if request.method != "POST":
        return _people(request)
    viewer, given, now = viewer_of(request), request.POST, timezone.now()
    try:
        if "stop" in given:
            known.stop(given["stop"], now, viewer.person, viewer.title)
        elif "new_password" in given:
            return _people(request, link=_link(request, given["new_password"]))
        elif "take_off" in given:
            second_factors.take_off(given["take_off"], now, viewer.person, viewer.title)
        elif "mail_to" in given:
            mail_addresses.give(given["mail_to"], given.get("address", ""), now, viewer.person, viewer.title)
        elif "link" in given:
            identities.link(given["link"], _issuer(), given.get("subject", ""), now, viewer.person, viewer.title)
        else:
            added = known.add(
                given.get("name", "").strip(),
                given.get("full_name", "").strip(),
                Role(given.get("role", "")),
                None,
                now,
                viewer.person,
                viewer.title,
                teams=[team.strip() for team in given.get("teams", "").split(",") if team.strip()],
                worker=given.get("worker", "").strip(),
                subject=_of_issuer(given.get("subject", "")),
            )
            if not given.get("subject", "").strip():
                return _people(request, link=_link(request, added.sign_in_name))
    except (EverychildError, ValueError) as problem:
        said = str(problem) if isinstance(problem, EverychildError) else "Choose a role from the list."
        return _people(request, said, {name: given.get(name, "") for name in given})
    return HttpResponseRedirect(PEOPLE)


def _link(request: HttpRequest, sign_in_name: str) -> GivenLink:
    """By which somebody chooses a password of their own, whoever made it: it is told on this one page."""
    viewer, now = viewer_of(request), timezone.now()
    number, code = passwords.reset(sign_in_name, now, viewer.person, viewer.title)
    address = request.build_absolute_uri(f"{CHOOSE}{number}/{code}/")
    return GivenLink(sign_in_name, address, timezone.localtime(now + settings.LINK_LASTS))


def _people(
    request: HttpRequest,
    problem: str = "",
    given: Mapping[str, str] | None = None,
    link: GivenLink | None = None,
) -> HttpResponse:
    single_sign_on = read_sign_in(settings.HOME.settings).single_sign_on
    shown = PeoplePage(
        known.everybody(),
        problem,
        given or {},
        second_factors.who_have_one(),
        identities.who_are_linked(),
        single_sign_on.name if single_sign_on else "",
        mail_addresses.addresses(),
        viewer_of(request).person,
        link,
    )
    return render(request, "people.html", {"page": shown}, status=400 if problem else 200)


def _issuer() -> str:
    """Raises SettingsError where the council has no single sign-on."""
    single_sign_on = read_sign_in(settings.HOME.settings).single_sign_on
    if single_sign_on is None:
        raise SettingsError("council.toml names no single sign-on, so there is nothing to link to.")
    return single_sign_on.issuer


def _of_issuer(subject: str) -> tuple[str, str] | None:
    return (_issuer(), subject.strip()) if subject.strip() else None


@never_cache
@require_safe
def audit(request: HttpRequest) -> HttpResponse:
    """Who did and saw what, newest first, with the anchor of the chain."""
    asked = {name: request.GET.get(name, "").strip() for name in ("who", "action", "about")}
    count, anchor = chain.check()
    shown = AuditPage(chain.entries(**asked, at_most=ENTRIES_SHOWN), count, anchor, asked)
    return render(request, "audit.html", {"page": shown})
