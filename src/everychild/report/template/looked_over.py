"""A template looked over elsewhere: a child process opens it first, within limits, and however that dies, we live."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from everychild.errors import SettingsError
from everychild.intake.decoding import ENVIRONMENT
from everychild.report.parts import part
from everychild.report.template import looking_child
from everychild.report.template.checking import Checked, Found
from everychild.report.template.opening import MOST_PACKED, too_large

SECONDS = 60
"""On the clock, for a busy machine; what the child may use of the processor is far less."""


def looked_over(content: bytes, name: str) -> Checked:
    """Everything that can be said of a template, without any of it being opened here."""
    part("docx")  # if it is not installed, the template is not to blame
    if len(content) > MOST_PACKED:
        return Checked((Found(too_large(name)),))
    environment = {key: os.environ[key] for key in ENVIRONMENT if key in os.environ}
    try:
        ended = subprocess.run(  # noqa: S603  # our own interpreter and our own file; the name is an argument, not a command
            [sys.executable, "-I", "-X", "utf8", str(Path(looking_child.__file__).resolve()), name],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            timeout=SECONDS,
            check=True,
        )
        told = json.loads(ended.stdout)
        found = tuple(Found(str(one["sentence"]), bool(one["stops"])) for one in told["found"])
        return Checked(found, tuple((str(heading), str(where)) for heading, where in told["placed"]))
    except (subprocess.SubprocessError, ValueError, KeyError, TypeError):
        return Checked(
            (
                Found(
                    f"{name} could not be read safely: its reader stopped before it came to the end. "
                    "Open it in Word, save it as a new document (.docx) and give that."
                ),
            )
        )


def must_be_usable(content: bytes, name: str) -> None:
    """Raises SettingsError naming everything that stops, in one go."""
    wrong = [one.sentence for one in looked_over(content, name).found if one.stops]
    if wrong:
        raise SettingsError(
            "\n".join((f"The paper cannot be written in the template {name}:", *wrong))
            + "\n`everychild template-check` looks at a template without writing anything."
        )
