"""A saved web page into the lines and tables of its article; menus, scripts and notices of the portal are no text.

The article is the smallest part of the page that holds most of its running text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from vbcli.errors import ReadError
from vbcli.language import N_
from vbcli.model.evidence import Issue
from vbcli.model.source import Block, BlockKind, Cell
from vbcli.read.characters import plain
from vbcli.read.recode import in_unicode
from vbcli.read.txt import decode

MAX_BYTES = 50 * 1024 * 1024

_NO_TEXT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "aside",
        "form",
        "button",
        "select",
        "option",
        "input",
        "textarea",
        "svg",
        "iframe",
        "object",
        "head",
    ]
)
_FURNITURE = frozenset({"header", "footer"})
_BREAKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "td",
        "th",
        "table",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "figure",
        "figcaption",
        "blockquote",
        "pre",
        "hr",
        "center",
        "address",
    ]
)
_RUNNING = frozenset({"p", "li", "td", "th", "h1", "h2", "h3", "h4", "blockquote", "pre", "dd"})
_SHARE = 0.7
"""Of the running text of the page: a part that holds so much is the article or holds it."""
_NAMED = re.compile(rb"<meta[^>]+charset=[\"']?([\w-]+)", re.IGNORECASE)
_HEAD = 4096
_BLANKS = re.compile(r"[ \t\r\n\f\u00a0]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LAYOUT_CELL = 300
"""Letters: a table of one column, or with longer cells on the whole, is there for the layout."""


def read_html(data: bytes) -> tuple[tuple[Block, ...], tuple[Issue, ...]]:
    """Return the blocks of the article and what was odd."""
    if len(data) > MAX_BYTES:
        raise ReadError("too_large", N_("Trang web quá lớn."), N_("Chép phần văn bản sang tệp .docx rồi nạp lại."))
    text, issues = _decoded(data)
    from lxml import html

    try:
        root = html.document_fromstring(text, parser=html.HTMLParser(huge_tree=False, remove_comments=True))
    except (ValueError, html.etree.ParserError) as fault:
        raise ReadError("empty", N_("Trang web không có chữ nào."), N_("Kiểm tra lại tệp gốc.")) from fault
    body = root.find("body") if root.find("body") is not None else root
    blocks = tuple(_numbered(_blocks(_article(body))))
    if not any(block.text or block.cells for block in blocks):
        raise ReadError("empty", N_("Trang web không có chữ nào."), N_("Kiểm tra lại tệp gốc."))
    return in_unicode(blocks), issues


def _decoded(data: bytes) -> tuple[str, tuple[Issue, ...]]:
    named = _NAMED.search(data[:_HEAD])
    if named and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        codec = named[1].decode("ascii", "replace").lower()
        if codec not in {"utf-8", "utf8"}:
            try:
                return data.decode("cp1258" if codec == "windows-1258" else codec), ()
            except (LookupError, UnicodeDecodeError):
                pass
    text, issues = decode(data)
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text), issues


def _article(body: Any) -> Any:
    """Return the smallest part that holds most of the running text."""
    found = body
    while True:
        whole = _running(found)
        larger = next((child for child in found if _is_part(child) and _running(child) >= _SHARE * whole > 0), None)
        if larger is None or larger.tag in _RUNNING or larger.tag == "table":
            return found
        found = larger


def _running(element: Any) -> int:
    """Return how many letters of running text lie below; links count for nothing: they are menus."""
    if not _is_part(element):
        return 0
    own = 0
    if element.tag in _RUNNING or element.tag in {"div", "article", "section", "span"}:
        own = len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)
    return own + sum(_running(child) for child in element if child.tag != "a")


def _is_part(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag in _NO_TEXT:
        return False
    return not _HIDDEN.search(element.get("style", "")) and element.get("hidden") is None


def _blocks(article: Any) -> Iterator[Block]:
    """Yield lines, and tables with their cells, in the order of the page."""
    line: list[str] = []
    for kind, text in _pieces(article, is_top=True):
        if kind == "text":
            line.append(text)
            continue
        shown = _shown("".join(line))
        line = []
        if shown:
            yield Block(BlockKind.PARAGRAPH, shown)
        if kind == "table":
            yield Block(BlockKind.TABLE, cells=text)
    shown = _shown("".join(line))
    if shown:
        yield Block(BlockKind.PARAGRAPH, shown)


def _pieces(element: Any, *, is_top: bool = False) -> Iterator[tuple[str, Any]]:
    if not _is_part(element) or (element.tag in _FURNITURE and not is_top):
        return
    cells = _cells(element) if element.tag == "table" else ()
    if cells:
        yield "table", cells
        return
    breaks = element.tag in _BREAKS
    if breaks:
        yield "break", ""
    if element.text:
        yield "text", element.text
    for child in element:
        yield from _pieces(child)
        if child.tail:
            yield "text", child.tail
    if breaks:
        yield "break", ""


def _cells(table: Any) -> tuple[Cell, ...]:
    """Return the cells of a table that holds data; none where it only places things on the page."""
    # Told before any cell is read: tables within tables would be read once more at each level.
    if table.find(".//table") is not None:
        return ()
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            if cell.tag not in {"td", "th"}:
                continue
            while (number, column) in taken:
                column += 1
            tall, wide = _span(cell, "rowspan"), _span(cell, "colspan")
            taken |= {(number + down, column + across) for down in range(tall) for across in range(wide)}
            text = "\n".join(block.text for block in _blocks(cell) if block.text)
            cells.append(Cell(number, column, text, tall, wide))
            column += wide
    width = max((cell.column + cell.columns for cell in cells), default=0)
    letters = sum(len(cell.text) for cell in cells)
    if len(rows) < 2 or width < 2 or letters > _LAYOUT_CELL * len(cells):  # noqa: PLR2004
        return ()
    return tuple(cells)


def _span(cell: Any, name: str) -> int:
    value = cell.get(name, "1")
    return min(max(int(value), 1), 1000) if value.isdecimal() else 1


def _shown(text: str) -> str:
    return plain(_BLANKS.sub(" ", text)).strip()


def _numbered(blocks: Iterator[Block]) -> Iterator[Block]:
    for number, block in enumerate(blocks, start=1):
        yield replace(block, line=number)
