"""The council’s own sign-in, against a real provider: who is let in, in which role, and who is not and why."""

from __future__ import annotations

import base64
import hmac
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from everychild.journal import people
from everychild.journal.connection import open_journal
from everychild.roles import Role
from everychild.store.home import Home
from tests.web.answering import Answer
from tests.web.conftest import served
from tests.web.provider import Provider, proves, provider
from tests.web.staff import PASSWORD, Visitor, signed_in, staffed
from tests.web.visiting import Visit

MAY = datetime(2019, 5, 1, 9, tzinfo=UTC)
SETTINGS = """
[access.single_sign_on]
name = "Smallville sign-in"
issuer = "{issuer}"
client_id = "everychild"
roles = {{ "Everychild.Analyst" = "analyst", "Everychild.Director" = "director", "Everychild.Manager" = "team_manager" }}
"""


@pytest.fixture(scope="module")
def council() -> Iterator[Provider]:
    analyst = {"roles": ["Everychild.Analyst"], "name": "Ana Okafor"}
    with provider(
        ana=analyst,
        stranger=analyst,
        nobody={"name": "No Role"},
        both={"roles": ["Everychild.Analyst", "Everychild.Director"]},
        dana={"roles": ["Everychild.Director"]},
        leaver=analyst,
        teamless={"roles": ["Everychild.Manager"]},
        later=analyst,
    ) as running:
        yield running


@pytest.fixture(scope="module")
def sso_home(home: Home, council: Provider, tmp_path_factory: pytest.TempPathFactory) -> Home:
    place = staffed(home, tmp_path_factory.mktemp("single") / "home")
    settings = place.settings.read_text(encoding="utf-8")
    place.settings.write_text(settings + SETTINGS.format(issuer=council.issuer), "utf-8")
    (place.path / "sign-in-secret").write_text("kept in a file")
    open_journal(place)
    for name, role in (("ana", Role.ANALYST), ("nobody", Role.ANALYST), ("both", Role.DEMOCRATIC_SERVICES)):
        known(council, name, role)
    known(council, "dana", Role.ANALYST)
    known(council, "leaver", Role.ANALYST)
    known(council, "teamless", Role.ANALYST)
    open_journal(home)
    return place


def known(council: Provider, name: str, role: Role) -> None:
    people.add(f"{name}@example.gov.uk", name.title(), role, None, MAY, "the test", subject=(council.issuer, name))


@pytest.fixture(scope="module")
def sso_server(sso_home: Home) -> Iterator[str]:
    yield from served(sso_home, 19300)


def sign_in(server: str, council: Provider, subject: str) -> tuple[Visitor, Answer]:
    """There and back again, as a browser would go."""
    visitor = Visitor(server)
    answer = visitor.get("/sign-in/council/?next=/targets/")
    assert answer.status == 302, answer.text
    back = urlsplit(council.sign_in_as(subject, answer.headers["location"]))
    return visitor, visitor.get(f"{back.path}?{back.query}")


def test_whoever_is_known_and_has_a_role_is_let_in_and_led_on(sso_server: str, council: Provider) -> None:
    visitor, answer = sign_in(sso_server, council, "ana")
    assert (answer.status, answer.headers.get("location")) == (302, "/targets/"), answer.text
    assert "Ana, performance analyst" in visitor.get("/targets/").text


def test_the_proof_of_key_is_asked_for_and_given(sso_server: str, council: Provider) -> None:
    visitor = Visitor(sso_server)
    address = visitor.get("/sign-in/council/?scope=everything&auth_params=prompt%3Dnone").headers["location"]
    asked = parse_qs(urlsplit(address).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert set(asked["scope"][0].split()) == {"openid", "profile"}, "nothing of what is asked comes from the address"
    assert "prompt" not in asked
    back = urlsplit(council.sign_in_as("ana", address))
    visitor.get(f"{back.path}?{back.query}")
    (verifier,) = council.asked_for_tokens[-1]["code_verifier"]
    assert proves(asked["code_challenge"][0], verifier)


@pytest.mark.parametrize(
    ("subject", "why"),
    [
        ("stranger", "give them this reference: stranger"),
        ("nobody", "gives you no role here"),
        ("both", "more than one role here"),
        ("teamless", "sees the children of their teams"),
    ],
)
def test_whoever_is_not_let_in_is_told_why_and_what_to_do(
    sso_server: str, council: Provider, subject: str, why: str
) -> None:
    visitor, answer = sign_in(sso_server, council, subject)
    assert answer.status == 403
    assert why in answer.text
    assert visitor.get("/targets/").status == 302


def test_the_role_of_the_council_s_sign_in_counts_and_a_change_is_written_down(
    sso_server: str, council: Provider
) -> None:
    visitor, answer = sign_in(sso_server, council, "dana")
    assert answer.status == 302
    assert "Dana, director" in visitor.get("/targets/").text
    assert "role changed" in signed_in(sso_server, Role.AUDITOR).get("/audit/").text


def test_a_leaver_is_refused_at_the_next_page_and_when_they_come_back(sso_server: str, council: Provider) -> None:
    visitor, _ = sign_in(sso_server, council, "leaver")
    assert visitor.get("/targets/").status == 200
    administrator = signed_in(sso_server, Role.ADMINISTRATOR)
    assert administrator.post("/people/", stop="leaver@example.gov.uk").status == 302
    assert visitor.get("/targets/").status == 302
    _, answer = sign_in(sso_server, council, "leaver")
    assert answer.status == 403
    assert "You can no longer sign in here." in answer.text


def test_an_administrator_adds_whoever_was_told_their_reference(sso_server: str, council: Provider) -> None:
    """The reference counts, and no address does."""
    assert sign_in(sso_server, council, "later")[1].status == 403
    administrator = signed_in(sso_server, Role.ADMINISTRATOR)
    fields = {"full_name": "Later Okafor", "name": "later", "role": "analyst", "subject": "later"}
    assert administrator.post("/people/", **fields).status == 302
    assert sign_in(sso_server, council, "later")[1].status == 302
    again = administrator.post("/people/", link="analyst", subject="later")
    assert again.status == 400
    assert "Later Okafor’s already" in again.text
    assert Visitor(sso_server).sign_in("later", "").status == 400, "they have no password"


def test_what_does_not_come_from_the_provider_opens_nothing(sso_server: str, council: Provider) -> None:
    """A state that was never given, a code that was made up, a no."""
    visitor = Visitor(sso_server)
    address = visitor.get("/sign-in/council/").headers["location"]
    (state,) = parse_qs(urlsplit(address).query)["state"]
    for asked in ("state=made-up&code=x&back=1", f"state={state}&code=made-up", "error=access_denied&back=1"):
        answer = visitor.get(f"/sign-in/council/back/?{asked}")
        assert answer.status == 403, asked
        assert "did not let you through" in answer.text
    assert visitor.get("/targets/").status == 302


def test_the_token_of_another_issuer_opens_nothing(
    home: Home, council: Provider, sso_home: Home, tmp_path: Path
) -> None:
    """To the letter: what is signed as http://127.0.0.1 is not of http://127.0.0.1/, though the same one answers."""
    from tests.homes import copy_of

    place = copy_of(sso_home, tmp_path / "home")
    text = place.settings.read_text(encoding="utf-8")
    other = council.issuer.replace("localhost", "127.0.0.1")
    place.settings.write_text(text.replace(council.issuer, f"{other}/"), "utf-8")
    for server in served(place, 19350):
        visitor = Visitor(server)
        answer = visitor.get("/sign-in/council/")
        assert answer.status == 302, answer.text
        back = urlsplit(council.sign_in_as("ana", answer.headers["location"]))
        refused = visitor.get(f"{back.path}?{back.query}")
        assert refused.status == 403, refused.text


KEY, ANOTHERS = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))


