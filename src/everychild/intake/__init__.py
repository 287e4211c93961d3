"""From a spreadsheet to typed records: the dirt stops here."""
