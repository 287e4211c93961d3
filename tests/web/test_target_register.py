"""Two people to change a target: tried, proposed, confirmed by another, and only then written down."""

from __future__ import annotations

from everychild.roles import Role
from tests.web.staff import signed_in

ROW = {
    "ref": "CP22",
    "value": "75",
    "tolerance": "5",
    "since": "2019-06-01",
    "who": "Director of Children’s Services",
    "why": "What can be reached this year.",
    "source": "Improvement plan 2019",
}


def test_a_target_is_tried_without_being_written_and_proposed_by_one_and_confirmed_by_another(
    staff_server: str,
) -> None:
    analyst, director = signed_in(staff_server, Role.ANALYST), signed_in(staff_server, Role.DIRECTOR)
    assert "Nothing has been written." in analyst.post("/targets/", **ROW, **{"try": "yes"}).text
    refused = analyst.post("/targets/", **{**ROW, "value": "175"}, propose="yes")
    assert refused.status == 400
    assert "from 0 to 100" in refused.text
    assert analyst.post("/targets/", **ROW, propose="yes").status == 302
    page = analyst.get("/targets/").text
    assert "What can be reached this year." in page
    number = page.split('name="number" value="')[1].split('"')[0]
    assert "Two people change a target" in analyst.post("/targets/decide/", number=number, confirm="yes").text
    assert "1 June 2019" not in analyst.get("/targets/").text.split('id="register"')[1]
    assert director.post("/targets/decide/", number=number, confirm="yes").status == 302
    assert "1 June 2019" in director.get("/targets/").text.split('id="register"')[1]
    assert "confirmed already" in director.post("/targets/decide/", number=number, refuse="yes").text
    assert "target confirmed" in signed_in(staff_server, Role.AUDITOR).get("/audit/?action=target+confirmed").text


def test_a_councillor_sees_no_register_of_targets(staff_server: str) -> None:
    assert signed_in(staff_server, Role.COUNCILLOR).get("/targets/").status == 403
