"""The sign-in form, in words."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from everychild.web.addresses import SINGLE_SIGN_ON
from everychild.web.presenters.messages import PRODUCT

WHY_AGAIN = {
    "idle": "You were signed out, since no page was opened for a while. Nothing that was saved is lost.",
    "chosen": "Your password is chosen. Sign in with it.",
    "long": "You were signed out at the end of a long day. Nothing that was saved is lost.",
}


@dataclass(frozen=True)
class SignIn:
    """What the form shows: where it leads on to, what was typed, and what was wrong with it."""

    council: str
    onwards: str
    given: str
    wrong: bool
    too_often: bool
    nobody_yet: bool
    single_sign_on: str = ""
    over: str = ""
    heading: str = "Sign in"
    product: str = PRODUCT

    @property
    def title(self) -> str:
        error = "Error: " if self.problem else ""
        return f"{error}{self.heading}, {self.product}"

    @property
    def why_again(self) -> str:
        """What whoever was signed out by the clock is told."""
        return WHY_AGAIN.get(self.over, "")

    @property
    def by_the_council(self) -> str:
        """The words of the link to the council’s own sign-in; none where it has none."""
        return f"Sign in with {self.single_sign_on}" if self.single_sign_on else ""

    @property
    def council_link(self) -> str:
        return f"{SINGLE_SIGN_ON}?{urlencode({'next': self.onwards})}"

    @property
    def problem(self) -> str:
        if self.too_often:
            return "There have been too many wrong attempts with this name. Wait a quarter of an hour, then try again."
        return "That name and password do not belong together. Check both and try again." if self.wrong else ""
