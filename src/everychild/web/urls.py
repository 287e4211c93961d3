"""The addresses. `addresses.Place` writes them; a test follows every link to see that the two agree."""

from __future__ import annotations

from django.urls import path, re_path

from everychild.web import views

MONTH = "p/<str:month>/"
REF = r"^p/(?P<month>[^/]+)/i/(?P<ref>[A-Za-z]{2,3}[0-9]{2}[a-z]?)"

urlpatterns = [
    path("", views.front_door),
    path("health", views.health),
    path("p/latest/", views.latest),
    path(MONTH, views.overview),
    path(MONTH + "find/", views.find),
    path(MONTH + "figures.json", views.figures_json),
    path(MONTH + "figures.csv", views.figures_csv),
    path(MONTH + "flags.json", views.flags_json),
    path(MONTH + "s/<slug:name>/", views.section),
    re_path(REF + r"/$", views.indicator),
    re_path(REF + r"\.json$", views.indicator_json),
    re_path(REF + r"\.csv$", views.indicator_csv),
    re_path(REF + r"(?P<narrow>-narrow)?\.svg$", views.indicator_picture),
    re_path(REF + r"-funnel(?P<narrow>-narrow)?\.svg$", views.indicator_funnel),
]

handler404 = "everychild.web.refusals.page_not_found"
handler500 = "everychild.web.refusals.server_error"
