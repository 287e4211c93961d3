"""Children whose reference changed: by a new case system, by two records made one, or by a mistake put right."""

from everychild.layouts.layout import Coverage, Feed, Heading, SheetLayout
from everychild.layouts.local.people import CHILD_ID, LOCAL_RANK, PLAIN_YES_NO
from everychild.records import Kind

CHILD_REFERENCES = SheetLayout(
    name="child_references",
    title="Child references",
    number=None,
    other_titles=("references", "changed references", "merged records", "linked identifiers"),
    headings=(
        CHILD_ID,
        Heading(
            "earlier_person_id",
            Kind.IDENTIFIER,
            aliases=("Earlier Reference", "Former ID", "Previous ID", "Old ID", "Merged ID", "Duplicate ID"),
            required=True,
        ),
        Heading("same_child", Kind.YES_NO, PLAIN_YES_NO, aliases=("Same Person",), expected=False),
        Heading(
            "told_at", Kind.MOMENT, aliases=("Told On", "Merged On", "Date Merged", "Date Changed"), expected=False
        ),
    ),
    feeds=(
        Feed(
            "child_references.child_reference",
            "child_reference",
            {
                "child_id": "person_id",
                "earlier_id": "earlier_person_id",
                "is_same_child": "same_child",
                "told_at": "told_at",
            },
            Coverage(some_children=True),
            LOCAL_RANK,
        ),
    ),
)
