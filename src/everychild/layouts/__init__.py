"""The files councils hold, as declarations: headings, their other names, codes as written, records filled."""
