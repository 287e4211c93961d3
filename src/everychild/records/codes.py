"""The code sets records hold: the Department for Education's where there is one, else plain words."""

from __future__ import annotations

from everychild.records.table import Codes

SEX = Codes(
    "sex",
    {"female": "Female", "male": "Male", "neither": "Neither", "not_recorded": "Not recorded or unborn"},
)

ETHNIC_GROUP = Codes(
    "ethnic group",
    {
        "WBRI": "White British",
        "WIRI": "White Irish",
        "WIRT": "Traveller of Irish heritage",
        "WOTH": "Any other White background",
        "WROM": "Gypsy or Roma",
        "MWBC": "White and Black Caribbean",
        "MWBA": "White and Black African",
        "MWAS": "White and Asian",
        "MOTH": "Any other Mixed background",
        "AIND": "Indian",
        "APKN": "Pakistani",
        "ABAN": "Bangladeshi",
        "AOTH": "Any other Asian background",
        "BCRB": "Caribbean",
        "BAFR": "African",
        "BOTH": "Any other Black background",
        "CHNE": "Chinese",
        "OOTH": "Any other ethnic group",
        "REFU": "Refused",
        "NOBT": "Not yet obtained",
    },
)

BROAD_ETHNIC_GROUPS = {
    "White": ("WBRI", "WIRI", "WIRT", "WOTH", "WROM"),
    "Mixed": ("MWBC", "MWBA", "MWAS", "MOTH"),
    "Asian": ("AIND", "APKN", "ABAN", "AOTH", "CHNE"),
    "Black": ("BCRB", "BAFR", "BOTH"),
    "Other": ("OOTH",),
    "Not known": ("REFU", "NOBT"),
}
"""The groups figures are broken down by; Chinese is counted as Asian, as in the 2011 and 2021 censuses."""

REFERRAL_SOURCE = Codes(
    "referral source",
    {
        "1A": "Family member, relative or carer",
        "1B": "Acquaintance, neighbour or childminder",
        "1C": "The child",
        "1D": "Another individual",
        "2A": "School",
        "2B": "Education services",
        "3A": "GP",
        "3B": "Health visitor",
        "3C": "School nurse",
        "3D": "Other primary health",
        "3E": "Accident and emergency",
        "3F": "Other health",
        "4": "Housing",
        "5A": "Council social care",
        "5B": "Other council service",
        "5C": "Another council",
        "5D": "Early help",
        "6": "Police",
        "7": "Other legal agency",
        "8": "Other",
        "9": "Anonymous",
        "10": "Unknown",
    },
)

PRIMARY_NEED = Codes(
    "primary need",
    {
        "N0": "Not stated",
        "N1": "Abuse or neglect",
        "N2": "Child’s disability",
        "N3": "Parental disability or illness",
        "N4": "Family in acute stress",
        "N5": "Family dysfunction",
        "N6": "Socially unacceptable behaviour",
        "N7": "Low income",
        "N8": "Absent parenting",
        "N9": "Cases other than children in need",
    },
)

CLOSURE_REASON = Codes(
    "closure reason",
    {
        "RC1": "Adopted",
        "RC2": "Died",
        "RC3": "Child arrangements order",
        "RC4": "Special guardianship order",
        "RC5": "Moved to another council",
        "RC6": "Moved to adult social care",
        "RC7": "Other, including no longer in need",
        "RC8": "Closed after assessment, no further action",
        "RC9": "Closed after assessment, referred to early help",
    },
)

CASE_STATUS = Codes(
    "case status",
    {
        "in_care": "In care",
        "protection_plan": "On a child protection plan",
        "in_need": "On a child in need plan",
        "assessment": "Open assessment",
        "closed": "Closed",
    },
)

ABUSE_CATEGORY = Codes(
    "category of abuse",
    {
        "NEG": "Neglect",
        "PHY": "Physical abuse",
        "SAB": "Sexual abuse",
        "EMO": "Emotional abuse",
        "MUL": "More than one category",
    },
)

LEGAL_STATUS = Codes(
    "legal status",
    {
        "C1": "Interim care order",
        "C2": "Full care order",
        "D1": "Freeing order",
        "E1": "Placement order",
        "V2": "Section 20, accommodated",
        "V3": "Short breaks, episodes",
        "V4": "Short breaks, agreements",
        "L1": "Police protection",
        "L2": "Emergency protection order",
        "L3": "Child assessment order",
        "J1": "Remand",
        "J2": "Police and Criminal Evidence Act",
        "J3": "Youth rehabilitation order with residence",
    },
)

