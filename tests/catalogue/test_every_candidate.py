"""Every candidate of the field's list is counted, or left out for a reason that is told."""

import csv
import re

from tests.beside import shared

from everychild.catalogue import BY_REF
from everychild.catalogue.left_out import LEFT_OUT


def test_what_is_left_out_is_not_counted_and_says_why():
    refs = [candidate.ref for candidate in LEFT_OUT]
    assert len(set(refs)) == len(refs)
    assert not set(refs) & set(BY_REF)
    assert all(re.fullmatch(r"[A-Z]{2}\d\d", ref) for ref in refs)
    assert all(candidate.why.endswith(".") and len(candidate.why) > 30 for candidate in LEFT_OUT)


def test_every_candidate_is_decided():
    with shared("research/indicators.csv").open(encoding="utf-8-sig", newline="") as file:
        candidates = {row["Id"] for row in csv.DictReader(file)}
    decided = set(BY_REF) | {candidate.ref for candidate in LEFT_OUT}
    assert candidates <= decided, sorted(candidates - decided)
    assert len(candidates) == 216
