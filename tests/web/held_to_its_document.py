"""Asks the interface for programs what nobody thought of, in this process, and holds each answer to the document.

python -m tests.web.held_to_its_document TOKEN EXAMPLES      with EVERYCHILD_HOME and DJANGO_SETTINGS_MODULE set
"""

from __future__ import annotations

import sys

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings

from everychild.web.wsgi import application


def hold(token: str, examples: int) -> int:
    """How many addresses were asked. Raises on the first answer that the document does not tell of."""
    document = schemathesis.openapi.from_wsgi("/api/1/openapi.json", application)
    asked = 0
    for found in document.get_all_operations():
        operation = found.ok()
        # Some cases are as the document says they should be, and must be answered; some are not, and must be refused.
        for mode in (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE):

            @settings(
                max_examples=examples,
                deadline=None,
                database=None,
                derandomize=True,
                phases=[Phase.explicit, Phase.generate],
                suppress_health_check=list(HealthCheck),
            )
            @given(case=operation.as_strategy(generation_mode=mode))
            def ask(case: schemathesis.Case) -> None:
                case.call_and_validate(headers={"Authorization": f"Bearer {token}"})

            try:
                ask()
            except Exception as problem:
                if "Unsatisfiable" not in type(problem).__name__ and "SkipTest" not in type(problem).__name__:
                    raise
        asked += 1
    return asked


if __name__ == "__main__":
    print(hold(sys.argv[1], int(sys.argv[2])))
