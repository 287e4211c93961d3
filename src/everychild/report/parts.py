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


def templates(folder: Path) -> Any:  # a jinja2 environment
    """The templates of a folder: everything in them is escaped, and a name that is not given is an error."""
    library = part("jinja2")
    return library.Environment(
        loader=library.FileSystemLoader(folder),
        autoescape=True,
        undefined=library.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def as_it_is(text: str) -> Any:
    """What we made and escaped ourselves, for a template to repeat: drawings and style sheets."""
    return part("markupsafe").Markup(text)  # from jinja2, which is optional


@cache
def converter() -> Any:  # vl_convert, as above
    """The chart library, told once where our fonts are."""
    library = part("vl_convert")
    library.register_font_directory(str(FONTS))
    return library
