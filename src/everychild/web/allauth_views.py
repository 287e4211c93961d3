"""django-allauth’s views of OpenID Connect, with its sign-up, its accounts and its pages left out.

Imported only where the council has a single sign-on and the optional part is installed.
"""

from __future__ import annotations

from typing import Any, NoReturn

import jwt
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal.httpkit import add_query_params
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from everychild.sign_in import SingleSignOn, read_sign_in
from everychild.web.council_sign_in import PROVIDER, client_secret, come_back_with_cookies, could_not, let_in

SCOPES = ["openid", "profile"]
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
FROM_ELSEWHERE = "back"


class OurApps(DefaultSocialAccountAdapter):
    """Where allauth looks for what it may speak to: council.toml, and no table. Nobody signs up."""

    def list_apps(self, request: HttpRequest, provider: str | None = None, client_id: str | None = None) -> list[Any]:
        told = read_sign_in(settings.HOME.settings).single_sign_on
        if told is None or provider not in (None, PROVIDER, "openid_connect"):
            return []
        return [app_of(told)]

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def on_authentication_error(self, request: HttpRequest, provider: Any, **told: Any) -> NoReturn:
        """Raises ImmediateHttpResponse, which is how allauth is answered."""
        raise ImmediateHttpResponse(could_not(request, told.get("exception") or told.get("error")))


class CouncilAdapter(OpenIDConnectOAuth2Adapter):
    """One provider’s. The token’s signature is verified always, though it came straight from the provider."""

    def __init__(self, request: HttpRequest, single_sign_on: SingleSignOn) -> None:
        super().__init__(request, PROVIDER)
        self.single_sign_on = single_sign_on

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **told: Any) -> NoReturn:
        """Raises ImmediateHttpResponse with our own answer, so that allauth does nothing of its own after this."""
        try:
            _require_known_algorithm(told["response"]["id_token"])
            claims = jwtkit.verify_and_decode(
                credential=told["response"]["id_token"],
                keys_url=self.openid_config["jwks_uri"],
                issuer=self.single_sign_on.issuer,
                audience=app.client_id,
                lookup_kid=jwtkit.lookup_kid_jwk,
                verify_signature=True,
            )
        except KeyError as missing:
            raise OAuth2Error(f"the provider’s answer lacks {missing}") from None
        raise ImmediateHttpResponse(let_in(request, self.single_sign_on, claims))

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        return str(request.build_absolute_uri(reverse("openid_connect_callback")))


class LoginView(OAuth2LoginView):
    """To the provider, by our adapter, which knows where to come back to."""

    def get_provider(self) -> Any:
        provider = super().get_provider()
        provider.get_oauth2_adapter = lambda request: self.adapter
        return provider


class CallbackView(OAuth2CallbackView):
    """Back from the provider, whose page our cookies are not sent from."""

    def _redirect_strict_samesite(self, request: HttpRequest, provider: Any) -> HttpResponse | None:
        if FROM_ELSEWHERE in request.GET:
            return None
        return come_back_with_cookies(request, add_query_params(request.get_full_path(), {FROM_ELSEWHERE: "1"}))


def app_of(told: SingleSignOn) -> SocialApp:
    """Not kept anywhere."""
    return SocialApp(
        provider="openid_connect",
        provider_id=PROVIDER,
        name=told.name,
        client_id=told.client_id,
        secret=client_secret(settings.HOME),
        settings={
            "server_url": told.issuer.rstrip("/"),
            "oauth_pkce_enabled": True,
            "fetch_userinfo": False,
            "scope": SCOPES,
        },
    )


def _require_known_algorithm(id_token: str) -> None:
    """allauth takes the algorithm from the token itself; only those signed by a key the provider publishes are ours."""
    try:
        algorithm = jwt.get_unverified_header(id_token).get("alg")
    except jwt.PyJWTError:
        raise OAuth2Error("the provider’s token cannot be read") from None
    if algorithm not in ALGORITHMS:
        raise OAuth2Error(f"the provider’s token is signed by {algorithm}, and one of {', '.join(ALGORITHMS)} is asked")
