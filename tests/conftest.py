"""How tests run, wherever they run."""

import os

from hypothesis import settings

# The browser's driver runs an event loop in this thread; Django would take that for asynchronous code and refuse.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

settings.register_profile("house", deadline=None)  # how long a case takes says more of the machine than of the code
settings.load_profile("house")
