"""Whatever was kept is as it was kept, or verify says what is not and what to do."""

from __future__ import annotations

import json
import os
import shutil

import pytest
from django.apps import apps
from typer.testing import CliRunner

from everychild.cli.app import app
from everychild.errors import NotAllowed, Tampered
from everychild.journal import audit
from everychild.journal.connection import open_journal, point_at
from everychild.safekeeping.verify import refuse_unless_sound, verify
from everychild.store.home import Home
from tests import postgresql
from tests.homes import by_hand, copy_of
from tests.safekeeping.small_home import THIRD_OF_MAY
from tests.safekeeping.tampering import campaign

CASES = int(os.environ.get("EVERYCHILD_TAMPERINGS", "76"))
NOT_EVIDENCE = {"AskedWords", "Job", "Seal", "SealsGiven"}


@pytest.fixture
def home(kept_home, tmp_path) -> Home:
    copy = copy_of(kept_home, tmp_path / "home")
    open_journal(copy)
    return copy


def by_sql(home: Home, *statements: str) -> None:
    with by_hand(home) as journal:
        for statement in statements:
            journal.execute(statement)
        journal.commit()


def test_a_home_as_it_was_kept_is_sound_and_every_figure_is_counted_again(home):
    """Both editions come out the same from their own extracts, by their own settings."""
    found = verify(home)
    assert found.faults == ()
    assert [(one.edition, one.figures_agree, one.same_software) for one in found.editions] == [
        ("2019-04, edition 1", True, True),
        ("2019-04, edition 2", True, True),
    ]
    assert found.files["file received"] == 2
    assert found.files["published file"] == 2
    assert found.rows == found.seals > 400
    assert found.notes == ()


def test_every_tampering_is_refused_or_found(kept_home, tmp_path):
    """A sample; EVERYCHILD_TAMPERINGS=2000, or the module itself, runs more."""
    ended, missed = campaign(kept_home, CASES, tmp_path)
    point_at(kept_home)
    assert missed == []
    assert ended["found"] > CASES // 2


def test_every_table_of_the_journal_is_sealed_unless_it_is_no_evidence():
    """A new table is sealed by being declared as the others are; whoever leaves one out says so here."""
    from everychild.journal.models import SealedRow

    unsealed = {model.__name__ for model in apps.get_app_config("journal").get_models()} - {
        model.__name__ for model in SealedRow.__subclasses__()
    }
    assert unsealed == NOT_EVIDENCE


def test_rows_cut_off_the_end_are_missed_by_the_anchor_alone(home):
    """The last row, its seal and the count gone: nothing within the home can tell, and an anchor kept elsewhere does."""
    audit.record(THIRD_OF_MAY, "sam", "analyst", "children seen", "EH04")
    anchor = verify(home, counting_again=False).anchor
    by_sql(
        home,
        "delete from journal_auditentry where id = (select max(id) from journal_auditentry)",
        "delete from journal_seal where id = (select max(id) from journal_seal)",
        "update journal_sealsgiven set number = number - 1",
    )
    assert verify(home, counting_again=False).is_sound
    (fault,) = verify(home, [anchor], counting_again=False).faults
    assert fault.startswith(f"The anchor {anchor[:12]}… is in neither chain")


def test_the_digest_on_the_audit_page_is_an_anchor_too(home):
    _, told = audit.check()
    assert verify(home, [told], counting_again=False).is_sound


def test_figures_and_journal_forged_together_are_found_by_counting_again(home):
    """Somebody who seals what they forged is found out by the extracts the figures come from."""
    from everychild.journal.models import Edition, Seal, SealsGiven
    from everychild.journal.seals import columns_of, seal

    by_sql(home, "update journal_headline set numerator = numerator + 1 where ref = 'EH04'")
    from everychild.journal.models import Headline

    rows = Headline.objects.filter(ref="EH04").values_list("pk", flat=True)
    seal(Seal, Headline, rows, columns_of(Headline), SealsGiven)
    assert Edition.objects.count() == 2
    assert verify(home, counting_again=False).is_sound
    assert [fault.split(".")[0] for fault in verify(home).faults] == [
        "2019-04, edition 1: judged again, these differ: EH04",
        "2019-04, edition 2: judged again, these differ: EH04",
    ]


def test_a_file_nothing_names_is_told_and_is_no_fault(home):
    """A load that was cut short leaves some; nothing reads them."""
    (home.raw / "stray").write_text("x")
    found = verify(home, counting_again=False)
    assert found.is_sound
    assert found.notes == (
        "raw/stray is named by nothing. Nothing reads it; it may be removed when nothing is being loaded.",
    )


def test_rows_are_not_changed_through_our_own_code(home):
    from everychild.journal.models import AuditEntry

    with pytest.raises(NotAllowed):
        AuditEntry.objects.all().update(who="somebody else")
    with pytest.raises(NotAllowed):
        AuditEntry.objects.all().delete()


def test_signing_in_leaves_the_seals_as_they_are(home):
    """When somebody last signed in is told by the audit chain."""
    from everychild.journal.models import Person

    before = verify(home, counting_again=False).anchor
    person = Person.objects.first()
    person.last_login = THIRD_OF_MAY
    person.save(update_fields=["last_login"])
    assert verify(home, counting_again=False).anchor == before


def test_a_home_from_before_there_were_seals_is_sealed_as_it_stands(home):
    from django.core.management import call_command

    call_command("migrate", "journal", "0007", "--no-input", verbosity=0)
    shutil.rmtree(home.mappings)  # nobody had words of their own then
    open_journal(home)
    found = verify(home, counting_again=False)
    assert found.rows > 400
    assert [fault.split(":")[0] for fault in found.faults] == ["A published file is not in the journal"]


def test_the_dashboard_does_not_start_on_what_was_tampered_with(home):
    next(home.raw.iterdir()).write_text("x")
    with pytest.raises(Tampered, match="file received has changed"):
        refuse_unless_sound(home)


def test_the_command_says_what_it_went_through_and_exits_by_what_it_found(home):
    """0 where all is as it was kept; 1 with the file and what to do."""
    runner = CliRunner()
    told = runner.invoke(app, ["verify", "--quick", "--home", str(home.path)])
    assert told.exit_code == 0
    assert "Everything is as it was kept. Keep this anchor somewhere else: " in told.output
    next(home.raw.iterdir()).unlink()
    refused = runner.invoke(app, ["verify", "--quick", "--json", "--home", str(home.path)])
    assert refused.exit_code == 1
    (fault,) = json.loads(refused.stdout)["faults"]
    assert fault.startswith("A file received is missing: raw/")
    assert fault.endswith("Restore it from a backup.")


@pytest.mark.skipif(postgresql.CHOSEN, reason="there is no file to spoil")
def test_a_journal_that_is_no_database_is_refused_in_words(home):
    point_at(Home(home.path / "elsewhere"))
    home.journal.write_bytes(b"not a database at all" * 300)
    with pytest.raises(Tampered, match="cannot be read"):
        open_journal(home)
