"""The optional libraries the paper is drawn with, asked for only when they are needed."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from everychild.errors import MissingPart

FONTS = Path(__file__).parent / "fonts"
FONT = "Liberation Sans"
"""Shipped with us, as wide as Arial letter for letter, so that a paper looks the same whatever machine made it."""


def part(name: str) -> Any:  # a module that may not be installed, so not known to the type checker
    """The library of that name, or a helpful complaint."""
    try:
        return import_module(name)
    except ModuleNotFoundError as problem:
        if problem.name is None or problem.name.partition(".")[0] != name.partition(".")[0]:
            raise
        raise MissingPart(
            f"Writing the paper needs a part that is not installed ({name}). "
            f"Install it with: pip install 'everychild[report]'"
        ) from None


@cache
def converter() -> Any:  # vl_convert, as above
    """The chart library, told once where our fonts are."""
    library = part("vl_convert")
    library.register_font_directory(str(FONTS))
    return library
