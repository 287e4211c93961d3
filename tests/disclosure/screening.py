"""The Department for Education’s published screening rules for a data file and the file about its columns, as it names them.

Restated from what its own programs for screening say they look for (eesyscreener, and the data screener before it), for
files with a council’s rows alone: rules about schools, providers and other places have nothing to be asked of. Each gives
what is wrong; nothing is a pass.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from everychild.comparators.areas import REGIONS, councils

REQUIRED_IN_DATA = ("geographic_level", "time_period", "time_identifier", "country_code", "country_name")
REQUIRED_IN_META = (
    "col_name", "col_type", "label", "indicator_grouping", "indicator_unit", "indicator_dp", "filter_hint",
    "filter_grouping_column",
)  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
PLACE = ("country_code", "country_name", "region_code", "region_name", "old_la_code", "la_name", "new_la_code")
UNITS = ("", "%", "pp", "£", "£m")
SYMBOLS = ("c", "x", "z", "low")
LIKE_A_PLACE = re.compile(
    r"^(sch|prov|inst|estab|reg|la|local|rsc|pcon|lep|mca|oa|ward|mat).*(name|code|urn|ukprn|number|upin|id)$"
    r"|^(laestab|estab|school|provider|institution|name|code|urn|number|id|region|la|lad|ward|mat)s?$"
)
OF_A_FILTER = ("male", "asian", "chinese", "indian", "black", "african", "caribbean", "white", "roma", "irish", "arab")
LONGEST = {"location code": 30, "column name": 50, "label": 80, "item": 120}

Row = dict[str, str]


@dataclass
class Pair:
    """A data file and the file about it, as anybody would read them."""

    name: str
    meta_name: str
    data: bytes
    meta: bytes

    def __post_init__(self) -> None:
        self.columns, self.rows = _read(self.data)
        self.meta_columns, self.about = _read(self.meta)

    @property
    def indicators(self) -> list[Row]:
        return [row for row in self.about if row["col_type"] == "Indicator"]

    @property
    def filters(self) -> list[Row]:
        return [row for row in self.about if row["col_type"] == "Filter"]


def _read(content: bytes) -> tuple[list[str], list[Row]]:
    reader = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    columns = next(reader)
    return columns, [dict(zip(columns, row, strict=True)) for row in reader]


Check = Callable[[Pair], list[str]]
CHECKS: dict[str, Check] = {}


def _check(function: Check) -> Check:
    CHECKS[function.__name__] = function
    return function


# The files themselves


@_check
def filename_spaces(pair: Pair) -> list[str]:
    return [name for name in (pair.name, pair.meta_name) if re.search(r"\s", name)]


@_check
def filename_special(pair: Pair) -> list[str]:
    stems = (pair.name.removesuffix(".csv"), pair.meta_name.removesuffix(".meta.csv"))
    return [stem for stem in stems if not re.fullmatch(r"[A-Za-z0-9_-]+", stem)]


@_check
def filenames_match(pair: Pair) -> list[str]:
    return [] if pair.meta_name == pair.name.removesuffix(".csv") + ".meta.csv" else [pair.meta_name]


@_check
def utf8(pair: Pair) -> list[str]:
    """Without a byte order mark, which would become part of the first column’s name."""
    return [name for name, content in (("data", pair.data), ("meta", pair.meta)) if content.startswith(b"\xef\xbb\xbf")]


@_check
def empty_rows(pair: Pair) -> list[str]:
    return [str(place) for place, row in enumerate(pair.rows) if not any(row.values())]


# Columns of the data


@_check
def col_req_data(pair: Pair) -> list[str]:
    return [name for name in REQUIRED_IN_DATA if name not in pair.columns]


@_check
def col_name_duplicate(pair: Pair) -> list[str]:
    return [name for name, times in Counter(pair.columns).items() if times > 1]


@_check
def col_names_spaces(pair: Pair) -> list[str]:
    return [name for name in pair.columns if re.search(r"\s", name)]


@_check
def col_snake_case(pair: Pair) -> list[str]:
    return [name for name in pair.columns if not re.fullmatch(r"[a-z0-9_]+", name)]


@_check
def col_var_start(pair: Pair) -> list[str]:
    return [name for name in pair.columns if not re.match(r"[a-z]", name)]


@_check
def col_ind_smushed(pair: Pair) -> list[str]:
    return [row["col_name"] for row in pair.indicators if any(word in row["col_name"] for word in OF_A_FILTER)]


@_check
def col_to_rows(pair: Pair) -> list[str]:
    return [] if len(pair.columns) - len(REQUIRED_IN_DATA) >= len(pair.about) else ["more rows about than columns"]


@_check
def empty_cols(pair: Pair) -> list[str]:
    return [name for name in pair.columns if not any(row[name] for row in pair.rows)]


# The two beside each other


@_check
def cross_data_to_meta(pair: Pair) -> list[str]:
    known = {"time_period", "time_identifier", "geographic_level", *PLACE, *(row["col_name"] for row in pair.about)}
    return [name for name in pair.columns if name not in known]


@_check
def cross_meta_to_data(pair: Pair) -> list[str]:
    return [row["col_name"] for row in pair.about if row["col_name"] not in pair.columns]


@_check
def general_dupes(pair: Pair) -> list[str]:
    units = ("time_period", "time_identifier", "geographic_level", *PLACE, *(row["col_name"] for row in pair.filters))
    told = Counter(tuple(row[name] for name in units if name in row) for row in pair.rows)
    return [str(key) for key, times in told.items() if times > 1]


@_check
def general_null(pair: Pair) -> list[str]:
    every = [value for rows in (pair.rows, pair.about) for row in rows for value in row.values()]
    return [value for value in every if value in ("NA", "na", "Null", "null", "NULL")]


# Time


@_check
def time_identifier(pair: Pair) -> list[str]:
    known = (*MONTHS, "Calendar year", "Reporting year", "Financial year", "Academic year")
    return [row["time_identifier"] for row in pair.rows if row["time_identifier"] not in known]


@_check
def time_identifier_mix(pair: Pair) -> list[str]:
    """Months stand with months alone, and years with years of their own kind."""
    kinds = {"month" if row["time_identifier"] in MONTHS else row["time_identifier"] for row in pair.rows}
    return sorted(kinds) if len(kinds) > 1 else []


@_check
def time_period(pair: Pair) -> list[str]:
    """Digits alone: four for a month or a calendar year, six for a year of two."""

    def length(row: Row) -> int:
        return 4 if row["time_identifier"] in (*MONTHS, "Calendar year", "Reporting year") else 6

    return [row["time_period"] for row in pair.rows if not re.fullmatch(rf"\d{{{length(row)}}}", row["time_period"])]


@_check
def time_period_six(pair: Pair) -> list[str]:
    six = [row["time_period"] for row in pair.rows if len(row["time_period"]) == 6]
    return [text for text in six if (int(text[2:4]) + 1) % 100 != int(text[4:])]


# Place


@_check
def geog_level(pair: Pair) -> list[str]:
    known = ("National", "Regional", "Local authority")
    return [row["geographic_level"] for row in pair.rows if row["geographic_level"] not in known]


@_check
def geog_level_present(pair: Pair) -> list[str]:
    return [name for name in ("old_la_code", "la_name", "new_la_code") if name not in pair.columns]


@_check
def geog_level_completed(pair: Pair) -> list[str]:
    return [
        name
        for name in ("country_code", "country_name", "old_la_code", "la_name")
        for row in pair.rows
        if not row[name]
    ]


@_check
def geog_region_for_la(pair: Pair) -> list[str]:
    return [name for name in ("region_code", "region_name") for row in pair.rows if not row[name]]


@_check
def geog_country_combos(pair: Pair) -> list[str]:
    return [
        row["country_code"]
        for row in pair.rows
        if (row["country_code"], row["country_name"]) != ("E92000001", "England")
    ]


@_check
def geog_region_combos(pair: Pair) -> list[str]:
    known = {(region.code, region.name) for region in REGIONS}
    return [row["region_code"] for row in pair.rows if (row["region_code"], row["region_name"]) not in known]


@_check
def geog_la_combos(pair: Pair) -> list[str]:
    known = {(area.number, code, area.name) for area in councils().values() for code in area.codes}
    return [
        row["la_name"] for row in pair.rows if (row["old_la_code"], row["new_la_code"], row["la_name"]) not in known
    ]


@_check
def geog_new_la_code(pair: Pair) -> list[str]:
    codes = [row["new_la_code"] for row in pair.rows]
    return [code for code in codes if not re.fullmatch(r"[A-Z]\d{8}|x|", code)]


@_check
def filter_ob_total(pair: Pair) -> list[str]:
    """A place or a time is never a total of others."""
    values = [row[name] for row in pair.rows for name in ("time_period", *PLACE) if name in row]
    return [value for value in values if value.casefold() in ("total", "all")]


# Numbers


@_check
def ind_invalid_entry(pair: Pair) -> list[str]:
    """No blanks, none of the old symbols (~ and :), and nothing that is neither a number nor a symbol."""
    number = re.compile(r"-?\d+(\.\d+)?")
    told = [row[about["col_name"]] for about in pair.indicators for row in pair.rows]
    return [value for value in told if value not in SYMBOLS and not number.fullmatch(value)]


@_check
def ind_obsolete_symbols(pair: Pair) -> list[str]:
    told = [value for row in pair.rows for value in row.values()]
    return [value for value in told if value in ("N/A", "n/a", ".", "..", "-")]


# The file about columns


@_check
def col_req_meta(pair: Pair) -> list[str]:
    return [name for name in REQUIRED_IN_META if name not in pair.meta_columns]


@_check
def col_invalid_meta(pair: Pair) -> list[str]:
    return [name for name in pair.meta_columns if name not in REQUIRED_IN_META]


@_check
def meta_col_type(pair: Pair) -> list[str]:
    return [row["col_type"] for row in pair.about if row["col_type"] not in ("Filter", "Indicator")]


@_check
def meta_col_name_dupe(pair: Pair) -> list[str]:
    return [name for name, times in Counter(row["col_name"] for row in pair.about).items() if times > 1]


@_check
def meta_col_name_spaces(pair: Pair) -> list[str]:
    return [row["col_name"] for row in pair.about if re.search(r"\s", row["col_name"])]


@_check
def meta_ob_unit(pair: Pair) -> list[str]:
    units = ("time_period", "time_identifier", "geographic_level", *PLACE)
    return [row["col_name"] for row in pair.about if row["col_name"] in units]


@_check
def meta_geog_catch(pair: Pair) -> list[str]:
    return [row["col_name"] for row in pair.filters if LIKE_A_PLACE.match(row["col_name"])]


@_check
def meta_label(pair: Pair) -> list[str]:
    return [row["col_name"] for row in pair.about if not row["label"].strip()]


@_check
def meta_dupe_label(pair: Pair) -> list[str]:
    return [label for label, times in Counter(row["label"] for row in pair.about).items() if times > 1]


@_check
def meta_filter_hint(pair: Pair) -> list[str]:
    return [row["col_name"] for row in pair.indicators if row["filter_hint"]]


@_check
def meta_fil_grp(pair: Pair) -> list[str]:
    return [row["col_name"] for row in pair.indicators if row["filter_grouping_column"]]


@_check
def meta_ind_grouping(pair: Pair) -> list[str]:
    return [row["col_name"] for row in pair.filters if row["indicator_grouping"]]


@_check
def meta_ind_group_stripped(pair: Pair) -> list[str]:
    """Two groups that differ by their punctuation alone are one group twice."""
    groups = {row["indicator_grouping"] for row in pair.indicators}
    return [] if len({re.sub(r"[^A-Za-z0-9]", "", group) for group in groups}) == len(groups) else sorted(groups)


@_check
def meta_ind_unit_validation(pair: Pair) -> list[str]:
    return [row["indicator_unit"] for row in pair.indicators if row["indicator_unit"] not in UNITS]


@_check
def meta_ind_dp_values(pair: Pair) -> list[str]:
    return [row["indicator_dp"] for row in pair.indicators if not re.fullmatch(r"\d?", row["indicator_dp"])]


@_check
def meta_ind_dp_set(pair: Pair) -> list[str]:
    return [row["col_name"] for row in pair.indicators if row["indicator_dp"] == ""]


@_check
def filter_not_singular(pair: Pair) -> list[str]:
    return [row["col_name"] for row in pair.filters if len({each[row["col_name"]] for each in pair.rows}) < 2]


# What programs that read it have room for


@_check
def api_char_limit(pair: Pair) -> list[str]:
    codes = {row[name] for row in pair.rows for name in PLACE if name.endswith("code")}
    names = {row[name] for row in pair.rows for name in PLACE if name.endswith("name")}
    told = (("location code", codes), ("item", names), ("column name", set(pair.columns)))
    labels = ("label", {row["label"] for row in pair.about})
    return [value for what, values in (*told, labels) for value in values if len(value) > LONGEST[what]]
