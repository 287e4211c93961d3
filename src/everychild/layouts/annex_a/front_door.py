"""Lists 1 to 3: contacts, early help assessments, referrals. Complete for six months back."""

from everychild.layouts.annex_a import written
from everychild.layouts.annex_a.people import (
    ANNEX_A_RANK,
    CHILD,
    HELD_BY,
    TEAM,
    WHOSE,
    WORKER,
    child_feed,
    worker_feed,
)
from everychild.layouts.layout import YES_NO, Coverage, Feed, Heading, SheetLayout, WrittenCodes
from everychild.records import Kind

SIX_MONTHS = Coverage(months=6)

LIST_1 = SheetLayout(
    name="list_1",
    title="Contacts",
    number=1,
    other_titles=("Contact",),
    headings=(
        *CHILD,
        Heading(
            "Date of Contact",
            Kind.DATE,
            aliases=("contact_dttm",),
            likely_aliases=("Contact Date", "Contact Received Date"),
            required=True,
        ),
        Heading(
            "Contact Source",
            Kind.CODE,
            written.SOURCE,
            aliases=("Source",),
            likely_aliases=("Source of Contact",),
        ),
    ),
    feeds=(
        Feed(
            "list_1.contact",
            "contact",
            {**WHOSE, "contacted_on": "Date of Contact", "source": "Contact Source"},
            SIX_MONTHS,
            ANNEX_A_RANK,
        ),
        child_feed(),
    ),
)

LIST_2 = SheetLayout(
    name="list_2",
    title="Early Help",
    number=2,
    other_titles=("Early Help Assessments", "EHA", "EH", "CAF"),
    headings=(
        *CHILD,
        Heading(
            "Assessment start date",
            Kind.DATE,
            aliases=("eha_startdate",),
            likely_aliases=(
                "EHA Start Date",
                "Early Help Assessment Start",
                "CAF Start Date",
                "Assessment Start",
            ),
            required=True,
        ),
        Heading(
            "Assessment completion date",
            Kind.DATE,
            aliases=("eha_completeddate",),
            likely_aliases=("EHA Completed Date", "Date Completed", "CAF End Date", "Assessment End Date"),
        ),
        Heading(
            "Organisation completing assessment",
            Kind.TEXT,
            likely_aliases=(
                "Lead Organisation",
                "Lead Agency",
                "Lead Professional Organisation",
                "Organisation",
            ),
        ),
    ),
    feeds=(
        Feed(
            "list_2.early_help_assessment",
            "early_help_assessment",
            {
                **WHOSE,
                # The list has no date of request, so the clock can only start with the work.
                "requested_on": "Assessment start date",
                "started_on": "Assessment start date",
                "completed_on": "Assessment completion date",
                "lead_agency": "Organisation completing assessment",
            },
            SIX_MONTHS,
            ANNEX_A_RANK,
        ),
        child_feed(),
    ),
)

NO_FURTHER_ACTION = WrittenCodes(
    YES_NO,
    written.PLAIN_YES_NO.written,
    written.also(yes=f"{written.YES}, NFA, No further action", no=f"{written.NO}, FA, Further action", unknown="U"),
)

LIST_3 = SheetLayout(
    name="list_3",
    title="Referrals",
    number=3,
    other_titles=("Referral",),
    headings=(
        *CHILD,
        Heading(
            "Date of referral",
            Kind.DATE,
            aliases=("ReferralDate", "refrl_start_dttm"),
            likely_aliases=("Referral Start Date",),
            required=True,
        ),
        Heading("Referral Source", Kind.CODE, written.SOURCE, likely_aliases=("Source of Referral",)),
        Heading(
            "Referral NFA?",
            Kind.YES_NO,
            NO_FURTHER_ACTION,
            aliases=("NFA",),
            likely_aliases=("No Further Action", "Referral Outcome NFA"),
        ),
        Heading(
            "Number of Referrals in Last 12 Months",
            Kind.NUMBER,
            aliases=("ReferralsLast12Months",),
            likely_aliases=("Previous Referrals (12 months)",),
        ),
        TEAM,
        WORKER,
    ),
    feeds=(
        Feed(
            "list_3.referral",
            "referral",
            {
                **WHOSE,
                "referred_on": "Date of referral",
                "source": "Referral Source",
                "no_further_action": "Referral NFA?",
                "earlier_referrals": "Number of Referrals in Last 12 Months",
                **HELD_BY,
            },
            SIX_MONTHS,
            ANNEX_A_RANK,
        ),
        child_feed(),
        worker_feed(),
    ),
)
