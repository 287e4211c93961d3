"""Rules of our own, over records: the order of things, links, overlaps, ages, likelihood, movement between loads."""

from everychild.quality.declared import RuleSet
from everychild.quality.own import around, care, children, front_door, homes, loads, protection

OWN = RuleSet(
    "own",
    "Our own rules",
    "Everychild",
    (*children.RULES, *front_door.RULES, *protection.RULES, *care.RULES, *homes.RULES, *around.RULES, *loads.RULES),
)
"""In the order a case travels."""
