"""Pictures of a figure's months, as SVG that any page may draw, and as PNG where Word needs one."""

from everychild.report.charts.funnel import funnel_chart
from everychild.report.charts.picture import as_png
from everychild.report.charts.sparkline import sparkline
from everychild.report.charts.trend import trend_chart

__all__ = ["as_png", "funnel_chart", "sparkline", "trend_chart"]
