"""What is tried, which promise it is of, how, and the least number of cases: fewer is a failure, not a pass."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Campaign:
    """One campaign. `{cases}` in the command is how many; a floor is of cases run, whatever they are cases of."""

    name: str
    promise: str
    command: str
    long: int
    short: int
    unit: str


CAMPAIGNS = (
    Campaign(
        "Tampering",
        "What was kept cannot be changed unseen: each change to files, rows, seals or the journal is refused or found.",
        "tests.safekeeping.tampering {cases}",
        500,
        40,
        "changes",
    ),
    Campaign(
        "Cut short",
        "Loading and closing are whole or absent: killed, on a full disk, on a broken disk, at each thing they do.",
        "tests.safekeeping.killing --every {cases}",
        1,
        12,
        "each such step",
    ),
    Campaign(
        "Killed while loading",
        "A load that is killed at a random moment is whole or absent, and loads again to the same.",
        "tests.safekeeping.random_kills load --kills {cases}",
        1000,
        6,
        "kills",
    ),
    Campaign(
        "Killed while closing",
        "A close that is killed at a random moment is whole or absent, and closes again to the same.",
        "tests.safekeeping.random_kills close --kills {cases}",
        1000,
        6,
        "kills",
    ),
    Campaign(
        "Backups under load",
        "A backup taken while others load, close and write restores and verifies, with all there was at its beginning.",
        "tests.safekeeping.backups_under_load --backups {cases}",
        50,
        3,
        "backups",
    ),
    Campaign(
        "Planted faults",
        "Each of the things that must never happen has a check that fails once the fault is planted.",
        "trust.planted --most {cases}",
        16,
        2,
        "faults",
    ),
    Campaign(
        "Undoing a release",
        "No small number can be worked out from what is published, with every earlier release at hand, and each number "
        "told is true.",
        "tests.auditor.campaign --councils {cases}",
        1000,
        4,
        "councils",
    ),
    Campaign(
        "Attacked files",
        "A changed file is refused with its place and its rule, the home as it was, or makes the records it should; no "
        "message repeats what a cell says of a child.",
        "tests.intake.campaign --mutants {cases}",
        5_000,
        60,
        "files",
    ),
    Campaign(
        "Two counts",
        "Every figure is the same counted by the engine and by plain Python over made-up councils.",
        "tests.generative.long_run --sets {cases}",
        10_000,
        10,
        "councils",
    ),
)
"""A campaign by step runs more cases the smaller its number is; its floor is in `least`."""


def least(campaign: Campaign, cases: int) -> int:
    """How many cases must have run for the result to count."""
    if campaign.name == "Cut short":
        return max(1, 100 // cases)
    return cases
