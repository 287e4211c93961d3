"""council.toml, read once into a frozen Council: the council's own numbers, which are data and never code.

Targets are dated rows: a new target is a new row, and the old ones stay so that history keeps its own.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from everychild.calendar import Clock, CountsFrom, Month
from everychild.errors import SettingsError
from everychild.meetings import Rules, Step
from everychild.school_terms import SchoolTerm

FILE_NAME = "council.toml"
COUNCIL_WORDS = ("council", "local authority")
"""Words that tell, in the name of an agency, that it is the council itself."""


LEAST_MEGABYTES = 200
"""Below this a council of any size is not counted to the end."""


class SetBy(StrEnum):
    """Members asked for national and local targets to be told apart."""

    NATIONAL = "national"
    LOCAL = "local"


@dataclass(frozen=True)
class Target:
    """What a figure should be, from when, and who said so. Numbers are in the figure's own unit (90 is 90%).

    A target is one number (`value`) or, for an indicator that is best inside a band, `low` and `high`.
    `tolerance` is how far off still counts as close. `floor` is what is never acceptable to fall short of, whatever
    the target: the least where more is better, the most where less is. `source` is the document or law that says so.
    """

    indicator: str
    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    tolerance: Fraction
    set_by: SetBy
    who: str
    why: str
    since: date
    next_review: date | None
    source: str = ""
    floor: Fraction | None = None

    @property
    def bounds(self) -> tuple[Fraction, ...]:
        """One number, or the two ends of a band."""
        return tuple(bound for bound in (self.value, self.low, self.high) if bound is not None)


@dataclass(frozen=True)
class Baseline:
    """A month from which an indicator’s expected range is read anew, and who began it and why.

    `to`, where given, is the last month the range is read from: it then stands still until somebody begins it again.
    `since` is the day it was decided.
    """

    indicator: str
    begins: Month
    to: Month | None
    who: str
    why: str
    since: date


@dataclass(frozen=True)
class ClockSetting:
    """A council's own length or counting rule for one of our clocks."""

    length: int | None
    counts_from: CountsFrom | None
    set_by: str | None


@dataclass(frozen=True)
class Committee:
    """What the paper's title block, financial box and contact box say."""

    name: str
    wards: str
    lead_officer: str
    outcome: str
    recommendation: str
    background: str
    financial_context: str
    cross_council: str
    part_2_reasons: str
    background_papers: str
    contact: str
    service: str
    telephone: str
    email: str
    members_set: tuple[str, ...] = ()
    """The indicators Members asked to be told of; empty where the council has not said."""

    template: str = ""
    """The name of the council’s own Word file, in its home, that papers are written in; empty for ours."""


@dataclass(frozen=True)
class Thresholds:
    """The numbers judgement uses; each is shown where it bites (research: the transparent flagging recipe)."""

    flag_at_points: int = 3
    small_denominator: int = 10
    minimum_points: int = 12
    minimum_quarters: int = 8
    outlier_screen: bool = False
    improvements_shown: int = 3


@dataclass(frozen=True)
class Population:
    """Children aged 0 to 17 in the council's area in the middle of a year, and whose estimate of what vintage."""

    year: int
    children: int
    source: str


class EngineName(StrEnum):
    """What counts."""

    DUCKDB = "duckdb"
    SPARK = "spark"


@dataclass(frozen=True)
class CountedBy:
    """The engine a month is counted by, and for Spark where it is reached and where the extracts lie for it.

    `storage` is None where the workers read this home itself. `more` are settings in Spark’s own words.
    """

    engine: EngineName = EngineName.DUCKDB
    master: str = "local[*]"
    storage: str | None = None
    more: Mapping[str, str] = field(default_factory=dict)
    memory_megabytes: int | None = None
    """For the rows of one count on this machine; None for half of what it has."""

    threads: int | None = None
    """How many of this machine’s processors one count uses; None for one, unless there are very many rows."""


