"""The indicators, by theme, in committee order."""
