"""The children looked after return as one XML document tells what its tables tell."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from everychild.errors import FilesRefused
from everychild.intake.reading import FileRead
from tests.intake.invented_files import codes, outcome, records
from tests.intake.test_returns import ADOPTION_EPISODES, EPISODES, read_together

DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<EXPSSDA903{namespace}>
 <CHILD>
  <HEADER>
   <CHILDID>C201</CHILDID><UPN>UN1</UPN><SEX>2</SEX><DOB>01/06/2015</DOB><ETHNIC>WBRI</ETHNIC><UASC>1</UASC><DUC/>
   <DATE_INT>05/06/2017</DATE_INT><DATE_MATCH>04/09/2017</DATE_MATCH>
   <AMISSING><MISSING>M</MISSING><MIS_START>01/07/2017</MIS_START><MIS_END>02/07/2017</MIS_END></AMISSING>
   <AREVIEW><REVIEW>20/05/2017</REVIEW><REVIEW_CODE>PN0</REVIEW_CODE></AREVIEW>
   <AREVIEW><REVIEW>20/08/2017</REVIEW><REVIEW_CODE>PN0</REVIEW_CODE></AREVIEW>
   <PERMANENCE><PREV_PERM>Z1</PREV_PERM></PERMANENCE>
   <OC2><SDQ_SCORE/><CONVICTED>0</CONVICTED><IMMUNISATIONS>1</IMMUNISATIONS></OC2>
  </HEADER>
  <EPISODE><DECOM>02/05/2017</DECOM><RNE>S</RNE><LS>C1</LS><CIN>N1</CIN><PL>U6</PL><DEC>10/07/2017</DEC><REC>X1</REC></EPISODE>
  <EPISODE><DECOM>10/07/2017</DECOM><RNE>L</RNE><LS>E1</LS><CIN>N1</CIN><PL>U6</PL><DEC/><REC>X1</REC></EPISODE>
 </CHILD>
 <CHILD>
  <HEADER>
   <CHILDID>C202</CHILDID><SEX>1</SEX><DOB>01/06/1999</DOB><ETHNIC>MWAS</ETHNIC>
   <IN_TOUCH>YES</IN_TOUCH><ACTIV>F5</ACTIV><ACCOM>U2</ACCOM>
  </HEADER>
 </CHILD>
</EXPSSDA903>
"""
PLAIN = DOCUMENT.format(namespace="")


def test_every_element_is_a_row_and_every_table_is_read(read_text: Any) -> None:
    """Two headers, two episodes, two reviews, and one each of the others: every row accounted for."""
    file = read_text(PLAIN, "return.xml")
    assert file.format == "ssda903"
    assert outcome(file) == (9, 0, 0)
    assert codes(file) == []
    care = records(file, "period_of_care")
    assert (care.columns["started_on"], care.columns["ended_on"]) == ([date(2017, 5, 2)], [None])
    assert care.columns["unaccompanied"] == [True]
    assert records(file, "placement").columns["placement_type"] == ["U6"]
    assert records(file, "legal_status_spell").columns["legal_status"] == ["C1", "E1"]
    assert records(file, "care_review").columns["child_id"] == ["C201", "C201"]
    assert records(file, "missing_episode").columns["kind"] == ["missing"]
    assert records(file, "care_outcome").columns["immunised"] == [True]
    leaver = records(file, "care_leaver")
    assert (leaver.columns["child_id"], leaver.columns["accommodation_suitable"]) == (["C202"], [False])
    plan = records(file, "adoption")
    assert (plan.columns["matched_on"], plan.columns["placement_order_on"]) == ([date(2017, 9, 4)], [date(2017, 7, 10)])
    assert records(file, "child").columns["sex"] == ["female", "male"]


def test_a_namespace_changes_nothing(read_text: Any) -> None:
    """A peer stops at one."""
    told = [read_text(DOCUMENT.format(namespace=space), "a.xml").records for space in ("", ' xmlns="urn:returns"')]
    assert told[0] == told[1]


def test_an_element_nobody_knows_is_named(read_text: Any) -> None:
    """Nothing is passed over in silence."""
    file = read_text(PLAIN.replace("<PERMANENCE>", "<SWREASON>x</SWREASON><PERMANENCE>"), "a.xml")
    assert codes(file) == ["unknown_element"]


def test_a_cell_that_cannot_be_read_is_named_by_its_element(read_text: Any) -> None:
    """The second review of the document."""
    file = read_text(PLAIN.replace("20/08/2017", "31/02/2017"), "a.xml")
    (fault,) = file.faults
    assert (fault.code, fault.row, fault.column) == ("not_a_date", 2, "REVIEW")
    assert outcome(file) == (8, 0, 1)


def test_a_document_and_tables_of_other_years_are_one_history(tmp_path: Path) -> None:
    """One load of mixed files: the CSV of one year, the XML of another."""
    read: dict[str, FileRead] = read_together(
        tmp_path, {"2018/return.xml": PLAIN, "2019/episodes.csv": ADOPTION_EPISODES, "2017/episodes.csv": EPISODES}
    )
    children = [child for file in read.values() for child in records(file, "period_of_care").columns["child_id"]]
    assert sorted(children) == ["C101", "C102", "C201"]
    assert records(read["2019/episodes.csv"], "period_of_care").columns["reason_ended"] == ["E12"]


def test_a_document_of_another_kind_is_refused(read_text: Any) -> None:
    """With what it should have been."""
    with pytest.raises(FilesRefused, match="not a return we know"):
        read_text(PLAIN.replace("EXPSSDA903", "EXPORT"), "a.xml")
