"""The command line: everything Everychild does, for people and for other programs."""

from __future__ import annotations


def main() -> None:
    """The `everychild` command."""
    from everychild.cli.app import run

    run()
