"""What moved it: parts that add up to the change, with nothing left over."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from everychild.calendar import Month
from everychild.catalogue import BY_REF
from everychild.catalogue.indicator import Children
from everychild.judgement.contribution import OTHERS, contribution
from everychild.measure.figure import Figure, Window

SHARE, AVERAGE, COUNT = BY_REF["CP22"], BY_REF["EH04"], BY_REF["CP13"]
MARCH, APRIL = Month(2019, 3), Month(2019, 4)


def figures(month, **groups):
    return [Figure("CP22", Window.MONTH, month, "team", group, *numbers) for group, numbers in groups.items()]


def test_a_team_that_did_worse_is_told_from_a_team_that_grew():
    """North falls from 80 to 60 per cent; South stays at 90 and is twice as large as it was."""
    before = figures(MARCH, North=(80, 100), South=(45, 50))
    after = figures(APRIL, North=(60, 100), South=(90, 100))

    found = contribution(SHARE, "team", before, after, smallest=10)

    assert found.change == 100 * (Fraction(150, 200) - Fraction(125, 150))
    assert found.parts[0].group == "North"
    assert found.parts[0].rate == -20 * (Fraction(2, 3) + Fraction(1, 2)) / 2
    south = next(part for part in found.parts if part.group == "South")
    assert south.rate == 0
    assert south.mix > 0
    assert sum(part.whole for part in found.parts) == found.change


def test_small_groups_are_put_together_before_the_change_is_parted():
    """Three of under ten are told as one."""
    before = figures(MARCH, North=(80, 100), A=(1, 4), B=(2, 5), C=(3, 6))
    after = figures(APRIL, North=(60, 100), A=(1, 4), B=(2, 5), C=(3, 6))
    found = contribution(SHARE, "team", before, after, smallest=10)
    assert {part.group for part in found.parts} == {"North", OTHERS}


def test_a_group_that_is_new_is_never_left_out_of_the_sum():
    """It is put with the smallest that stands, since nobody knows how it did before there was one."""
    before = figures(MARCH, North=(80, 100), South=(20, 40))
    after = figures(APRIL, North=(60, 100), South=(20, 40), West=(30, 30))
    found = contribution(SHARE, "team", before, after, smallest=10)
    assert {part.group for part in found.parts} == {"North", OTHERS}
    assert sum(part.whole for part in found.parts) == found.change


def test_a_count_is_parted_by_its_groups_own_changes():
    before = figures(MARCH, North=(8, None), South=(4, None))
    after = figures(APRIL, North=(3, None), West=(2, None))
    found = contribution(COUNT, "team", before, after, smallest=10)
    assert [(part.group, part.whole) for part in found.parts] == [("North", -5), ("South", -4), ("West", 2)]
    assert found.change == -7


def test_nothing_is_parted_where_there_is_nothing_to_part():
    """One group, no figure, or children who may be in several groups."""
    one = figures(MARCH, North=(8, 10))
    assert contribution(SHARE, "team", one, one, smallest=5) is None
    assert contribution(SHARE, "team", one, [], smallest=5) is None
    different = replace(COUNT, measure=Children())
    two = figures(MARCH, North=(8, None), South=(4, None))
    assert contribution(different, "team", two, two, smallest=5) is None


ends = st.dictionaries(
    st.sampled_from(["A", "B", "C", "D", "E"]),
    st.integers(0, 60).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))),
    min_size=1,
)


@given(ends, ends, st.integers(0, 30), st.sampled_from([SHARE, AVERAGE]))
def test_the_parts_always_add_up_to_the_change(before, after, smallest, indicator):
    """To the last fraction, whatever the groups; and the change is that of the figures for all children."""
    found = contribution(indicator, "team", figures(MARCH, **before), figures(APRIL, **after), smallest)
    if found is None:
        return
    assert sum((part.whole for part in found.parts), Fraction(0)) == found.change

    def whole(groups):
        return Fraction(sum(n for n, _ in groups.values()), sum(d for _, d in groups.values()))

    scale = 100 if indicator is SHARE else 1
    assert found.change == scale * (whole(after) - whole(before))


@given(ends, ends, st.integers(0, 30))
def test_told_backwards_every_part_is_its_own_opposite(before, after, smallest):
    """No month is the one that counts."""
    there = contribution(SHARE, "team", figures(MARCH, **before), figures(APRIL, **after), smallest)
    back = contribution(SHARE, "team", figures(MARCH, **after), figures(APRIL, **before), smallest)
    assert (there is None) == (back is None)
    if there is not None:
        parts = {part.group: (part.rate, part.mix) for part in there.parts}
        assert {part.group: (-part.rate, -part.mix) for part in back.parts} == parts
