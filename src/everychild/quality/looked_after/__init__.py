"""The Department for Education’s rules for the children looked after return (SSDA903), those a figure depends on.

Codes are the Department’s; the words and the SELECTs are ours. Years are those of the published sets from 2022-23 on: a
rule with none was there before them.
"""

from everychild.quality.declared import RuleSet
from everychild.quality.looked_after import around_care, continuity, episodes, outcomes, placements, providers
from everychild.quality.tables import LOOKED_AFTER

DFE_LOOKED_AFTER = RuleSet(
    "dfe_looked_after",
    "The Department for Education’s rules for children looked after",
    "the Department’s published validation rules for the SSDA903, by code; the wording is ours",
    (
        *around_care.CHILDREN,
        *episodes.RULES,
        *continuity.RULES,
        *placements.RULES,
        *providers.RULES,
        *around_care.REVIEWS,
        *outcomes.RULES,
        *around_care.ADOPTION,
        *around_care.MISSING,
        *around_care.WORKERS,
        *around_care.LIBERTY,
    ),
    of_return=LOOKED_AFTER,
    title_of_return="children looked after return",
    newest_year=2027,
)
