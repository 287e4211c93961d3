"""pandas: the records as frames, each indicator a few vectorised lines, months and ages by one groupby each."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import pyarrow.parquet as pq

from bench.beside.figures import ROLLING_12, THE_MONTH, Figures, Given, Place, Whole
from bench.beside.questions import AT_MONTH_END, RECORDS

Frames = Mapping[str, pd.DataFrame]
BANDS = ["Under 1", "1 to 4", "5 to 9", "10 to 15", "16 to 17", "18 and over"]
YOUNGEST = [0, 10_000, 50_000, 100_000, 160_000, 180_000, 1_200_000]
ALL_AGES = "every age"


def ready(given: Given) -> Frames:
    return {name: pq.read_table(given.records / f"{name}.parquet").to_pandas(date_as_object=False) for name in RECORDS}


def counted(frames: Frames, given: Given) -> Figures:
    figures: dict[Place, Whole] = {}
    everybody = frames["child"][["child_id", "born_on", "expected_birth_on"]]
    months = [month.index for month in given.months]
    for ref, rows in _indicators(frames, given).items():
        told = rows.dropna(subset=["day"]).merge(everybody, on="child_id", how="left")
        told["month_no"] = told["day"].dt.year * 12 + told["day"].dt.month - 1
        told["age"] = _age(told)
        sums = told.groupby(["age", "month_no"])["meets"].agg(["sum", "count"]).astype("int64")
        sums = sums.unstack("month_no", fill_value=0).stack("month_no", future_stack=True)
        by_age = {age: part.droplevel("age").reindex(months, fill_value=0) for age, part in sums.groupby("age")}
        by_age[ALL_AGES] = told.groupby("month_no")["meets"].agg(["sum", "count"]).reindex(months, fill_value=0)
        for age, monthly in by_age.items():
            windows = {THE_MONTH: monthly}
            if ref not in AT_MONTH_END:
                windows[ROLLING_12] = monthly.rolling(12).sum()
            for window, table in windows.items():
                for row in table.iloc[12:].astype("int64").itertuples():
                    place = Place(ref, window, row.Index, None if age == ALL_AGES else age)
                    figures[place] = Whole(row[1], row[2])
    return figures


def done(frames: Frames) -> None:
    """Nothing is open."""


def _indicators(frames: Frames, given: Given) -> Mapping[str, pd.DataFrame]:
    contact, referral, assessment = frames["contact"], frames["referral"], frames["assessment"]
    conference, care = frames["conference"], frames["period_of_care"]
    missing = frames["missing_episode"]
    missing = missing[missing["kind"].fillna("missing") == "missing"]
    care = care[~care["legal_status"].isin(["V3", "V4"])]
    conference = conference[conference["kind"].isin(["initial", "pre_birth"])]
    interviewed = missing.merge(frames["return_interview"], on=["child_id", "missing_id"], suffixes=("", "_interview"))
    interviewed = interviewed.dropna(subset=["completed_on"])
    allowed = given.days_allowed

    days = contact[["child_id", "contacted_on"]].drop_duplicates().sort_values(["child_id", "contacted_on"])
    days["previous"] = days.groupby("child_id")["contacted_on"].shift()
    contacts = contact.merge(days, on=["child_id", "contacted_on"])
    is_repeat = contacts["previous"] + pd.DateOffset(months=3) >= contacts["contacted_on"]

    in_order = referral.sort_values(["child_id", "referred_on", "source_id"])
    by_child = in_order.groupby("child_id")["referred_on"]
    again = (by_child.shift() + pd.DateOffset(months=12) >= in_order["referred_on"]) | (
        by_child.shift(-1).isna() & (in_order["earlier_referrals"].fillna(0) > 0)
    )
    taken = _working_days(given, assessment["started_on"], assessment["authorised_on"])
    decided = _working_days(given, contact["contacted_on"], contact["decided_on"])
    to_conference = _working_days(given, conference["enquiry_started_on"], conference["held_on"])
    to_interview = (interviewed["completed_on"] - interviewed["returned_on"]).dt.days
    return {
        "FD01": _rows(contact, "contacted_on"),
        "FD02": _rows(contact, "contacted_on", decided <= allowed["contact_decision"]),
        "FD03": _rows(contact, "contacted_on", contact["outcome"].isin(["referral", "strategy_discussion"])),
        "FD05": _rows(contacts, "contacted_on", is_repeat),
        "FD06": _rows(referral, "referred_on"),
        "FD08": _rows(in_order, "referred_on", again),
        "FD09": _rows(referral, "referred_on", referral["no_further_action"].eq(True)),
        "AS01": _rows(assessment, "authorised_on"),
        "AS02": _rows(assessment, "authorised_on", taken <= allowed["assessment"]),
        "CP02": _rows(frames["section_47_enquiry"], "started_on"),
        "CP06": _rows(conference, "held_on", to_conference <= allowed["initial_conference"]),
        "CC02": _rows(care, "started_on"),
        "MS07": _rows(interviewed, "returned_on", to_interview <= allowed["return_interview_national"]),
        "CC01": _open(given, care, "started_on", "ended_on"),
        "CN01": _open(given, frames["child_in_need_episode"], "started_on", "closed_on"),
        "CP12": _open(given, frames["child_protection_plan"], "started_on", "ended_on"),
        "MS08": _open(given, missing, "went_missing_on", "returned_on"),
    }


def _rows(rows: pd.DataFrame, day: str, meets: pd.Series | bool = True) -> pd.DataFrame:
    return pd.DataFrame({"child_id": rows["child_id"], "day": rows[day], "meets": meets})


def _open(given: Given, spells: pd.DataFrame, began: str, ended: str) -> pd.DataFrame:
    """Children with a spell open on each month end, month by month: all at once would be millions of rows."""
    parts = []
    for month in given.months:
        as_at = pd.Timestamp(month.last_day)
        is_open = (spells[began] <= as_at) & (spells[ended].isna() | (spells[ended] > as_at))
        parts.append(spells.loc[is_open, ["child_id"]].drop_duplicates().assign(day=as_at, meets=True))
    return pd.concat(parts, ignore_index=True)


def _working_days(given: Given, start: pd.Series, end: pd.Series) -> pd.Series:
    """Working days after the start, up to and including the end; unknown where either is."""
    closed = np.array([*given.calendar.bank_holidays, *given.calendar.closure_days], dtype="datetime64[D]")
    known = start.notna() & end.notna()
    one_day = np.timedelta64(1, "D")
    taken = np.busday_count(
        start[known].to_numpy().astype("datetime64[D]") + one_day,
        end[known].to_numpy().astype("datetime64[D]") + one_day,
        holidays=closed,
    )
    return pd.Series(taken, index=start.index[known]).reindex(start.index)


def _age(told: pd.DataFrame) -> pd.Series:
    day, born = told["day"].dt, told["born_on"].dt
    old = (day.year - born.year) * 10_000 + (day.month - born.month) * 100 + day.day - born.day
    band = pd.cut(old, YOUNGEST, right=False, labels=BANDS).astype(object)
    unborn = (told["born_on"] > told["day"]) | (told["born_on"].isna() & told["expected_birth_on"].notna())
    return band.where(~unborn, "Unborn").fillna("Not known")
