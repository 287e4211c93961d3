"""What the released pages say, apart from the figures."""

from __future__ import annotations

PLAIN = ("CN01", "CP12", "CC01", "FD08", "AS02", "CP22", "RH01", "CL04", "PL01", "RH15", "CL03", "EH05", "SE03", "SE01")
"""Measures for the front page, the most wanted first: how many are helped, whether in time, and what becomes of them.

The first eight that can be told stand there.
"""

EIGHT = 8

HELPED = ("CN01", "CP12", "CC01")
"""Counts of children, said in the opening sentence."""

COMMON = {
    "skip": "Skip to the main content",
    "navigation": "This site",
    "overview": "Overview",
    "hidden": "What is hidden and why",
    "data": "Download the numbers",
    "home_of": "Children’s services",
    "position": "Position at",
    "known": "As known on",
    "edition": "Edition",
    "fingerprint": "Fingerprint of this release",
    "preview": "Preview. These figures have not been signed by the director, and are not for publication.",
    "about": "Figures are counted from the council’s own case records, and rounded so that no child can be recognised.",
    "licence": "These figures may be used under the Open Government Licence v3.0.",
    "good": "Which way is good",
}

PAPER = {
    "report.docx": "The committee’s paper in Word",
    "report.html": "The committee’s paper as a web page",
    "report.pdf": "The committee’s paper as a PDF",
}

OVERVIEW = {
    "paper": "The paper for the scrutiny committee",
    "paper_is": "It has the numbers of these pages and no others.",
    "eight": "Eight plain measures",
    "all": "Every measure",
    "measure": "Measure",
    "value": "Latest",
    "year": "Year",
    "status": "Against its target",
    "more": "More about this measure",
}

MEASURE = {
    "chart": "How it has changed",
    "table": "The numbers behind the picture",
    "month": "Month",
    "year": "Year to the end of",
    "value": "Value",
    "met": "Counted",
    "considered": "Out of",
    "years": "Whole years",
    "together": "Several months together",
    "why_together": "Several months are told together, because one month would be small numbers.",
    "others": "Beside other councils",
    "means": "What it means",
    "counted": "How it is counted",
    "why": "Why it matters",
    "careful": "Easily misread",
    "source": "Where the rule is written",
    "example": "A worked example, with invented children",
    "download": "Download these numbers (CSV)",
    "back": "All measures",
    "target": "Target",
    "no_chart": "There is nothing to draw: the numbers that can be told are all the same, or too few.",
    "averaged_from": "Worked out from",
}

HIDDEN = {
    "title": "What is hidden and why",
    "heading_why": "Why anything is hidden",
    "why": "Behind each number are children. Where a number is very small, somebody who knows a family might recognise "
    "a child in it, or learn something about them. So small numbers are never published here, and neither is anything "
    "they could be worked out from.",
    "heading_rules": "The rules",
    "heading_check": "How that is checked",
    "heading_left_out": "Measures that are not published",
    "heading_held_back": "Numbers held back",
    "heading_together": "Months told together",
    "why_together": "One month of these would be small numbers. The shortest longer time that can be told is told.",
    "time": "Time",
    "held_back_none": "No other number had to be held back.",
    "measure": "Measure",
    "reason": "Reason",
    "when": "When",
    "everything": "Every measure the council’s records hold is published.",
}

DATA = {
    "title": "Download the numbers",
    "figures": "Every number on this site, one row each (CSV)",
    "definitions": "What each measure means and how it is counted (CSV)",
    "about": "The rules by which numbers were rounded, and how they hang together (JSON)",
    "manifest": "The fingerprint of each file of this release (JSON)",
    "columns": "What the columns hold",
    "column": "Column",
    "holds": "Holds",
    "tidy": "Laid out as the Department for Education’s open data",
    "symbols": "The same numbers, a row for each month or year and a column for each number. In them c is a number not "
    "told, to protect children, x one that is not available, and low seven or fewer.",
}

TIDY = {
    "childrens-services-months.csv": "Every month (CSV)",
    "childrens-services-months.meta.csv": "What each column of the months is (CSV)",
    "childrens-services-financial-years.csv": "Every whole financial year (CSV)",
    "childrens-services-financial-years.meta.csv": "What each column of the financial years is (CSV)",
}
"""How each file laid out as open data is called, by its name."""

COLUMNS = {
    "reference": "The measure’s own code, which never changes",
    "window": "A month, a month end (as_at) or a financial year; and where one month would be small numbers a quarter, "
    "the year so far (year_to_date) or twelve months (rolling_12)",
    "as_at": "The month the window ends with",
    "numerator": "How many were counted or met the condition, rounded; low is seven or fewer, high is all but so few",
    "denominator": "How many were considered, rounded in the same way",
    "value": "The share, average or count as a number, where one is told",
    "value_in_words": "The same as it is read",
    "absent": "Why there is no value: no_cases, not_supplied or held_back",
}


def rules() -> tuple[str, ...]:
    """How numbers are rounded, as anybody may read it."""
    return (
        "A number from 0 to 7 is shown as “seven or fewer”, and in the data as low. Nought is not told from a few.",
        "Any other number is rounded to the nearest five.",
        "Where all but a few met a condition, how many did is not told, and the share is told as “so many per cent or "
        "more”.",
        "Percentages are worked out from rounded numbers, and only of 50 or more. They are told whole, and as “about”.",
        "An average is told only where it is of 13 or more.",
        "Where the newest month has no number that can be told, a longer time that holds it is told, the shortest that "
        "can be: a quarter, the year so far or twelve months.",
        "Nothing is published for an area, a team or a group within the council.",
        "How a figure stands against its target is told only where every number it may have been would stand there.",
    )
