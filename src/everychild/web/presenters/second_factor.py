"""The pages of the second factor, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from everychild import wording
from everychild.web.presenters.messages import PRODUCT

TOO_OFTEN = "There have been too many wrong attempts with this name. Wait a quarter of an hour, then try again."
WRONG = "That code is not right, or was used already. Wait for the next one, and check the clock of your telephone."
LETTERS_TOGETHER = 4


def picture_of(secret: str, sign_in_name: str, council: str) -> str:
    """What a telephone reads a secret from, as an image that needs nothing fetched."""
    import pyotp
    import segno

    address = pyotp.TOTP(secret).provisioning_uri(name=sign_in_name, issuer_name=f"{council} Everychild")
    return str(segno.make(address, error="m").svg_data_uri(scale=5, border=4, light="#fff"))


@dataclass(frozen=True)
class CodePage:
    """After the password."""

    council: str
    wrong: bool = False
    too_often: bool = False
    heading: str = "Enter the code from your telephone"
    product: str = PRODUCT
    about: str = (
        "Six figures, from the app where you set up your second factor. A code from your paper list will do too."
    )
    label: str = "Code"
    go_on: str = "Sign in"
    lost: str = "If you have lost both, ask an administrator to take your second factor off."

    @property
    def problem(self) -> str:
        if self.too_often:
            return TOO_OFTEN
        return WRONG if self.wrong else ""

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"


@dataclass(frozen=True)
class FactorPage:
    """One’s own second factor."""

    secret: str
    picture: str
    has_one: bool
    is_needed: bool
    paper_codes_left: int
    codes: Sequence[str]
    wrong: bool
    wrong_before: bool
    too_often: bool
    heading: str = "Second factor"
    product: str = PRODUCT
    picture_is: str = "A square code to read with the camera of your telephone. The letters below say the same."
    or_type: str = "Or type these letters into the app"
    code_label: str = "The six figures the app shows now"
    before_label: str = "A code of the second factor you have now, or one from your paper list"
    set_up: str = "Set it up"
    codes_heading: str = "Ten codes for paper"
    codes_about: str = (
        "Print or write these down now, and keep them where your telephone is not. Each opens the door once, if "
        "you lose the telephone. They are not shown again."
    )
    onwards: str = "Go on"

    @property
    def problem(self) -> str:
        if self.too_often:
            return TOO_OFTEN
        if self.wrong_before:
            return "The code of the second factor you have now is not right, or was used already."
        return WRONG if self.wrong else ""

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def lead(self) -> str:
        if self.codes:
            return "It is set up. From now on you are asked for a code after your password."
        if self.has_one:
            left = wording.count(self.paper_codes_left, "code")
            return f"You have one, and {left} left on your paper list. To change telephones, set it up again here."
        first = "Your council asks everybody for one. " if self.is_needed else ""
        return (
            f"{first}Install an authenticator app on your telephone, read the square code with it, and type in the six "
            "figures it shows."
        )

    @property
    def spaced_secret(self) -> str:
        """In fours, to be read off and typed."""
        return " ".join(self.secret[at : at + LETTERS_TOGETHER] for at in range(0, len(self.secret), LETTERS_TOGETHER))

    @property
    def spaced_codes(self) -> list[str]:
        return ["-".join(code[at : at + LETTERS_TOGETHER] for at in range(0, len(code), 4)) for code in self.codes]
