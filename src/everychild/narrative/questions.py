"""Questions an area could prompt, for scrutiny officers: from its reasons and its pattern, asking and never answering.

None supposes a cause, names anybody or tells a group apart. They are off in a paper unless asked for.
"""

from __future__ import annotations

from everychild.judgement.judged import Code, FlaggedArea
from everychild.judgement.outlook import Outlook

OF_REASONS = {
    Code.T1: "What would have to be different for the target to be met?",
    Code.T2: "How was it settled how far from the target still counts as close?",
    Code.T3: "What is known of each, and what has been done since?",
    Code.F1: "What happens here when a figure is below its floor, and has it happened?",
    Code.S1: "What is different now from when it was in its usual range, and since when?",
    Code.S2: "Can the target be met as the work is done now, and if not, which of the two is to change?",
    Code.V1: "What is different from a year ago?",
    Code.O1: "How long has the oldest open work been open, and what is planned for it?",
    Code.E1: "It still meets its target: at what point would something be done, and what?",
    Code.Q1: "How much was done late, and how much was done in time and written up late?",
    Code.N1: "With numbers this small, what else shows how the work goes?",
}
OF_OUTLOOK = {
    Outlook.HIT_OR_MISS: "What tells the months in which the target is met from those in which it is not?",
    Outlook.RELIABLY_MET: "Is the target still the right one?",
}
ALWAYS = ("When will Members next hear of this, and what would they then hope to see?",)


def questions(area: FlaggedArea) -> tuple[str, ...]:
    """In the recipe's order, each once, whatever number of indicators prompt it."""
    outlooks = dict.fromkeys(item.outlook for item in area.judged if item.outlook)
    asked = [OF_REASONS[code] for code in area.codes if code in OF_REASONS]
    asked += [OF_OUTLOOK[outlook] for outlook in outlooks if outlook in OF_OUTLOOK]
    return tuple(dict.fromkeys((*asked, *ALWAYS)))
