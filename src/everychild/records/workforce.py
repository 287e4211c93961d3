"""Who is doing the work, and how they are supported."""

from everychild.records import codes
from everychild.records.table import CHILD_ID, TEAM, Table, code, day, identifier, yes_no

WORKER_RECORD = Table(
    name="worker",
    grain="worker seen in an extract",
    key=("worker_id",),
    is_described_piecemeal=True,
    columns=(
        identifier("worker_id", "the worker’s reference", required=True),
        TEAM,
        yes_no("qualified", "a qualified social worker"),
    ),
)

ALLOCATION = Table(
    name="allocation",
    grain="child per worker per spell",
    key=("child_id", "worker_id", "role", "started_on"),
    began="started_on",
    ended="ended_on",
    columns=(
        CHILD_ID,
        identifier("worker_id", "the worker", required=True),
        code("role", codes.ALLOCATION_ROLE, "in what role"),
        day("started_on", "since when", required=True),
        day("ended_on", "until when; empty while it lasts"),
        yes_no("qualified", "the worker is a qualified social worker"),
        TEAM,
    ),
)

SUPERVISION = Table(
    name="supervision",
    grain="child per supervision of their case",
    key=("child_id", "held_on", "kind"),
    began="held_on",
    columns=(
        CHILD_ID,
        identifier("supervision_id", "the case system’s number for the supervision"),
        day("held_on", "when the discussion was held", required=True),
        day("recorded_on", "when it was written up"),
        identifier("supervisor_id", "who held it"),
        code("kind", codes.SUPERVISION_KIND, "what kind"),
        identifier("worker_id", "the worker supervised"),
        TEAM,
    ),
)
