"""A target, a tolerance or a baseline changed by the product’s own commands: what it should change, and nothing else."""

from __future__ import annotations

from dataclasses import fields

import pytest

from everychild import month_end
from everychild.calendar import months_to
from everychild.judgement.judged import Code
from tests.story.test_begun_anew import HEADINGS, told
from tests.story.test_load_and_close import APRIL, THIRD_OF_MAY, a_file, home, load

__all__ = ["home"]

SET = ("--since", "2019-04-01", "--who", "Director", "--why", "Families waited.", "--source", "Plan 2019", "--value")
FOLLOWS = {"points", "is_flagged", "reasons"}
"""What is made of the rest, and is compared reason by reason."""

CHANGES = [
    pytest.param(
        ("target", "set", "EH04", *SET, "15", "--tolerance", "3"),
        {"target", "targets", "status", "outlook", "months_off_target"},
        {Code.T1, Code.T2, Code.S2, Code.E1},
        id="a target",
    ),
    pytest.param(
        ("target", "set", "EH04", *SET, "30", "--tolerance", "20"),
        {"target", "targets", "status"},
        {Code.T1, Code.T2},
        id="a tolerance",
    ),
    pytest.param(
        ("rebase", "EH04", "--from", "2018-04", "--who", "Ada", "--why", "A new team"),
        {"pattern", "outlook"},
        {Code.S1, Code.S2, Code.E1},
        id="a baseline",
    ),
]


def assessments() -> str:
    """Thirty-six months of ten or eleven assessments, of about 13 working days each and of about 40 since April 2018."""
    rows, person = [], 0
    for place, month in enumerate(months_to(APRIL, 36)):
        for n in range(10 + place % 2):
            person += 1
            begun = month - 2 if place >= 23 else month
            rows.append(
                f"{person:05},{1 + n % 3:02}/{begun.number:02}/{begun.year},,{20 + place % 3:02}/{month.number:02}/{month.year},North"
            )
    return HEADINGS + "\n".join(rows) + "\n"


@pytest.mark.parametrize(("command", "may_change", "reasons_may_change"), CHANGES)
def test_it_changes_exactly_what_it_should_and_the_earlier_edition_stays(
    home, tmp_path, command, may_change, reasons_may_change
):
    """Of one indicator, and of it what is read from that setting alone; the same figures; the edition before untouched."""
    load(home, a_file(tmp_path, assessments()))
    before = month_end.close(home, APRIL, THIRD_OF_MAY)
    _, figures = month_end.open_edition(home, APRIL, 1)

    told(*command, "--home", str(home.path))
    told("close", "2019-04", "--home", str(home.path))

    after, figures_after = month_end.open_edition(home, APRIL)
    again, figures_again = month_end.open_edition(home, APRIL, 1)
    assert again == before
    assert figures_after == figures_again == figures
    assert after.fingerprint != before.fingerprint
    unlike = [(one, two) for one, two in zip(before.indicators, after.indicators, strict=True) if one != two]
    assert [one.ref for one, _ in unlike] == ["EH04"]
    ((one, two),) = unlike
    differs = {field.name for field in fields(one) if getattr(one, field.name) != getattr(two, field.name)} - FOLLOWS
    assert differs, "nothing was changed at all"
    assert differs <= may_change
    reasons = [{reason.code: reason.sentence for reason in item.reasons} for item in (one, two)]
    assert {code for code in Code if reasons[0].get(code) != reasons[1].get(code)} <= reasons_may_change
    assert "Everything is as it was kept" in told("verify", "--home", str(home.path))


def test_setting_what_is_set_already_makes_no_other_edition(home, tmp_path):
    """Closing again with nothing changed gives the edition there is."""
    load(home, a_file(tmp_path, assessments()))
    first = month_end.close(home, APRIL, THIRD_OF_MAY)
    told("close", "2019-04", "--home", str(home.path))

    assert month_end.open_edition(home, APRIL)[0] == first
