"""Pages asked for at moments of our choosing, in a process whose settings are the pages’ own.

python -m tests.web.by_the_clock HOME      prints, as JSON, what each step was answered
"""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

PAGE = "/targets/"
BEGINNING = datetime(2019, 5, 7, 9, tzinfo=UTC)
STEPS = {
    "idle": (0, 29, 58, 89),
    "long": (0, *range(20, 481, 20)),
}
"""Minutes after signing in at which a page is asked for."""


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "everychild.web.settings"
    os.environ["EVERYCHILD_HOME"] = sys.argv[1]
    import django

    django.setup()
    from django.test import Client

    from everychild.web.wsgi import application  # opens the journal
    from tests.web.staff import PASSWORD

    assert application
    told = {}
    for name, minutes in STEPS.items():
        client = Client(headers={"host": "localhost"})
        answers = []
        for minute in minutes:
            with patch("django.utils.timezone.now", return_value=BEGINNING + timedelta(minutes=minute)):
                if minute == 0:
                    client.post("/sign-in/", {"name": "analyst", "password": PASSWORD})
                answer = client.get(PAGE)
            answers.append([minute, answer.status_code, answer.headers.get("Location", "")])
        told[name] = answers
        told[f"{name} again"] = client.get(answers[-1][2]).content.decode() if answers[-1][2] else ""
    print(json.dumps(told))


if __name__ == "__main__":
    main()
