"""A template opened as what it may be, an attack as well as a Word file: read whole, and refused for what it carries.

What it says of itself is not believed. A file that passes holds words, styles, pictures and fields Word works out from
the page, and nothing that runs, hides, or leads elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, NoReturn

from everychild.errors import FileRefused
from everychild.intake.archive import members_of, unpacked
from everychild.report.parts import part

MOST_PACKED = 5 * 1024**2
MOST_UNPACKED = 40 * 1024**2
MOST_PARTS = 300
MOST_MARKUP = 12 * 1024**2
"""Bytes of XML in all: the words, styles and numbers of a long template are under one megabyte."""
MOST_MARKS = 300_000
MOST_STYLES = 4_079
"""As many as Word itself lets a document have."""
DEEPEST_MARK = 64
MOST_ATTRIBUTES = 100
MOST_WORDS = 200_000
"""Characters: a template of forty pages full of words is a paper somebody wrote."""

CONTENT_TYPES = "[Content_Types].xml"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TEMPLATE_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

PICTURES = frozenset({"image/png", "image/jpeg", "image/gif"})
THUMBNAILS = frozenset({"image/x-emf", "image/x-wmf"})
"""How Word may draw the small picture of a file, which is left out with all it says of itself."""

LEFT_OUT = frozenset(
    {"application/vnd.ms-word.stylesWithEffects+xml", "application/vnd.ms-office.classificationlabels+xml"}
)
"""What Word keeps beside the words for itself, as it does much under customXml and docProps."""
_KINDS = re.compile(
    r"^application/vnd\.openxmlformats-(?:officedocument\.wordprocessingml\."
    r"(?:document\.main|styles|numbering|settings|webSettings|fontTable|header|footer|footnotes|endnotes"
    r"|document\.glossary|people)"
    r"|officedocument\.(?:theme|extended-properties|custom-properties|customXmlProperties)"
    r"|package\.(?:relationships|core-properties))\+xml$"
)
"""Kinds of part an ordinary Word file has. What is about somebody’s own file among them is left out when it is used."""

CARRIED = {
    "vbaproject": "macros",
    "macroenabled": "macros",
    "oleobject": "an embedded object",
    "activex": "a control",
    "comments": "comments",
    "chart": "a chart with its own data",
    "package": "an embedded file",
    "diagram": "a drawing of shapes",
    "obfuscatedfont": "an embedded font",
    "emf": "a picture in Windows’ own format",
    "wmf": "a picture in Windows’ own format",
    "svg": "a picture as SVG",
}
MAY_WORK_OUT = frozenset(
    {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF", "SEQ", "REF", "PAGEREF", "TOC", "HYPERLINK", "TITLE"}
)
"""Fields whose words follow from the page they stand on."""

NOT_IN_A_TEMPLATE = {
    "ins": "tracked changes",
    "del": "tracked changes",
    "moveFrom": "tracked changes",
    "moveTo": "tracked changes",
    "commentReference": "comments",
    "vanish": "hidden words",
    "altChunk": "another document inside it",
    "object": "an embedded object",
    "control": "a control",
    "subDoc": "another document",
}
_HYPERLINK = "/hyperlink"


def opened(content: bytes, name: str) -> Any:  # a python-docx document; the library is optional
    """The template as a document to work on. Raises FileRefused saying what it is, or carries, and what to do."""
    parts = _parts(content, name)
    kinds = _content_types(parts, name)
    _must_be_word(kinds, name)
    for part_name, kind in sorted(kinds.items()):
        _must_be_plain(part_name, kind, name)
    markup = {each: held for each, held in parts.items() if _is_markup(each, kinds.get(each, ""))}
    _must_not_swell(markup, name)
    trees = {each: _tree(held, name) for each, held in markup.items()}
    for part_name, tree in sorted(trees.items()):
        _must_be_shallow(tree, name)
        if part_name.casefold().endswith(".rels"):
            _leads_nowhere(tree, name)
        else:
            _carries_nothing(tree, name)
    _must_be_a_template(trees, name)
    try:
        return part("docx").Document(BytesIO(content))
    except (KeyError, ValueError, AttributeError) as problem:
        raise FileRefused(
            f"{name} is not a whole Word document ({type(problem).__name__}). Open it in Word and save it again.",
            rule="damaged",
            file=name,
        ) from None


def too_large(name: str) -> str:
    return f"{name} is over {MOST_PACKED // 1024**2} MB. Take pictures out, or make them smaller."


def _parts(content: bytes, name: str) -> Mapping[str, bytes]:
    if len(content) > MOST_PACKED:
        raise FileRefused(too_large(name), rule="too_large", file=name)
    if not content.startswith(b"PK\x03\x04"):
        _refuse(name, "not_a_document", "is not a Word document. Save it as .docx and give that.")
    members = members_of(name, content)
    if len(members) > MOST_PARTS:
        _refuse(name, "too_many_parts", f"has {len(members):,} parts; a template has some dozens.")
    parts: dict[str, bytes] = {}
    left = MOST_UNPACKED
    for member in members:
        parts[member] = unpacked(name, content, member, left)
        left -= len(parts[member])
    return parts


def _content_types(parts: Mapping[str, bytes], name: str) -> Mapping[str, str]:
    """The kind of each part, as its own list of kinds says."""
    if CONTENT_TYPES not in parts:
        _refuse(name, "not_a_document", "is an archive and not a Word document. Save it as .docx and give that.")
    tree = _tree(parts[CONTENT_TYPES], name)
    by_ending, by_name = {}, {}
    for entry in tree.iter("{*}Default", "{*}Override"):
        kind = entry.get("ContentType", "")
        if entry.get("PartName"):
            by_name[entry.get("PartName").lstrip("/").casefold()] = kind
        else:
            by_ending[entry.get("Extension", "").casefold()] = kind
    return {
        each: by_name.get(each.casefold(), by_ending.get(each.casefold().rpartition(".")[2], ""))
        for each in parts
        if each != CONTENT_TYPES
    }


def _must_be_word(kinds: Mapping[str, str], name: str) -> None:
    every = " ".join(kinds.values()).casefold() + " ".join(kinds).casefold()
    if "macroenabled" in every or "vbaproject" in every:
        _refuse(name, "macros", "carries macros. Save it as a Word document without them (.docx) and give that.")
    if TEMPLATE_MAIN in kinds.values():
        _refuse(name, "not_a_document", "is a Word template (.dotx). Save it as a document (.docx) and give that.")
    if MAIN not in kinds.values():
        _refuse(name, "not_a_document", "is not a Word document. Save it as .docx and give that.")


def _must_be_plain(part_name: str, kind: str, name: str) -> None:
    told = f"{kind} {part_name}".casefold()
    if kind in PICTURES or kind in LEFT_OUT or _KINDS.match(kind):
        return
    if part_name.startswith("customXml/") and kind in ("application/xml", "text/xml"):
        return
    if part_name.startswith("docProps/") and kind in THUMBNAILS:
        return
    what = next((carried for word, carried in CARRIED.items() if word in told), f"a part we do not know ({part_name})")
    _refuse(name, "carries_more", f"carries {what}. Take it out, save the template and give it again.")


def _tree(held: bytes, name: str) -> Any:  # an lxml element
    """One part’s XML, with nothing fetched and nothing expanded."""
    etree = part("lxml.etree")
    if b"<!DOCTYPE" in held:
        _refuse_entities(name)
    try:
        tree = etree.fromstring(held, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError:
        _refuse(name, "damaged", "is damaged: a part of it cannot be read. Open it in Word and save it again.")
    if tree.getroottree().docinfo.doctype:
        _refuse_entities(name)  # in an encoding of two bytes a letter
    return tree


def _refuse_entities(name: str) -> NoReturn:
    _refuse(name, "entities", "declares entities, which no Word file does. It was not used.")


def _is_markup(part_name: str, kind: str) -> bool:
    """Whether a reader may take it for XML: by its own name, or by the kind it is said to be."""
    return part_name.casefold().endswith((".xml", ".rels")) or kind.endswith("xml")


def _must_not_swell(markup: Mapping[str, bytes], name: str) -> None:
    """Looked at before any of it is read: elements take a hundred times the room of their names."""
    held = sum(map(len, markup.values()))
    marks = sum(each.count(b"<") for each in markup.values())
    if marks > MOST_MARKS:
        _refuse(name, "too_many_elements", f"has {marks:,} elements; a template has some thousands.")
    if held > MOST_MARKUP:
        _refuse(name, "text_too_long", "holds far more words than a template does. Give one without its paper.")


def _must_be_shallow(tree: Any, name: str) -> None:
    if tree.xpath(f"boolean(//*[count(ancestor::*) > {DEEPEST_MARK}])"):
        _refuse(name, "too_deep", "has things inside one another deeper than Word puts them. It was not used.")
    if tree.xpath(f"boolean(//*[count(@*) > {MOST_ATTRIBUTES}])"):
        _refuse(name, "too_deep", "has more attributes in one place than Word writes. It was not used.")


def _must_be_a_template(trees: Mapping[str, Any], name: str) -> None:
    styles = sum(1 for tree in trees.values() for _ in tree.iter(f"{WORD}style"))
    if styles > MOST_STYLES:
        _refuse(name, "too_many_styles", f"has {styles:,} styles; the most Word lets it have is {MOST_STYLES:,}.")
    words = sum(len(text.text or "") for tree in trees.values() for text in tree.iter(f"{WORD}t"))
    if words > MOST_WORDS:
        _refuse(name, "text_too_long", "holds far more words than a template does. Give one without its paper.")


def _leads_nowhere(relations: Any, name: str) -> None:
    """Nothing is fetched when the paper is opened. A link somebody may follow is one thing, a picture another."""
    for relation in relations.iter("{*}Relationship"):
        if relation.get("TargetMode") != "External":
            continue
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        if kind.endswith(_HYPERLINK) and target.startswith(("https://", "http://", "mailto:")):
            continue
        if kind.endswith("/attachedTemplate"):
            continue  # where somebody’s own template lay: left out when it is used
        _refuse(name, "leads_elsewhere", "fetches something from elsewhere when opened. Put it into the file itself.")


def _carries_nothing(tree: Any, name: str) -> None:
    for tag, what in NOT_IN_A_TEMPLATE.items():
        for found in tree.iter(f"{WORD}{tag}"):
            if tag == "vanish" and not _hides_words(found):
                continue
            _refuse(name, "carries_more", f"holds {what}. Take them out, save the template and give it again.")
    for code in _fields(tree):
        if code not in MAY_WORK_OUT:
            _refuse(
                name,
                "field",
                f"has a field {code or 'without a name'}, whose words do not follow from the page. "
                "Put the words themselves in its place.",
            )


def _hides_words(vanish: Any) -> bool:
    """A run that hides its words, and not the mark at the end of a paragraph, or a style nobody uses."""
    run = vanish.getparent().getparent()
    if vanish.get(f"{WORD}val") in ("0", "false"):
        return False
    return bool(run.tag == f"{WORD}r" and any(text.text for text in run.iter(f"{WORD}t")))


def _fields(tree: Any) -> Iterator[str]:
    """The name of each field, however it is written and over however many runs."""
    for simple in tree.iter(f"{WORD}fldSimple"):
        yield _name_of(simple.get(f"{WORD}instr", ""))
    waiting: list[str] = []
    for element in tree.iter(f"{WORD}fldChar", f"{WORD}instrText"):
        if element.tag == f"{WORD}instrText":
            if waiting:
                waiting[-1] += element.text or ""
            continue
        match element.get(f"{WORD}fldCharType"):
            case "begin":
                waiting.append("")
            case "separate" | "end" if waiting and waiting[-1] != "\0":
                yield _name_of(waiting[-1])
                waiting[-1] = "\0"
        if element.get(f"{WORD}fldCharType") == "end" and waiting:
            waiting.pop()


def _name_of(instruction: str) -> str:
    return next(iter(instruction.split()), "").upper()


def _refuse(name: str, rule: str, sentence: str) -> NoReturn:
    raise FileRefused(f"{name} {sentence}", rule=rule, file=name)
