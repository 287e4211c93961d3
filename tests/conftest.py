"""How tests run, wherever they run."""

from hypothesis import settings

settings.register_profile("house", deadline=None)  # how long a case takes says more of the machine than of the code
settings.load_profile("house")
