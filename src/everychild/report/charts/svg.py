"""Small pieces of SVG, made of attributes alone: no style attribute, so any page's policy lets them be drawn."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from everychild.report.charts.colours import Look
from everychild.report.document import Shape

Attribute = str | float | int


def tag(name: str, content: str = "", /, **attributes: Attribute) -> str:
    """One element. `class_` is class, `stroke_width` is stroke-width; numbers are placed to a tenth."""
    said = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(_placed(value))}" for key, value in attributes.items()
    )
    return f"<{name}{said}>{content}</{name}>" if content else f"<{name}{said}/>"


def drawing(width: float, height: float, title: str, description: str, body: str, kind: str) -> str:
    """A whole drawing, with the sentence that says what it shows."""
    said = tag("title", escape(title)) + (tag("desc", escape(description)) if description else "")
    box = f"0 0 {_placed(width)} {_placed(height)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{_placed(width)}" height="{_placed(height)}" '
        f'class="{kind}" role="img">{said}{body}</svg>'
    )


def shape(look: Look, x: float, y: float, radius: float) -> str:
    """A status mark, centred: circle, triangle, square or ring."""
    edge = max(1.2, radius * 0.3)
    drawn: dict[str, Attribute] = {"fill": look.fill, "stroke": look.edge, "stroke_width": edge, "class_": "status"}
    match look.shape:
        case Shape.TRIANGLE:
            top, low, half = y - radius * 1.15, y + radius * 0.9, radius * 1.15
            corners = ((x, top), (x + half, low), (x - half, low))
            points = " ".join(f"{_placed(across)},{_placed(down)}" for across, down in corners)
            return tag("polygon", points=points, stroke_linejoin="round", **drawn)
        case Shape.SQUARE:
            side = radius * 1.8
            return tag("rect", x=x - side / 2, y=y - side / 2, width=side, height=side, **drawn)
        case _:
            return tag("circle", cx=x, cy=y, r=radius, **drawn)


def _placed(value: Attribute) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