@dataclass(frozen=True)
class Council:
    """One council's own settings."""

    name: str
    short_name: str
    closure_days: Mapping[date, str]
    clocks: Mapping[str, ClockSetting]
    targets: tuple[Target, ...]
    committee: Committee
    thresholds: Thresholds = field(default_factory=Thresholds)
    area_code: str = ""
    """The Office for National Statistics’ code of the council’s area: E06000041."""

    region: str = ""
    """The region to be set beside, where no area code says which it is."""

    meetings: Rules = field(default_factory=Rules)
    populations: tuple[Population, ...] = ()
    baselines: tuple[Baseline, ...] = ()
    rules: Mapping[str, str] = field(default_factory=dict)
    """By indicator, the other rule of ours it is counted by here."""

    valid_visit_places: tuple[str, ...] = ("home", "placement", "other")
    reports_required_from: tuple[str, ...] = ("social_worker",)
    council_words: tuple[str, ...] = COUNCIL_WORDS
    family_help_since: date | None = None
    """The day early help and child in need became Family Help here; None where they are still apart."""
    school_terms: tuple[SchoolTerm, ...] = ()
    visitors_read_figures: bool = False
    counted_by: CountedBy = field(default_factory=CountedBy)
    left_out_of_release: frozenset[str] = frozenset()
    """Indicators the council does not publish, by reference."""

    """Whether somebody who has not signed in reads the figures, once there are people who can sign in."""

    def clock(self, suggested: Clock) -> Clock:
        """The clock as this council runs it."""
        setting = self.clocks.get(suggested.name)
        if setting is None:
            return suggested
        return replace(
            suggested,
            length=setting.length or suggested.length,
            counts_from=setting.counts_from or suggested.counts_from,
            set_by=setting.set_by or suggested.set_by,
        )

    def population_in(self, year: int) -> Population | None:
        """The estimate for a year, or the latest before it that is held; of two for one year, the one added last."""
        held = [population for population in self.populations if population.year <= year]
        return max(reversed(held), key=lambda population: population.year, default=None)

    def target_for(self, indicator: str, on: date) -> Target | None:
        """The target in force on a day: the latest row that had begun."""
        begun = [target for target in self.targets if target.indicator == indicator and target.since <= on]
        return max(begun, key=lambda target: target.since, default=None)

    def baselines_for(self, indicator: str, by: Month) -> tuple[Baseline, ...]:
        """Each new beginning up to a month, the oldest first; of two from one month, the one decided last."""
        begun: dict[Month, Baseline] = {}
        for baseline in sorted(self.baselines, key=lambda baseline: baseline.since):
            if baseline.indicator == indicator and baseline.begins <= by:
                begun[baseline.begins] = baseline
        return tuple(begun[month] for month in sorted(begun))


T = TypeVar("T")

TABLES = frozenset(
    {
        "access",
        "baseline",
        "calendar",
        "clocks",
        "committee",
        "council",
        "counting",
        "early_help",
        "families_first",
        "judgement",
        "meetings",
        "population",
        "release",
        "reports",
        "rules",
        "target",
        "visits",
    }
)
"""What council.toml may hold."""


def with_populations(text: str, populations: Iterable[Population]) -> str:
    """The text of a council.toml with a row added for each estimate it does not hold; nothing in it is changed."""
    held = {(row.year, row.children) for row in council_from(text).populations}
    rows = [
        f"\n[[population]]\nyear = {new.year}\nchildren_0_to_17 = {new.children}\nsource = {quoted(new.source)}\n"
        for new in populations
        if (new.year, new.children) not in held
    ]
    return text.rstrip("\n") + "\n" + "".join(rows) if rows else text


def quoted(text: str) -> str:
    """Text as TOML writes it, which is as JSON does but for one control character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def with_baseline(text: str, new: Baseline) -> str:
    """The text of a council.toml with a row added for a new baseline; nothing in it is changed.

    Raises SettingsError where the row could not be read again.
    """
    if new in council_from(text).baselines:
        return text
    frozen = f'to = "{new.to}"\n' if new.to else ""
    row = (
        f'\n[[baseline]]\nindicator = {quoted(new.indicator)}\nfrom = "{new.begins}"\n{frozen}'
        f"who = {quoted(new.who)}\nwhy = {quoted(new.why)}\nsince = {new.since}\n"
    )
    if "\r\n" in text:
        row = row.replace("\n", "\r\n")
    added = text + ("" if text.endswith("\n") else "\n") + row
    council_from(added)
    return added


def read_council(path: Path) -> Council:
    """Reads council.toml. Raises SettingsError naming the table and key that cannot be used."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise SettingsError(f"There is no {path.name} in {path.parent}. `everychild init` writes one.") from None
    return council_from(text, path.name)


@lru_cache(maxsize=8)
def council_from(text: str, name: str = FILE_NAME) -> Council:
    """A Council from the text of a council.toml; an edition keeps the text it was judged by.

    The same text is read once: every page asks for it.
    """
    try:
        settings = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as problem:
        raise SettingsError(f"{name} is not valid TOML: {problem}.") from None
    return _Reader(name, settings).council()