LEGAL_GROUPS = {
    "Full care order": ("C2",),
    "Interim care order": ("C1",),
    "Placement order": ("E1", "D1"),
    "By agreement (section 20)": ("V2",),
    "Police or emergency protection": ("L1", "L2", "L3"),
    "Remand or criminal court": ("J1", "J2", "J3"),
    "Short breaks": ("V3", "V4"),
}
"""The groups figures are broken down by."""

PERMANENCE_PLAN = Codes(
    "permanence plan",
    {
        "return_to_family": "Return to family",
        "adoption": "Adoption",
        "special_guardianship": "Special guardianship or child arrangements order",
        "supported_living": "Supported living in the community",
        "long_term_residential": "Long-term residential",
        "long_term_fostering": "Long-term fostering",
        "other": "Other",
    },
)

REASON_CARE_ENDED = Codes(
    "reason care ended",
    {
        "E11": "Adopted, unopposed",
        "E12": "Adopted, consent dispensed with",
        "E2": "Died",
        "E3": "Care taken over by another council",
        "E4A": "Returned home as planned",
        "E4B": "Returned home, not planned",
        "E13": "Left to live with someone without parental responsibility",
        "E41": "Child arrangements order",
        "E45": "Special guardianship: former foster carer, relative or friend",
        "E46": "Special guardianship: former foster carer, other",
        "E47": "Special guardianship: relative or friend",
        "E48": "Special guardianship: other",
        "E5": "Independent living, supported",
        "E6": "Independent living, no formal support",
        "E7": "Residential care funded by adult services",
        "E9": "Custody",
        "E14": "Remand ended",
        "E15": "Age assessed as 18 or over",
        "E16": "Moved abroad",
        "E17": "Stayed with carers at 18",
        "E8": "Any other reason",
        "X1": "Another episode began the same day",
    },
)

REASON_NEW_EPISODE = Codes(
    "reason for a new episode of care",
    {
        "S": "Came into care",
        "L": "Legal status changed",
        "P": "Placement and carer changed",
        "T": "Placement changed, same carer",
        "B": "Legal status, placement and carer changed",
        "U": "Legal status and placement changed, same carer",
    },
)

PLACEMENT_TYPE = Codes(
    "placement type",
    {
        "U1": "Foster: relative or friend, long term",
        "U2": "Foster: relative or friend, fostering for adoption",
        "U3": "Foster: relative or friend",
        "U4": "Foster: other carer, long term",
        "U5": "Foster: other carer, fostering for adoption",
        "U6": "Foster: other carer",
        "A3": "Adoption with consent, current carer",
        "A4": "Adoption with consent, new carer",
        "A5": "Adoption with order, current carer",
        "A6": "Adoption with order, new carer",
        "P1": "With own parents",
        "P2": "Independent living",
        "P3": "Residential employment",
        "H5": "Semi-independent",
        "K1": "Secure children’s home",
        "K2": "Children’s home",
        "K3": "Supported accommodation",
        "R1": "Residential care home",
        "R2": "Health provision",
        "R3": "Family centre or mother and baby unit",
        "R5": "Young offender institution",
        "S1": "Residential school",
        "T0": "Temporary",
        "T1": "Temporary: hospital",
        "T2": "Temporary: holiday",
        "T3": "Temporary: carer on holiday",
        "T4": "Temporary: seven days or fewer",
        "Z1": "Other",
    },
)

PLACEMENT_GROUPS = {
    "Foster care with relatives or friends": ("U1", "U2", "U3"),
    "Foster care with other carers": ("U4", "U5", "U6"),
    "Placed for adoption": ("A3", "A4", "A5", "A6"),
    "With own parents": ("P1",),
    "Children’s home": ("K1", "K2"),
    "Supported accommodation": ("K3", "H5"),
    "Other residential": ("R1", "R2", "R3", "R5", "S1"),
    "Independent living": ("P2", "P3"),
    "Temporary or other": ("T0", "T1", "T2", "T3", "T4", "Z1"),
}
"""The groups figures are broken down by."""

PLACEMENT_PROVIDER = Codes(
    "placement provider",
    {
        "PR0": "Parents",
        "PR1": "The council",
        "PR2": "Another council",
        "PR3": "Other public",
        "PR4": "Private",
        "PR5": "Voluntary",
    },
)

PLACEMENT_CHANGE = Codes(
    "reason for a change of placement",
    {
        "CARPL": "Change to or carrying out of the care plan",
        "CLOSE": "Resignation or closure of the provision",
        "ALLEG": "Allegation",
        "STAND": "Concern about standards of care",
        "APPRR": "Approval removed",
        "CREQB": "Carer’s request: the child’s behaviour",
        "CREQO": "Carer’s request: other reasons",
        "CHILD": "Child’s request",
        "LAREQ": "Request of the council",
        "PLACE": "Change of the placement’s status only",
        "CUSTOD": "Custody",
        "OTHER": "Other",
    },
)

