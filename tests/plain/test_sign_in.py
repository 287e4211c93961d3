"""What a council says of signing in, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from everychild.errors import SettingsError
from everychild.roles import Role
from everychild.sign_in import SignIn, read_sign_in

WHOLE = """
[council]
name = "Smallville"

[access]
second_factor = "required"

[access.single_sign_on]
name = "Smallville sign-in"
issuer = "https://login.example.gov.uk/tenant/v2.0"
client_id = "everychild"
roles = { "Everychild.Analyst" = "analyst", "Everychild.Director" = "director" }
"""


def said(folder: Path, text: str) -> SignIn:
    path = folder / "council.toml"
    path.write_text(text, encoding="utf-8")
    return read_sign_in(path)


def test_with_nothing_said_there_is_a_password_and_no_more(tmp_path):
    assert said(tmp_path, '[council]\nname = "Smallville"\n') == SignIn()
    assert read_sign_in(tmp_path / "nowhere") == SignIn()


def test_app_roles_become_ours_and_others_give_nothing(tmp_path):
    single_sign_on = said(tmp_path, WHOLE).single_sign_on
    assert single_sign_on is not None
    assert single_sign_on.roles_of({"roles": ["Everychild.Analyst", "Another.App"]}) == {Role.ANALYST}
    assert single_sign_on.roles_of({"roles": "Everychild.Director"}) == {Role.DIRECTOR}
    assert single_sign_on.roles_of({"roles": {"Everychild.Director": True}}) == frozenset()
    assert single_sign_on.roles_of({"groups": ["Everychild.Director"]}) == frozenset()


@pytest.mark.parametrize(
    ("was", "is_now", "told"),
    [
        ('"required"', '"perhaps"', "second_factor should be one of: required, optional"),
        ("https://login", "http://login", "issuer should be an address that begins with https://"),
        ('client_id = "everychild"', "", "needs client_id"),
        ('client_id = "everychild"', 'client_id = "x"\nclient_secret = "y"', "should not hold the secret"),
        ('client_id = "everychild"', 'client_id = "x"\ncolour = "blue"', "has colour, which Everychild does not know"),
        ('"director" }', '"king" }', "Everychild.Director should be one of: practitioner"),
        ('{ "Everychild.Analyst" = "analyst", "Everychild.Director" = "director" }', "{}", "needs roles"),
    ],
)
def test_what_is_not_right_is_refused_by_name(tmp_path, was, is_now, told):
    assert was in WHOLE
    with pytest.raises(SettingsError) as refused:
        said(tmp_path, WHOLE.replace(was, is_now))
    assert told in str(refused.value)
