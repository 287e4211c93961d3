"""Whether words fit where they are to be kept: told in plain words, before a database refuses them in its own."""

from __future__ import annotations

from django.db import models

from everychild.errors import NotAllowed, SettingsError

LONGEST = 1_000
"""Characters of something said in a sentence or two."""


def refuse_long(text: str) -> None:
    """Raises NotAllowed where more was said than is kept of one thing."""
    if len(text) > LONGEST:
        raise NotAllowed(f"That is {len(text):,} characters; there is room for {LONGEST:,}. Shorten it.")


def require_it_fits(row: models.Model) -> None:
    """Raises SettingsError where a row holds words longer than their place, or a character no database takes."""
    for field in row._meta.concrete_fields:
        held = getattr(row, field.attname)
        if not isinstance(held, str):
            continue
        if field.max_length is not None and len(held) > field.max_length:
            raise SettingsError(
                f"What is given as “{field.verbose_name!s}” is {len(held):,} characters long, and "
                f"{field.max_length:,} can be kept. Shorten it."
            )
        if "\0" in held:
            raise SettingsError(f"What is given as “{field.verbose_name!s}” holds a character that cannot be kept.")
