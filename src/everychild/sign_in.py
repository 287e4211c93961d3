"""How a council has people sign in: whether a second factor is asked of them, and its own single sign-on, if any.

Read from `[access]` in council.toml. The secret of the single sign-on is not there: see `web.council_sign_in`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from everychild.errors import SettingsError
from everychild.roles import Role

CHOICES = {"required": True, "optional": False}
ROLES_CLAIM = "roles"
"""What Microsoft Entra ID calls an app’s roles in a token."""

THIS_COMPUTER = ("localhost", "127.0.0.1")


@dataclass(frozen=True)
class SingleSignOn:
    """The council’s own sign-in, spoken to by OpenID Connect. `roles` says which of ours each of its app roles is."""

    name: str
    issuer: str
    client_id: str
    roles: Mapping[str, Role]
    roles_claim: str = ROLES_CLAIM

    def roles_of(self, claims: Mapping[str, Any]) -> frozenset[Role]:
        """Ours, of those a token gives; names we were not told of give nothing."""
        given = claims.get(self.roles_claim, ())
        names = [given] if isinstance(given, str) else given if isinstance(given, list) else []
        return frozenset(self.roles[name] for name in names if isinstance(name, str) and name in self.roles)


@dataclass(frozen=True)
class SignIn:
    """With nothing said: a password, a second factor for whoever wants one, and no single sign-on."""

    second_factor_required: bool = False
    single_sign_on: SingleSignOn | None = None


def read_sign_in(settings: Path) -> SignIn:
    """From council.toml. Raises SettingsError naming the key and what to write."""
    try:
        return _sign_in_from(settings.read_text(encoding="utf-8"), settings.name)
    except FileNotFoundError:
        return SignIn()


@lru_cache(maxsize=8)
def _sign_in_from(text: str, name: str) -> SignIn:
    """The same text is read once: every page asks for it."""
    try:
        said = tomllib.loads(text).get("access", {})
    except tomllib.TOMLDecodeError as problem:
        raise SettingsError(f"{name} is not valid TOML: {problem}.") from None
    wanted = said.get("second_factor", "optional")
    if wanted not in CHOICES:
        raise SettingsError(f"{name}: [access] second_factor should be one of: {', '.join(CHOICES)}.")
    held = said.get("single_sign_on")
    return SignIn(CHOICES[wanted], None if held is None else _single_sign_on(name, held))


def _single_sign_on(name: str, held: Any) -> SingleSignOn:  # Any: whatever the file holds
    place = f"{name}: [access.single_sign_on]"
    if not isinstance(held, dict):
        raise SettingsError(f"{place} should be a table of settings.")
    _refuse_unknown(place, held, ("name", "issuer", "client_id", "roles_claim", "roles"))
    told = {key: _text(place, held, key) for key in ("name", "issuer", "client_id")}
    issuer = urlsplit(told["issuer"])
    if not issuer.hostname or (issuer.scheme != "https" and issuer.hostname not in THIS_COMPUTER):
        raise SettingsError(f"{place} issuer should be an address that begins with https://")
    roles = held.get("roles")
    if not isinstance(roles, dict) or not roles:
        raise SettingsError(f'{place} needs roles: which of ours each app role is, as {{ "Analyst" = "analyst" }}.')
    known = {role.value: role for role in Role}
    for app_role, ours in roles.items():
        if ours not in known:
            raise SettingsError(f"{place} roles: {app_role} should be one of: {', '.join(known)}.")
    return SingleSignOn(
        **told,
        roles={app_role: known[ours] for app_role, ours in roles.items()},
        roles_claim=_text(place, held, "roles_claim") if "roles_claim" in held else ROLES_CLAIM,
    )


def _refuse_unknown(place: str, held: Mapping[str, Any], known: Collection[str]) -> None:
    unknown = sorted(set(held) - set(known))
    if "client_secret" in unknown:
        raise SettingsError(f"{place} should not hold the secret: council.toml is kept with every edition.")
    if unknown:
        raise SettingsError(f"{place} has {unknown[0]}, which Everychild does not know.")


def _text(place: str, held: Mapping[str, Any], key: str) -> str:
    value = held.get(key)
    if not isinstance(value, str) or not value.strip():
        raise SettingsError(f"{place} needs {key}, in quotation marks.")
    return value.strip()
