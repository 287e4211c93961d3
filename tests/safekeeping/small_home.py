"""A home with two deliveries, two editions and one row or more in every table of evidence."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pyotp

from everychild import month_end
from everychild.calendar import Month
from everychild.cli.new_home import make_home
from everychild.comparators.files import read_one
from everychild.council import SetBy, Target
from everychild.intake.mapping_steps import say_value
from everychild.intake.own_words import Chosen
from everychild.journal import (
    audit,
    commentary,
    deletions,
    flag_decisions,
    holds,
    identities,
    ledger,
    mail_addresses,
    mappings,
    people,
    proposals,
    reasons,
    releases,
    requests,
    second_factors,
    tokens,
)
from everychild.journal.deletions import Deleted, Gone, Kind
from everychild.judgement.decisions import Decision, FlagDecision
from everychild.judgement.requested import Reply
from everychild.looked_back import look_back
from everychild.roles import PARTS, Role, Viewer
from everychild.store.benchmarks import folder_of, keep, kept_in
from everychild.store.home import Home
from tests.comparators.small_files import WOKINGHAM, referrals_2024

SETTINGS = '[council]\nname = "Smallville"\n\n[[target]]\nindicator = "EH04"\nvalue = 30\ntolerance = 3\nwho = "Director"\nsince = 2017-04-01\n'
ASSESSMENTS = """person_id,request_date,started_date,completed_date,team
0001,28/02/2019,01/03/2019,12/04/2019,North
0002,01/03/2019,04/03/2019,29/04/2019,South
0003,01/11/2018,05/11/2018,15/02/2019,North
0004,02/04/2019,,,South
"""
LATER = ASSESSMENTS.replace("0004,02/04/2019,,,South", "0004,02/04/2019,03/04/2019,30/04/2019,South")
SECRET, PAPER_CODES = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", ("ABCDEFGHJKLM", "NPQRSTUVWXYZ")  # invented
APRIL = Month(2019, 4)
THIRD_OF_MAY = datetime(2019, 5, 3, 9, tzinfo=UTC)


def a_file(folder: Path, text: str, name: str = "early_help_assessments.csv") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def viewer(role: Role) -> Viewer:
    part = PARTS[role]
    return Viewer(role.value, role.value.title(), part.may, part.reach, part.title)


def small_home(path: Path) -> Home:
    home = make_home(path, SETTINGS)
    received = path.parent / "received"
    month_end.load(home, [a_file(received / "first", ASSESSMENTS)], THIRD_OF_MAY, date(2019, 5, 3))
    month_end.close(home, APRIL, THIRD_OF_MAY)
    month_end.load(home, [a_file(received / "later", LATER)], THIRD_OF_MAY + timedelta(days=30), date(2019, 6, 3))
    month_end.close(home, APRIL, THIRD_OF_MAY + timedelta(days=30))
    edition = ledger.newest_edition(APRIL)
    people.add("ada", "Ada Okafor", Role.ADMINISTRATOR, "a-long-enough-word", THIRD_OF_MAY, by="the command line")
    people.add("sam", "Sam Okafor", Role.ANALYST, "a-long-enough-word", THIRD_OF_MAY, by="ada")
    words = (edition, "EH04")
    commentary.act(*words, commentary.Act.SAVED, "Two assessments were late.", viewer(Role.ANALYST), THIRD_OF_MAY)
    commentary.act(*words, commentary.Act.SENT, "Two assessments were late.", viewer(Role.ANALYST), THIRD_OF_MAY)
    commentary.act(*words, commentary.Act.APPROVED, "", viewer(Role.DIRECTOR), THIRD_OF_MAY)
    commentary.sign(edition, ["EH04"], viewer(Role.DIRECTOR), THIRD_OF_MAY)
    reasons.give("EH04", "0002", date(2019, 4, 15), "court", "tess", THIRD_OF_MAY)
    said = FlagDecision(
        "early_help", Decision.REMOVED, "Ada", "Director", "Counted twice", THIRD_OF_MAY, edition.number
    )
    flag_decisions.record(edition, said)
    since = date(2019, 6, 1)
    target = Target(
        "EH04", Fraction(28), None, None, Fraction(2), SetBy.LOCAL, "Director", "Sooner", since, None, "A plan"
    )
    proposals.propose(home, target, viewer(Role.ANALYST), THIRD_OF_MAY)
    identities.link("sam", "https://login.example.gov.uk", "sam-1", THIRD_OF_MAY, by="ada")
    assert second_factors.set_up("sam", SECRET, pyotp.TOTP(SECRET).at(THIRD_OF_MAY), PAPER_CODES, THIRD_OF_MAY)
    assert second_factors.matches("sam", PAPER_CODES[0], THIRD_OF_MAY)
    mail_addresses.give("sam", "sam@example.gov.uk", THIRD_OF_MAY, "ada")
    (asked,) = requests.keep(
        "Scrutiny", date(2019, 5, 2), ["Why were they late?"], viewer(Role.DEMOCRATIC_SERVICES), THIRD_OF_MAY
    )
    requests.answer(
        asked.number, Reply.ANSWERED, "A post was empty.", APRIL, viewer(Role.DEMOCRATIC_SERVICES), THIRD_OF_MAY
    )
    for number in range(5):
        audit.record(THIRD_OF_MAY, "sam", "analyst", "children seen", f"EH04, list {number}")
    reading = read_one("referrals.csv", referrals_2024(f"2024,{WOKINGHAM},100,1,20,20"))
    keep(home, reading, THIRD_OF_MAY)
    releases.record(kept_in(folder_of(home, reading)), THIRD_OF_MAY)
    tokens.make("Power BI", "sam", 30, "a secret of chance", THIRD_OF_MAY)
    tokens.withdraw(
        tokens.make("Excel", "sam", 30, "another", THIRD_OF_MAY).number, THIRD_OF_MAY, viewer(Role.ADMINISTRATOR)
    )
    sam = Chosen("Sam Okafor", THIRD_OF_MAY.date())
    own = say_value("outcome", "CIN/NFA", "no_further_action", sam)
    mappings.change(home, "strategy_discussions", [own], sam.by, "analyst", THIRD_OF_MAY)
    look_back(home, APRIL, date(2019, 5, 3), THIRD_OF_MAY, "sam")
    hold = holds.put_on("0002", "Ada Okafor", "A claim", date(2019, 12, 1), THIRD_OF_MAY)
    holds.lift(hold.number, "Ada Okafor", "The claim is settled", THIRD_OF_MAY)
    # Of a file nothing rests on, so that all there is can be counted again.
    once_there = Gone(ledger.visible_extracts(None)[0].sha256, deletions.RECEIVED, f"raw/{'0' * 64}", "0" * 64)
    gone = Deleted("f" * 64, Kind.PURGE, {}, "Ada Okafor", "The schedule", THIRD_OF_MAY, (once_there,))
    deletions.finish(deletions.record(gone), THIRD_OF_MAY)
    return home
