"""Before the court and in it: pre-proceedings, care proceedings, and orders that deprive a child of liberty."""

from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, Mean, SetBy, Share, Unit
from everychild.catalogue.sections import CHILDREN_IN_CARE, LEGAL_STATUS
from everychild.facts.children_in_care import children_in_care
from everychild.facts.clocks import CARE_PROCEEDINGS, PRE_PROCEEDINGS
from everychild.facts.proceedings import in_pre_proceedings, proceedings_ended, proceedings_open
from everychild.records.proceedings import DEPRIVATION_OF_LIBERTY_ORDER

_IN_LAW = (
    "Statutory: Children Act 1989, section 32: without delay, and in any event within 26 weeks of issue; a court may "
    "allow eight weeks more where justice needs it."
)
_BY_CASE = (
    "None: the family courts and Cafcass publish the length of cases by court area, counted by case and not by child."
)

length_of_proceedings = Indicator(
    ref="CC14",
    title="Average length of care proceedings",
    meaning="For children whose care proceedings ended, the average number of weeks from issue to final hearing.",
    why="A child cannot settle while a court is still deciding where they will live.",
    of=proceedings_ended,
    measure=Mean(proceedings_ended.days_taken, Unit.WEEKS),
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=LEGAL_STATUS,
    clock=CARE_PROCEEDINGS,
    backlog="CC19",
    set_by=SetBy.LAW,
    source=f"{_IN_LAW} Counted for each child, in the month of the final hearing.",
    comparator=_BY_CASE,
    misuse=(
        "Much of the time is the court’s and not the council’s. One family of four with a long case moves it, and "
        "cases still open are not in it at all: read it beside them."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann’s took 26 weeks and Bea’s 40. When Cal’s were issued is not known, so he has no share in it.",
            rows="""
                child | days_taken
                Ann   | 182
                Bea   | 280
                Cal   |
            """,
            expect="33 weeks (462 days over 2)",
        ),
    ),
    synonyms=("PLO", "public law outline", "court", "26 weeks", "care order", "Cafcass"),
)

proceedings_in_time = Indicator(
    ref="CC15",
    title="Care proceedings that ended within {time}",
    meaning="Of the children whose care proceedings ended, how many had a final hearing within {time} of issue.",
    why="For a small child half a year is a large part of a life.",
    of=proceedings_ended,
    measure=Share(proceedings_ended.ended_in_time.is_yes),
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=LEGAL_STATUS,
    clock=CARE_PROCEEDINGS,
    backlog="CC19",
    set_by=SetBy.LAW,
    source=_IN_LAW,
    comparator=_BY_CASE,
    misuse="It rises when long cases do not end: read it beside those still open. A right decision may need longer.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s ended on the last day allowed and Bea’s later. When Cal’s were issued is not known, and what "
                "is unknown is not in time."
            ),
            rows="""
                child | ended_in_time
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("PLO", "public law outline", "court", "26 weeks", "care order", "Cafcass"),
)

children_in_pre_proceedings = Indicator(
    ref="CC16",
    title="Children in pre-proceedings",
    meaning="How many children’s families were being warned that the council may go to court.",
    why="It is a family’s last formal chance to change things before a judge decides.",
    of=in_pre_proceedings,
    measure=Count(),
    good=Good.NEITHER,
    section=CHILDREN_IN_CARE,
    set_by=SetBy.NOBODY,
    source="A count, with no standard. From the letter before proceedings; children, not families.",
    comparator="None: councils do not return pre-proceedings nationally yet.",
    misuse="Neither more nor fewer is good: few may mean that families go to court without being warned.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says="Ann and Bea are in pre-proceedings, however long.",
            rows="""
                child | days_open
                Ann   | 3
                Bea   | 200
            """,
            expect="2",
        ),
    ),
    synonyms=("PLO", "public law outline", "letter before proceedings", "edge of care"),
)

overdue_proceedings = Indicator(
    ref="CC19",
    title="Care proceedings open for longer than {time}",
    meaning="How many children were still in care proceedings, more than {time} after issue, at the month end.",
    why="These are the children a figure about proceedings that have ended leaves out.",
    of=proceedings_open,
    measure=Count(),
    considers=proceedings_open.is_overdue.is_yes,
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=LEGAL_STATUS,
    clock=CARE_PROCEEDINGS,
    set_by=SetBy.LAW,
    source=_IN_LAW,
    comparator=_BY_CASE,
    misuse="Some wait for an expert, a relative abroad or a criminal trial: ask why of each, and who can act.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann’s are overdue and Bea’s are not. When Cal’s were issued is not known, so he is not counted.",
            rows="""
                child | is_overdue
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1",
        ),
    ),
    synonyms=("PLO", "public law outline", "court delay", "26 weeks", "backlog"),
)

time_in_pre_proceedings = Indicator(
    ref="CC20",
    title="Average time children have been in pre-proceedings",
    meaning="For children in pre-proceedings at the month end, the average number of weeks since they began.",
    why="A family left under warning for months drifts, and so does the child’s life.",
    of=in_pre_proceedings,
    measure=Mean(in_pre_proceedings.days_open, Unit.WEEKS),
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=LEGAL_STATUS,
    clock=PRE_PROCEEDINGS,
    set_by=SetBy.LOCAL,
    source="Local standard: no law sets how long; practice in England runs from 12 to 24 weeks.",
    comparator="None: councils do not return pre-proceedings nationally yet.",
    misuse="New families bring the average down and hide an old case: ask for the longest.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says="Ann has been in it for 10 weeks and Bea, since today, for none. Since when Cal has is not known.",
            rows="""
                child | days_open
                Ann   | 70
                Bea   | 0
                Cal   |
            """,
            expect="5 weeks (70 days over 2)",
        ),
    ),
    synonyms=("PLO", "public law outline", "letter before proceedings", "drift"),
)

deprived_of_liberty = Indicator(
    ref="CC18",
    title="Children in care whom a court allows to be deprived of their liberty",
    meaning="How many children in care lived at the month end under a court’s order depriving them of liberty.",
    why="These children are locked in, watched all day or held: nothing done to a child needs more watching.",
    of=children_in_care,
    measure=Count(),
    considers=children_in_care.deprived_of_liberty.is_yes,
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=LEGAL_STATUS,
    also_needs=(DEPRIVATION_OF_LIBERTY_ORDER,),
    set_by=SetBy.NOBODY,
    source="A count, with no standard. Orders under the High Court’s inherent jurisdiction, open at the month end.",
    comparator="None: the courts publish applications for England as a whole, and not by council.",
    misuse="A very small number of very vulnerable children: ask of each how it will end, and never by name.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann lives under such an order and Bea does not. For Cal it is not known, so he is not counted.",
            rows="""
                child | deprived_of_liberty
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1",
        ),
    ),
    synonyms=("DoL", "DoLS", "deprivation of liberty", "inherent jurisdiction", "secure"),
)

INDICATORS: tuple[Indicator, ...] = (
    children_in_pre_proceedings,
    time_in_pre_proceedings,
    length_of_proceedings,
    proceedings_in_time,
    overdue_proceedings,
    deprived_of_liberty,
)
