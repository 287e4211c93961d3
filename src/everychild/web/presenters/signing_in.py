"""The sign-in form, in words."""

from __future__ import annotations

from dataclasses import dataclass

from everychild.web.presenters.messages import PRODUCT


@dataclass(frozen=True)
class SignIn:
    """What the form shows: where it leads on to, what was typed, and what was wrong with it."""

    council: str
    onwards: str
    given: str
    wrong: bool
    too_often: bool
    nobody_yet: bool
    heading: str = "Sign in"
    product: str = PRODUCT

    @property
    def title(self) -> str:
        error = "Error: " if self.problem else ""
        return f"{error}{self.heading}, {self.product}"

    @property
    def problem(self) -> str:
        if self.too_often:
            return "There have been too many wrong attempts with this name. Wait a quarter of an hour, then try again."
        return "That name and password do not belong together. Check both and try again." if self.wrong else ""
