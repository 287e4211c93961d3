"""One cell: what it says in plain text, whether it says nothing, what shape it has, and where it is."""

from __future__ import annotations

from everychild.intake.decode_child import DATE_MARK, Cell

SAYS_NOTHING = frozenset(
    {"", "-", "--", "–", "—", "n/a", "none", "null", "nan", "nat", "tbc", "00:00:00"}
    | {"#n/a", "#ref!", "#value!", "#name?", "#div/0!", "#null!", "#num!"}
)
"""Ways of leaving a cell empty, in lower case. The time of nought o'clock is how Excel shows the date nought."""

_LONGEST = max(map(len, SAYS_NOTHING))


def text_of(cell: Cell) -> str:
    """The cell as plain text: single ordinary spaces, whole numbers without their ".0", no date mark."""
    if isinstance(cell, str):
        if " " not in cell and cell.isprintable():  # most cells, and much the quickest way with them
            return cell
        text = " ".join(cell.split())  # which parts at every kind of space
        return text if text.isprintable() else "".join(filter(str.isprintable, text))
    return str(int(cell)) if cell == cell and abs(cell) < 1e15 and cell == int(cell) else repr(cell)


def says_nothing(cell: Cell) -> bool:
    if isinstance(cell, str):
        if len(cell) > _LONGEST and " " not in cell and cell.isprintable():
            return False
        return not (len(cell) > 1 and cell[0] == DATE_MARK) and text_of(cell).lower() in SAYS_NOTHING
    return cell != cell  # not a number


def shape_of(cell: Cell) -> str:
    """What kind of thing the cell holds, without repeating it: it may be about a child."""
    if not isinstance(cell, str):
        return "a number"
    if cell.startswith(DATE_MARK):
        return "a date"
    if says_nothing(cell):
        return "nothing"
    length = len(text_of(cell))
    return f"text of {length} character{'' if length == 1 else 's'}"


def column_letters(position: int) -> str:
    """A, B, … Z, AA, as a spreadsheet names its columns; the first is 0."""
    letters = ""
    position += 1
    while position:
        position, letter = divmod(position - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
