"""Social workers themselves: posts filled and vacant, comings and goings, caseloads and supervision."""

from everychild.catalogue.indicator import Indicator
from everychild.catalogue.staff import posts, support

INDICATORS: tuple[Indicator, ...] = (*posts.INDICATORS, *support.INDICATORS)
