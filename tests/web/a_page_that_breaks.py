"""A page that falls over in a way nobody foresaw, in a process whose settings are the pages’ own.

python -m tests.web.a_page_that_breaks HOME SECRET      prints the answer; its log is on the terminal
"""

from __future__ import annotations

import os
import sys
from unittest.mock import patch


def main(home: str, secret: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "everychild.web.settings"
    os.environ["EVERYCHILD_HOME"] = home
    import django

    django.setup()
    from django.test import Client

    from everychild.web.wsgi import application  # opens the journal
    from tests.web.staff import PASSWORD

    assert application
    client = Client(headers={"host": "localhost"}, raise_request_exception=False)
    client.post("/sign-in/", {"name": "analyst", "password": PASSWORD})
    with patch("everychild.web.views.find_page", side_effect=KeyError(secret)):
        answer = client.get("/p/2019-04/find/", {"q": "visits"})
    print(answer.status_code)
    print(answer.content.decode())


if __name__ == "__main__":
    main(*sys.argv[1:])
