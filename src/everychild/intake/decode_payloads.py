"""Reads JSON payloads as if they were one document’s elements, inside the child process that `decode_child` is.

Loaded by path and in isolation like it, so that it imports only the standard library. A payload is an object; several
come as an array, one after another, or in a wrapper. A member is an element of its name, an array as many of them; what
is null or empty is no element, as if it had been left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

Members = tuple[tuple[str, Any], ...]  # Any: what JSON holds
"""An object, its members in order: one named twice is told twice."""

_SPACE = re.compile(r"[\s,]*")
_NO_PART_OF_A_NAME = re.compile(r"[^\w\-.]")
"""A name with a stroke in it could pass for an element inside another."""


class Listener(Protocol):
    """What reads the elements: the reader of XML documents, by its parser’s names."""

    def start(self, tag: str, attributes: dict[str, str]) -> None: ...
    def data(self, text: str) -> None: ...
    def end(self, tag: str) -> None: ...


class Unsafe(Exception):
    """Why the file is refused: a rule’s name, and the sentence for the person who sent it."""

    def __init__(self, rule: str, message: str, row: int | None = None) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.row = row


def tell(text: str, listener: Listener, shape: dict[str, Any]) -> Iterator[None]:
    """Tells the listener every payload, and stops after each so that what has gathered can be taken.

    `known_by` is the member that makes an object a payload; `passed_down` one that, where true, is true of all inside.
    """
    root, _, unit = shape["unit"].partition("/")
    listener.start(root, {})
    try:
        for name, value in _payloads(text, shape["known_by"]):
            _tell(listener, unit if name is None else name, value, shape["passed_down"], taken_back=False)
            yield
    except json.JSONDecodeError as error:
        message = f"is not whole JSON: it is cut short or broken at line {error.lineno}. Export it again."
        raise Unsafe("damaged", message, error.lineno) from error
    except RecursionError as error:
        raise Unsafe("too_deep", "is nested deeper than any payload. It was not read.") from error
    listener.end(root)


def _payloads(text: str, known_by: str) -> Iterator[tuple[str | None, Any]]:
    """Each payload without a name; what stands beside payloads in a wrapper by its own."""
    decoder = json.JSONDecoder(
        object_pairs_hook=tuple, parse_int=str, parse_float=str, parse_constant=_refuse_what_is_no_number
    )
    for value in _values(text, decoder):
        if not isinstance(value, tuple):
            raise Unsafe("not_a_table", "is JSON, but holds more than objects. Send the payloads as they were made.")
        yield from [(None, value)] if any(name == known_by for name, _ in value) else _unwrapped(value)


def _unwrapped(wrapper: Members) -> Iterator[tuple[str | None, Any]]:
    for name, value in wrapper:
        inside = value if isinstance(value, list) else [value]
        for each in inside:
            yield (None if isinstance(each, tuple) else name), each


def _values(text: str, decoder: json.JSONDecoder) -> Iterator[Any]:
    """Values one after another, on lines of their own or in an array, of which one is held at a time."""
    at, in_array = 0, False
    while (at := _after_space(text, at)) < len(text):
        if text[at] == "[" and not in_array:
            at, in_array = at + 1, True
        elif text[at] == "]" and in_array:
            at, in_array = at + 1, False
        else:
            value, at = decoder.raw_decode(text, at)
            yield value
    if in_array:
        raise json.JSONDecodeError("the array is not closed", text, len(text))


def _after_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _refuse_what_is_no_number(_: str) -> str:
    raise Unsafe("damaged", "holds a number that is none (NaN or infinity), which no JSON may. Export it again.")


def _tell(listener: Listener, name: str, value: Any, passed_down: str, *, taken_back: bool) -> None:  # Any: JSON
    if value is None:
        return
    name = _NO_PART_OF_A_NAME.sub("_", name)
    if isinstance(value, list):
        for each in value:
            _tell(listener, name, each, passed_down, taken_back=taken_back)
        return
    listener.start(name, {})
    if isinstance(value, tuple):
        taken_back = taken_back or any(member == passed_down and told is True for member, told in value)
        for member, told in _all_told(value, passed_down, taken_back=taken_back):
            _tell(listener, member, told, passed_down, taken_back=taken_back)
    else:
        listener.data(value if isinstance(value, str) else str(value).lower())
    listener.end(name)


def _all_told(members: Members, passed_down: str, *, taken_back: bool) -> Iterable[tuple[str, Any]]:
    if not taken_back:
        return members
    return (*(each for each in members if each[0] != passed_down), (passed_down, True))
