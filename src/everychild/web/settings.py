"""Django's settings for the dashboard. What a council sets is in its home; what an operator sets is in the environment.

EVERYCHILD_HOME          the home that is shown
EVERYCHILD_HOSTS         names this server answers to beside localhost, parted by commas
EVERYCHILD_SECRET_KEY    what signatures are made with; without it, the key kept in the home
EVERYCHILD_HTTPS         1 where the server stands behind TLS: cookies are then never sent without it
"""

from __future__ import annotations

import os
from pathlib import Path

from django.utils.csp import CSP

from everychild.journal.connection import APPS, PASSWORD_HASHERS, PERSON, database
from everychild.store.home import Home
from everychild.store.keys import secret_key

HERE = Path(__file__).parent
HOME = Home(Path(os.environ.get("EVERYCHILD_HOME") or "everychild-home").absolute())

DEBUG = False
SECRET_KEY = os.environ.get("EVERYCHILD_SECRET_KEY") or secret_key(HOME)
BEHIND_TLS = os.environ.get("EVERYCHILD_HTTPS") == "1"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", *filter(None, os.environ.get("EVERYCHILD_HOSTS", "").split(","))]

DATABASES = {"default": database(HOME.journal)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = ["django.contrib.staticfiles", *APPS]
AUTH_USER_MODEL = PERSON
PASSWORD_HASHERS = PASSWORD_HASHERS

SESSION_COOKIE_AGE = 8 * 60 * 60  # a working day
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
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
WHITENOISE_MAX_AGE = 365 * 24 * 60 * 60  # the address carries a digest of the file, so it may be kept for good

SECURE_CSP = {
    "default-src": [CSP.NONE],
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
    "handlers": {"terminal": {"class": "logging.StreamHandler"}},
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
