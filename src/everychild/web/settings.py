"""Django's settings for the dashboard. What a council sets is in its home; what an operator sets is in the environment.

EVERYCHILD_HOME          the home that is shown
EVERYCHILD_HOSTS         names this server answers to beside localhost, parted by commas
EVERYCHILD_SECRET_KEY    what signatures are made with; without it, the key kept in the home
EVERYCHILD_API_A_MINUTE  how many questions a person’s programs may ask in a minute; 120 where nothing is said
DATABASE_URL             where the journal lies, if in PostgreSQL; or DATABASE_URL_FILE, a file that says so
EVERYCHILD_WORK_HERE     0 where `everychild work` does what pages ask for: always so where several processes serve them
EVERYCHILD_IDLE_MINUTES  how long a sign-in lasts without a page; 30 where nothing is said
EVERYCHILD_LONGEST_HOURS how long it lasts in all; 8 where nothing is said
EVERYCHILD_SIGN_IN_SECRET  the secret of the council’s single sign-on; or EVERYCHILD_SIGN_IN_SECRET_FILE, a file with it
EVERYCHILD_MAIL          the council’s mail server; with EVERYCHILD_MAIL_FROM and EVERYCHILD_ADDRESS: see `mail_server`
EVERYCHILD_HTTPS         1 where the server stands behind TLS: cookies are then never sent without it
"""

from __future__ import annotations

import os
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path

from django.utils.csp import CSP

from everychild.journal.connection import APPS, PASSWORD_HASHERS, PERSON
from everychild.journal.whereabouts import database
from everychild.store.home import Home
from everychild.store.keys import secret_key
from everychild.web.mail_server import mailers

HERE = Path(__file__).parent
HOME = Home(Path(os.environ.get("EVERYCHILD_HOME") or "everychild-home").absolute())

DEBUG = False
SECRET_KEY = os.environ.get("EVERYCHILD_SECRET_KEY") or secret_key(HOME)
BEHIND_TLS = os.environ.get("EVERYCHILD_HTTPS") == "1"
if BEHIND_TLS:  # the proxy says by this header how it was asked; nothing else must be able to reach us
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = BEHIND_TLS
SECURE_REDIRECT_EXEMPT = [r"^health$"]  # asked from beside us, without TLS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if BEHIND_TLS else 0
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # other names under ours are not ours to promise TLS for
    "security.W021",  # nor to have written into browsers for good
    "mail.W001",  # where no mail server is named no letter is written, and the page says so
]
ALLOWED_HOSTS = ["localhost", "127.0.0.1", *filter(None, os.environ.get("EVERYCHILD_HOSTS", "").split(","))]

DATABASES = {"default": database(HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = ["django.contrib.staticfiles", *APPS]
HAS_ALLAUTH = all(find_spec(name) for name in ("allauth", "jwt", "requests"))
if HAS_ALLAUTH:
    INSTALLED_APPS += ["allauth.account", "allauth.socialaccount", "allauth.socialaccount.providers.openid_connect"]
    MIGRATION_MODULES = {"account": None, "socialaccount": None}  # nothing is kept there: see `council_sign_in`
    SOCIALACCOUNT_ADAPTER = "everychild.web.allauth_views.OurApps"
    SOCIALACCOUNT_LOGIN_ON_GET = True
    SOCIALACCOUNT_ONLY = True
    SOCIALACCOUNT_EMAIL_VERIFICATION = ACCOUNT_EMAIL_VERIFICATION = "none"
    ACCOUNT_USER_MODEL_USERNAME_FIELD = "sign_in_name"
    ACCOUNT_USER_MODEL_EMAIL_FIELD = None
AUTH_USER_MODEL = PERSON
PASSWORD_HASHERS = PASSWORD_HASHERS

MAILERS = mailers(os.environ)

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
WORK_HERE = os.environ.get("EVERYCHILD_WORK_HERE", "1") == "1"

RECEIVED = HOME.path / ".received"
"""Where files lie between the browser and the load. They name children, so they never leave the home; what a server
that stopped left there is taken away at the next start."""

if HOME.path.is_dir():
    RECEIVED.mkdir(mode=0o700, exist_ok=True)
    FILE_UPLOAD_TEMP_DIR = str(RECEIVED)
DATA_UPLOAD_MAX_NUMBER_FILES = 1_000  # a council’s month is some fifty

API_QUESTIONS_A_MINUTE = int(os.environ.get("EVERYCHILD_API_A_MINUTE") or 120)
"""How many questions one person’s programs may ask a minute; counted by each process of the server for itself."""

IDLE = timedelta(minutes=float(os.environ.get("EVERYCHILD_IDLE_MINUTES") or 30))
LONGEST = timedelta(hours=float(os.environ.get("EVERYCHILD_LONGEST_HOURS") or 8))  # a working day
SESSION_COOKIE_AGE = int(LONGEST.total_seconds()) + 60 * 60  # kept past its end, so that the reason can be told
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
LINK_LASTS = timedelta(hours=24)
"""A link to choose a password by: long enough to be given by somebody who knows the voice or the face."""

PASSWORD_RESET_TIMEOUT = int(LINK_LASTS.total_seconds())
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
if BEHIND_TLS:  # a browser takes a cookie of this beginning from this very name alone, and only by TLS
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "everychild.web.refusals.form_too_old"

ROOT_URLCONF = "everychild.web.urls"
WSGI_APPLICATION = "everychild.web.wsgi.application"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    *(["allauth.account.middleware.AccountMiddleware"] if HAS_ALLAUTH else []),
    "everychild.web.access.Doorkeeper",
    "everychild.web.refusals.SayWhy",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "OPTIONS": {"context_processors": ["everychild.web.furniture.furniture"]},
    }
]

STATIC_URL = "/static/"
STATICFILES_DIRS = [HERE / "static"]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ALLOW_ALL_ORIGINS = False  # no other site’s script has a use for our style sheet
WHITENOISE_MAX_AGE = 365 * 24 * 60 * 60  # the address carries a digest of the file, so it may be kept for good

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "object-src": [CSP.NONE],  # said though nothing is allowed by default: whoever checks us looks for it
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "everychild.web.log_lines.LogLine"}},
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "django.request": {"handlers": ["terminal"], "level": "ERROR", "propagate": False},
        "everychild.web": {"handlers": ["terminal"], "level": "WARNING"},
    },
}

LANGUAGE_CODE = "en-gb"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "Europe/London"
APPEND_SLASH = True
