"""Everychild: a council's children's services figures, from its own files to its committee's paper."""

__version__ = "0.1.0"
