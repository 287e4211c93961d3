"""The council's own headings and values, said once on a page: what is asked, what is known, list by list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from everychild.errors import EverychildError, SettingsError, UnknownReference
from everychild.intake.mapping import list_called
from everychild.intake.mapping_steps import (
    Step,
    say_heading,
    say_sheet,
    say_value,
    unsay_heading,
    unsay_sheet,
    unsay_value,
)
from everychild.intake.own_words import Chosen
from everychild.intake.unknown_words import UnknownWords
from everychild.journal import asked_words, mappings
from everychild.layouts.layout import SheetLayout
from everychild.web.access import viewer_of
from everychild.web.addresses import OWN_WORDS
from everychild.web.presenters.messages import no_such_list, no_such_question
from everychild.web.presenters.own_words import Given, ListPage, OwnWordsPage, QuestionPage
from everychild.web.refusals import NoSuchPage


@never_cache
@require_http_methods(["GET", "HEAD"])
def own_words(request: HttpRequest) -> HttpResponse:
    """What is asked, and the lists that have words of the council's own; `?list=` leads on to any other."""
    wanted = request.GET.get("list", "")
    if wanted:
        return HttpResponseRedirect(f"{OWN_WORDS}{_list(wanted).name}/")
    words = mappings.in_force(settings.HOME)
    shown = OwnWordsPage(asked_words.asked(words), words, mappings.versions(), request.GET.get("saved", ""))
    return render(request, "own_words.html", {"page": shown})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, number: int) -> HttpResponse:
    """One sheet's unknown words, each with what it may mean; for a sheet nobody knew, first which list it is."""
    words = dict(asked_words.asked(mappings.in_force(settings.HOME))).get(number)
    if words is None:
        raise NoSuchPage(no_such_question())
    if request.method != "POST":
        return _question(request, number, words, request.GET.get("list", ""))
    if "put_away" in request.POST:
        asked_words.put_away(number)
        return HttpResponseRedirect(OWN_WORDS)
    wanted = words.layout or request.POST.get("list", "")
    given = Given()
    try:
        layout = list_called(wanted)
        given = _given(request.POST)
        steps = _steps(given, _chosen(request))
        if not words.layout:
            steps.append(say_sheet(words.header, _chosen(request)))
        if not steps:
            raise SettingsError("Choose what at least one of them means, or go back.")
        _change(request, layout, steps)
    except EverychildError as problem:
        return _question(request, number, words, wanted, given, str(problem))
    return _saved(layout)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def list_words(request: HttpRequest, name: str) -> HttpResponse:
    """One list's own words, to add to and to take from."""
    layout = _list(name)
    if request.method != "POST":
        return _list_page(request, layout)
    try:
        _change(request, layout, [_one_step(request.POST, _chosen(request))])
    except EverychildError as problem:
        return _list_page(request, layout, str(problem))
    return HttpResponseRedirect(f"{OWN_WORDS}{layout.name}/")


def _question(
    request: HttpRequest,
    number: int,
    words: UnknownWords,
    wanted: str,
    given: Given | None = None,
    problem: str = "",
) -> HttpResponse:
    chosen = words.layout or wanted
    layout = _list(chosen) if chosen else None
    mapping = mappings.of_list(settings.HOME, layout.name) if layout else None
    shown = QuestionPage(number, words, layout, mapping, given or Given(), problem)
    return render(request, "own_words_question.html", {"page": shown}, status=400 if problem else 200)


def _list_page(request: HttpRequest, layout: SheetLayout, problem: str = "") -> HttpResponse:
    mapping = mappings.of_list(settings.HOME, layout.name)
    shown = ListPage(layout, mapping, mappings.versions(layout.name), problem)
    return render(request, "own_words_list.html", {"page": shown}, status=400 if problem else 200)


def _list(name: str) -> SheetLayout:
    try:
        return list_called(name)
    except UnknownReference as problem:
        raise NoSuchPage(no_such_list(str(problem))) from None


def _given(posted: Any) -> Given:  # Any: Django's QueryDict
    """What was chosen, word by word. Raises SettingsError where the form was not sent whole."""
    headings, columns = posted.getlist("heading"), posted.getlist("column")
    of, values, codes = posted.getlist("of"), posted.getlist("value"), posted.getlist("code")
    if len(headings) != len(columns) or not len(of) == len(values) == len(codes):
        raise SettingsError("The form did not arrive whole. Nothing was changed; send it again.")
    return Given(dict(zip(headings, columns, strict=True)), dict(zip(zip(of, values, strict=True), codes, strict=True)))


def _steps(given: Given, chosen: Chosen) -> list[Step]:
    headings = [say_heading(written, column, chosen) for written, column in given.headings.items() if column]
    values = [say_value(of, written, code, chosen) for (of, written), code in given.values.items() if code]
    return [*headings, *values]


def _one_step(posted: Any, chosen: Chosen) -> Step:  # Any: Django's QueryDict
    """The one thing a form on a list's page asks for."""
    heading, column, value = (posted.get(name, "") for name in ("heading", "column", "value"))
    if "remove" in posted:
        if posted.get("sheet", "").isdecimal():
            return unsay_sheet(int(posted["sheet"]))
        return unsay_value(column, value) if value else unsay_heading(heading)
    if value:
        of, _, code = posted.get("means", "").partition("=")
        if not code:
            raise SettingsError("Choose the column and the code that the value means.")
        return say_value(of, value, code, chosen)
    if not column:
        raise SettingsError("Choose the column that the heading stands for.")
    return say_heading(heading, column, chosen)


def _change(request: HttpRequest, layout: SheetLayout, steps: Sequence[Step]) -> None:
    viewer = viewer_of(request)
    mappings.change(settings.HOME, layout.name, steps, viewer.person, viewer.title, timezone.now())


def _chosen(request: HttpRequest) -> Chosen:
    return Chosen(viewer_of(request).name, timezone.localdate())


def _saved(layout: SheetLayout) -> HttpResponse:
    return HttpResponseRedirect(f"{OWN_WORDS}?{urlencode({'saved': layout.name})}")
