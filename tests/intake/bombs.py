"""Files made to hurt whoever opens them: small ones that grow, deep ones, endless ones, and ones that lead elsewhere."""

from __future__ import annotations

import gzip
import io
import stat
import struct
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.parquet as pq

from tests.intake.invented_files import VISITS, as_csv

MEGABYTE = 1024**2
VISITS_CSV = as_csv(VISITS)
HEADINGS = ",".join(VISITS[0])

CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@dataclass(frozen=True)
class Bomb:
    """How it is made, and under what name it comes; `rules` are those it may be refused by."""

    name: str
    make: Callable[[], bytes]
    rules: frozenset[str]


def packed(files: Mapping[str, str | bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        for name, data in files.items():
            out.writestr(name, data)
    return held.getvalue()


def workbook(sheet: str = "", strings: str = "", sheets: int = 1, before: str = "") -> bytes:
    """The least that is a workbook, with whatever sheet and shared strings."""
    listed = "".join(f'<sheet name="S{at}" sheetId="{at}" r:id="rId1"/>' for at in range(1, sheets + 1))
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" '
        f'Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'{before}<worksheet xmlns="{MAIN}">{sheet}</worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
    }
    return packed(parts)


def _overlapping() -> bytes:
    """One part counted by a thousand entries of the directory."""
    whole = packed({"a.csv": b"0" * MEGABYTE})
    begins, ends = whole.index(b"PK\x01\x02"), whole.index(b"PK\x05\x06")
    entry = whole[begins:ends]
    end = bytearray(whole[ends:])
    struct.pack_into("<HHI", end, 8, 1_000, 1_000, len(entry) * 1_000)
    return whole[:begins] + entry * 1_000 + bytes(end)


def _inside_itself() -> bytes:
    inside = VISITS_CSV.encode()
    for _ in range(40):
        inside = packed({"r/r.zip": inside})
    return inside


def _encrypted() -> bytes:
    whole = bytearray(packed({"visits.csv": VISITS_CSV}))
    at = whole.index(b"PK\x01\x02")
    struct.pack_into("<H", whole, 6, 1)
    struct.pack_into("<H", whole, at + 8, 1)
    return bytes(whole)


def _link() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as out:
        link = zipfile.ZipInfo("visits.csv")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        out.writestr(link, "/etc/passwd")
    return held.getvalue()


def _rows(rows: int, cells: Callable[[int], str]) -> str:
    return "<sheetData>" + "".join(f'<row r="{at}">{cells(at)}</row>' for at in range(1, rows + 1)) + "</sheetData>"


def _shared() -> bytes:
    """One long text that two million cells point at: sixty gigabytes in a file of some hundred kilobytes."""
    row = '<c t="s"><v>0</v></c>' * 100
    return workbook(_rows(20_000, lambda _: row), f"<si><t>{'x' * 32_000}</t></si>")


def _columns_of_parquet() -> bytes:
    """One long text that every row of every column points at."""
    text = pa.array(["x" * 100_000])
    column = pa.DictionaryArray.from_arrays(pa.array([0] * 300_000, pa.int32()), text)
    held = io.BytesIO()
    names = [f"c{at}" for at in range(20)]
    pq.write_table(pa.table(dict.fromkeys(names, column)), held, store_schema=True)
    return held.getvalue()


XML = '<?xml version="1.0"?>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(12)
)
CENSUS = "<Message><Header/><Children><Child><ChildIdentifiers><LAchildID>{}</LAchildID></ChildIdentifiers></Child></Children></Message>"

