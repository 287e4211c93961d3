"""Tokens for programs, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from everychild import wording
from everychild.journal.tokens import Made
from everychild.roles import Need, Viewer
from everychild.web.presenters.messages import PRODUCT


@dataclass(frozen=True)
class TokenRow:
    """One token: whose, how it stands, and its number where it can still be withdrawn."""

    name: str
    holder: str
    made: str
    stands: str
    last_used: str
    can_withdraw: int | None


@dataclass(frozen=True)
class TokensPage:
    """A viewer’s tokens; `secret` on the one page that shows it."""

    viewer: Viewer
    held: Sequence[Made]
    now: datetime
    host: str
    problem: str = ""
    secret: str = ""
    heading: str = "Tokens for programs"
    product: str = PRODUCT
    about: str = (
        "A token lets a program of yours, a workbook or a Power BI report, ask for figures in your name. It opens "
        "figures and never a child, whatever else your role opens. It ends when it runs out, when it is withdrawn, and "
        "when you leave."
    )
    reference: str = "What programs may ask for"
    new_heading: str = "Your new token"
    copy_it: str = "Copy it now. It is shown this once, and only a digest of it is kept."
    token_label: str = "Token"  # noqa: S105 - a label
    make_heading: str = "Make a token"
    name_label: str = "What it is for, as Power BI, monthly refresh"
    days_label: str = "How long it is good for"
    lengths: tuple[tuple[int, str], ...] = ((30, "30 days"), (90, "90 days"), (365, "A year"))
    make_it: str = "Make it"
    table: str = "Tokens made so far"
    comma_table: str = ", table"
    columns: tuple[str, ...] = ("What for", "Whose", "Made", "Stands", "Last used", "")
    withdraw: str = "Withdraw"
    none: str = "No token has been made yet."

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def may_make(self) -> bool:
        return self.viewer.can(Need.FIGURES)

    @property
    def rows(self) -> list[TokenRow]:
        return [
            TokenRow(
                name=one.name,
                holder=one.holder_name,
                made=wording.day(one.made_at.date()),
                stands=self._stands(one),
                last_used=wording.day(one.last_used_on) if one.last_used_on else "Never",
                can_withdraw=one.number if one.opens(self.now) else None,
            )
            for one in self.held
        ]

    def _stands(self, one: Made) -> str:
        if one.withdrawn_at is not None:
            return f"Withdrawn {wording.day(one.withdrawn_at.date())}"
        if not one.holder_is_active:
            return "Ended: its holder has left"
        if self.now >= one.expires_at:
            return f"Ran out {wording.day(one.expires_at.date())}"
        return f"Good until {wording.day(one.expires_at.date())}"
