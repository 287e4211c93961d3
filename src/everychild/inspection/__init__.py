"""What an inspection asks for: Annex A as at any day, looked over and read back before it is sent."""

from everychild.inspection.checks import Checked, checked
from everychild.inspection.lists import AnnexA, WrittenList, annex_a, is_listed, notes
from everychild.inspection.workbook import Written, written

__all__ = ["AnnexA", "Checked", "Written", "WrittenList", "annex_a", "checked", "is_listed", "notes", "written"]
