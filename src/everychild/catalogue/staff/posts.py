"""Who is in post: vacancies, agency workers, leavers, sickness and the newly qualified."""

from everychild.catalogue.indicator import Example, Good, Indicator, Influence, OtherRule, Proportion, SetBy, Share
from everychild.catalogue.sections import STAFFING, WORKFORCE
from everychild.facts.staff import posts, social_workers_by_month

WORKFORCE_RELEASE = "Department for Education, Children’s social work workforce, at 30 September each year"
BY_TIME = "Counted by working time and not by heads, in hundredths of a full-time week."

vacancies = Indicator(
    ref="WF03",
    title="Social work posts that are vacant",
    meaning="Of the working time of all social work posts at the month end, how much was vacant.",
    why="An empty post is children somebody else has to hold, or nobody does.",
    of=posts,
    measure=Proportion(posts.vacant_fte, posts.post_fte),
    good=Good.LOWER,
    section=WORKFORCE,
    area=STAFFING,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. As in the Department for Education’s workforce return: vacancies out of vacancies and "
        f"workers employed; a vacancy an agency worker covers is vacant. {BY_TIME}"
    ),
    comparator=f"{WORKFORCE_RELEASE}: vacancy rate.",
    misuse="Taking empty posts off the list lowers it with nobody new at work: ask how many posts there are.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "One post is filled full time, one for three days in five with the rest vacant, and one is vacant. How "
                "much the fourth worker works is not known, so that post is left out."
            ),
            rows="""
                post | vacant_fte | post_fte
                1    | 0          | 100
                2    | 40         | 100
                3    | 100        | 100
                4    | 0          |
            """,
            expect="140 of 300 (46.7%)",
        ),
    ),
    synonyms=("vacancy rate", "establishment", "FTE", "recruitment"),
)

agency = Indicator(
    ref="WF04",
    title="Social workers who are from an agency",
    meaning="Of the working time of all social workers at the month end, how much was agency workers’.",
    why="Agency workers fill gaps and then move on, and for a child that is another new face.",
    of=posts,
    measure=Proportion(posts.agency_fte, posts.working_fte),
    good=Good.LOWER,
    section=WORKFORCE,
    area=STAFFING,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. As in the Department for Education’s workforce return: agency workers out of agency "
        f"workers and workers employed. {BY_TIME}"
    ),
    comparator=f"{WORKFORCE_RELEASE}: agency worker rate.",
    misuse=(
        "Letting agency workers go before posts are filled lowers it and leaves children unheld: read it beside the "
        "vacancies. A worker whose standing is not recorded is left out."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Three work full time, one of them from an agency, and one employed worker works half the week. Where "
                "the fifth is from is not recorded, so that worker is left out."
            ),
            rows="""
                worker   | agency_fte | working_fte
                Worker 1 | 0          | 100
                Worker 2 | 0          | 100
                Worker 3 | 100        | 100
                Worker 4 | 0          | 50
                Worker 5 |            |
            """,
            expect="100 of 350 (28.6%)",
        ),
    ),
    synonyms=("agency rate", "locum", "interim", "FTE"),
)

