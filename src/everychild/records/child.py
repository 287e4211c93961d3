"""Who the children are."""

from everychild.records import codes
from everychild.records.table import CHILD_ID, Table, code, day, text, yes_no

CHILD = Table(
    name="child",
    grain="child or young person known to the service",
    key=("child_id",),
    is_described_piecemeal=True,
    columns=(
        CHILD_ID,
        day("born_on", "date of birth; empty for an unborn child"),
        day("expected_birth_on", "expected date of birth of an unborn child"),
        code("sex", codes.SEX, "as recorded"),
        code("ethnic_group", codes.ETHNIC_GROUP, "the Department for Education’s code"),
        yes_no("disabled", "recorded as disabled"),
        text("ward", "the ward or locality the child lives in, as the extract names it"),
        yes_no("unaccompanied", "an unaccompanied asylum-seeking child, now or formerly"),
        text("upn", "unique pupil number, by which returns of education know the child"),
    ),
)
