"""The Department for Education’s rules for the children in need census, those a figure depends on.

Codes are the Department’s; the words and the SELECTs are ours. Years are those of the published sets from 2022-23 on: a
rule with none was there before them.
"""

from everychild.quality.census import children, need, protection
from everychild.quality.declared import RuleSet
from everychild.quality.tables import CENSUS

DFE_CENSUS = RuleSet(
    "dfe_census",
    "The Department for Education’s rules for children in need",
    "the Department’s published validation rules for the children in need census, by code; the wording is ours",
    (*children.RULES, *need.RULES, *protection.RULES),
    of_return=CENSUS,
    title_of_return="children in need census",
    newest_year=2026,
)
