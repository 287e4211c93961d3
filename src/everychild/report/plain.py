"""The paper as plain data, for the templates that place it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date

Data = str | int | float | bool | list["Data"] | dict[str, "Data"]


def as_data(value: object) -> Data:
    """Any piece of the paper as plain data, each part and line saying what kind it is."""
    if isinstance(value, date):
        return {"year": value.year, "month": value.month, "day": value.day}
    if isinstance(value, tuple):
        return [as_data(item) for item in value]
    if is_dataclass(value):
        said = {field.name: as_data(getattr(value, field.name)) for field in fields(value)}
        return {"kind": type(value).__name__, **said}
    assert isinstance(value, str | int | float), f"{type(value).__name__} has no place in a paper"
    return value