turnover = Indicator(
    ref="WF05",
    title="Turnover of social workers, as a yearly rate",
    meaning="The working time of social workers who left, as a share of the average in post, told as a yearly rate.",
    why="Every worker who leaves takes with them what a child had told them.",
    of=social_workers_by_month,
    measure=Proportion(social_workers_by_month.leaver_fte, social_workers_by_month.employed_fte),
    good=Good.LOWER,
    section=WORKFORCE,
    area=STAFFING,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Each month’s leavers are counted twelve times over and set against those in post at its "
        "end. Over twelve months that comes to the leavers of the year over the average of twelve month ends; a single "
        "month is brought up to a year. All leavers count, whatever their reason, and agency workers are apart. The "
        "Department for Education divides by those in post on one day, 30 September. "
        f"{BY_TIME}"
    ),
    comparator=f"{WORKFORCE_RELEASE}: turnover rate, leavers in the year over those in post at its end.",
    misuse=(
        "A single month jumps about, since one leaver counts as twelve: read the twelve months. Some turnover is "
        "healthy, and a worker promoted to another council’s service counts as one who fled."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Two work full time and stay, and one who worked half the week left: twelve times a half, against two "
                "in post. How much the fourth works is not known, so that worker is left out."
            ),
            rows="""
                worker   | leaver_fte | employed_fte
                Worker 1 | 0          | 100
                Worker 2 | 0          | 100
                Worker 3 | 600        | 0
                Worker 4 | 0          |
            """,
            expect="600 of 200 (300.0%)",
        ),
    ),
    other_rules=(
        OtherRule(
            name="voluntary",
            title="leavers who resigned or retired alone",
            why="Some councils leave out the end of a contract, a dismissal and a move within the council.",
            measure=Proportion(social_workers_by_month.voluntary_leaver_fte, social_workers_by_month.employed_fte),
        ),
    ),
    synonyms=("turnover", "leavers", "retention", "FTE", "voluntary turnover"),
)

sickness = Indicator(
    ref="WF06",
    title="Working time of social workers lost to sickness",
    meaning="Of the working days social workers could have worked, how many were lost to sickness.",
    why="Work with families does not wait, so when one worker is ill another takes on more.",
    of=social_workers_by_month,
    measure=Proportion(social_workers_by_month.days_absent, social_workers_by_month.days_available),
    good=Good.LOWER,
    section=WORKFORCE,
    area=STAFFING,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Working days lost in the month, out of those in post at its end times the council’s "
        "working days, each in hundredths of a day. A worker whose days lost are not recorded is left out. The "
        "Department for Education uses 253 working days a year for every council."
    ),
    comparator=f"{WORKFORCE_RELEASE}: absence rate over the year.",
    misuse=(
        "One or two workers off for months make up most of it in a small team, and can be recognised: keep it to the "
        "service as a whole. Agency workers’ sickness is not in it."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "In a month of 20 working days one full-time worker lost a day and another none. Nothing is recorded "
                "for the third, who is left out."
            ),
            rows="""
                worker   | days_absent | days_available
                Worker 1 | 100         | 2000
                Worker 2 | 0           | 2000
                Worker 3 |             | 2000
            """,
            expect="100 of 4000 (2.5%)",
        ),
    ),
    synonyms=("sickness absence", "absence rate", "wellbeing", "FTE"),
)

newly_qualified = Indicator(
    ref="WF10",
    title="Social workers in their first year after qualifying",
    meaning="Of the social workers in post at the month end, how many were in their first year after qualifying.",
    why="New workers are the service’s future, and with too many at once nobody is left to teach them.",
    of=posts,
    measure=Share(posts.newly_qualified.is_yes),
    considers=posts.in_post.is_yes,
    good=Good.RANGE,
    section=WORKFORCE,
    area=STAFFING,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Counted by heads, agency workers included; the first year is the assessed and supported "
        "year in employment. A worker of whom it is not recorded counts as not in the first year."
    ),
    comparator=f"{WORKFORCE_RELEASE}: social workers with less than two years of service, the nearest published.",
    misuse=(
        "A low share may be a settled team or one that cannot attract anybody. Ask what cases the newest hold and who "
        "helps them."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Worker 1 is in the first year and worker 2 is not. It is not recorded of worker 3, who counts as not. "
                "The fourth post is vacant and is not considered."
            ),
            rows="""
                worker   | in_post | newly_qualified
                Worker 1 | yes     | yes
                Worker 2 | yes     | no
                Worker 3 | yes     |
                Nobody   | no      |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("ASYE", "NQSW", "newly qualified", "experience"),
)

INDICATORS: tuple[Indicator, ...] = (vacancies, agency, turnover, sickness, newly_qualified)
