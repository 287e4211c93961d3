"""How each social worker is held up: not too many children, and a manager’s time."""

from everychild.catalogue.indicator import Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import CASELOADS, STAFF_SUPERVISION, WORKFORCE
from everychild.facts.clocks import STAFF_SUPERVISION as SUPERVISION_CLOCK
from everychild.facts.staff import caseloads, posts
from everychild.records import staff as records

MOST_CHILDREN = 18
"""For a full-time week, as councils that have a ceiling tend to set it."""

over_the_ceiling = Indicator(
    ref="WF02",
    title=f"Workers holding more than {MOST_CHILDREN} children for a full-time week",
    meaning=f"Of the workers holding children, how many hold more than {MOST_CHILDREN} for each full-time week worked.",
    why="An average hides the worker who holds far too many, and the children who get too little of that worker.",
    of=caseloads,
    measure=Share(caseloads.children_for_each_full_time > MOST_CHILDREN),
    considers=caseloads.children_for_each_full_time.is_known,
    good=Good.LOWER,
    section=WORKFORCE,
    area=CASELOADS,
    set_by=SetBy.LOCAL,
    source=(
        f"Set by councils and not by law: {MOST_CHILDREN} is taken here, a little above the average England publishes. "
        "A worker of half a week is held to hold twice as many. One whose hours are not known is left out, and so is "
        "one who holds nobody."
    ),
    comparator="None: an average is published, and not how many workers are above a number.",
    misuse=(
        "Children are not alike: eighteen on protection plans are not eighteen with a plan of help. Moving children on "
        "paper to a manager lowers it."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Worker 1 holds 18, which is allowed. Worker 2 works half the week and holds ten, as if 20. The hours "
                "of worker 3 are not known, so that worker is not considered."
            ),
            rows="""
                worker   | children_for_each_full_time
                Worker 1 | 18
                Worker 2 | 20
                Worker 3 |
            """,
            expect="1 of 2 (50.0%)",
        ),
    ),
    synonyms=("caseload ceiling", "high caseloads", "workload", "FTE"),
)

staff_supervised = Indicator(
    ref="WF08",
    title="Social workers with supervision of their own in the last {time}",
    meaning="Of the social workers in post, how many met their manager about their own practice in the last {time}.",
    why="The work is hard to bear alone, and a worker nobody listens to finds it harder to listen to children.",
    of=posts,
    measure=Share(posts.supervised_in_time.is_yes),
    considers=posts.in_post.is_yes & posts.supervision_could_be_due.is_yes & ~posts.absent.is_yes,
    good=Good.HIGHER,
    section=WORKFORCE,
    area=STAFF_SUPERVISION,
    clock=SUPERVISION_CLOCK,
    also_needs=(records.STAFF_SUPERVISION,),
    set_by=SetBy.LOCAL,
    source=(
        "Local standard: no national interval is set. A worker in post for less than the time allowed, and one away on "
        "the day, is left out. Supervision of each child’s case is another thing and is told by itself."
    ),
    comparator="None: no national figures on supervision of staff are published.",
    misuse="A meeting on the list is not yet a meeting that helped: ask the workers.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Worker 1 was supervised in time and worker 2 was not. Nothing is recorded for worker 3, and what is "
                "unknown is not on time. Worker 4 is on long leave and worker 5 is new: neither is considered."
            ),
            rows="""
                worker   | in_post | supervision_could_be_due | absent | supervised_in_time
                Worker 1 | yes     | yes                      | no     | yes
                Worker 2 | yes     | yes                      | no     | no
                Worker 3 | yes     | yes                      |        |
                Worker 4 | yes     | yes                      | yes    | no
                Worker 5 | yes     | no                       | no     | no
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("personal supervision", "one to one", "1:1", "reflective supervision"),
)

INDICATORS: tuple[Indicator, ...] = (over_the_ceiling, staff_supervised)
