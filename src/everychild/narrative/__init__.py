"""First-draft words, every number in them taken from a figure.

Cause and action are never drafted: they wait for a named officer. The calendar may be offered as a fact.
"""

from everychild.narrative.areas import area_paragraphs, area_sentence, waiting_for
from everychild.narrative.bound import Bound, BoundNumber, BoundWord, Quantity, Source
from everychild.narrative.overview import at_a_glance, improvement_sentence, summary_sentences
from everychild.narrative.sentences import finding, pattern_sentence

__all__ = [
    "Bound",
    "BoundNumber",
    "BoundWord",
    "Quantity",
    "Source",
    "area_paragraphs",
    "area_sentence",
    "at_a_glance",
    "finding",
    "improvement_sentence",
    "pattern_sentence",
    "summary_sentences",
    "waiting_for",
]
