"""So that `python -m everychild` works."""

from everychild.cli import main

main()
