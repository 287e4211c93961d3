"""The committee paper: one document without a format, rendered as Word, PDF, web page and workbook."""
