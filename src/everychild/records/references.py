"""By which references a child has gone: what the council says, or answers when it is asked."""

from everychild.records.table import CHILD_ID, Table, identifier, moment, yes_no

CHILD_REFERENCE = Table(
    name="child_reference",
    grain="reference a child went by before, and the one they go by now",
    key=("earlier_id", "child_id", "told_at"),
    columns=(
        CHILD_ID,
        identifier("earlier_id", "the reference the child went by before", required=True),
        yes_no("is_same_child", "whether both are one child; no where it was asked and they are not"),
        moment("told_at", "when it was said; of two answers for one reference the newest counts"),
    ),
)