SIBLING_PLAN = Codes("plan for brothers and sisters", {"together": "To live together", "apart": "To live apart"})

VISIT_KIND = Codes(
    "kind of visit",
    {
        "child_protection": "Child protection",
        "child_in_need": "Child in need",
        "care": "Child in care",
        "care_leaver": "Care leaver",
        "assessment": "Assessment",
        "section_47": "Section 47",
        "early_help": "Early help",
        "private_fostering": "Private fostering",
        "return_interview": "Return interview",
    },
)

VISIT_PLACE = Codes(
    "place of visit",
    {
        "home": "Home",
        "placement": "Placement",
        "school": "School",
        "office": "Office",
        "other": "Elsewhere",
        "virtual": "By video or telephone",
    },
)

VISIT_OUTCOME = Codes(
    "outcome of a visit",
    {
        "seen": "Child seen",
        "not_seen": "Child not seen",
        "no_access": "Nobody in, or not let in",
        "cancelled": "Cancelled",
        "failed": "Attempted without success",
    },
)

SEEN_ALONE = Codes(
    "seen alone",
    {"yes": "Yes", "no": "No", "refused": "Refused", "too_young": "Too young", "unknown": "Not known"},
)

MEETING = Codes(
    "meeting",
    {
        "initial_conference": "Initial child protection conference",
        "review_conference": "Review child protection conference",
        "care_review": "Review of a child in care",
        "pathway_review": "Pathway plan review",
        "core_group": "Core group",
        "education_plan": "Personal education plan",
    },
)

REPORT_AUTHOR = Codes(
    "report author",
    {
        "social_worker": "Social worker",
        "school": "School",
        "health": "Health",
        "police": "Police",
        "reviewing_officer": "Independent reviewing officer",
    },
)

ASSESSMENT_STATUS = Codes(
    "early help assessment status",
    {
        "open": "Open",
        "completed": "Completed",
        "abandoned": "Consent withdrawn or abandoned",
        "stepped_up": "Stepped up to social care",
        "no_contact": "Closed, no contact",
    },
)

MISSING_KIND = Codes(
    "missing or away", {"missing": "Missing", "away": "Away without authorisation", "absent": "Absent"}
)

MISSING_FROM = Codes(
    "missing from",
    {
        "home": "Home",
        "placement_in_area": "Placement in the area",
        "placement_out_of_area": "Placement out of the area",
        "school": "School",
        "other": "Elsewhere",
    },
)

INTERVIEW_RESPONSE = Codes(
    "response to a return interview",
    {
        "accepted": "Accepted",
        "declined_by_child": "Declined by the child",
        "declined_by_parent": "Declined by a parent",
        "no_response": "No response",
        "pending": "Waiting for an answer",
    },
)

FOSTERING_KIND = Codes(
    "kind of fostering household",
    {
        "mainstream": "Mainstream",
        "connected": "Relatives and friends",
        "temporary": "Relatives and friends, approved for the time being",
        "short_breaks": "Short breaks",
        "for_adoption": "Fostering for adoption",
    },
)

EXPLOITATION = Codes(
    "kind of exploitation",
    {
        "sexual": "Sexual",
        "criminal": "Criminal",
        "trafficking": "Trafficking or forced labour",
        "radicalisation": "Radicalisation",
        "missing": "Going missing",
    },
)

RISK_LEVEL = Codes("level of risk", {"high": "High", "medium": "Medium", "low": "Low", "none": "None"})

ALLOCATION_ROLE = Codes(
    "role",
    {
        "case_worker": "Allocated case worker",
        "co_worker": "Co-worker",
        "reviewing_officer": "Independent reviewing officer",
        "conference_chair": "Conference chair",
        "personal_adviser": "Personal adviser",
        "early_help": "Early help worker",
        "family_support": "Family support worker",
        "family_help_lead": "Family help lead practitioner",
    },
)

SUPERVISION_KIND = Codes(
    "kind of supervision",
    {
        "case": "Case supervision",
        "group": "Group supervision",
        "reflective": "Reflective supervision",
        "oversight": "Management oversight",
        "ad_hoc": "Unplanned",
    },
)

STRATEGY_OUTCOME = Codes(
    "outcome of a strategy discussion",
    {
        "enquiry": "Section 47 enquiry by social care",
        "joint_enquiry": "Section 47 enquiry with the police",
        "assessment": "Assessment without an enquiry",
        "no_further_action": "No further action",
        "other": "Something else",
    },
)

