"""The Standard Safeguarding Dataset: the sector’s own tables, one row an event, six years of them.

Columns are found by name and never by place, for suppliers’ scripts put them in different orders. The tables lean on
one another: see `links`. Names of people and places are read past and never kept.
"""

from everychild.layouts.ssd import care, need, people, protection

TABLES = (
    people.PERSON,
    people.DISABILITY,
    need.CONTACTS,
    need.EARLY_HELP,
    need.EPISODES,
    need.ASSESSMENTS,
    need.FACTORS,
    need.PLANS,
    protection.NEED_VISITS,
    protection.ENQUIRIES,
    protection.CONFERENCES,
    protection.PLANS,
    protection.PROTECTION_VISITS,
    protection.REVIEWS,
    care.LEGAL_STATUSES,
    care.EPISODES,
    care.PLACEMENTS,
    care.REVIEWS,
    protection.CARE_VISITS,
    care.MISSING,
    care.CARE_LEAVERS,
    care.ADOPTIONS,
    care.INVOLVEMENTS,
)

PREFIXES = {
    "pers": "ssd_person",
    "disa": "ssd_disability",
    "cont": "ssd_contacts",
    "earl": "ssd_early_help_episodes",
    "cine": "ssd_cin_episodes",
    "cina": "ssd_cin_assessments",
    "cinf": "ssd_assessment_factors",
    "cinp": "ssd_cin_plans",
    "cinv": "ssd_cin_visits",
    "s47e": "ssd_s47_enquiry",
    "icpc": "ssd_initial_cp_conference",
    "cppl": "ssd_cp_plans",
    "cppv": "ssd_cp_visits",
    "cppr": "ssd_cp_reviews",
    "lega": "ssd_legal_status",
    "clae": "ssd_cla_episodes",
    "clap": "ssd_cla_placement",
    "clar": "ssd_cla_reviews",
    "clav": "ssd_cla_visits",
    "miss": "ssd_missing",
    "clea": "ssd_care_leavers",
    "perm": "ssd_permanence",
    "invo": "ssd_involvements",
}
"""Every column of a table begins with the same four letters, and no other table’s do."""

LOOKED_UP = {"dept": "ssd_department", "prof": "ssd_professionals"}
"""Tables that others point at and that make no record of their own."""

UNREAD = {
    "fami": "ssd_family",
    "addr": "ssd_address",
    "immi": "ssd_immigration_status",
    "moth": "ssd_mother",
    "clac": "ssd_cla_convictions",
    "clah": "ssd_cla_health",
    "clai": "ssd_cla_immunisations",
    "clas": "ssd_cla_substance_misuse",
    "lapp": "ssd_cla_previous_permanence",
    "lacp": "ssd_cla_care_plan",
    "csdq": "ssd_sdq_scores",
    "send": "ssd_send",
    "ehcr": "ssd_ehcp_requests",
    "ehca": "ssd_ehcp_assessment",
    "ehcn": "ssd_ehcp_named_plan",
    "ehcp": "ssd_ehcp_active_plans",
    "senn": "ssd_sen_need",
    "prep": "ssd_pre_proceedings",
    "voch": "ssd_voice_of_child",
    "link": "ssd_linked_identifiers",
    "s251": "ssd_s251_finance",
}
"""Tables of the dataset that are known and of which no record is made."""

__all__ = ["LOOKED_UP", "PREFIXES", "TABLES", "UNREAD"]
