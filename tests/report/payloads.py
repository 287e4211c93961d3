"""Two hundred texts that some format would take for more than text: each must come out as it went in, or be refused."""

from __future__ import annotations

FORMULAS = (
    "=1+1", "=HYPERLINK(\"x\",\"y\")", "+1+1", "-1+1", "@SUM(A1:A9)", "=cmd|' /C calc'!A0", "=IMPORTXML(\"x\",\"//a\")",
    "=WEBSERVICE(\"x\")", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@A1", "=A1&B1", "{=SUM(A1:A2)}", "=\"a\"&\"b\"",
    "=INDIRECT(\"A1\")", "=DDE(\"a\",\"b\",\"c\")", "=RTD(\"a\",,\"b\")", "=1;2", "%0A=1+1", "=_xlfn.SINGLE(A1)",
)  # fmt: skip
TYPST = (
    "#let x = 1", "#import \"a.typ\"", "#read(\"/etc/passwd\")", "#image(\"x.png\")", "$x^2$", "*strong*", "_emph_", "`raw`",
    "= Heading one", "== Heading two", "- item", "+ numbered", "/ term: means", "<label>", "@reference", "\\ line", "#{1 + 1}",
    "#eval(\"1\")", "// comment", "/* comment */", "#set page(width: 1pt)", "#show: none", "#include \"x\"", "#pagebreak()",
    "[content]", "#link(\"x\")[y]", "~", "---", "...", "\"quoted\"",
)  # fmt: skip
TEMPLATES = (
    "{{ 7 * 7 }}", "{% raw %}", "{# note #}", "{{ config }}", "{{ ''.__class__ }}", "{% include 'x' %}", "${7*7}", "<%= 7 %>",
    "#{7*7}", "{{constructor}}", "{{ self }}", "{% for a in b %}", "{%- x -%}", "{{{ x }}}", "%(name)s", "{0}", "{name}", "%s", "%n",
    "$(whoami)", "`whoami`", "{{request}}", "{% debug %}", "{{ paper|safe }}", "{% block main %}",
)  # fmt: skip
MARKUP = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</p><h1>x</h1>", "<!-- x -->", "&lt;b&gt;", "&amp;", "&#x41;",
    "&nbsp;", "<style>p{display:none}</style>", "</style>", "</title>", "<svg onload=alert(1)>", "<a href=\"javascript:x\">y</a>",
    "<![CDATA[x]]>", "]]>", "<?php x ?>", "<?xml version='1.0'?>", "<!DOCTYPE a>", "<!ENTITY a SYSTEM 'x'>", "&a;", "<br>", "<td>",
    "</table>", "<meta http-equiv=refresh>", "<base href=x>", "<iframe src=x>", "<object data=x>", "<form action=x>",
    "<input value=x>", "\" onfocus=\"x", "' onfocus='x", "<b>bold</b>", "<noscript>", "<math><mi>x</mi></math>", "javascript:x",
)  # fmt: skip
WORD_FIELDS = (
    "{ HYPERLINK \"x\" }", "{ MERGEFIELD a }", "{ DDEAUTO c }", "{ INCLUDETEXT \"x\" }", "{ IF 1 = 1 \"a\" }", "<w:t>x</w:t>",
    "</w:t></w:r>", "<w:fldSimple w:instr=\"DATE\"/>", "{ PAGE }", "{ QUOTE 88 }", "{ INCLUDEPICTURE \"x\" }", "{ ASK a }",
    "<w:instrText>DATE</w:instrText>", "_x000D_", "_x0041_", "xml:space", "{ TOC }", "{ EMBED x }", "{ LINK x }", "{ SET a b }",
)  # fmt: skip
LETTERS = (
    "a\u202eb", "a\u202db", "a\u2066b\u2069", "a\u2067b\u2069", "a\u2068b\u2069", "a\u200fb", "a\u200eb", "a\u200bb", "a\u00adb",
    "a\u2060b", "e\u0301", "\u0130", "\u00df", "\ufb01", "\u1e9e", "\u0627\u0644", "\u05d0",
    "\u00a0x",
)  # fmt: skip
PATHS = (
    "../../etc/passwd", "..\\..\\x", "C:\\x", "//server/share", "file:///x", "http://x.invalid/", "https://x.invalid/?a=b&c=d",
    "mailto:x@x.invalid", "x.docx", "CON", "NUL", "a/b", "a\\b", "%2e%2e%2f", "~root",
)  # fmt: skip
NUMBERS = (
    "1e309", "-0", "NaN", "Infinity", "00012", "1,234", "0x1F", "1/2", "50%", "1E2", "2019-04-31", "31/04/2019", "TRUE", "#N/A", "#REF!",
)  # fmt: skip
ODD = (
    "'", "\"", "''", "\\", "\\n", "%", "#", "$", "^", "|", ";--", "'; drop table a; --", "\\u0041", "\\x41", "a\\", "?", "*", "&&", "||",
    "<>", "&", "[[x]]", "(x)", "=",
)  # fmt: skip

PAYLOADS = tuple(
    f"p{number:03} {text} q{number:03}"
    for number, text in enumerate(
        (*FORMULAS, *TYPST, *TEMPLATES, *MARKUP, *WORD_FIELDS, *LETTERS, *PATHS, *NUMBERS, *ODD), 1
    )
)
"""Each between two marks of its own, so that it can be found wherever it comes out."""

AT_THE_START = (*FORMULAS, *TYPST[:12])
"""Those that mean something only where a text begins."""

NOT_IN_THE_FONT = ("\u4e2d", "\u0e01")
"""Letters the paper cannot print: refused in words, never left out."""

REFUSED = tuple(f"a{chr(code)}b" for code in (0, 1, 7, 8, 11, 12, 27, 127, 0x85, 0x9B))
"""Control characters: no format has a place for them."""
