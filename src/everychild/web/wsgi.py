"""The application a server runs. Opening the journal here means that a home of another version is refused at once."""

from __future__ import annotations

import os
from threading import Thread

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "everychild.web.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from everychild.journal.connection import open_journal
from everychild.journal.whereabouts import require_one_journal
from everychild.web import worker
from everychild.web.reading_ahead import read_ahead

application = get_wsgi_application()
require_one_journal(settings.HOME)
open_journal(settings.HOME)
Thread(target=read_ahead, args=(settings.HOME,), name="everychild-open", daemon=True).start()
if settings.WORK_HERE:
    worker.begin(settings.HOME, settings.RECEIVED)
