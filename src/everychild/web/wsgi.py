"""The application a server runs. Opening the journal here means that a home of another version is refused at once."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "everychild.web.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.utils import timezone

from everychild.journal import jobs
from everychild.journal.connection import open_journal

application = get_wsgi_application()
open_journal(settings.HOME)
jobs.interrupt_all(timezone.now())
