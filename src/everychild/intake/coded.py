"""Codes as councils write them: the whole form, the label alone, the code alone, or the code before any words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache

from everychild.intake.cells import says_nothing, text_of
from everychild.intake.decode_child import Cell
from everychild.intake.headings import folded
from everychild.intake.unread import Unread
from everychild.layouts.layout import WrittenCodes

_LETTERED = re.compile(r"^[A-Za-z]{1,2}\d?[).] *(?=\S)")
"""The letter the template puts before each of a list's codes: "a) ", "p1) ", "zz) "."""

_TOKEN_FIRST = re.compile(r"([A-Za-z0-9]{1,4}) *[:\-–)\] ] *(.+)")
_TOKEN_LAST = re.compile(r".+[\[(]([A-Za-z0-9]{2,4})[\])]")


def code_reader(codes: WrittenCodes) -> Callable[[Cell], str | Unread | None]:
    """A reader of one column's codes. What it does not know it does not guess."""
    forms = forms_of(codes)
    nothing = {folded(form) for form in codes.says_nothing}

    def read(cell: Cell) -> str | Unread | None:
        text = text_of(cell)
        known = forms.get(folded(text))
        if known is None and (
            says_nothing(cell) or folded(text) in nothing
        ):  # "none" is an answer where it is one of the codes
            return None
        return known or _by_token(_LETTERED.sub("", text), forms) or Unread.UNKNOWN_CODE

    return read


def yes_no_reader(codes: WrittenCodes) -> Callable[[Cell], bool | Unread | None]:
    """The same for yes and no; a written "unknown" is nothing, like a blank."""
    read_code = code_reader(codes)

    def read(cell: Cell) -> bool | Unread | None:
        code = read_code(cell)
        return code if isinstance(code, Unread) else {"yes": True, "no": False}.get(code or "")

    return read


@cache
def forms_of(codes: WrittenCodes) -> dict[str, str]:
    """Every form of every code, folded. An official form is never taken for another code's other form."""
    labels = {code: _LETTERED.sub("", form) for code, form in codes.written.items()}
    words = {code: match[2] for code, label in labels.items() if (match := _TOKEN_FIRST.fullmatch(label))}
    shared = {word for word, times in Counter(map(folded, words.values())).items() if times > 1}
    forms: dict[str, str] = {}
    for source in (codes.written, labels, {code: code for code in codes.codes.values}, codes.codes.values):
        for code, form in source.items():
            forms.setdefault(folded(form), code)
    for form, code in codes.also.items():
        forms.setdefault(folded(form), code)
    for code, word in words.items():
        if folded(word) not in shared:
            forms.setdefault(folded(word), code)
    forms.pop("", None)
    return forms


def _by_token(text: str, forms: dict[str, str]) -> str | None:
    """The form without its letter, else the code it begins or ends with, where that cannot be a number of their own.

    Local lists number their own codes, so "7 - Police" is not code 7: a short token must agree with its words.
    """
    known = forms.get(folded(text))
    if known:
        return known
    first = _TOKEN_FIRST.fullmatch(text)
    if first:
        by_token, by_words = forms.get(folded(first[1])), forms.get(folded(first[2]))
        if by_token and by_words in (by_token, None) and (by_words or _is_distinctive(first[1])):
            return by_token
        return None
    last = _TOKEN_LAST.fullmatch(text)
    return forms.get(folded(last[1])) if last and _is_distinctive(last[1]) else None


def _is_distinctive(token: str) -> bool:
    return len(token) >= 3 or (any(map(str.isdigit, token)) and any(map(str.isalpha, token)))
