"""Who children are: births, the unborn, and one person under two numbers."""

from everychild.quality.declared import Declaring, Owner, Weight

_rule = Declaring(Owner.TEAM, "CH", Weight.QUERY)

RULES = (
    _rule(
        "01",
        "child",
        "A child has neither a date of birth nor an expected one, so is in no age group.",
        "child.born_on is null and child.expected_birth_on is null",
        """
        ! child child_id=1
        child child_id=2 born_on=2010-01-01
        child child_id=3 expected_birth_on=2019-08-01
        """,
    ),
    _rule(
        "02",
        "child",
        "A child is over 25: nobody of that age receives these services. Look at the date of birth.",
        "child.born_on < known_on() - interval 26 year",
        """
        ! child child_id=1 born_on=1990-01-01
        child child_id=2 born_on=1995-01-01
        """,
    ),
    _rule(
        "03",
        "child",
        "An expected birth was more than six weeks ago and no date of birth has been recorded since.",
        "child.born_on is null and child.expected_birth_on < known_on() - interval 42 day",
        """
        ! child child_id=1 expected_birth_on=2019-01-10
        child child_id=2 expected_birth_on=2019-04-20
        child child_id=3 expected_birth_on=2019-01-10 born_on=2019-01-12
        """,
    ),
    _rule(
        "04",
        "child",
        "A date of birth is more than three months from the date that was expected.",
        "abs(date_diff('day', child.expected_birth_on, child.born_on)) > 92",
        """
        ! child child_id=1 expected_birth_on=2018-01-10 born_on=2018-09-01
        child child_id=2 expected_birth_on=2018-01-10 born_on=2018-01-12
        """,
    ),
    _rule(
        "05",
        "child",
        "A child who has been born is recorded with no sex.",
        "child.born_on <= known_on() and (child.sex is null or child.sex = 'not_recorded')",
        """
        ! child child_id=1 born_on=2010-01-01 sex=not_recorded
        ! child child_id=2 born_on=2010-01-01
        child child_id=3 born_on=2010-01-01 sex=female
        child child_id=4 expected_birth_on=2019-08-01 sex=not_recorded
        """,
    ),
    _rule(
        "06",
        "child",
        "A child born more than three months ago has no ethnic group recorded, or it is not yet obtained.",
        "child.born_on < known_on() - interval 3 month and coalesce(child.ethnic_group, 'NOBT') = 'NOBT'",
        """
        ! child child_id=1 born_on=2010-01-01
        ! child child_id=2 born_on=2010-01-01 ethnic_group=NOBT
        child child_id=3 born_on=2010-01-01 ethnic_group=WBRI
        child child_id=4 born_on=2019-04-01
        """,
    ),
    _rule(
        "07",
        "child",
        "An unaccompanied child came to us younger than ten. Look at the date of birth.",
        "child.unaccompanied and child.born_on > known_on() - interval 10 year",
        """
        ! child child_id=1 born_on=2015-01-01 unaccompanied=true
        child child_id=2 born_on=2003-01-01 unaccompanied=true
        child child_id=3 born_on=2015-01-01 unaccompanied=false
        """,
    ),
    _rule(
        "08",
        "referral",
        "A referral is of a child of whom no list tells who they are.",
        "not exists (select 1 from child where child.child_id = referral.child_id and child.sex is not null)",
        """
        ! referral child_id=1 referred_on=2019-01-10
        referral child_id=2 referred_on=2019-01-10
        child child_id=2 sex=male
        """,
    ),
    _rule(
        "09",
        "child",
        "A person with a date of birth long past is still recorded as unborn: an expected birth stands beside it.",
        "child.born_on < child.expected_birth_on - interval 280 day",
        """
        ! child child_id=1 born_on=2010-01-01 expected_birth_on=2019-01-01
        child child_id=2 born_on=2018-12-20 expected_birth_on=2019-01-01
        """,
        weight=Weight.ERROR,
    ),
    _rule(
        "10",
        "child",
        "A child of the special educational needs survey is known by the unique pupil number alone: no list that was "
        "loaded has that number beside a reference of your own.",
        "child.upn = child.child_id",
        """
        ! child child_id=H123456789012 upn=H123456789012
        child child_id=2 upn=H123456789013
        child child_id=3
        """,
    ),
)
