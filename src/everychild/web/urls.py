"""The addresses. `addresses.Place` writes them; a test follows every link to see that the two agree."""

from __future__ import annotations

from everychild.roles import Need
from everychild.web import children, desk, loading, saying, signing_in, target_register, views, working
from everychild.web.access import page, page_like

MONTH = "p/<str:month>/"
REF = r"^p/(?P<month>[^/]+)/i/(?P<ref>[A-Za-z]{2,3}[0-9]{2}[a-z]?)"

urlpatterns = [
    page("", views.front_door, Need.ANYONE),
    page("health", views.health, Need.ANYONE),
    page("sign-in/", signing_in.sign_in, Need.ANYONE),
    page("sign-out/", signing_in.sign_out, Need.ANYONE),
    page_like(REF + r"/children/$", children.children, Need.CHILDREN),
    page("w/", working.worklist, Need.WORKLIST),
    page("w/why/", working.why, Need.WORKLIST),
    page("w/reason/", working.reason, Need.WORKLIST),
    page("c/", saying.latest, Need.WRITE),
    page("c/<str:month>/", saying.inbox, Need.WRITE),
    page("c/<str:month>/sign/", saying.sign, Need.SIGN),
    page("c/<str:month>/<str:ref>/", saying.editor, Need.WRITE),
    page("targets/", target_register.targets, Need.TARGETS),
    page("targets/decide/", target_register.decide, Need.TARGETS),
    page("load/", loading.load, Need.LOAD),
    page("load/close/", loading.close, Need.LOAD),
    page("load/<int:number>/", loading.work, Need.LOAD),
    page("people/", desk.people, Need.PEOPLE),
    page("audit/", desk.audit, Need.AUDIT),
    page("p/latest/", views.latest, Need.FIGURES),
    page(MONTH, views.overview, Need.FIGURES),
    page(MONTH + "find/", views.find, Need.FIGURES),
    page(MONTH + "figures.json", views.figures_json, Need.FIGURES),
    page(MONTH + "figures.csv", views.figures_csv, Need.FIGURES),
    page(MONTH + "flags.json", views.flags_json, Need.FIGURES),
    page(MONTH + "s/<slug:name>/", views.section, Need.FIGURES),
    page_like(REF + r"/$", views.indicator, Need.FIGURES),
    page_like(REF + r"\.json$", views.indicator_json, Need.FIGURES),
    page_like(REF + r"\.csv$", views.indicator_csv, Need.FIGURES),
    page_like(REF + r"(?P<narrow>-narrow)?\.svg$", views.indicator_picture, Need.FIGURES),
    page_like(REF + r"-funnel(?P<narrow>-narrow)?\.svg$", views.indicator_funnel, Need.FIGURES),
]

handler404 = "everychild.web.refusals.page_not_found"
handler500 = "everychild.web.refusals.server_error"
