"""Where children live, held against Ofsted’s lists: homes that closed, are unknown, or were judged inadequate.

A number is compared without regard to case. XXXXXXX stands for what Ofsted does not register.
"""

from everychild.quality.declared import Declaring, Owner, Weight

_rule = Declaring(Owner.PLACEMENTS, "HO", Weight.QUERY)

_HOMES = "('childrens_home', 'secure_childrens_home')"
_THE_PROVIDER = (
    "inner join registered_provider on upper(registered_provider.registered_as) = upper(placement.registered_as)"
)

RULES = (
    _rule(
        "01",
        "placement",
        "A child lives in a children’s home whose number is on none of Ofsted’s lists that were loaded.",
        "placement.placement_type in ('K1', 'K2') and placement.ended_on is null"
        " and regexp_full_match(upper(placement.registered_as), '(SC)?[0-9]{6,7}')"
        f" and exists (select 1 from registered_provider as any_home where any_home.kind in {_HOMES})"
        " and not exists (select 1 from registered_provider"
        " where upper(registered_provider.registered_as) = upper(placement.registered_as))",
        """
        ! placement started_on=2018-03-04 placement_type=K2 registered_as=SC900001
        placement started_on=2018-03-04 placement_type=K2 registered_as=sc900002
        placement started_on=2018-03-04 placement_type=K2 registered_as=XXXXXXX
        placement started_on=2018-03-04 placement_type=U4 registered_as=SC900001
        registered_provider registered_as=SC900002 kind=childrens_home
        """,
    ),
    _rule(
        "02",
        "placement",
        "A child lives in a home, or with carers of an agency, that Ofsted last judged inadequate.",
        "placement.ended_on is null and provider_inspection.judgement = 'inadequate'"
        " and not exists (select 1 from provider_inspection as later"
        " where later.registered_as = provider_inspection.registered_as and later.judgement is not null"
        " and later.inspected_on > provider_inspection.inspected_on)",
        """
        ! placement started_on=2018-03-04 placement_type=K2 registered_as=SC900001
        provider_inspection registered_as=SC900001 inspected_on=2018-10-01 judgement=inadequate
        placement started_on=2018-03-04 placement_type=K2 registered_as=SC900002
        provider_inspection registered_as=SC900002 inspected_on=2018-05-01 judgement=inadequate
        provider_inspection registered_as=SC900002 inspected_on=2018-12-01 judgement=good
        placement started_on=2017-03-04 ended_on=2018-11-01 placement_type=K2 registered_as=SC900001
        """,
        joins="inner join provider_inspection"
        " on upper(provider_inspection.registered_as) = upper(placement.registered_as)",
    ),
    _rule(
        "03",
        "placement",
        "A placement goes on in a home, or with an agency, that has closed, or began after it had.",
        "registered_provider.closed_on <= known_on() and (placement.started_on > registered_provider.closed_on"
        " or placement.ended_on is null or placement.ended_on > registered_provider.closed_on + interval 7 day)",
        """
        ! placement child_id=1 started_on=2018-03-04 registered_as=SC900001
        ! placement child_id=2 started_on=2019-02-04 ended_on=2019-02-10 registered_as=SC900001
        placement child_id=3 started_on=2018-03-04 ended_on=2019-01-31 registered_as=SC900001
        placement child_id=4 started_on=2018-03-04 registered_as=SC900002
        registered_provider registered_as=SC900001 closed_on=2019-01-31
        registered_provider registered_as=SC900002
        """,
        joins=_THE_PROVIDER,
    ),
    _rule(
        "04",
        "placement",
        "A placement is coded as in a children’s home, and its number is of a provider that is none.",
        f"placement.placement_type in ('K1', 'K2') and registered_provider.kind not in {_HOMES}"
        # A residential special school may be registered as a home as well.
        " and registered_provider.kind <> 'residential_special_school'",
        """
        ! placement child_id=1 started_on=2018-03-04 placement_type=K2 registered_as=SC900001
        placement child_id=2 started_on=2018-03-04 placement_type=K2 registered_as=SC900002
        registered_provider registered_as=SC900001 kind=fostering_agency
        registered_provider registered_as=SC900002 kind=childrens_home
        """,
        joins=_THE_PROVIDER,
    ),
    _rule(
        "05",
        "placement",
        "A placement is not coded as in a children’s home, and its number is of one.",
        "placement.placement_type not in ('K1', 'K2', 'R1', 'R5', 'S1', 'T0', 'T1', 'T2', 'T3', 'T4', 'Z1')"
        f" and registered_provider.kind in {_HOMES}",
        """
        ! placement child_id=1 started_on=2018-03-04 placement_type=U4 registered_as=SC900001
        placement child_id=2 started_on=2018-03-04 placement_type=K2 registered_as=SC900001
        registered_provider registered_as=SC900001 kind=childrens_home
        """,
        joins=_THE_PROVIDER,
    ),
    _rule(
        "06",
        "placement",
        "A placement is given to the council’s own provision, and its number is of a private or voluntary provider.",
        "placement.provider = 'PR1' and registered_provider.sector in ('private', 'voluntary')",
        """
        ! placement child_id=1 started_on=2018-03-04 provider=PR1 registered_as=SC900001
        placement child_id=2 started_on=2018-03-04 provider=PR4 registered_as=SC900001
        placement child_id=3 started_on=2018-03-04 provider=PR1 registered_as=SC900002
        registered_provider registered_as=SC900001 sector=private
        registered_provider registered_as=SC900002 sector=local_authority
        """,
        joins=_THE_PROVIDER,
    ),
    _rule(
        "07",
        "placement",
        "A placement is said to be unregistered, and its number is of a provider that Ofsted has registered.",
        "placement.unregistered and registered_provider.closed_on is null",
        """
        ! placement child_id=1 started_on=2018-03-04 unregistered=true registered_as=SC900001
        placement child_id=2 started_on=2018-03-04 unregistered=false registered_as=SC900001
        registered_provider registered_as=SC900001
        """,
        joins=_THE_PROVIDER,
    ),
)