class _Reader:
    """Takes keys out of the settings one at a time, so that every complaint can name its place."""

    def __init__(self, name: str, settings: Mapping[str, Any]) -> None:
        self.name = name
        self.settings = settings

    def council(self) -> Council:
        known = TABLES
        for table in self.settings:
            if table not in known:
                raise SettingsError(
                    f"{self.name} has a table [{table}] that Everychild does not know. "
                    f"Tables are: {', '.join(sorted(known))}."
                )
        about = self._table("council")
        return Council(
            name=self._need(about, "council", "name", str),
            short_name=self._take(about, "council", "short_name", str, self._need(about, "council", "name", str)),
            area_code=self._take(about, "council", "area_code", str, ""),
            region=self._take(about, "council", "region", str, ""),
            populations=tuple(self._population(n, row) for n, row in enumerate(self.settings.get("population", []), 1)),
            baselines=tuple(self._baseline(n, row) for n, row in enumerate(self.settings.get("baseline", []), 1)),
            rules={ref: self._need(self._table("rules"), "rules", ref, str) for ref in self._table("rules")},
            closure_days=self._closure_days(),
            school_terms=self._school_terms(),
            clocks={clock: self._clock(clock, values) for clock, values in self._table("clocks").items()},
            targets=tuple(self._target(n, row) for n, row in enumerate(self.settings.get("target", []), 1)),
            committee=self._committee(),
            meetings=self._meetings(),
            thresholds=self._thresholds(),
            valid_visit_places=tuple(
                self._take(self._table("visits"), "visits", "valid_places", list, ["home", "placement", "other"])
            ),
            council_words=tuple(
                self._take(self._table("early_help"), "early_help", "council_words", list, list(COUNCIL_WORDS))
            ),
            visitors_read_figures=self._take(self._table("access"), "access", "visitors_read_figures", bool, False),
            counted_by=self._counted_by(),
            left_out_of_release=frozenset(self._take(self._table("release"), "release", "leave_out", list, [])),
            family_help_since=self._take(self._table("families_first"), "families_first", "switched_on", date, None),
        )

    def _table(self, table: str) -> Mapping[str, Any]:
        values = self.settings.get(table, {})
        if not isinstance(values, dict):
            raise SettingsError(f"{self.name}: [{table}] should be a table of settings.")
        return values

    def _need(self, values: Mapping[str, Any], table: str, key: str, kind: type[T]) -> T:
        if key not in values:
            raise SettingsError(f"{self.name}: [{table}] needs {key}.")
        return self._take(values, table, key, kind, None)

    def _take(self, values: Mapping[str, Any], table: str, key: str, kind: type[T], otherwise: Any) -> T:
        if key not in values:
            return otherwise  # type: ignore[no-any-return]  # the caller's default is of the right kind
        value = values[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise SettingsError(f"{self.name}: [{table}] {key} should be {_KINDS.get(kind, kind.__name__)}.")
        return value

    def _closure_days(self) -> Mapping[date, str]:
        rows = self._take(self._table("calendar"), "calendar", "closure_days", list, [])
        closed: dict[date, str] = {}
        for row in rows:
            when = row.get("day") if isinstance(row, dict) else row
            if type(when) is not date:
                raise SettingsError(f"{self.name}: [calendar] closure_days should be dates, written 2018-12-27.")
            closed[when] = str(row.get("why", "Closed")) if isinstance(row, dict) else "Closed"
        return closed

    def _school_terms(self) -> tuple[SchoolTerm, ...]:
        rows = self._take(self._table("calendar"), "calendar", "terms", list, [])
        return tuple(self._school_term(number, row) for number, row in enumerate(rows, 1))

    def _school_term(self, number: int, row: Any) -> SchoolTerm:  # Any: whatever the file holds
        table = f"calendar term {number}"
        if not isinstance(row, dict):
            raise SettingsError(f"{self.name}: [{table}] should be a table of settings.")
        days = ("starts_on", "ends_on", "half_term_from", "half_term_to")
        term = SchoolTerm(self._need(row, table, "name", str), *(self._need(row, table, day, date) for day in days))
        if not term.starts_on <= term.half_term_from <= term.half_term_to <= term.ends_on:
            raise SettingsError(f"{self.name}: [{table}] its days are not in order.")
        return term

    def _clock(self, clock: str, values: Mapping[str, Any]) -> ClockSetting:
        table = f"clocks.{clock}"
        return ClockSetting(
            length=self._take(values, table, "length", int, None),
            counts_from=self._choice(
                values,
                table,
                "counts_from",
                {"day after": CountsFrom.DAY_NOUGHT, "day itself": CountsFrom.DAY_ONE},
                None,
            ),
            set_by=self._take(values, table, "set_by", str, None),
        )

    def _choice(
        self, values: Mapping[str, Any], table: str, key: str, choices: Mapping[str, T], otherwise: T | None
    ) -> Any:
        if key not in values:
            return otherwise
        if values[key] not in choices:
            raise SettingsError(f"{self.name}: [{table}] {key} should be one of: {', '.join(choices)}.")
        return choices[values[key]]

    def _population(self, number: int, row: Mapping[str, Any]) -> Population:
        table = f"population row {number}"
        children = self._need(row, table, "children_0_to_17", int)
        if children <= 0:
            raise SettingsError(f"{self.name}: [{table}] children_0_to_17 should be more than nought.")
        return Population(
            year=self._need(row, table, "year", int), children=children, source=self._need(row, table, "source", str)
        )

    def _target(self, number: int, row: Mapping[str, Any]) -> Target:
        table = f"target row {number}"
        indicator = self._need(row, table, "indicator", str)
        table = f"target {indicator}"
        value, low, high = (self._number(row, table, key) for key in ("value", "low", "high"))
        if (value is None) == (low is None and high is None):
            raise SettingsError(f"{self.name}: [{table}] needs either a value, or a low and a high.")
        if low is not None and high is not None and low > high:
            raise SettingsError(f"{self.name}: [{table}] low is above high. Give the lower number first.")
        tolerance = self._number(row, table, "tolerance") or Fraction(0)
        if tolerance < 0:
            raise SettingsError(f"{self.name}: [{table}] tolerance is how far off still counts as close: 0 or more.")
        return Target(
            indicator=indicator,
            value=value,
            low=low,
            high=high,
            tolerance=tolerance,
            set_by=self._choice(row, table, "set_by", {"national": SetBy.NATIONAL, "local": SetBy.LOCAL}, SetBy.LOCAL),
            who=self._need(row, table, "who", str),
            why=self._take(row, table, "why", str, ""),
            since=self._need(row, table, "since", date),
            next_review=self._take(row, table, "next_review", date, None),
            source=self._take(row, table, "source", str, ""),
            floor=self._number(row, table, "floor"),
        )

    def _baseline(self, number: int, row: Mapping[str, Any]) -> Baseline:
        table = f"baseline row {number}"
        indicator = self._need(row, table, "indicator", str)
        table = f"baseline {indicator}"
        unknown = sorted(set(row) - {"indicator", "from", "to", "who", "why", "since"})
        if unknown:
            raise SettingsError(f"{self.name}: [{table}] has {unknown[0]}, which Everychild does not know.")
        begins, to = self._month(self._need(row, table, "from", str), table, "from"), row.get("to")
        said = {key: self._need(row, table, key, str) for key in ("who", "why")}
        for key, text in said.items():
            if not text.strip():
                raise SettingsError(
                    f"{self.name}: [{table}] {key} is empty. A range is begun anew by somebody, for a reason."
                )
        baseline = Baseline(
            indicator=indicator,
            begins=begins,
            to=None if to is None else self._month(to, table, "to"),
            since=self._need(row, table, "since", date),
            **said,
        )
        if baseline.to is not None and baseline.to < begins:
            raise SettingsError(f"{self.name}: [{table}] to ({baseline.to}) is before from ({begins}).")
        return baseline

    def _month(self, text: object, table: str, key: str) -> Month:
        try:
            return Month.of(text if isinstance(text, str) else "")
        except ValueError:
            raise SettingsError(f'{self.name}: [{table}] {key} should be a month, written "2018-10".') from None

    def _number(self, row: Mapping[str, Any], table: str, key: str) -> Fraction | None:
        if key not in row:
            return None
        if isinstance(row[key], bool) or not isinstance(row[key], int | Decimal):
            raise SettingsError(f"{self.name}: [{table}] {key} should be a number.")
        return Fraction(row[key])

    def _committee(self) -> Committee:
        values = self._table("committee")

        def text(key: str, otherwise: str) -> str:
            return self._take(values, "committee", key, str, otherwise)

        return Committee(
            name=text("name", "Children’s Services Overview and Scrutiny Committee"),
            wards=text("wards", "All wards"),
            lead_officer=text("lead_officer", "Director of Children’s Services"),
            outcome=text("outcome", _OUTCOME),
            recommendation=text("recommendation", "That the Children’s Services performance indicators be noted."),
            background=text("background", ""),
            financial_context=text("financial_context", ""),
            cross_council=text("cross_council", "None."),
            part_2_reasons=text("part_2_reasons", "None. This paper holds no information about any one child."),
            background_papers=text("background_papers", "None."),
            contact=text("contact", ""),
            service=text("service", "Children’s Services"),
            telephone=text("telephone", ""),
            email=text("email", ""),
            members_set=tuple(
                str(ref).strip().upper() for ref in self._take(values, "committee", "members_set", list, [])
            ),
            template=text("template", "").strip(),
        )

    def _meetings(self) -> Rules:
        values, usual = self._table("meetings"), Rules()
        rows = self._take(values, "meetings", "steps", list, None)
        rules = Rules(
            clear_days=self._take(values, "meetings", "clear_days", int, usual.clear_days),
            figures_ready_after=self._take(values, "meetings", "figures_ready_after", int, usual.figures_ready_after),
            steps=usual.steps if rows is None else tuple(self._step(number, row) for number, row in enumerate(rows, 1)),
        )
        if rules.clear_days < usual.clear_days:
            raise SettingsError(
                f"{self.name}: [meetings] clear_days is {rules.clear_days}. The law asks for {usual.clear_days}."
            )
        if rules.figures_ready_after < 0:
            raise SettingsError(f"{self.name}: [meetings] figures_ready_after should be nought or more working days.")
        return rules

    def _step(self, number: int, row: Any) -> Step:  # Any: whatever the file holds
        table = f"meetings step {number}"
        if not isinstance(row, dict):
            raise SettingsError(f"{self.name}: [{table}] should be a table of settings.")
        step = Step(
            self._need(row, table, "name", str),
            self._take(row, table, "who", str, ""),
            self._need(row, table, "working_days_before", int),
        )
        if step.working_days_before < 0:
            raise SettingsError(f"{self.name}: [{table}] working_days_before counts back from the day papers go out.")
        return step

    def _counted_by(self) -> CountedBy:
        values, usual = self._table("counting"), CountedBy()
        known = ("engine", "memory_megabytes", "threads", "master", "storage", "spark")
        for key in values:
            if key not in known:
                raise SettingsError(f"{self.name}: [counting] has no setting {key}. They are: {', '.join(known)}.")
        engine = self._take(values, "counting", "engine", str, usual.engine.value)
        if engine not in tuple(EngineName):
            raise SettingsError(f"{self.name}: [counting] engine should be one of: {', '.join(EngineName)}.")
        more = self._take(values, "counting", "spark", dict, {})
        for key, value in more.items():
            if not key.startswith("spark.") or not isinstance(value, str):
                raise SettingsError(
                    f"{self.name}: [counting.spark] holds Spark’s own settings as text, each in quotation marks: "
                    '"spark.executor.memory" = "1g".'
                )
        return CountedBy(
            engine=EngineName(engine),
            master=self._take(values, "counting", "master", str, usual.master),
            storage=self._take(values, "counting", "storage", str, usual.storage),
            more=dict(more),
            memory_megabytes=self._at_least(values, "memory_megabytes", LEAST_MEGABYTES),
            threads=self._at_least(values, "threads", 1),
        )

    def _at_least(self, values: Mapping[str, Any], key: str, least: int) -> int | None:
        number = self._take(values, "counting", key, int, None)
        if number is not None and number < least:
            raise SettingsError(f"{self.name}: [counting] {key} should be {least} or more.")
        return number

    def _thresholds(self) -> Thresholds:
        values = self._table("judgement")
        usual = Thresholds()

        def number(key: str, otherwise: int) -> int:
            return self._take(values, "judgement", key, int, otherwise)

        return Thresholds(
            flag_at_points=number("flag_at_points", usual.flag_at_points),
            small_denominator=number("small_denominator", usual.small_denominator),
            minimum_points=number("minimum_points", usual.minimum_points),
            minimum_quarters=number("minimum_quarters", usual.minimum_quarters),
            outlier_screen=self._take(values, "judgement", "outlier_screen", bool, usual.outlier_screen),
            improvements_shown=number("improvements_shown", usual.improvements_shown),
        )


_KINDS: Mapping[type, str] = {
    str: "text",
    int: "a whole number",
    date: "a date, written 2019-04-01",
    list: "a list",
    dict: "a table",
    bool: "true or false",
}
_OUTCOME = (
    "Children’s Services performance indicators show how well the council helps every child to reach their "
    "potential and looks after those who are vulnerable."
)
