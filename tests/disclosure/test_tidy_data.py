"""The release as open data: it passes the Department’s screening rules, and shows no number that the release does not."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from everychild.calendar import Month, months_to
from everychild.disclosure import open_data, tidy_data
from everychild.disclosure.released import ReleasedEdition, release
from everychild.measure.figure import Figure, Window
from tests.disclosure.screening import CHECKS, Pair
from tests.editions import APRIL_2019, april_2019, clocks, every_figure

AREA = "E06000041"
BOTH = (tidy_data.MONTHS, tidy_data.YEARS)


@cache
def released(area_code: str = AREA) -> ReleasedEdition:
    edition = april_2019()
    council = replace(edition.council, area_code=area_code)
    held = [("CP12", Window.AS_AT, Month(2019, 2))]
    figures: list[Figure] = list(every_figure())
    months = months_to(APRIL_2019, 25)
    return release(replace(edition, council=council), figures, clocks(council), months, held)


@cache
def pair(name: str) -> Pair:
    made = tidy_data.files(released())
    return Pair(f"{name}.csv", f"{name}.meta.csv", made[f"{name}.csv"], made[f"{name}.meta.csv"])


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize("check", CHECKS)
def test_it_passes_the_departments_screening(check: str, name: str) -> None:
    assert CHECKS[check](pair(name)) == []


def spoilt(change: Callable[[list[list[str]], list[list[str]]], None], **names: str) -> Pair:
    """The months with something wrong."""
    good = pair(tidy_data.MONTHS)
    data, meta = (
        [row[:] for row in csv.reader(io.StringIO(content.decode(), newline=""))] for content in (good.data, good.meta)
    )
    change(data, meta)
    contents = []
    for rows in (data, meta):
        text = io.StringIO(newline="")
        csv.writer(text).writerows(rows)
        contents.append(text.getvalue().encode())
    return Pair(names.get("name", good.name), names.get("meta_name", good.meta_name), *contents)


def put(row: int, column: int, text: str, which: int = 0) -> Callable[[list[list[str]], list[list[str]]], None]:
    def change(data: list[list[str]], meta: list[list[str]]) -> None:
        (data, meta)[which][row][column] = text

    return change


def about(row: int, column: str, text: str) -> Callable[[list[list[str]], list[list[str]]], None]:
    return put(row, tidy_data.ABOUT.index(column), text, 1)


def placed(row: int, column: str, text: str) -> Callable[[list[list[str]], list[list[str]]], None]:
    return put(row, tidy_data.PLACE.index(column), text)


def a_filter(name: str, **more: str) -> Callable[[list[list[str]], list[list[str]]], None]:
    """The last column told to be a filter."""

    def change(data: list[list[str]], meta: list[list[str]]) -> None:
        row = {**dict.fromkeys(tidy_data.ABOUT, ""), "col_name": name, "col_type": "Filter", "label": name, **more}
        meta[-1] = [row[column] for column in tidy_data.ABOUT]
        data[0][-1] = name
        for each in data[1:]:
            each[-1] = "Total"

    return change


def an_empty_row(data: list[list[str]], meta: list[list[str]]) -> None:
    data.append([""] * len(data[0]))


def a_row_twice(data: list[list[str]], meta: list[list[str]]) -> None:
    data.append(data[1])


def an_empty_column(data: list[list[str]], meta: list[list[str]]) -> None:
    for row in data[1:]:
        row[-1] = ""


def one_column_less(data: list[list[str]], meta: list[list[str]]) -> None:
    for row in data:
        del row[-1]


def without(column: str, which: int = 0) -> Callable[[list[list[str]], list[list[str]]], None]:
    def change(data: list[list[str]], meta: list[list[str]]) -> None:
        rows = (data, meta)[which]
        place = rows[0].index(column)
        for row in rows:
            del row[place]

    return change


def more_about_than_there_is(data: list[list[str]], meta: list[list[str]]) -> None:
    meta.extend([f"another_{number}", *meta[1][1:]] for number in range(9))


def nothing(data: list[list[str]], meta: list[list[str]]) -> None:
    pass


def with_a_mark(data: list[list[str]], meta: list[list[str]]) -> None:
    data[0][0] = f"\ufeff{data[0][0]}"


FAULTS: dict[str, Callable[[], Pair]] = {
    "filename_spaces": lambda: spoilt(nothing, name="the months.csv"),
    "filename_special": lambda: spoilt(nothing, name="months+.csv"),
    "filenames_match": lambda: spoilt(nothing, meta_name="other.meta.csv"),
    "utf8": lambda: spoilt(with_a_mark),
    "empty_rows": lambda: spoilt(an_empty_row),
    "col_req_data": lambda: spoilt(without("country_code")),
    "col_name_duplicate": lambda: spoilt(put(0, -1, "time_period")),
    "col_names_spaces": lambda: spoilt(put(0, -1, "a b")),
    "col_snake_case": lambda: spoilt(put(0, -1, "aB")),
    "col_var_start": lambda: spoilt(put(0, -1, "1a")),
    "col_ind_smushed": lambda: spoilt(about(1, "col_name", "female_number")),
    "col_to_rows": lambda: spoilt(more_about_than_there_is),
    "empty_cols": lambda: spoilt(an_empty_column),
    "cross_data_to_meta": lambda: spoilt(put(0, -1, "unheard_of")),
    "cross_meta_to_data": lambda: spoilt(one_column_less),
    "general_dupes": lambda: spoilt(a_row_twice),
    "general_null": lambda: spoilt(put(1, -1, "NULL")),
    "time_identifier": lambda: spoilt(placed(1, "time_identifier", "Maytime")),
    "time_identifier_mix": lambda: spoilt(placed(1, "time_identifier", "Financial year")),
    "time_period": lambda: spoilt(placed(1, "time_period", "201")),
    "time_period_six": lambda: spoilt(placed(1, "time_period", "201820")),
    "geog_level": lambda: spoilt(placed(1, "geographic_level", "Town")),
    "geog_level_present": lambda: spoilt(without("la_name")),
    "geog_level_completed": lambda: spoilt(placed(1, "la_name", "")),
    "geog_region_for_la": lambda: spoilt(placed(1, "region_code", "")),
    "geog_country_combos": lambda: spoilt(placed(1, "country_name", "Britain")),
    "geog_region_combos": lambda: spoilt(placed(1, "region_name", "The South")),
    "geog_la_combos": lambda: spoilt(placed(1, "la_name", "Elsewhere")),
    "geog_new_la_code": lambda: spoilt(placed(1, "new_la_code", "E06")),
    "filter_ob_total": lambda: spoilt(placed(1, "la_name", "Total")),
    "ind_invalid_entry": lambda: spoilt(put(1, -1, ":")),
    "ind_obsolete_symbols": lambda: spoilt(put(1, -1, "N/A")),
    "col_req_meta": lambda: spoilt(without("filter_hint", 1)),
    "col_invalid_meta": lambda: spoilt(put(0, -1, "another", 1)),
    "meta_col_type": lambda: spoilt(about(1, "col_type", "Sum")),
    "meta_col_name_dupe": lambda: spoilt(about(1, "col_name", pair(tidy_data.MONTHS).about[1]["col_name"])),
    "meta_col_name_spaces": lambda: spoilt(about(1, "col_name", "a b")),
    "meta_ob_unit": lambda: spoilt(about(1, "col_name", "la_name")),
    "meta_geog_catch": lambda: spoilt(a_filter("ward_name")),
    "meta_label": lambda: spoilt(about(1, "label", " ")),
    "meta_dupe_label": lambda: spoilt(about(1, "label", pair(tidy_data.MONTHS).about[1]["label"])),
    "meta_filter_hint": lambda: spoilt(about(1, "filter_hint", "choose")),
    "meta_fil_grp": lambda: spoilt(about(1, "filter_grouping_column", "cp12_number")),
    "meta_ind_grouping": lambda: spoilt(a_filter("sex", indicator_grouping="Some")),
    "meta_ind_group_stripped": lambda: spoilt(about(1, "indicator_grouping", "Early, help")),
    "meta_ind_unit_validation": lambda: spoilt(about(1, "indicator_unit", "days")),
    "meta_ind_dp_values": lambda: spoilt(about(1, "indicator_dp", "two")),
    "meta_ind_dp_set": lambda: spoilt(about(1, "indicator_dp", "")),
    "filter_not_singular": lambda: spoilt(a_filter("sex")),
    "api_char_limit": lambda: spoilt(about(1, "label", "long " * 20)),
}


@pytest.mark.parametrize("check", CHECKS)
def test_each_rule_finds_its_fault(check: str) -> None:
    assert CHECKS[check](FAULTS[check]()) != []


def test_every_number_is_one_the_release_tells_and_every_one_it_tells_is_there() -> None:
    """A symbol where it tells none; the release’s “high” is nobody’s symbol, and is c."""
    shown = list(
        csv.DictReader(io.StringIO(open_data.files(released())["figures.csv"].decode("utf-8-sig"), newline=""))
    )
    tidy = {name: {(row["time_period"], row["time_identifier"]): row for row in pair(name).rows} for name in BOTH}
    seen = 0
    for row in shown:
        month, ref = Month.of(row["as_at"]), row["reference"].lower()
        is_year = row["window"] == "financial_year"
        starts = month.financial_year.starts_in
        at = (
            (f"{starts}{(starts + 1) % 100:02}", "Financial year")
            if is_year
            else (str(month.year), f"{month.last_day:%B}")
        )
        told = tidy[tidy_data.YEARS if is_year else tidy_data.MONTHS][at]
        columns = {name.removeprefix(f"{ref}_"): text for name, text in told.items() if name.startswith(f"{ref}_")}
        nothing_told = {"held_back": "c"}.get(row["absent"], "x") if row["absent"] else "c"

        def as_told(text: str, otherwise: str = nothing_told) -> str:
            return {"": otherwise, "high": "c"}.get(text, text)

        shown_in = {
            "number": row["numerator"],
            "met": row["numerator"],
            "of": row["denominator"],
            "percent": row["value"],
            "average": row["value"],
        }
        assert tuple(columns) in (("number",), ("met", "of", "percent"), ("of", "average")), row
        assert columns == {name: as_told(shown_in[name]) for name in columns}, row
        seen += len(columns)
    cells = sum(
        text != "x" for name in BOTH for row in pair(name).rows for text in list(row.values())[len(tidy_data.PLACE) :]
    )
    absent = sum(row["absent"] in ("not_supplied", "could_not_run") for row in shown)
    assert seen > 5_000
    assert cells <= seen
    assert absent < len(shown) / 10


def test_a_row_held_back_is_confidential_and_not_merely_absent() -> None:
    (row,) = [
        row
        for row in pair(tidy_data.MONTHS).rows
        if (row["time_period"], row["time_identifier"]) == ("2019", "February")
    ]
    assert row["cp12_number"] == "c"


def test_an_invented_council_has_no_codes_and_says_so() -> None:
    made = tidy_data.files(released(""))[f"{tidy_data.MONTHS}.csv"].decode()
    row = next(csv.DictReader(io.StringIO(made, newline="")))
    assert (row["la_name"], row["old_la_code"], row["new_la_code"]) == ("Northbrook", "x", "x")
    spoilt_only = Pair("a.csv", "a.meta.csv", made.encode(), pair(tidy_data.MONTHS).meta)
    failed = [name for name, check in CHECKS.items() if check(spoilt_only)]
    assert set(failed) <= {
        "filenames_match",
        "geog_la_combos",
        "geog_region_combos",
        "geog_region_for_la",
        "empty_cols",
    }


def test_a_real_council_is_named_as_the_department_names_it() -> None:
    row = pair(tidy_data.MONTHS).rows[0]
    assert [row[name] for name in tidy_data.PLACE[2:]] == [
        "Local authority", "E92000001", "England", "E12000008", "South East", "872", AREA, "Wokingham",
    ]  # fmt: skip


def test_long_titles_are_cut_at_a_word_and_keep_their_reference() -> None:
    labels = [row["label"] for row in pair(tidy_data.MONTHS).about]
    assert max(map(len, labels)) <= tidy_data.LONGEST_LABEL
    cut = [label for label in labels if "…" in label]
    assert cut
    assert all(label.endswith(")") and " …" not in label for label in cut)
