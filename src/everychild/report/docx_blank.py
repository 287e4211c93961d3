"""An empty Word file: our styles and no others, British English, its properties, and always the same bytes."""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from everychild.report.document import Paper
from everychild.report.parts import part

STYLES = Path(__file__).with_name("word_styles.xml")
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can tell; a file's own date is in its properties."""

LEFT_OUT = ("thumbnail", "stylesWithEffects", "customXml")
"""Parts of python-docx's own template that are about somebody else's file."""

NUMBERING = f"""<w:numbering xmlns:w="{NAMESPACE}">
<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/>
<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""

SETTINGS = f"""<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>
<w:characterSpacingControl w:val="doNotCompress"/><w:compat>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>"""

WordFile = Any  # python-docx is optional, so its types are not known here


def blank_document(paper: Paper) -> WordFile:
    """A document with our styles, settings and properties, and one section without any part."""
    document = part("docx").Document()
    _become(document.styles.element, STYLES.read_bytes())
    _become(document.part.numbering_part.element, NUMBERING.encode())
    _become(document.settings.element, SETTINGS.encode())
    for holder in (document.part, document.part.package):
        for name, relation in list(holder.rels.items()):
            if any(word in relation.reltype for word in LEFT_OUT):
                del holder.rels[name]
    properties(document, paper)
    return document


def as_bytes(document: WordFile) -> bytes:
    """The file, the same for the same document: no clock and no order of the day gets in."""
    saved, fixed = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as before, ZipFile(fixed, "w") as after:
        for name in before.namelist():
            entry = ZipInfo(name, FIXED_TIME)
            entry.compress_type = ZIP_DEFLATED
            after.writestr(entry, before.read(name))
    return fixed.getvalue()


def _become(element: Any, xml: bytes) -> None:  # an lxml element
    """The element's children replaced by those of a document of ours."""
    new = part("docx.oxml").parse_xml(xml)
    for child in list(element):
        element.remove(child)
    for child in list(new):
        element.append(child)


def properties(document: WordFile, paper: Paper) -> None:
    """What the file says of itself: the paper’s title, the council as its author, and the paper’s own day."""
    about = document.core_properties
    about.title = paper.title
    about.author = about.last_modified_by = paper.council
    about.language = paper.language
    about.subject = paper.footer
    about.comments = about.keywords = ""
    about.revision = 1
    about.created = about.modified = datetime.combine(paper.written_on, time(), UTC)
