"""Django's settings for the dashboard. What a council sets is in its home; what an operator sets is in the environment.

EVERYCHILD_HOME          the home that is shown
EVERYCHILD_HOSTS         names this server answers to beside localhost, parted by commas
EVERYCHILD_SECRET_KEY    needed only once something is signed; until then each process makes its own
"""

from __future__ import annotations

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key
from django.utils.csp import CSP

from everychild.journal.connection import database
from everychild.store.home import Home

HERE = Path(__file__).parent
HOME = Home(Path(os.environ.get("EVERYCHILD_HOME") or "everychild-home").absolute())

DEBUG = False
SECRET_KEY = os.environ.get("EVERYCHILD_SECRET_KEY") or get_random_secret_key()
ALLOWED_HOSTS = ["localhost", "127.0.0.1", *filter(None, os.environ.get("EVERYCHILD_HOSTS", "").split(","))]

DATABASES = {"default": database(HOME.journal)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = ["django.contrib.staticfiles", "everychild.journal"]

ROOT_URLCONF = "everychild.web.urls"
WSGI_APPLICATION = "everychild.web.wsgi.application"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
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
