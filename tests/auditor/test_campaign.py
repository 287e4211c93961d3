"""A seeded sample of the disclosure campaign; the long run is `python -m tests.auditor.campaign`."""

from __future__ import annotations

from tests.auditor.campaign import run

COUNCILS = 4


def test_nothing_is_learned_by_our_rule_and_much_by_the_usual_one() -> None:
    tally = run(range(1, COUNCILS + 1))
    print(tally)
    assert tally.councils == COUNCILS
    assert tally.asked > 1_000 * COUNCILS / 2
    assert (tally.months, tally.artefacts, tally.refused) == (47 * COUNCILS, 2 * COUNCILS, 0)
    assert tally.learned == tally.exact == tally.untrue == 0
    assert tally.longer > 0
    assert tally.exact_by_the_usual_rule > 100


def test_a_release_that_cannot_be_mended_is_counted_as_refused_and_attacked_no_further() -> None:
    """Of a thousand councils two: with what an earlier release told, even rows held back tell too much."""
    tally = run([176])
    print(tally)
    assert (tally.artefacts, tally.refused, tally.learned) == (1, 1, 0)
