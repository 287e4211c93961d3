"""Who may open what: every address, every role, every method; and signing in and out."""

from __future__ import annotations

import json
import os

from everychild.roles import PARTS, VISITOR, Need, Role
from everychild.store.home import Home
from tests.web.staff import PASSWORD, Visitor, added, choose_by, link_on, signed_in

SAMPLES = {
    "": "/",
    "health": "/health",
    "sign-in/": "/sign-in/",
    "sign-in/code/": "/sign-in/code/",
    "sign-in/council/": "/sign-in/council/",
    "sign-in/council/back/": "/sign-in/council/back/",
    "sign-in/choose/": "/sign-in/choose/",
    "sign-in/choose/<int:number>/<slug:code>/": "/sign-in/choose/1/abc-def/",
    "password/": "/password/",
    "second-factor/": "/second-factor/",
    "sign-out/": "/sign-out/",
    r"/children/$": "/p/2019-04/i/CP22/children/",
    "f/<str:month>/<str:area>/": "/f/2019-04/early-help-timeliness/",
    "actions/": "/actions/",
    "actions/<int:number>/": "/actions/1/",
    "requests/": "/requests/",
    "load/references/": "/load/references/",
    "requests/<int:number>/": "/requests/1/",
    "calendar/": "/calendar/",
    "calendar/change/": "/calendar/change/",
    "calendar/committee.ics": "/calendar/committee.ics",
    "r/": "/r/",
    "r/build/": "/r/build/?month=2019-04&meeting=2019-06-18",
    "r/<str:month>/<int:earlier>/<int:later>/": "/r/2019-04/1/2/",
    "r/<str:month>/draft/<str:name>": "/r/2019-04/draft/report.pdf",
    "r/<int:number>/": "/r/1/",
    "r/<str:month>/<str:name>": "/r/2019-04/report.pdf",
    "publish/": "/publish/",
    "publish/<int:number>/": "/publish/1/",
    "publish/<str:month>/<path:name>": "/publish/2019-04/index.html",
    "f/<slug:code>/": "/f/0123456789ab/",
    "targets/": "/targets/",
    "targets/decide/": "/targets/decide/",
    "w/": "/w/",
    "w/why/": "/w/why/",
    "w/reason/": "/w/reason/",
    "c/": "/c/",
    "c/<str:month>/": "/c/2019-04/",
    "c/<str:month>/ask/": "/c/2019-04/ask/",
    "letters/<int:number>/": "/letters/999/",
    "c/<str:month>/sign/": "/c/2019-04/sign/",
    "c/<str:month>/<str:ref>/": "/c/2019-04/CP22/",
    "load/": "/load/",
    "load/close/": "/load/close/",
    "load/<int:number>/": "/load/1/",
    "load/words/": "/load/words/",
    "load/words/asked/<int:number>/": "/load/words/asked/1/",
    "load/words/<slug:name>/": "/load/words/visits/",
    "people/": "/people/",
    "audit/": "/audit/",
    "tokens/": "/tokens/",
    "time/": "/time/",
    "time/<int:number>/": "/time/999/",
    "api/": "/api/",
    "api/1/openapi.json": "/api/1/openapi.json",
    "api/1/editions": "/api/1/editions",
    "api/1/figures": "/api/1/figures?ref=CP22",
    "api/1/figures.csv": "/api/1/figures.csv?ref=CP22",
    "api/1/flags": "/api/1/flags",
    "api/1/targets": "/api/1/targets",
    "api/1/indicators": "/api/1/indicators?ref=CP22",
    "api/1/definitions": "/api/1/definitions",
    "find/": "/find/?q=eh04",
    "p/<str:month>/flags.csv": "/p/2019-04/flags.csv",
    r"^p/(?P<month>[^/]+)/overview\.(?P<kind>json|csv)$": "/p/2019-04/overview.csv",
    r"^p/(?P<month>[^/]+)/profile\.(?P<kind>json|csv)$": "/p/2019-04/profile.csv",
    r"^p/(?P<month>[^/]+)/find\.(?P<kind>json|csv)$": "/p/2019-04/find.json?q=plan",
    r"^p/(?P<month>[^/]+)/s/(?P<name>[-a-z0-9]+)\.(?P<kind>json|csv)$": "/p/2019-04/s/child-protection.csv",
    r"^targets\.(?P<kind>json|csv)$": "/targets.json",
    "p/latest/": "/p/latest/",
    "p/<str:month>/": "/p/2019-04/",
    "p/<str:month>/find/": "/p/2019-04/find/?q=visits",
    "p/<str:month>/figures.json": "/p/2019-04/figures.json",
    "p/<str:month>/figures.csv": "/p/2019-04/figures.csv",
    "quality/": "/quality/",
    "p/<str:month>/profile/": "/p/2019-04/profile/",
    "p/<str:month>/quality/": "/p/2019-04/quality/",
    "p/<str:month>/quality.json": "/p/2019-04/quality.json",
    "p/<str:month>/quality.csv": "/p/2019-04/quality.csv",
    "p/<str:month>/sources/": "/p/2019-04/sources/",
    r"^p/(?P<month>[^/]+)/sources\.(?P<kind>json|csv)$": "/p/2019-04/sources.csv",
    "p/<str:month>/sources/<slug:kind>/children/": "/p/2019-04/sources/placement/children/",
    "p/<str:month>/flags.json": "/p/2019-04/flags.json",
    "p/<str:month>/s/<slug:name>/": "/p/2019-04/s/child-protection/",
    r"/$": "/p/2019-04/i/CP22/",
    r"\.json$": "/p/2019-04/i/CP22.json",
    r"\.csv$": "/p/2019-04/i/CP22.csv",
    r"(?P<narrow>-narrow)?\.svg$": "/p/2019-04/i/CP22.svg",
    r"-funnel(?P<narrow>-narrow)?\.svg$": "/p/2019-04/i/CP22-funnel.svg",
}
"""For each address of the site, one that can be asked for. An address without a line here fails the test below."""