ENQUIRY_OUTCOME = Codes(
    "outcome of a section 47 enquiry",
    {
        "conference": "Initial child protection conference",
        "assessment": "Assessment goes on",
        "services": "Help provided without a conference",
        "legal_action": "Legal action",
        "no_further_action": "No further action",
        "other": "Something else",
    },
)

CONFERENCE_ATTENDED = Codes(
    "kind of child protection conference",
    {
        "initial": "Initial conference",
        "pre_birth": "Initial conference before birth",
        "review": "Review conference",
        "transfer_in": "Transfer in",
    },
)

PLAN_MEETING = Codes(
    "meeting about a plan",
    {
        "core_group": "Core group",
        "child_in_need_review": "Review of a child in need plan",
        "child_in_need_meeting": "Child in need meeting",
        "team_around_the_family": "Team around the family meeting",
    },
)

CONFERENCE_KIND = Codes(
    "kind of conference",
    {"initial": "Initial", "transfer_in": "Transfer in", "pre_birth": "Pre-birth"},
)

ELIGIBILITY = Codes(
    "eligibility",
    {
        "eligible": "Eligible",
        "relevant": "Relevant",
        "former_relevant": "Former relevant",
        "qualifying": "Qualifying",
    },
)

IN_TOUCH = Codes(
    "in touch",
    {
        "yes": "In touch",
        "no": "Not in touch",
        "died": "Died",
        "refused": "Refuses contact",
        "not_required": "No longer requires services",
        "returned_home": "Returned home for six months or more",
    },
)

ACCOMMODATION = Codes(
    "accommodation",
    {
        "B": "With parents or relatives",
        "C": "Residential care",
        "D": "Semi-independent",
        "E": "Supported lodgings",
        "G": "Abroad",
        "H": "Deported",
        "K": "Ordinary lodgings",
        "R": "Not known",
        "S": "No fixed abode or homeless",
        "T": "Foyer",
        "U": "Independent living",
        "V": "Emergency accommodation",
        "W": "Bed and breakfast",
        "X": "In custody",
        "Y": "Other",
        "Z": "With former foster carers",
    },
)

ACTIVITY = Codes(
    "activity",
    {
        "F1": "Full-time higher education",
        "P1": "Part-time higher education",
        "F2": "Full-time other education",
        "P2": "Part-time other education",
        "F3": "Full-time training or work",
        "P3": "Part-time training or work",
        "F4": "Full-time apprenticeship",
        "P4": "Part-time apprenticeship",
        "F5": "Full-time work or training",
        "P5": "Part-time work or training",
        "G4": "Not in education, employment or training: illness or disability",
        "G5": "Not in education, employment or training: other",
        "G6": "Not in education, employment or training: pregnancy or parenting",
    },
)

ADOPTION_REVERSED = Codes(
    "reason adoption reversed",
    {
        "RD1": "The child’s needs changed",
        "RD2": "The court made no placement order",
        "RD3": "No adopters could be found",
        "RD4": "Any other reason",
    },
)

ADOPTER_LEFT = Codes("reason an adopter left", {"1": "Withdrew", "2": "On hold", "3": "Refused"})

PARTICIPATION = Codes(
    "how a child took part in a review",
    {
        "PN0": "Aged under four",
        "PN1": "Attended and spoke for themselves",
        "PN2": "Attended and an advocate spoke for them",
        "PN3": "Attended and gave views without speaking",
        "PN4": "Attended and gave no views",
        "PN5": "Did not attend and briefed an advocate",
        "PN6": "Did not attend and gave views another way",
        "PN7": "Did not attend and gave no views",
    },
)

HEALTH_EVENT = Codes(
    "kind of health check",
    {
        "initial_assessment": "Initial health assessment",
        "review_assessment": "Review health assessment",
        "dental": "Dental check",
        "optician": "Eye test",
        "immunisation": "Immunisation",
        "questionnaire": "Strengths and difficulties questionnaire",
    },
)

HEALTH_OUTCOME = Codes(
    "outcome of a health check",
    {
        "completed": "Completed",
        "refused": "Refused",
        "cancelled": "Cancelled",
        "planned": "Planned",
        "did_not_attend": "Did not attend",
    },
)

NO_QUESTIONNAIRE = Codes(
    "reason for no questionnaire score",
    {
        "SDQ1": "Too young or too old for it",
        "SDQ2": "The carer refused",
        "SDQ3": "The child’s disability is too severe",
        "SDQ4": "Other",
        "SDQ5": "The child refused",
    },
)

RAISED_BY = Codes(
    "who raised an escalation",
    {"reviewing_officer": "Independent reviewing officer", "conference_chair": "Conference chair"},
)

SCHOOL_PLACE = Codes(
    "school place",
    {
        "full_time": "A full-time place",
        "part_time": "A part-time place or timetable",
        "none": "No place",
    },
)
