"""What a regional pack says, apart from the figures."""

from __future__ import annotations

COMMON = {
    "skip": "Skip to the main content",
    "contents": "All measures",
    "position": "Position at",
    "rounded": "Every number was rounded by the council that sent it: there is no row of a child here.",
    "no_league": "Councils stand in the order of their names: this is no league.",
}

OVERVIEW = {
    "members": "Who has sent what",
    "council": "Council",
    "as_at": "Position at",
    "known": "As known on",
    "not_compared": "Measures counted otherwise",
    "missing": "Nothing sent for this month",
    "improved": "Improved beyond chance: whom to ring",
    "nobody": "No council has improved beyond chance on any measure.",
    "measure": "Measure",
    "who": "Improved",
    "all": "Every measure",
}

MEASURE = {
    "multiples": "Each council on one scale",
    "table": "The numbers",
    "council": "Council",
    "latest": "Latest month told",
    "year": "This year together",
    "change": "This year beside the last",
    "blocked": "Not compared",
    "together": "All councils compared, this year together",
    "funnel": "Beside what chance would do",
    "funnel_reading": (
        "Inside the dotted lines a difference is what chance alone would bring, in all but one of five hundred."
    ),
}
