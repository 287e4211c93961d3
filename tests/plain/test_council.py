"""council.toml: the council's own numbers, and what is said when they cannot be used."""

from datetime import date
from fractions import Fraction
from importlib.resources import files

import pytest

from everychild.calendar import CountsFrom
from everychild.catalogue import BY_REF
from everychild.council import CountedBy, EngineName, SetBy, council_from, read_council
from everychild.errors import SettingsError
from everychild.facts.clocks import CHILD_PROTECTION_VISIT, CLOCKS

LEAST = '[council]\nname = "Northbrook"\n'


def test_the_target_in_force_is_the_latest_that_had_begun():
    """Old rows stay, so that history keeps its own target."""
    row = '[[target]]\nindicator = "EH04"\nvalue = {}\nwho = "Director"\nsince = {}\n'
    own = council_from(LEAST + row.format(35, "2017-04-01") + row.format(30, "2018-04-01"))

    assert own.target_for("EH04", date(2018, 3, 31)).value == 35
    assert own.target_for("EH04", date(2018, 4, 1)).value == 30
    assert own.target_for("EH04", date(2017, 3, 31)) is None
    assert own.target_for("CP21", date(2018, 4, 1)) is None


def test_a_council_sets_its_own_clock_and_counting_rule():
    """Ten working days here, seven there; and the day itself as day 1."""
    own = council_from(LEAST + '[clocks.child_protection_visit]\nlength = 7\ncounts_from = "day itself"\n')

    clock = own.clock(CHILD_PROTECTION_VISIT)
    assert (clock.length, clock.counts_from) == (7, CountsFrom.DAY_ONE)
    assert clock.in_words == "7 working days"
    assert clock.rule_in_words == "the day itself is day 1"


def test_a_council_says_when_it_switched_to_family_help_and_what_it_is_called():
    """Where it says nothing, early help and child in need are apart."""
    own = council_from(
        LEAST + '[families_first]\nswitched_on = 2026-04-01\n[early_help]\ncouncil_words = ["family hub"]\n'
    )

    assert (own.family_help_since, own.council_words) == (date(2026, 4, 1), ("family hub",))
    assert council_from(LEAST).family_help_since is None


def test_a_council_says_which_engine_counts_and_where_it_is():
    """Where it says nothing, this machine counts."""
    own = council_from(
        LEAST + '[counting]\nengine = "spark"\nmaster = "spark://10.0.0.5:7077"\nstorage = "hdfs://lake/northbrook"\n'
        '[counting.spark]\n"spark.executor.memory" = "1g"\n'
    )

    assert own.counted_by == CountedBy(
        EngineName.SPARK, "spark://10.0.0.5:7077", "hdfs://lake/northbrook", {"spark.executor.memory": "1g"}
    )
    assert council_from(LEAST).counted_by == CountedBy(EngineName.DUCKDB)


def test_a_council_says_how_much_of_a_computer_a_count_may_take():
    """Where it says nothing, half the memory and, but for very many rows, one processor."""
    own = council_from(LEAST + "[counting]\nmemory_megabytes = 4000\nthreads = 2\n").counted_by

    assert (own.memory_megabytes, own.threads) == (4000, 2)
    assert (CountedBy().memory_megabytes, CountedBy().threads) == (None, None)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "needs name"),
        (LEAST + "[counting]\nmemory_megabytes = 4\n", r"\[counting\] memory_megabytes should be 200 or more"),
        (LEAST + "[counting]\nthreads = 0\n", r"\[counting\] threads should be 1 or more"),
        (LEAST + '[counting]\nmemory_megabytes = "4GB"\n', "memory_megabytes should be a whole number"),
        (LEAST + '[counting]\nengine = "sparc"\n', "one of: duckdb, spark"),
        (LEAST + '[counting]\nmain = "local"\n', "no setting main"),
        (LEAST + "[counting.spark]\nspark.executor.cores = 2\n", "quotation marks"),
        ("[council", "not valid TOML"),
        (LEAST + "[visit]\n", "does not know"),
        (
            LEAST + '[[target]]\nindicator = "EH04"\nwho = "D"\nsince = 2018-04-01\n',
            "either a value, or a low and a high",
        ),
        (LEAST + '[[target]]\nindicator = "EH04"\nvalue = "30"\nwho = "D"\nsince = 2018-04-01\n', "should be a number"),
        (LEAST + '[[target]]\nindicator = "EH04"\nvalue = 30\nwho = "D"\nsince = "April"\n', "should be a date"),
        (LEAST + '[[target]]\nvalue = 30\nwho = "D"\nsince = 2018-04-01\n', "needs indicator"),
        (LEAST + '[clocks.recording]\nlength = "three"\n', "should be a whole number"),
        (LEAST + '[clocks.recording]\ncounts_from = "tomorrow"\n', "one of: day after, day itself"),
        (LEAST + '[calendar]\nclosure_days = ["Christmas"]\n', "written 2018-12-27"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_place(text, says):
    """Table, key and what to write instead."""
    with pytest.raises(SettingsError, match=says) as problem:
        council_from(text)
    assert "council.toml" in str(problem.value)


def test_a_missing_file_says_how_to_make_one(tmp_path):
    """Not a traceback."""
    with pytest.raises(SettingsError, match="everychild init"):
        read_council(tmp_path / "council.toml")


def test_the_settings_we_ship_can_be_read_and_name_real_indicators():
    """The example for new homes, and Northbrook's own."""
    example = council_from(files("everychild.cli").joinpath("council.example.toml").read_text(encoding="utf-8"))
    northbrook = council_from(files("everychild.northbrook").joinpath("council.toml").read_text(encoding="utf-8"))

    assert example.targets == ()
    assert {target.indicator for target in northbrook.targets} <= set(BY_REF)
    assert northbrook.target_for("EH04", date(2019, 4, 30)).tolerance == Fraction(3)
    assert northbrook.target_for("CP10", date(2019, 4, 30)).set_by is SetBy.NATIONAL
    assert set(northbrook.clocks) <= {clock.name for clock in CLOCKS}
