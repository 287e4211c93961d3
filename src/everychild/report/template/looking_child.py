"""Looks a template over in a process of its own, which may die without harm to ours.

Run by path, in isolation: the Word file on standard input, its name as the argument, what was found as one line of JSON
on standard output. It opens nothing else.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from types import ModuleType

SECONDS_OF_PROCESSOR = 6
"""A council’s template takes a tenth of one."""


def main() -> None:
    rooms = __file__[: -len("/everychild/report/template/looking_child.py")]
    sys.path.insert(0, rooms)  # an isolated interpreter looks for us in no folder but where packages are installed
    bare = ModuleType("everychild.report")  # without what draws figures, which takes longer than looking
    bare.__path__ = [f"{rooms}/everychild/report"]
    sys.modules[bare.__name__] = bare

    from everychild.intake.decode_child import limit_ourselves
    from everychild.report.template.checking import checked

    limit_ourselves(SECONDS_OF_PROCESSOR)
    try:
        found = checked(sys.stdin.buffer.read(), sys.argv[1])
        sys.stdout.write(json.dumps(asdict(found)))
    except BaseException:  # whatever it was, the parent is told by how it ended
        os._exit(3)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
