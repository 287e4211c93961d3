"""Counting: windows, tallies, figures, and the way back to the rows."""
