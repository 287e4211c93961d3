"""Who the children of the census are, and the census as a whole."""

from everychild.quality.declared import Declaring, Owner, Weight

_rule = Declaring(Owner.RETURN)
_IS_UNBORN = "cin_child.personbirthdate is null and cin_child.expectedpersonbirthdate is not null"

RULES = (
    _rule(
        "8500",
        "cin_child",
        "A child has no number.",
        "cin_child.lachildid is null and (cin_child.personbirthdate is null or cin_child.personbirthdate is not null)",
        """
        ! cin_child personbirthdate=2010-01-01
        cin_child lachildid=2 personbirthdate=2010-01-01
        """,
    ),
    _rule(
        "8510",
        "cin_child",
        "Two children have one number.",
        "exists (select 1 from cin_child as other where other.child_id = cin_child.child_id"
        " and other.source_id <> cin_child.source_id)",
        """
        ! cin_child child_id=1
        ! cin_child child_id=1
        cin_child child_id=2
        """,
    ),
    _rule(
        "8520",
        "cin_child",
        "A child was born after the end of the census year.",
        "cin_child.personbirthdate > year_ended()",
        """
        ! cin_child personbirthdate=2019-04-02
        cin_child personbirthdate=2019-03-02
        """,
    ),
    _rule(
        "8525Q",
        "cin_child",
        "A child has both a date of birth and an expected one, or neither.",
        "(cin_child.personbirthdate_written is null) = (cin_child.expectedpersonbirthdate_written is null)",
        """
        ! cin_child personbirthdate=2010-01-01 expectedpersonbirthdate=2010-01-01
        ! cin_child lachildid=1
        cin_child personbirthdate=2010-01-01
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "8530Q",
        "cin_child",
        "A birth is expected outside the nine months from the last of the census year.",
        "cin_child.expectedpersonbirthdate < date_trunc('month', year_ended())"
        " or cin_child.expectedpersonbirthdate > year_ended() + interval 9 month",
        """
        ! cin_child expectedpersonbirthdate=2018-06-01
        cin_child expectedpersonbirthdate=2019-06-01
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "8535Q",
        "cin_child",
        "A child died before being born.",
        "cin_child.persondeathdate < cin_child.personbirthdate",
        """
        ! cin_child personbirthdate=2018-06-01 persondeathdate=2018-05-01
        cin_child personbirthdate=2018-06-01 persondeathdate=2018-07-01
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "8775Q",
        "cin_child",
        "A child of the census is over 25.",
        "cin_child.personbirthdate + interval 26 year <= year_began()",
        """
        ! cin_child personbirthdate=1990-06-01
        cin_child personbirthdate=2000-06-01
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "4180",
        "cin_child",
        "The sex of a child is none of M, F and U.",
        "cin_child.sex is null or cin_child.sex not in ('M', 'F', 'U')",
        """
        ! cin_child sex=1
        ! cin_child lachildid=1
        cin_child sex=F
        """,
        first=2025,
    ),
    _rule(
        "8750",
        "cin_child",
        "The sex of an unborn child must be U.",
        f"{_IS_UNBORN} and cin_child.sex <> 'U'",
        """
        ! cin_child expectedpersonbirthdate=2019-06-01 sex=F
        cin_child expectedpersonbirthdate=2019-06-01 sex=U
        """,
        first=2025,
    ),
    _rule(
        "4220",
        "cin_child",
        "The ethnic group is missing or no published code.",
        "cin_child.ethnicity is null or cin_child.ethnicity not in ('WBRI', 'WIRI', 'WOTH', 'WIRT', 'WROM', 'MWBC',"
        " 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'CHNE', 'OOTH', 'REFU',"
        " 'NOBT')",
        """
        ! cin_child ethnicity=XXXX
        cin_child ethnicity=WBRI
        """,
    ),
    _rule(
        "8590",
        "cin_child",
        "A child has no episode of need.",
        "not exists (select 1 from cin_episode where cin_episode.child_id = cin_child.child_id"
        " and cin_episode.cinreferraldate_written is not null)",
        """
        ! cin_child child_id=1
        cin_child child_id=2
        cin_episode child_id=2 cinreferraldate=2018-06-01
        """,
    ),
    _rule(
        "8540",
        "cin_disability",
        "A disability is no published code.",
        "cin_disability.disability not in ('NONE', 'MOB', 'HAND', 'PC', 'INC', 'COMM', 'LD', 'HEAR', 'VIS', 'BEH',"
        " 'CON', 'AUT', 'DDA')",
        """
        ! cin_disability disability=XX
        cin_disability disability=LD
        """,
    ),
    _rule(
        "8790",
        "cin_disability",
        "A child has no disability (NONE), and another one is told as well.",
        "cin_disability.disability = 'NONE' and exists (select 1 from cin_disability as other"
        " where other.child_id = cin_disability.child_id and other.disability <> 'NONE')",
        """
        ! cin_disability child_id=1 disability=NONE
        cin_disability child_id=1 disability=LD
        cin_disability child_id=2 disability=NONE
        """,
    ),
    _rule(
        "8794",
        "cin_disability",
        "One disability of a child is told twice.",
        "exists (select 1 from cin_disability as other where other.child_id = cin_disability.child_id"
        " and other.disability = cin_disability.disability and other.source_id <> cin_disability.source_id)",
        """
        ! cin_disability child_id=1 disability=LD
        ! cin_disability child_id=1 disability=LD
        cin_disability child_id=2 disability=LD
        """,
    ),
)
