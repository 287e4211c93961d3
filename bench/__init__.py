"""Time and memory of the main steps, each in a process of its own: `make bench`, or `python -m bench`."""
