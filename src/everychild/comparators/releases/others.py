"""Children looked after, the social work workforce, and the children there are to be rated against."""

from __future__ import annotations

from everychild.comparators.releases.family import Family, Measure

_LOOKED_AFTER = "Department for Education, Children looked after in England"
_YEAR = "year ended 31 March"


def _stage(name: str, says: str) -> tuple[Measure, Measure]:
    where = (("population_type", f"Children {says} each year"),)
    return Measure(name, ("children_count",), where), Measure(f"{name}_rate", ("rate_per_10000",), where)


_LONG_IN_CARE = (
    "cla_group",
    "Children looked after continuously for at least 2.5 years on 31 March aged under 16 years",
)
_SAME_CARER = ("placement_stability", "Living with the same carer for at least 2 years")
_ON_31_MARCH = ("cla_group", "CLA on 31 March")

FAMILIES = (
    Family(
        "cla_numbers",
        _LOOKED_AFTER,
        _YEAR,
        (("population_type",), ("rate_per_10000",)),
        (
            *_stage("looked_after", "looked after on 31 March"),
            *_stage("started", "starting to be looked after"),
            *_stage("ceased", "ceasing to be looked after"),
        ),
    ),
    Family(
        "cla_placements",
        _LOOKED_AFTER,
        _YEAR,
        (("placement_stability",), ("cla_group",)),
        (
            Measure("children", ("children_count",), (_ON_31_MARCH, ("placement_stability", "Total children"))),
            Measure(
                "three_or_more",
                ("children_count",),
                (_ON_31_MARCH, ("placement_stability", "With 3 or more placements during the year")),
            ),
            Measure(
                "three_or_more_percent",
                ("children_percent",),
                (_ON_31_MARCH, ("placement_stability", "With 3 or more placements during the year")),
            ),
            Measure("long_in_care", ("children_count",), (_LONG_IN_CARE, ("placement_stability", "Total children"))),
            Measure("same_carer", ("children_count",), (_LONG_IN_CARE, _SAME_CARER)),
            Measure("same_carer_percent", ("children_percent",), (_LONG_IN_CARE, _SAME_CARER)),
        ),
    ),
    Family(
        "workforce",
        "Department for Education, Children’s social work workforce",
        "year ended 30 September",
        (("turnover_rate_fte",), ("caseload_fte",)),
        (
            Measure("caseload", ("caseload_fte",)),
            Measure("vacancy_rate", ("vacancy_rate_fte",)),
            Measure("turnover_rate", ("turnover_rate_fte",)),
            Measure("agency_rate", ("agency_rate_fte",)),
            Measure("absence_rate", ("absence_rate_fte",)),
        ),
    ),
    Family(
        "population",
        "Office for National Statistics, mid-year population estimates",
        "year",
        (("age_group",), ("population_estimate",)),
        (Measure("children", ("population_estimate",), (("age_group", "Children aged 0 to 17 years"),)),),
    ),
)
