"""Reads each format back the way another program would, so that tests compare words with words."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZipFile

import docx
import openpyxl
import pypdf
from lxml import etree

from everychild.report.document import Bullets, Heading, Paper, Paragraph, Picture, Table, Terms

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def said_by(paper: Paper) -> list[str]:
    """Every text of the paper that a reader sees, a cell's lines apart."""
    found: list[str] = []
    for part in paper.parts:
        match part:
            case Heading() | Paragraph():
                found.append(part.text)
            case Bullets():
                found.extend(part.items)
            case Terms():
                found.extend(text for item in part.items for text in (item.term, item.means))
            case Table():
                found.extend(column.title for column in part.columns)
                lines = [line for row in part.rows for cell in row for line in cell.lines]
                found.extend(line.text for line in lines if not isinstance(line, Picture))
    return found


def pictures_of(paper: Paper) -> list[str]:
    """The sentence of every picture, in order."""
    lines = [line for table in paper.tables for row in table.rows for cell in row for line in cell.lines]
    return [line.says for line in lines if isinstance(line, Picture)]


def run_together(text: str) -> str:
    """Without any space, so that where a line is broken does not matter."""
    return re.sub(r"\s+", "", text)


def words_of_docx(content: bytes) -> str:
    body = docx.Document(BytesIO(content)).element.body
    return " ".join(element.text or "" for element in body.iter(f"{WORD}t"))


def part_of_docx(content: bytes, name: str) -> etree._Element:
    return etree.fromstring(ZipFile(BytesIO(content)).read(f"word/{name}.xml"))


def pages_of_pdf(content: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages]


class Page(HTMLParser):
    """A web page taken to pieces: its words, and every tag with its attributes."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._inside: list[str] = []
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "style" not in self._inside:
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def workbook(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def words_of_xlsx(content: bytes) -> str:
    cells = (cell.value for sheet in workbook(content) for row in sheet.iter_rows() for cell in row)
    return " ".join(str(value) for value in cells if value is not None)
