"""What the indicators of care leavers share: whom they consider, the release beside them, the birthday rule."""

from everychild.catalogue.indicator import OtherRule
from everychild.facts.care_leavers import care_leavers

RELEASE = "Department for Education, Children looked after in England, yearly by council: care leavers"
OUTCOMES_RELEASE = (
    f"{RELEASE} aged 19 to 21. Theirs tells how things stood around each birthday in the year, for former relevant "
    "young people; this tells how they stand at the month end."
)
OUTCOMES_SOURCE = (
    "No standard is set. As the Department for Education does, young people the council has lost touch with stay in "
    "the total, and those who have died or gone home to parents for six months are left out."
)

YOUNG_RELEASE = (
    f"{RELEASE} aged 17 and 18. Theirs tells how things stood around each birthday in the year, for those who had left "
    "care; this tells how they stand at the month end."
)

STILL_SUPPORTED = ~care_leavers.in_touch.is_one_of("died", "returned_home")
"""Leaves out those for whom there is nothing left to do (children looked after return)."""

HAVE_LEFT_CARE = ~care_leavers.eligibility.is_a("eligible")
"""Those of 17 who are still in care are counted among children in care."""

NINETEEN_TO_TWENTY_ONE = (care_leavers.age >= 19) & (care_leavers.age <= 21) & STILL_SUPPORTED
SEVENTEEN_OR_EIGHTEEN = (care_leavers.age >= 17) & (care_leavers.age <= 18) & HAVE_LEFT_CARE & STILL_SUPPORTED

IN_WORK_OR_LEARNING = ("F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4", "F5", "P5")


def around_birthday(first: int, last: int) -> tuple[OtherRule, ...]:
    """The national return’s rule beside ours: only those near a birthday, by the age they turn."""
    return (
        OtherRule(
            name="birthday",
            title=f"only those within three months before or one month after turning {first} to {last}",
            why="The national return asks how things stand around the birthday, so a year of it counts each once.",
            considers=(
                (care_leavers.birthday >= first) & (care_leavers.birthday <= last) & HAVE_LEFT_CARE & STILL_SUPPORTED
            ),
        ),
    )