BOMBS = (
    Bomb("zip-of-zeros.zip", lambda: packed({"visits.csv": b"0" * (1_100 * MEGABYTE)}), frozenset({"unpacks_too_large"})),
    Bomb("zip-overlapping.zip", _overlapping, frozenset({"duplicate_parts", "lying_sizes"})),
    Bomb("zip-in-zip.zip", _inside_itself, frozenset({"archive_in_archive"})),
    Bomb("zip-of-many.zip", lambda: packed({f"{at}.csv": "" for at in range(20_000)}), frozenset({"too_many_parts"})),
    Bomb("zip-leading-out.zip", lambda: packed({"../../etc/visits.csv": VISITS_CSV}), frozenset({"unsafe_names"})),
    Bomb("zip-of-a-link.zip", _link, frozenset({"unsafe_names"})),
    Bomb("zip-encrypted.zip", _encrypted, frozenset({"password"})),
    Bomb("gzip-in-zip.zip", lambda: packed({"visits.csv.gz": gzip.compress(b"0" * MEGABYTE)}), frozenset({"archive_in_archive"})),
    Bomb("gzip-named-csv.zip", lambda: packed({"visits.csv": gzip.compress(b"0" * MEGABYTE)}), frozenset({"not_a_table"})),
    Bomb("gzip.csv", lambda: gzip.compress(b"0" * (50 * MEGABYTE), 1), frozenset({"not_a_table"})),
    Bomb("laughs.xlsx", lambda: workbook("<sheetData/>", before=f"{LAUGHS}]>"), frozenset({"entities"})),
    Bomb("laughs.xml", lambda: f"{XML}{LAUGHS}]>{CENSUS.format('&m;')}".encode(), frozenset({"entities"})),
    Bomb(
        "long-entity.xml",
        lambda: f'{XML}<!DOCTYPE x [<!ENTITY a "{"a" * MEGABYTE}">]>{CENSUS.format("&a;" * 50_000)}'.encode(),
        frozenset({"entities"}),
    ),
    Bomb(
        "reads-a-file.xml",
        lambda: f'{XML}<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>{CENSUS.format("&a;")}'.encode(),
        frozenset({"entities"}),
    ),
    Bomb(
        "asks-elsewhere.xml",
        lambda: f'{XML}<!DOCTYPE Message SYSTEM "http://127.0.0.1:9/x.dtd">{CENSUS.format("1")}'.encode(),
        frozenset({"entities"}),
    ),
    Bomb("deep.xml", lambda: b"<Message>" + b"<a>" * 3_000_000, frozenset({"too_deep"})),
    Bomb(
        "attributes.xml",
        lambda: ("<Message " + " ".join(f'a{at}="1"' for at in range(500_000)) + "/>").encode(),
        frozenset({"too_deep", "damaged"}),
    ),
    Bomb("long-attribute.xml", lambda: f'<Message a="{"x" * 60 * MEGABYTE}"/>'.encode(), frozenset({"too_deep", "damaged"})),
    Bomb("long-text.xml", lambda: CENSUS.format("x" * 60 * MEGABYTE).encode(), frozenset({"text_too_long", "damaged"})),
    Bomb(
        "many-names.xml",
        lambda: ("<Message>" + "".join(f"<n{at}>1</n{at}>" for at in range(1_000_000)) + "</Message>").encode(),
        frozenset({"not_a_table"}),
    ),
    Bomb(
        "wide.xlsx",
        lambda: workbook(_rows(20, lambda _: '<c t="str"><v>x</v></c>' * 16_384)),
        frozenset({"far_cell", "too_many_rows"}),
    ),
    Bomb(
        "claims-much.xlsx",
        lambda: workbook('<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'),
        frozenset({"nothing_recognised"}),
    ),
    Bomb(
        "billionth-row.xlsx",
        lambda: workbook('<sheetData><row r="1000000000"><c r="A1000000000"><v>1</v></c></row></sheetData>'),
        frozenset({"far_cell"}),
    ),
    Bomb(
        "long-cell.xlsx",
        lambda: workbook(_rows(1, lambda _: f'<c t="str"><v>{"x" * 200 * MEGABYTE}</v></c>')),
        frozenset({"text_too_long"}),
    ),
    Bomb("many-sheets.xlsx", lambda: workbook(_rows(1, lambda _: "<c><v>1</v></c>"), sheets=300_000), frozenset({"too_many_sheets"})),
    Bomb("shared-text.xlsx", _shared, frozenset({"text_too_long", "could_not_be_read_safely"})),
    Bomb("one-line.csv", lambda: b"x" * (90 * MEGABYTE), frozenset({"text_too_long"})),
    Bomb("delimiters.csv", lambda: (HEADINGS + "\n").encode() + b"," * (90 * MEGABYTE), frozenset({"text_too_long"})),
    Bomb(
        "wide-lines.csv",
        lambda: (HEADINGS + "\n").encode() + (b"," * 1_000_000 + b"\n") * 90,
        frozenset({"too_many_columns"}),
    ),
    Bomb("empty-lines.csv", lambda: (HEADINGS + "\n").encode() + b"\n" * (90 * MEGABYTE), frozenset({"too_many_rows"})),
    Bomb("quotation.csv", lambda: (HEADINGS + '\n"').encode() + b"x\n" * (45 * MEGABYTE), frozenset({"unclosed_quote"})),
    Bomb("nul-bytes.csv", lambda: HEADINGS.encode() + b"\x00" * (90 * MEGABYTE), frozenset({"nul_bytes"})),
    Bomb("too-large.csv", lambda: b"1," * (300 * MEGABYTE), frozenset({"too_large"})),
    Bomb("deep.json", lambda: b'{"a":' * 5_000_000, frozenset({"too_deep"})),
    Bomb("deep-lists.json", lambda: b'{"la_child_id":' + b"[" * 5_000_000, frozenset({"too_deep"})),
    Bomb("long-number.json", lambda: b'{"la_child_id":' + b"9" * (90 * MEGABYTE) + b"}", frozenset({"text_too_long"})),
    Bomb(
        "many-members.json",
        lambda: ("{" + ",".join(f'"n{at}":1' for at in range(2_000_000)) + "}").encode(),
        frozenset({"not_a_table", "too_many_rows"}),
    ),
    Bomb("repeating.parquet", _columns_of_parquet, frozenset({"text_too_long", "could_not_be_read_safely"})),
)  # fmt: skip
