"""First-draft words, every number in them taken from a figure."""