def signed(token: str, key: Any = KEY, algorithm: str = "RS256", **instead: object) -> str:
    claims = jwt.decode(token, options={"verify_signature": False})
    return jwt.encode(claims | instead, key, algorithm, headers={"kid": "ours"})


def with_other_claims(token: str) -> str:
    """Its signature left as it was."""
    head, body, signature = signed(token).split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))) | {"sub": "dana"}
    return ".".join((head, base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=").decode(), signature))


def signed_with_what_is_public(token: str) -> str:
    """The provider’s public key taken for a shared secret; pyjwt itself would not do it."""
    parts = [{"alg": "HS256", "typ": "JWT", "kid": "ours"}, jwt.decode(token, options={"verify_signature": False})]
    head = ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in parts)
    public = KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    digest = hmac.new(public, head.encode(), "sha256").digest()
    return f"{head}.{base64.urlsafe_b64encode(digest).rstrip(b'=').decode()}"


@pytest.mark.parametrize(
    ("forge", "status"),
    [
        (signed, 302),
        (lambda token: signed(token, ANOTHERS), 403),
        (with_other_claims, 403),
        (lambda token: signed(token, None, "none"), 403),
        (signed_with_what_is_public, 403),
        (lambda token: signed(token, aud="another"), 403),
        (lambda token: signed(token, exp=1_500_000_000), 403),
        (lambda token: "no.token.at-all", 403),
    ],
    ids=[
        "as it should be",
        "another’s key",
        "changed",
        "none",
        "a shared secret",
        "for another",
        "run out",
        "no token",
    ],
)
def test_a_token_that_was_tampered_with_opens_nothing(
    sso_server: str, council: Provider, forge: Callable[[str], str], status: int
) -> None:
    """Somebody between us and the provider puts another token in its place."""
    public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
    council.forge, council.keys = forge, {"keys": [public | {"kid": "ours", "alg": "RS256", "use": "sig"}]}
    try:
        visitor, answer = sign_in(sso_server, council, "ana")
    finally:
        council.forge = council.keys = None
    assert answer.status == status, answer.text
    assert visitor.get("/targets/").status == (200 if status == 302 else 302)


def test_a_council_without_one_says_so(staff_server: str) -> None:
    answer = Visitor(staff_server).get("/sign-in/council/")
    assert answer.status == 404
    assert "There is no single sign-on here" in answer.text


@pytest.mark.page
def test_in_a_browser_that_sends_our_cookies_only_between_our_pages(
    visit: Visit, sso_server: str, council: Provider
) -> None:
    page = visit("/sign-in/?next=/targets/", server=sso_server)
    page.get_by_role("link", name="Sign in with Smallville sign-in").click()
    page.locator("input[name=sub]").first.fill("ana")
    page.locator("button[type=submit], input[type=submit], button").first.click()
    page.wait_for_url("**/targets/")
    assert page.get_by_text("Ana, performance analyst").is_visible()


@pytest.mark.page
def test_the_page_of_people_links_somebody_who_is_there_already(visit: Visit, sso_server: str) -> None:
    page = visit.page
    page.goto(f"{sso_server}/sign-in/?next=/people/")
    page.get_by_label("Name you sign in by").fill("administrator")
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    page = visit("/people/", server=sso_server)
    form = page.locator("form", has=page.get_by_role("button", name="Link"))
    form.get_by_label("Who").select_option("auditor")
    form.get_by_label("Their reference in Smallville sign-in").fill("the auditor")
    form.get_by_role("button", name="Link").click()
    assert page.locator("select[name=link] option[value=auditor]").count() == 0
