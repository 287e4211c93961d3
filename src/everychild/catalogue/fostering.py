"""Fostering: whether there are enough homes, where new ones come from, and whether they are looked after."""

from everychild.catalogue.indicator import (
    Count,
    Example,
    Good,
    Indicator,
    Influence,
    OtherRule,
    Proportion,
    SetBy,
    Share,
    Total,
)
from everychild.catalogue.sections import FOSTER_CARE, FOSTERING
from everychild.facts.clocks import (
    FOSTERING_APPROVAL,
    FOSTERING_REVIEW,
    TEMPORARY_FOSTERING,
    TEMPORARY_FOSTERING_EXTENDED,
    UNANNOUNCED_VISIT,
)
from everychild.facts.fostering import changes, enquiries, households

RELEASE = "None that is like for like: Ofsted publishes fostering by council once a year, as at 31 March"
IN_FULL = households.is_temporary.is_no

approved_households = Indicator(
    ref="FO01",
    title="Households approved to foster for the council",
    meaning="How many households were approved in full to foster for the council at the month end.",
    why="A child who needs a foster home near their school and friends needs a household that lives there.",
    of=households,
    measure=Count(),
    considers=IN_FULL,
    good=Good.HIGHER,
    section=FOSTERING,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. Relatives and friends approved for the time being are left out; those approved in "
        "full are in. Households of independent agencies are not the council’s."
    ),
    comparator=f"{RELEASE}.",
    misuse="Households on hold, or who take one child for weekends, count like any other: read it beside places.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "The Ash and the Birch households are approved in full. Cedar is approved for the time being, and "
                "whether Damson is is not known: neither is counted."
            ),
            rows="""
                household | is_temporary
                Ash       | no
                Birch     | no
                Cedar     | yes
                Damson    |
            """,
            expect="2",
        ),
    ),
    synonyms=("foster carers", "in-house fostering", "carers approved", "sufficiency"),
)

approved_places = Indicator(
    ref="FO08",
    title="Places with the council’s own fostering households",
    meaning="How many children the households approved in full could take between them.",
    why="A household that can take two brothers keeps them together, and the number of households does not show it.",
    of=households,
    measure=Total(households.places),
    considers=IN_FULL,
    good=Good.HIGHER,
    section=FOSTERING,
    set_by=SetBy.NOBODY,
    source="A sum, with no standard. Relatives and friends approved for the time being are left out.",
    comparator=f"{RELEASE}.",
    misuse="A place is for a child of some age and need: a place for a baby is no use to a boy of 15.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ash has two places and Birch three. How many Cedar has is not known, and it is left out. Damson is "
                "approved for the time being and is not considered."
            ),
            rows="""
                household | is_temporary | places
                Ash       | no           | 2
                Birch     | no           | 3
                Cedar     | no           |
                Damson    | yes          | 1
            """,
            expect="5",
        ),
    ),
    synonyms=("foster places", "capacity", "sufficiency"),
)

net_change = Indicator(
    ref="FO02",
    title="Change in the number of households approved to foster",
    meaning="How many more households were approved in the period than stopped fostering for the council.",
    why="It shows whether new households make up for those who retire or leave.",
    of=changes,
    measure=Total(changes.change),
    good=Good.HIGHER,
    section=FOSTERING,
    set_by=SetBy.NOBODY,
    source=(
        "A sum, with no standard. Each approval in full counts as one more and each end of one as one fewer. Below "
        "nought, more left than came."
    ),
    comparator=f"{RELEASE}.",
    misuse="Ten leaving and ten coming is nought, and not calm; relatives approved for one child help no other.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Two households were approved and three stopped: one fewer. What Elder did is not known.",
            rows="""
                household | change
                Ash       | 1
                Birch     | 1
                Cedar     | -1
                Damson    | -1
                Damson 2  | -1
                Elder     |
            """,
            expect="-1",
        ),
    ),
    synonyms=("recruitment", "retention", "resignations", "de-registrations", "net gain"),
)

enquiry_to_approval = Indicator(
    ref="FO03",
    title="Enquiries about fostering that led to approval within {time}",
    meaning="Of the enquiries made {time} before, how many had led to a household approved by then.",
    why="Few who ask go on to foster, and every one lost for want of a call back is a home a child does not have.",
    of=enquiries,
    measure=Share(enquiries.approved_in_time.is_yes),
    good=Good.HIGHER,
    section=FOSTERING,
    area=FOSTER_CARE,
    clock=FOSTERING_APPROVAL,
    set_by=SetBy.LOCAL,
    source=(
        "Local standard. Each enquiry is followed for the whole time and counted in the month that time runs out, so "
        "this month’s figure tells of enquiries made long before."
    ),
    comparator=f"{RELEASE}, with enquiries and approvals of the same year set side by side.",
    misuse="It can be lifted by recording only the enquiries that sound likely: ask what counts as one.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ash was approved on the last day that counts. Birch withdrew and Cedar was approved a day too late. "
                "What became of Damson’s enquiry is not known, and what is unknown is not approved."
            ),
            rows="""
                household | approved_in_time
                Ash       | yes
                Birch     | no
                Cedar     | no
                Damson    |
            """,
            expect="1 of 4 (25.0%)",
        ),
    ),
    synonyms=("conversion", "recruitment", "foster carer recruitment", "pipeline"),
)

