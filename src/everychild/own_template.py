"""The council’s own template: the Word file that a home names, and any other that is given."""

from __future__ import annotations

from pathlib import Path

from everychild.council import read_council
from everychild.errors import SettingsError
from everychild.report import TemplateFile
from everychild.report.template.opening import MOST_PACKED
from everychild.store.home import Home


def template_of(home: Home) -> TemplateFile | None:
    """The template that council.toml names, as it is today: it is how papers look, and no part of an edition.

    Raises SettingsError where there is none of that name in the home.
    """
    named = read_council(home.settings).committee.template
    if not named:
        return None
    path = (home.path / named).resolve()
    if path.parent != home.path.resolve() or not path.is_file():
        raise SettingsError(
            f"council.toml: [committee] template names {named}, and there is no such file in {home.path}. "
            "Put it beside council.toml, or take the line out."
        )
    return template_given(path)


def template_given(path: Path) -> TemplateFile:
    """A Word file to write the paper in. Raises SettingsError where it cannot be read."""
    try:
        if path.stat().st_size > MOST_PACKED:
            raise SettingsError(
                f"{path.name} is over {MOST_PACKED // 1024**2} MB. Take pictures out of it, or make them smaller."
            )
        return TemplateFile(path.name, path.read_bytes())
    except OSError as problem:
        raise SettingsError(f"{path} cannot be read: {problem.strerror}. Give the Word file itself.") from None
