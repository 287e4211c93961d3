"""The interface for programs, told to people: what may be asked, with what, and what each column holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from everychild.web.presenters.messages import PRODUCT

Document = Mapping[str, Any]


@dataclass(frozen=True)
class Named:
    """A parameter or a column: its name, what kind it is and what it is for."""

    name: str
    kind: str
    says: str


@dataclass(frozen=True)
class Question:
    """One address to ask at."""

    name: str
    heading: str
    address: str
    says: str
    parameters: tuple[Named, ...]
    columns: tuple[Named, ...]


@dataclass(frozen=True)
class ReferencePage:
    about: str
    questions: tuple[Question, ...]
    heading: str = "Figures for other programs"
    product: str = PRODUCT
    document: str = "/api/1/openapi.json"
    document_words: str = "The same as an OpenAPI document, for programs"
    tokens: str = "/tokens/"
    how: str = (
        "A program shows a token with each question: in the header “Authorization”, after the word Bearer and a space, "
        "or as the password where it asks for a name and a password, as Excel and Power BI do."
    )
    make_one: str = "Make or withdraw a token"
    address_words: str = "Address"
    may_say: str = "What you may say"
    columns_words: str = "What each row holds"
    name_words: str = "Name"
    kind_words: str = "Kind"
    meaning_words: str = "Meaning"

    @property
    def title(self) -> str:
        return f"{self.heading}, {self.product}"


def reference_page(document: Document) -> ReferencePage:
    questions = tuple(
        _question(address, told["get"], document) for address, told in document["paths"].items() if "get" in told
    )
    return ReferencePage(document["info"]["description"], questions)


def _question(address: str, told: Document, document: Document) -> Question:
    return Question(
        name=address.rpartition("/")[2].replace(".", "-"),
        heading=told["summary"],
        address=address,
        says=" ".join(told.get("description", "").split()),
        parameters=tuple(
            Named(
                one["name"],
                _kind(one["schema"], document),
                one.get("description") or one["schema"].get("description", ""),
            )
            for one in told.get("parameters", ())
        ),
        columns=tuple(_columns(told, document)),
    )


def _columns(told: Document, document: Document) -> Iterator[Named]:
    """The columns of one row, whether the answer is rows or holds them."""
    schema = next(iter(told["responses"][200]["content"].values()))["schema"]
    held = _followed(schema, document)
    rows = held.get("properties", {}).get("rows", held)
    row = _followed(rows.get("items", {}), document)
    for name, column in row.get("properties", {}).items():
        yield Named(name, _kind(column, document), column.get("description", ""))


def _kind(schema: Document, document: Document) -> str:
    """In words: a number, a day, one of so many words."""
    options = [one for one in schema.get("anyOf", (schema,)) if one.get("type") != "null"]
    may_be_empty = ", or nothing" if len(options) < len(schema.get("anyOf", (schema,))) else ""
    held = _followed(options[0], document)
    if "enum" in held:
        kind = f"one of {', '.join(held['enum'])}"
    elif held.get("format") == "date":
        kind = "a day"
    else:
        kind = {
            "integer": "a whole number",
            "number": "a number",
            "boolean": "true or false",
            "array": "a list",
        }.get(held.get("type", ""), "text")
    return kind + may_be_empty


def _followed(schema: Document, document: Document) -> Document:
    """What a reference within the document leads to."""
    while True:
        if "allOf" in schema and len(schema["allOf"]) == 1:
            schema = schema["allOf"][0]
        elif "$ref" in schema:
            schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        else:
            return schema
