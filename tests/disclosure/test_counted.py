"""What numbers count, and how they hang together, read from the definitions themselves."""

from __future__ import annotations

from everychild.catalogue import BY_REF
from everychild.disclosure.counted import FLOWS, can_be_told, links


def test_measures_of_the_same_rows_have_one_name() -> None:
    told = links([BY_REF["CP14"], BY_REF["CP18"], BY_REF["CP29"]], {})
    data = told.as_data()["counts"]
    assert isinstance(data, dict)
    assert data["CP18"][1] == data["CP14"][0] == data["CP29"][1]
    assert data["CP18"][0] not in (data["CP29"][0], data["CP14"][0])


def test_more_conditions_are_fewer_rows() -> None:
    told = links([BY_REF["CP14"], BY_REF["CP18"]], {}).as_data()
    counts, within = told["counts"], told["within"]
    assert isinstance(counts, dict)
    assert within == [[counts["CP18"][0], counts["CP14"][0]]]


def test_different_children_are_no_more_than_the_times_it_happened() -> None:
    told = links([BY_REF["MS01"], BY_REF["MS02"]], {}).as_data()
    counts = told["counts"]
    assert isinstance(counts, dict)
    assert told["different"] == [counts["MS02"][0]]
    assert told["within"] == [[counts["MS02"][0], counts["MS01"][0]]]


def test_a_stock_hangs_together_with_who_came_and_who_left() -> None:
    told = links([BY_REF[ref] for ref in FLOWS[0]], {}).as_data()
    counts = told["counts"]
    assert isinstance(counts, dict)
    assert told["flows"] == [[counts[ref][0] for ref in FLOWS[0]]]
    assert links([BY_REF["CP12"]], {}).as_data()["flows"] == []


def test_sums_and_mixes_are_not_for_everybody() -> None:
    assert not can_be_told(BY_REF["RH15"])
    assert not can_be_told(BY_REF["CP20"])
    assert can_be_told(BY_REF["CP12"])