def needs_by_address(home: Home) -> dict[str, Need]:
    """Read from the list of addresses itself."""
    import subprocess
    import sys

    ask = (
        "import django; django.setup()\n"
        "from everychild.web.urls import REF, urlpatterns\n"
        "for one in urlpatterns: print(str(one.pattern).removeprefix(REF), one.callback.needs.value, sep='\\t')"
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "everychild.web.settings", "EVERYCHILD_HOME": str(home.path)}
    told = subprocess.run([sys.executable, "-c", ask], env=environment, check=True, capture_output=True, text=True)
    return {address: Need(need) for address, need in (line.split("\t") for line in told.stdout.splitlines())}


def test_every_address_says_what_it_needs_and_every_role_is_held_to_it(home: Home, staff_server: str) -> None:
    needs = needs_by_address(home)
    assert set(needs) == set(SAMPLES), "an address of the site has no line in this test, or the other way round"
    asked = 0
    visitors = {role: signed_in(staff_server, role) for role in Role}
    for address, need in needs.items():
        if address == "sign-out/":
            continue
        for role, visitor in visitors.items():
            answer = visitor.get(SAMPLES[address])
            if need in PARTS[role].may:
                assert answer.status in (200, 302, 404, 405), (role, address, answer.status)
            else:
                assert answer.status == 403, (role, address, answer.status)
                assert "not part of your role" in answer.text or "you may not read" in json.loads(answer.text)["detail"]
            asked += 1
        for method in ("PUT", "DELETE", "PATCH"):
            assert visitors[Role.DIRECTOR]._ask(method, SAMPLES[address]).status in (403, 405), (method, address)
    assert asked >= 17 * len(Role)


def test_a_stranger_is_asked_to_sign_in_and_led_on_to_what_was_asked_for(staff_server: str) -> None:
    stranger = Visitor(staff_server)
    answer = stranger.get("/p/2019-04/")
    assert (answer.status, answer.headers["location"]) == (302, "/sign-in/?next=%2Fp%2F2019-04%2F")
    answer = stranger.post("/sign-in/", name="analyst", password=PASSWORD, next="/p/2019-04/")
    assert (answer.status, answer.headers["location"]) == (302, "/p/2019-04/")
    assert "Performance analyst Okafor, performance analyst" in stranger.get("/p/2019-04/").text


def test_nobody_is_led_off_to_another_site(staff_server: str) -> None:
    for elsewhere in ("https://example.org/", "//example.org/", "javascript:alert(1)"):
        answer = Visitor(staff_server).post("/sign-in/", name="analyst", password=PASSWORD, next=elsewhere)
        assert (answer.status, answer.headers["location"]) == (302, "/")


def test_signing_out_ends_it(staff_server: str) -> None:
    visitor = signed_in(staff_server, Role.ANALYST)
    assert visitor.post("/sign-out/").status == 302
    assert visitor.get("/p/2019-04/").status == 302


def test_a_form_without_its_token_changes_nothing(staff_server: str) -> None:
    visitor = signed_in(staff_server, Role.ADMINISTRATOR)
    answer = visitor.post_without_a_token("/people/", stop="analyst")
    assert answer.status == 403
    assert "Nothing was changed" in answer.text
    signed_in(staff_server, Role.ANALYST)


def test_too_many_wrong_passwords_make_everybody_wait_even_with_the_right_one(staff_server: str) -> None:
    forgetful = {"full_name": "Forgetful", "name": "forgetful", "role": "councillor"}
    added(signed_in(staff_server, Role.ADMINISTRATOR), **forgetful)
    visitor = Visitor(staff_server)
    for _ in range(10):
        answer = visitor.sign_in("forgetful", "not the password")
        assert answer.status == 400
        assert "do not belong together" in answer.text
    assert "too many wrong attempts" in visitor.sign_in("forgetful").text


def test_a_person_is_added_stopped_and_both_are_written_down(staff_server: str) -> None:
    administrator = signed_in(staff_server, Role.ADMINISTRATOR)
    fields = {"full_name": "New Person", "name": "new", "role": "democratic_services"}
    link = link_on(administrator.post("/people/", **fields))
    answer = choose_by(staff_server, link, "short")
    assert answer.status == 400
    assert "A password needs 12 characters or more." in answer.text
    assert choose_by(staff_server, link).status == 302
    newcomer = Visitor(staff_server)
    assert newcomer.sign_in("new").status == 302
    assert newcomer.get("/p/2019-04/").status == 200
    assert administrator.post("/people/", stop="new").status == 302
    assert newcomer.get("/p/2019-04/").status == 302, "a session ends when its person is stopped"
    assert newcomer.sign_in("new").status == 400


def test_no_cookie_is_set_for_somebody_who_only_reads(server: str) -> None:
    assert "set-cookie" not in Visitor(server).get("/p/2019-04/").headers


def test_an_administrator_sees_no_figures_and_a_visitor_no_child() -> None:
    assert Need.FIGURES not in PARTS[Role.ADMINISTRATOR].may
    assert not VISITOR.may & {Need.CHILDREN, Need.WORKLIST, Need.LOAD, Need.SIGN, Need.WRITE}
    signers = [role for role, part in PARTS.items() if Need.SIGN in part.may]
    assert signers == [Role.DIRECTOR]
