"""Small published files, written as the publishers write them. Every number is invented."""

from __future__ import annotations

import io

import pyarrow as pa
import pyarrow.parquet as pq

PLACES = "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,category"
ENGLAND = "Reporting year,National,E92000001,England,,,,,,Referrals"
SOUTH_EAST = "Reporting year,Regional,E92000001,England,E12000008,South East,,,,Referrals"


def council(number: str, code: str, name: str) -> str:
    return f"Reporting year,Local authority,E92000001,England,E12000008,South East,{number},{code},{name},Referrals"


WOKINGHAM = council("872", "E06000041", "Wokingham")


def referrals_2025(*rows: str) -> bytes:
    """The newer headings."""
    measures = "referral_count,rereferral_count,rereferral_percent"
    return "\n".join((f"{PLACES},{measures}", *rows, "")).encode()


def referrals_2024(*rows: str) -> bytes:
    """The headings of the release before."""
    measures = "Referrals,Referrals_rate,Re_referrals,Re_referrals_percent"
    return "\n".join((f"{PLACES},{measures}", *rows, "")).encode()


def tool(*rows: tuple[str, str, str, str, float]) -> bytes:
    """The Interactive Tool’s long table: measure, year, area, value, number."""
    columns = list(zip(*rows, strict=True))
    table = pa.table(
        {
            "Short Desc": pa.array(columns[0], pa.string()),
            "Data item": pa.array([None] * len(rows), pa.string()),
            "Years": pa.array(columns[1], pa.string()),
            "LA and Regions": pa.array(columns[2], pa.string()),
            "Values": pa.array(columns[3], pa.string()),
            "LA Number": pa.array(columns[4], pa.float64()),
            "Region": pa.array(["NA"] * len(rows), pa.string()),
        }
    )
    file = io.BytesIO()
    pq.write_table(table, file)
    return file.getvalue()
