"""Word files made to hurt whoever opens them as a template: swollen, deep, endless, or not what their names say."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from tests.report.own_template import own_template

MEGABYTE = 1024**2
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT, STYLES, KINDS, RELATIONS = "word/document.xml", "word/styles.xml", "[Content_Types].xml", "_rels/.rels"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(12)
)


@dataclass(frozen=True)
class Bomb:
    """How it is made, and what the refusal says of it."""

    name: str
    make: Callable[[], bytes]
    says: str


def repacked(parts: dict[str, bytes], without: str = "") -> bytes:
    """The invented council’s template with parts replaced, added or left out."""
    saved = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(own_template())) as good,
        zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out,
    ):
        for name in good.namelist():
            if name not in parts and name != without:
                out.writestr(name, good.read(name))
        for name, held in parts.items():
            out.writestr(name, held)
    return saved.getvalue()  # fmt: skip


def held(name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(own_template())) as good:
        return good.read(name).decode()


def body(inside: str, before: str = "") -> bytes:
    return f'{before}<w:document xmlns:w="{WORD}"><w:body>{inside}<w:sectPr/></w:body></w:document>'.encode()


def saying(inside: str) -> bytes:
    return repacked({DOCUMENT: body(inside)})


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def styled(styles: str) -> bytes:
    return repacked({STYLES: held(STYLES).replace("</w:styles>", f"{styles}</w:styles>").encode()})


def elsewhere(document: bytes, at: str) -> bytes:
    """The document under another name than Word gives it, which any reader that follows its relations finds."""
    kinds = held(KINDS).replace(f'PartName="/{DOCUMENT}"', f'PartName="/{at}"')
    folder, _, name = at.rpartition("/")
    relations = held("word/_rels/document.xml.rels").replace('Target="', 'Target="/word/').replace("/word/../", "/")
    parts = {
        at: document,
        KINDS: kinds.encode(),
        RELATIONS: held(RELATIONS).replace(DOCUMENT, at).encode(),
        f"{folder}/_rels/{name}.rels": relations.encode(),
    }
    return repacked(parts, without=DOCUMENT)


def field(code: str) -> str:
    return f'<w:p><w:fldSimple w:instr="{code}"/></w:p>'


def _chain(length: int) -> str:
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="s{at}"><w:name w:val="s{at}"/><w:basedOn w:val="s{at + 1}"/></w:style>'
        for at in range(length)
    )


def _twice() -> bytes:
    """One part listed a thousand times by the directory."""
    whole = own_template()
    begins, ends = whole.index(b"PK\x01\x02"), whole.index(b"PK\x05\x06")
    second = whole.index(b"PK\x01\x02", begins + 4)
    entry, end = whole[begins:second], bytearray(whole[ends:])
    struct.pack_into("<HHI", end, 8, 1_000, 1_000, len(entry) * 1_000)
    return whole[:begins] + entry * 1_000 + bytes(end)


def _inside_itself() -> bytes:
    return repacked({"word/media/inner.zip": own_template()})


BOMBS = (
    Bomb("swollen", lambda: repacked({"word/media/a.png": bytes(600 * MEGABYTE)}), "the most we open"),
    Bomb("swollen-xml", lambda: saying(paragraph("x" * 9 * MEGABYTE) * 4), "far more words"),
    Bomb("many-parts", lambda: repacked({f"word/a{at}.xml": b"<a/>" for at in range(3_000)}), "the most we open"),
    Bomb("a-part-many-times", _twice, "holds"),
    Bomb("archive-inside", _inside_itself, "another archive"),
    Bomb("laughs", lambda: repacked({DOCUMENT: body(paragraph("&amp;m;").replace("&amp;", "&"), f"{LAUGHS}]>")}), "entities"),
    Bomb("laughs-by-another-name", lambda: elsewhere(body(paragraph("&m;"), f"{LAUGHS}]>"), "word/document.bin"), "entities"),
    Bomb("field-by-another-name", lambda: elsewhere(body(field("DDEAUTO c:\\x")), "word/document.bin"), "has a field DDEAUTO"),
    Bomb("field-in-another-folder", lambda: elsewhere(body(field("INCLUDETEXT x")), "doc/document.xml"), "has a field INCLUDETEXT"),
    Bomb("deep", lambda: saying("<w:p>" * 200 + "</w:p>" * 200), "deeper"),
    Bomb("very-deep", lambda: repacked({DOCUMENT: b"<w:document>" + b"<a>" * 3_000_000}), "elements"),
    Bomb("many-elements", lambda: saying("<w:p/>" * 5_000_000), "elements"),
    Bomb("many-attributes", lambda: saying("<w:p " + " ".join(f'a{at}="1"' for at in range(500_000)) + "/>"), "attributes"),
    Bomb("chain-of-styles", lambda: styled(_chain(20_000)), "styles"),
    Bomb("style-for-each-line", lambda: repacked({
        STYLES: held(STYLES).replace("</w:styles>", f"{_chain(1_500)}</w:styles>").encode(),
        DOCUMENT: body("".join(f'<w:p><w:pPr><w:pStyle w:val="n{at}"/></w:pPr></w:p>' for at in range(30_000))),
    }), "no heading and no tag"),
    Bomb("room-in-a-tag", lambda: saying(paragraph("Summary {{" + " " * 150_000)), "looks like a tag"),
    Bomb("many-wrong-tags", lambda: saying(paragraph("{{x}}") * 8_000), "There is no tag {{ x }}"),
    Bomb("long-wrong-tag", lambda: saying(paragraph("{{" + "x" * 150_000 + "}}")), "There is no tag"),
    Bomb("fields-in-fields", lambda: saying("<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 60_000 + "</w:p>"), "no heading and no tag"),
    Bomb("not-a-number", lambda: saying('<w:p><w:pPr><w:outlineLvl w:val="x"/></w:pPr></w:p>'), "could not be read safely"),
    Bomb("note-among-the-kinds", lambda: repacked({KINDS: held(KINDS).replace("<Default", "<!-- --><Default", 1).encode(), DOCUMENT: body("")}), "no heading and no tag"),
)  # fmt: skip