reviews_in_time = Indicator(
    ref="FO04",
    title="Fostering households whose approval was reviewed in the last {time}",
    meaning="Of the households approved more than a year, how many had their approval reviewed in the last {time}.",
    why="Once a year somebody should ask whether a household still suits the children it is approved for.",
    of=households,
    measure=Share(households.reviewed_in_time.is_yes),
    considers=IN_FULL & households.approved_a_year.is_yes,
    good=Good.HIGHER,
    section=FOSTERING,
    area=FOSTER_CARE,
    clock=FOSTERING_REVIEW,
    set_by=SetBy.LAW,
    source=(
        "Statutory: Fostering Services (England) Regulations 2011, regulation 28, a review within a year of approval "
        "and then at least yearly. A household approved less than a year ago is not due and is left out."
    ),
    comparator="None: reviews of fostering households are not published.",
    misuse="A review held without the children’s views counts like any other: sample a few.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ash was reviewed in time and Birch was not. Cedar’s review is not recorded, and what is unknown is "
                "not in time. Damson was approved in the spring and is not considered."
            ),
            rows="""
                household | is_temporary | approved_a_year | reviewed_in_time
                Ash       | no           | yes             | yes
                Birch     | no           | yes             | no
                Cedar     | no           | yes             |
                Damson    | no           | no              | no
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("annual review", "foster carer review", "household review"),
)

unannounced_visits = Indicator(
    ref="FO05",
    title="Fostering households visited unannounced in the last {time}",
    meaning="Of the households approved more than a year, how many had an unannounced visit in the last {time}.",
    why="A visit nobody expected shows the home a child lives in on an ordinary day.",
    of=households,
    measure=Share(households.visited_unannounced.is_yes),
    considers=IN_FULL & households.approved_a_year.is_yes,
    good=Good.HIGHER,
    section=FOSTERING,
    area=FOSTER_CARE,
    clock=UNANNOUNCED_VISIT,
    set_by=SetBy.GUIDANCE,
    source=(
        "National: Fostering Services: National Minimum Standards 2011, standard 21, at least one unannounced visit a "
        "year. A household approved less than a year ago is left out."
    ),
    comparator="None: unannounced visits to fostering households are not published.",
    misuse="A knock on an empty house is a visit in some systems: ask how many found the family in.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ash was visited unannounced and Birch was not. Nothing is recorded for Cedar, and what is unknown is "
                "not a visit. Damson was approved in the spring and is not considered."
            ),
            rows="""
                household | is_temporary | approved_a_year | visited_unannounced
                Ash       | no           | yes             | yes
                Birch     | no           | yes             | no
                Cedar     | no           | yes             |
                Damson    | no           | no              | no
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("supervising social worker", "NMS 21", "visits to foster carers"),
)

past_temporary_time = Indicator(
    ref="FO06",
    title="Temporary approvals of relatives and friends to foster that have run out",
    meaning="How many households still fostering had been approved for the time being for longer than the law allows.",
    why="After that time a child is living somewhere nobody has lawfully agreed to.",
    of=households,
    measure=Count(),
    considers=households.is_temporary.is_yes & households.past_temporary_time.is_yes,
    good=Good.LOWER,
    section=FOSTERING,
    clock=TEMPORARY_FOSTERING,
    later_clocks=(TEMPORARY_FOSTERING_EXTENDED,),
    set_by=SetBy.LAW,
    source=(
        "Statutory: Care Planning, Placement and Case Review (England) Regulations 2010, regulations 24 and 25: 16 "
        "weeks, which may be extended once by eight."
    ),
    comparator="None: temporary approvals are not published.",
    misuse="It is kept at none by ending approvals on paper: ask where those children live now.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ash’s time has run out. Birch’s has not. When Cedar’s began is not known, and that is not counted. "
                "Damson is approved in full."
            ),
            rows="""
                household | is_temporary | past_temporary_time
                Ash       | yes          | yes
                Birch     | yes          | no
                Cedar     | yes          |
                Damson    | no           | yes
            """,
            expect="1",
        ),
    ),
    synonyms=("regulation 24", "reg 24", "connected persons", "kinship", "16 weeks"),
)

places_filled = Indicator(
    ref="FO07",
    title="Places with the council’s own fostering households that are filled",
    meaning="Of the places with households approved in full, how many had a child in them.",
    why="An empty place near home may stand while a child is sent far away.",
    of=households,
    measure=Proportion(households.children_placed, households.places),
    considers=IN_FULL,
    good=Good.HIGHER,
    section=FOSTERING,
    area=FOSTER_CARE,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. A household with more children than places, as for brothers and sisters, counts all of "
        "them. Where either number is not known the household is left out."
    ),
    comparator=f"{RELEASE}, as filled and vacant places.",
    misuse="Full is not best: with no empty place there is no choice, and tired households need rest between children.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ash has two of two places filled and Birch one of three. How many Cedar has filled is not known, and "
                "it is left out. Damson is approved for the time being and is not considered."
            ),
            rows="""
                household | is_temporary | places | children_placed
                Ash       | no           | 2      | 2
                Birch     | no           | 3      | 1
                Cedar     | no           | 2      |
                Damson    | yes          | 1      | 1
            """,
            expect="3 of 5 (60.0%)",
        ),
    ),
    other_rules=(
        OtherRule(
            name="temporary",
            title="with relatives and friends approved for the time being",
            why="Their places are filled by the children they were approved for, so the share is higher.",
            considers=households.is_temporary.is_known,
        ),
    ),
    synonyms=("occupancy", "utilisation", "vacancies", "vacant places"),
)

INDICATORS: tuple[Indicator, ...] = (
    approved_households,
    approved_places,
    net_change,
    enquiry_to_approval,
    reviews_in_time,
    unannounced_visits,
    past_temporary_time,
    places_filled,
)
