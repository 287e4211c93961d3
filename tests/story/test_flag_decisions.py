"""A person confirms what the rules flag, or takes it off with a reason; a new edition begins unconfirmed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from everychild import month_end
from everychild.errors import NothingSupplied, SettingsError, UnknownReference
from everychild.journal import audit, ledger
from everychild.journal.connection import open_journal
from everychild.judgement.decisions import Decision
from tests.homes import copy_of
from tests.web.invented import APRIL, MARCH, Month

WHEN = datetime(2019, 5, 9, 10, tzinfo=UTC)


@pytest.fixture
def home(invented, tmp_path):
    copy = copy_of(invented, tmp_path / "home")
    open_journal(copy)
    return copy


def decide(home, month, area, decision, reason=""):
    return month_end.decide(home, month, area, decision, "A. Director", "Director", reason, WHEN)


def test_a_decision_stands_beside_the_edition_and_changes_nothing_of_it(home):
    """Confirmed, then taken off: the last word stands, both are kept, and each is in the audit chain."""
    before, figures = month_end.open_edition(home, APRIL)
    area = before.areas[0].area.name

    decide(home, APRIL, area, Decision.CONFIRMED)
    decide(home, APRIL, area.replace("_", "-").upper(), Decision.REMOVED, "Known recording fault.")

    after, figures_after = month_end.open_edition(home, APRIL)
    assert [said.decision for said in after.decisions] == [Decision.CONFIRMED, Decision.REMOVED]
    assert (after.indicators, after.areas, after.fingerprint) == (before.indicators, before.areas, before.fingerprint)
    assert figures_after == figures
    assert [entry.action for entry in audit.entries(at_most=2)] == ["flag removed", "flag confirmed"]
    assert audit.entries(at_most=1)[0].reason == "Known recording fault."
    audit.check()


def test_a_new_edition_begins_unconfirmed_and_carries_the_earlier_word_as_a_note(home):
    """Edition 1 was decided; edition 2 is read: nothing is decided of it, and what was said is told."""
    from everychild.journal import flag_decisions
    from everychild.judgement.decisions import FlagDecision

    first = ledger.edition_numbered(APRIL, 1)
    edition, _ = month_end.open_edition(home, APRIL, 1)
    said = FlagDecision(edition.areas[0].area.name, Decision.CONFIRMED, "A. Director", "Director", "", WHEN, 1)
    flag_decisions.record(first, said)

    newest, _ = month_end.open_edition(home, APRIL)
    assert (newest.decisions, newest.earlier_decisions) == ((), (said,))
    old, _ = month_end.open_edition(home, APRIL, 1)
    assert (old.decisions, old.earlier_decisions) == ((said,), ())
    march, _ = month_end.open_edition(home, MARCH)
    assert (march.decisions, march.earlier_decisions) == ((), ())


def test_what_cannot_be_decided_is_refused_with_what_can(home):
    edition, _ = month_end.open_edition(home, APRIL)
    area = edition.areas[0].area.name
    with pytest.raises(SettingsError, match="only with a reason"):
        decide(home, APRIL, area, Decision.REMOVED)
    with pytest.raises(UnknownReference, match=f"Flagged are: {area}"):
        decide(home, APRIL, "weather", Decision.CONFIRMED)
    with pytest.raises(NothingSupplied, match="everychild close 2018-01"):
        decide(home, Month(2018, 1), area, Decision.CONFIRMED)
    assert month_end.open_edition(home, APRIL)[0].decisions == ()


def test_an_earlier_edition_reads_the_same_after_a_target_is_changed(home):
    """It keeps the settings it was judged by."""
    before, _ = month_end.open_edition(home, APRIL)
    text = home.settings.read_text(encoding="utf-8")
    home.settings.write_text(text.replace("value = 90", "value = 10").replace("tolerance = 5", "tolerance = 1"))

    assert month_end.open_edition(home, APRIL)[0] == before


def test_a_signature_falls_away_when_the_list_changes_after_it_and_stands_again_when_it_is_put_back(home):
    """What was signed is the list as it stood; confirming an area changes nothing of it."""
    from everychild.journal import commentary
    from everychild.roles import PARTS, Reach, Role, Viewer

    director = Viewer("director", "A. Director", PARTS[Role.DIRECTOR].may, Reach.EVERYBODY, "director")
    edition, newest = month_end.open_edition(home, APRIL)[0], ledger.newest_edition(APRIL)
    area = edition.areas[0].area.name
    commentary.sign(newest, (), director, WHEN)

    def holds():
        (signed,) = commentary.signatures(newest)
        return signed.holds

    assert holds()
    decide(home, APRIL, area, Decision.CONFIRMED)
    assert holds()
    decide(home, APRIL, area, Decision.REMOVED, "Known recording fault.")
    assert not holds()
    decide(home, APRIL, area, Decision.CONFIRMED)
    assert holds()


def test_who_signed_in_to_decide_stands_in_the_record_by_that_name(home):
    area = month_end.open_edition(home, APRIL)[0].areas[0].area.name
    month_end.decide(home, APRIL, area, Decision.CONFIRMED, "A. Director", "director", "", WHEN, "adirector")

    assert audit.entries(at_most=1)[0].who == "adirector"
    assert month_end.open_edition(home, APRIL)[0].decisions[0].by == "A. Director"
