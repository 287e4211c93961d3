"""The documentation made from the code is the code's."""

import re
from pathlib import Path

import pytest
from scripts.reference import FOLDER, MADE, pages

DOCS = FOLDER.parent
ROOT = DOCS.parent


@pytest.mark.parametrize("name", pages())
def test_a_reference_page_is_up_to_date(name):
    """If not: make docs, and read what changed."""
    assert (FOLDER / name).read_text(encoding="utf-8") == MADE + pages()[name]


def test_no_page_is_left_over():
    """Of a section there is no more."""
    found = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.md")}
    assert found == set(pages())


@pytest.mark.parametrize("page", [*sorted(DOCS.rglob("*.md")), ROOT / "README.md"], ids=lambda page: page.name)
def test_every_link_and_picture_leads_somewhere(page: Path):
    """Within the repository."""
    if "_build" in page.parts:
        pytest.skip("built")
    for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_every_command_the_documents_name_exists():
    """And every option."""
    commands = (FOLDER / "commands.md").read_text(encoding="utf-8")
    for page in (ROOT / "README.md", *sorted(DOCS.glob("*.md")), *sorted((DOCS / "how-to").glob("*.md"))):
        for line in re.findall(r"^(?:\.venv/bin/)?everychild (\w+.*)$", page.read_text(encoding="utf-8"), re.MULTILINE):
            name, *rest = line.split()
            assert f"## everychild {name}\n" in commands, line
            section = commands.split(f"## everychild {name}\n")[1].split("\n## ")[0]
            for option in (word for word in rest if word.startswith("--")):
                assert f"`{option}`" in section, f"{name} {option}"


def test_every_decision_has_a_number_of_its_own():
    """Others name it by that number, so no two share one; it stands in the heading too."""
    decisions = sorted((DOCS / "adr").glob("*.md"))
    numbers = [int(page.name[:4]) for page in decisions]
    assert len(set(numbers)) == len(numbers), [page.name for page in decisions]
    for number, page in zip(numbers, decisions, strict=True):
        assert page.read_text(encoding="utf-8").startswith(f"# {number}. "), page.name


@pytest.mark.parametrize("decision", sorted((DOCS / "adr").glob("*.md")), ids=lambda decision: decision.name)
def test_a_decision_names_only_decisions_there_are(decision: Path):
    numbers = {int(other.name[:4]) for other in (DOCS / "adr").glob("*.md")}
    assert {int(named) for named in re.findall(r"[Dd]ecision (\d+)", decision.read_text(encoding="utf-8"))} <= numbers


def test_every_page_of_the_documentation_is_in_its_contents() -> None:
    """A page nobody can find is no page; sphinx refuses one, and takes longer to say so."""
    docs = Path(__file__).parents[2] / "docs"
    listed = (docs / "index.md").read_text(encoding="utf-8").split()
    pages = {path.relative_to(docs).with_suffix("").as_posix() for path in docs.rglob("*.md")} - {"index"}
    found = {page for page in pages if not page.startswith(("adr/", "_build/", "reference/indicators/"))}
    assert found - set(listed) == set()
    assert {one for one in listed if one.startswith(("how-to/", "reference/"))} <= pages
