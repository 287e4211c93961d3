"""Ofsted's Annex A: the eleven child-level lists every council can produce for an inspection."""

from everychild.layouts.annex_a.adoption import LIST_10, LIST_11
from everychild.layouts.annex_a.child_protection import LIST_5, LIST_7
from everychild.layouts.annex_a.children_in_care import LIST_8
from everychild.layouts.annex_a.children_in_need import LIST_4, LIST_6
from everychild.layouts.annex_a.front_door import LIST_1, LIST_2, LIST_3
from everychild.layouts.annex_a.leaving_care import LIST_9

LISTS = (LIST_1, LIST_2, LIST_3, LIST_4, LIST_5, LIST_6, LIST_7, LIST_8, LIST_9, LIST_10, LIST_11)

__all__ = ["LISTS"]
