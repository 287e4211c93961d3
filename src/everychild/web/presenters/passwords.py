"""The pages where somebody changes or chooses their own password, in words."""

from __future__ import annotations

from dataclasses import dataclass

from everychild.journal.passwords import SHORTEST_PASSWORD
from everychild.web.presenters.messages import PRODUCT

TOO_OFTEN = "There have been too many wrong attempts with this name. Wait a quarter of an hour, then try again."
WRONG_BEFORE = "The password you have now is not right. Nothing was changed."
WRONG_CODE = "That code is not right, or was used already. Nothing was changed: wait for the next one."
DIFFERENT = "The two new passwords differ. Type the same one twice."
THE_SAME = "That is the password you have now. Choose another."
RULE = (
    f"{SHORTEST_PASSWORD} characters or more, of any kind. Three or four words that do not belong together are "
    "good, and easy to keep in mind."
)


@dataclass(frozen=True)
class PasswordPage:
    """One’s own."""

    asks_code: bool = False
    has_one: bool = True
    problem: str = ""
    is_changed: bool = False
    heading: str = "Password"
    product: str = PRODUCT
    rule: str = RULE
    before_label: str = "The password you have now"
    new_label: str = "The new password"
    again_label: str = "The new password once more"
    code_label: str = "The code your telephone shows now, or one from your paper list"
    change: str = "Change it"
    onwards: str = "Go on"

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def lead(self) -> str:
        if self.is_changed:
            return "It is changed. Wherever else you were signed in, you are not any more."
        if not self.has_one:
            return "You have none here: you sign in by the council’s own sign-in, and change your password there."
        return "Change it when somebody else may know it. Nobody here asks you to change it by the calendar."


@dataclass(frozen=True)
class ChoosePage:
    """By a link."""

    council: str
    sign_in_name: str
    problem: str = ""
    heading: str = "Choose a password"
    product: str = PRODUCT
    rule: str = RULE
    new_label: str = "Your password"
    again_label: str = "The same once more"
    choose: str = "Choose it"
    you_sign_in_as: str = "You sign in as"

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"
