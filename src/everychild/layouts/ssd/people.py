"""What every table of the dataset shares, and who the children are."""

from __future__ import annotations

from everychild.layouts.annex_a import written
from everychild.layouts.census.children import ANY_DISABILITY
from everychild.layouts.layout import Coverage, Feed, Heading, SheetLayout
from everychild.layouts.local.people import PLAIN_YES_NO, optional
from everychild.records import Kind

SSD_RANK = 2
"""From the case system itself, like Annex A: of the two the newer has the last word."""

SIX_YEARS = Coverage(months=72, at_most=True)
"""The window the dataset is refreshed for; councils that began with less have less, and then to its first row."""

SEEN = Coverage(proves_only=True)


def identifier(title: str, *aliases: str) -> Heading:
    return Heading(title, Kind.IDENTIFIER, aliases=aliases, required=True)


def happened(title: str, *aliases: str) -> Heading:
    """The date a row cannot be counted without."""
    return Heading(title, Kind.DATE, aliases=aliases, required=True)


def a_date(title: str) -> Heading:
    return Heading(title, Kind.DATE)


def yes_no(title: str) -> Heading:
    return Heading(title, Kind.YES_NO, PLAIN_YES_NO)


def worker(title: str) -> Heading:
    return Heading(title, Kind.IDENTIFIER, is_name=True, expected=False)


def brought(title: str, kind: Kind = Kind.TEXT) -> Heading:
    """A column that stands in another table of the dataset, and is looked up there: see `links`."""
    return Heading(title, kind, expected=False)


def feed(table: str, columns: dict[str, str], only_where: str | None = None, unless: str | None = None) -> Feed:
    """One record, as far back as the dataset reaches."""
    return Feed(f"ssd.{table}", table, columns, SIX_YEARS, SSD_RANK, only_where=only_where, unless=unless)


def child_feed(who: str, **more: str) -> Feed:
    return Feed("ssd.child", "child", {"child_id": who, **more}, SEEN, SSD_RANK, distinct=True)


def table(
    name: str, title: str, headings: tuple[Heading, ...], feeds: tuple[Feed, ...], unused: str = ""
) -> SheetLayout:
    """One table. `unused` names, with spaces between, the columns that make no record."""
    return SheetLayout(
        name, title, None, (), (*headings, *(optional(each, Kind.TEXT) for each in unused.split())), feeds
    )


PERSON = table(
    "ssd_person",
    "People (ssd_person)",
    (
        identifier("pers_person_id"),
        Heading("pers_sex", Kind.CODE, written.SEX),
        Heading("pers_gender", Kind.CODE, written.SEX, expected=False),
        Heading("pers_ethnicity", Kind.CODE, written.ETHNICITY),
        a_date("pers_dob"),
        a_date("pers_expected_dob"),
    ),
    (
        child_feed(
            "pers_person_id",
            born_on="pers_dob",
            expected_birth_on="pers_expected_dob",
            sex="pers_sex",
            ethnic_group="pers_ethnicity",
        ),
    ),
    "pers_forename pers_surname pers_common_child_id pers_single_unique_id pers_upn pers_legacy_id pers_upn_unknown "
    "pers_send_flag pers_death_date pers_is_mother pers_nationality",
)

DISABILITY = table(
    "ssd_disability",
    "Disabilities (ssd_disability)",
    (identifier("disa_person_id"), Heading("disa_disability_code", Kind.YES_NO, ANY_DISABILITY)),
    (child_feed("disa_person_id", disabled="disa_disability_code"),),
    "disa_table_id",
)
