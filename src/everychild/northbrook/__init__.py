"""Northbrook, the invented council: seeded lives, written as real files."""

from everychild.northbrook.deliveries import MonthlyDelivery, write_files
from everychild.northbrook.timeline import CLOSURE_DAYS

__all__ = ["CLOSURE_DAYS", "MonthlyDelivery", "write_files"]
