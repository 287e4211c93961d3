"""`everychild template-check`, and the template a home names, as whoever writes papers meets them."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from everychild.cli.app import app
from everychild.cli.new_home import make_home
from everychild.errors import SettingsError
from everychild.own_template import template_of
from tests.report.own_template import changed, own_template


def test_a_template_that_can_be_used_says_where_each_part_goes(tmp_path: Path) -> None:
    """Each part with its heading, and what has no place."""
    (tmp_path / "committee.docx").write_bytes(own_template())
    told = CliRunner().invoke(app, ["template-check", str(tmp_path / "committee.docx")])
    assert told.exit_code == 0
    assert "Recommendation: under “1. Recommendations”." in told.output
    assert "No place for “What improved”" in told.output
    assert "committee.docx can be used." in told.output


def test_one_that_cannot_be_used_ends_with_1_and_says_why(tmp_path: Path) -> None:
    """As data, too."""
    wrong = changed(own_template(), lambda document: document.add_paragraph("{{ wrong }}"))
    (tmp_path / "committee.docx").write_bytes(wrong)
    for asked, says in (([], "Stands in the way: There is no tag {{ wrong }}"), (["--json"], '"may_be_used": false')):
        told = CliRunner().invoke(app, ["template-check", str(tmp_path / "committee.docx"), *asked])
        assert told.exit_code == 1
        assert says in told.output


def test_a_home_names_its_template_beside_its_settings(tmp_path: Path) -> None:
    """By its name alone: no file from elsewhere is taken into a paper."""
    home = make_home(tmp_path / "home")
    assert template_of(home) is None
    settings = home.settings.read_text(encoding="utf-8")

    def named(name: str) -> None:
        home.settings.write_text(settings.replace("[committee]", f'[committee]\ntemplate = "{name}"'), encoding="utf-8")

    named("committee.docx")
    with pytest.raises(SettingsError, match="there is no such file"):
        template_of(home)
    (home.path / "committee.docx").write_bytes(own_template())
    found = template_of(home)
    assert found is not None
    assert found.name == "committee.docx"
    (tmp_path / "elsewhere.docx").write_bytes(own_template())
    named("../elsewhere.docx")
    with pytest.raises(SettingsError, match="there is no such file"):
        template_of(home)
