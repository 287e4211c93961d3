"""Ofsted’s lists of providers: homes, agencies and supported accommodation, by Ofsted’s number (URN).

Two families are read. The published lists (providers and places, provider level as at a date and in a year, homes that
closed) say what a provider is and how it was judged. The lists councils are given for the children looked after return
say which codes of placement go with a number, and until when. Their columns are those that open tools which read them
name; the files themselves we have not seen. Names, addresses and postcodes are read past and never kept: the name of a
home tells where a child lives, and Ofsted itself leaves it out.
"""

from everychild.layouts.ofsted.for_the_return import RETURN_PROVIDERS, SUPPORTED_ACCOMMODATION
from everychild.layouts.ofsted.published import CLOSED_HOMES, PROVIDERS

TABLES = (PROVIDERS, CLOSED_HOMES, RETURN_PROVIDERS, SUPPORTED_ACCOMMODATION)

__all__ = ["TABLES"]
