"""The catalogue as `everychild catalogue --json` gives it: nothing a reader may ask is left blank."""

from everychild import shapes
from everychild.catalogue import BY_REF, CATALOGUE

MAY_BE_NOTHING = {"area", "clock", "standard", "backlog", "why_no_backlog", "other_rules"}
"""A volume is in no area and has no time limit; not every measure is of finished work or has two rules."""


def test_every_field_of_every_definition_is_filled():
    """150 indicators or more, and every field of each."""
    told = [shapes.indicator_shape(indicator, {}) for indicator in CATALOGUE]
    for definition in told:
        blank = {name for name, value in definition.items() if value in (None, "", [])}
        assert blank <= MAY_BE_NOTHING, f"{definition['ref']} leaves {blank - MAY_BE_NOTHING} blank"
    assert len({definition["ref"] for definition in told}) == len(told)


def test_an_indicator_with_two_rules_names_both():
    """With the reason each is used."""
    several = [indicator for indicator in CATALOGUE if indicator.other_rules]
    for indicator in several:
        for rule in indicator.other_rules:
            other = indicator.by_rule(rule.name)
            assert (other.ref, other.rule, other.key) == (indicator.ref, rule.name, f"{indicator.ref}/{rule.name}")
            assert rule.title
            assert rule.why.endswith(".")
            assert not rule.title.endswith(".")
            assert (other.measure, other.considers, other.clock) != (
                indicator.measure,
                indicator.considers,
                indicator.clock,
            ), f"{other.key} counts nothing differently"


def test_a_partner_counts_what_is_open_and_late():
    """The backlog of finished work is a stock, and fewer is better."""
    for indicator in CATALOGUE:
        if indicator.backlog:
            partner = BY_REF[indicator.backlog]
            assert partner.is_at_month_end, f"{indicator.ref} names {partner.ref}, which is not counted at a month end"
