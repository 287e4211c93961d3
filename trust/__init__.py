"""The campaigns that attack Everychild, each with the number of cases it must at least run."""
