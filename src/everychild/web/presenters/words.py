"""Words that stand on every page of a kind whatever its figures: headings, labels and table heads, in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """Templates take these as `words`."""

    # Round every page
    skip: str = "Skip to main content"
    sign_in: str = "Sign in"
    officers_say: str = "What officers say"
    sign_out: str = "Sign out"
    desk: str = "What you can do here"
    find: str = "Find an indicator"
    find_button: str = "Find"
    sections: str = "Sections"
    all_sections: str = "All sections"
    breadcrumb: str = "Breadcrumb"
    position_at: str = "Position at"
    for_good: str = "This page for good, fingerprint"
    for_good_help: str = "A link to this page that will always show this edition"
    replaced: str = "This edition has been replaced. The newest is"
    key: str = "Key"
    known_on: str = "From data known on"
    fingerprint: str = "Fingerprint"
    cite: str = "To cite this page as it stands:"
    downloads: str = "Take the figures away"

    # Overview
    areas: str = "Areas for improvement"
    new: str = "New this month"
    short_by: str = "short by"
    every: str = "Every indicator, by section"
    every_under: str = "One mark an indicator, worst first. Select a mark to open it."
    will_be_met: str = "Will targets be met?"
    will_be_met_under: str = (
        "How each indicator is moving, against whether its usual range clears the target. "
        "Select a number to list its indicators."
    )
    will_be_met_empty: str = "No indicator has a target and months enough to say."
    moving: str = "Moving"
    list_them: str = "list them"
    close_list: str = "Close this list"
    trust: str = "Can we trust these figures?"

    # Section
    indicator: str = "Indicator"
    table: str = "table"
    measured_in: str = "In"
    target: str = "Target"
    pattern: str = "Pattern and outlook"

    # Indicator
    in_short: str = "In short"
    against_target: str = "Against target"
    compared: str = "Compared with others"
    compared_whole: str = "How others compare, and where it is from"
    who: str = "Who"
    when: str = "When"
    source: str = "Source"
    each_neighbour: str = "Show each neighbour"
    funnel_table: str = "Show the picture as a table"
    the_funnel_table: str = "Councils on the picture, as a table"
    on_this_page: str = "On this page"
    other_rules: str = "By one rule and another"
    rule: str = "Rule"
    told_here: str = "the one told here"
    trend: str = "Trend"
    no_trend: str = "There is no month with a figure to draw."
    other_times: str = "Beside other times"
    period: str = "Period"
    figure: str = "Figure"
    as_a_table: str = "Show the picture as a table"
    the_table: str = "The picture as a table"
    month: str = "Month"
    target_then: str = "Target then"
    status: str = "Status"
    stands_out: str = "Why it stands out"
    reason: str = "Reason"
    points: str = "Points"
    label: str = "label"
    in_all: str = "In all"
    breakdown: str = "Breakdown"
    breakdowns: str = "Breakdowns"
    on_a_track: str = "On a track"
    small: str = "small"
    late_recording: str = "Late work or late recording?"
    next_weeks: str = "The next four weeks"
    definition: str = "Definition"
    examples: str = "Worked examples"
    comes_to: str = "Comes to"
    quality: str = "Data quality"


WORDS = Words()
