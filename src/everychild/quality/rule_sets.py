"""Every set of quality rules there is, side by side: each return’s by year, and our own."""

from everychild.quality.census import DFE_CENSUS
from everychild.quality.looked_after import DFE_LOOKED_AFTER
from everychild.quality.own import OWN

RULE_SETS = (OWN, DFE_LOOKED_AFTER, DFE_CENSUS)
EVERY_RULE = tuple((kind, rule) for kind in RULE_SETS for rule in kind.rules)
