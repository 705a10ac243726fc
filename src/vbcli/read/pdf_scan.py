"""The pages of a .pdf whose text is missing or lies, recognised; what signing tools laid over them is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdfium2

from vbcli.config import Ocr, Reading
from vbcli.errors import ReadError
from vbcli.language import N_
from vbcli.model.evidence import Issue, Place
from vbcli.model.source import Box
from vbcli.read import tesseract
from vbcli.read.ocr_agreement import agreed
from vbcli.read.pdf_leaf import Leaf, has_body, leaf_of, reads_wrong
from vbcli.read.pdf_lines import Line, page_lines
from vbcli.read.pdf_page import Page, read_page
from vbcli.read.pictures import Picture, frames_of, of_file, of_page
from vbcli.read.scan import Recognised, recognise
from vbcli.text.legacy_fonts import familiar_share

DOUBTFUL = 75
"""Of 100: pages read with less confidence are to be looked at."""
_REACH = 0.75
_SCAN, _BAD_LAYER = (
    N_("PDF là bản quét, không có chữ để đọc"),
    N_("PDF là bản quét, lớp chữ nhận dạng trước đây không dùng được"),
)
_SOUP, _FORCED = N_("Chữ trong PDF sai bảng mã, không đọc được"), N_("Nhận dạng lại theo yêu cầu")
_PHOTO, _SCAN_AGAIN = N_("Tệp là ảnh chụp hoặc ảnh quét, không có chữ"), N_("Quét lại rõ hơn rồi nạp lại.")
_FORCE_ADVICE = N_("Nạp lại không kèm --ocr never.")


def with_scans(data: bytes, leaves: list[Leaf], how: Reading) -> tuple[list[Leaf], bool]:
    """Return the leaves, those recognised whose text is missing or lies, and whether the text is OCR's."""
    wanted, why = _wanted(leaves, how)
    layered = sum(leaf.is_layered for leaf in leaves) * 2 > len(leaves)
    if not why and not wanted:
        return _with_text(leaves), layered
    if how.ocr is Ocr.NEVER or tesseract.program() is None:
        if why in {_SCAN, _BAD_LAYER}:
            raise _refused(why, how)
        return _with_text(leaves), layered
    whole = why in {_BAD_LAYER, _SOUP, _FORCED}
    if why == _SOUP:
        first = wanted[:1]
        fresh = _recognised_leaves(data, leaves, first, how, whole=True)
        if not _reads_better(fresh, [leaves[index] for index in first]):
            return leaves, layered
    fresh = _recognised_leaves(data, leaves, wanted, how, whole=whole)
    done = dict(zip(wanted, fresh, strict=True))
    result = [done.get(index, leaf) for index, leaf in enumerate(leaves)]
    if why:
        result[0] = replace(
            result[0], issues=(Issue("ocr", N_("{why}: chữ do nhận dạng (OCR).").format(why=why)), *result[0].issues)
        )
    if not any(leaf.lines for leaf in result):
        raise ReadError("empty", N_("Bản quét không nhận dạng được chữ nào."), _SCAN_AGAIN)
    return result, layered or len(wanted) * 2 > len(leaves)


def image_leaves(data: bytes, how: Reading) -> list[Leaf]:
    """Return the pages of an image file."""
    if how.ocr is Ocr.NEVER or tesseract.program() is None:
        raise _refused(_PHOTO, how)
    leaves = []
    for number, recognised in enumerate(recognise(of_file(data), frames_of(data), how), start=1):
        blank = Page(number, 0, 0, (), (), images=0, paths=0, invisible=0, slanted=0)
        leaves.append(_leaf(blank, recognised, Leaf(blank, 0, (), ())))
    if not any(leaf.lines for leaf in leaves):
        raise ReadError("empty", N_("Ảnh không nhận dạng được chữ nào."), _SCAN_AGAIN)
    told = agreed([leaf.lines for leaf in leaves])
    return [replace(leaf, lines=tuple(lines)) for leaf, lines in zip(leaves, told, strict=True)]


def _with_text(leaves: list[Leaf]) -> list[Leaf]:
    if not any(leaf.lines for leaf in leaves):
        raise ReadError("empty", N_("Tệp PDF không có chữ nào."), N_("Kiểm tra lại tệp gốc."))
    return leaves


def _wanted(leaves: list[Leaf], how: Reading) -> tuple[list[int], str]:
    """Return the pages to recognise, counted from 0, and why; no reason where only pages between others are pictures."""
    everything = list(range(len(leaves)))
    drawn = [index for index in everything if leaves[index].page.images or leaves[index].page.paths]
    if how.ocr is Ocr.FORCE:
        return everything, _FORCED
    if not has_body(leaves):
        return drawn, _SCAN
    if reads_wrong(leaves):
        if any(leaf.is_layered for leaf in leaves):
            return drawn, _BAD_LAYER
        return everything, _SOUP
    return [index for index in drawn if leaves[index].is_picture and not leaves[index].is_layered], ""


def _refused(why: str, how: Reading) -> ReadError:
    if how.ocr is Ocr.NEVER:
        return ReadError("needs_ocr", N_("{why}, cần nhận dạng chữ (OCR).").format(why=why), _FORCE_ADVICE)
    return tesseract.not_installed(why)


def _reads_better(fresh: Sequence[Leaf], old: Sequence[Leaf]) -> bool:
    return familiar_share(_text(fresh)) > 2 * familiar_share(_text(old)) + 0.05


def _text(leaves: Sequence[Leaf]) -> str:
    return "\n".join(line.text for leaf in leaves for line in leaf.lines)


def _recognised_leaves(
    data: bytes, leaves: Sequence[Leaf], wanted: Sequence[int], how: Reading, *, whole: bool
) -> list[Leaf]:
    """Return the pages anew; `whole`: nothing of their own text is to be kept."""
    pages: list[Page] = []
    # Streams, pictures among them, are named in clear wherever they lie in the file.
    is_masked = b"/SMask" in data or b"/Mask" in data

    def pictures() -> Iterator[Picture]:
        # Reading a page lays its fields over it; the picture is taken of a page without them.
        with pypdfium2.PdfDocument(data) as read, pypdfium2.PdfDocument(data) as shown:
            for index in wanted:
                page = read_page(read, index)
                # A layer that OCR laid there is not seen and is not kept; visible text is kept and painted over.
                own = () if whole or leaves[index].is_layered else page.glyphs
                pages.append(replace(page, glyphs=own))
                covered = [_around(line.box) for line in page_lines(replace(pages[-1], overlays=()))]
                sheet = shown[index]
                try:
                    yield of_page(sheet, covered, is_masked=is_masked)
                finally:
                    sheet.close()

    fresh = []
    for position, recognised in enumerate(recognise(pictures(), len(wanted), how)):
        fresh.append(_leaf(pages[position], recognised, leaves[wanted[position]]))
        pages[position] = replace(pages[position], glyphs=(), overlays=())
    told = agreed([leaf.lines for leaf in fresh])
    return [replace(leaf, lines=tuple(lines)) for leaf, lines in zip(fresh, told, strict=True)]


def _around(box: Box) -> Box:
    return Box(box.x0 - 1, box.top - 1, box.x1 + 1, box.bottom + 1)


def _leaf(page: Page, recognised: Recognised, old: Leaf) -> Leaf:
    kept = leaf_of(page)
    place = Place(page.number, None, 0)
    issues = old.issues
    if recognised.confidence < DOUBTFUL:
        sure = round(recognised.confidence)
        issues = (
            *issues,
            Issue(
                "ocr_doubtful",
                N_("Trang {page}: chữ nhận dạng không chắc ({sure}/100).").format(page=page.number, sure=sure),
                place,
            ),
        )
    if recognised.unsure:
        words = N_("Trang {page}: số hoặc ngày viết tay, không đọc chắc nên để trống.").format(page=page.number)
        issues = (*issues, Issue("handwritten", words, place))
    lines = _merged(list(recognised.lines), kept.lines)
    bare = replace(
        page,
        glyphs=(),
        overlays=(),
        width=recognised.width,
        height=recognised.height,
        paths=0,
        images=0,
        invisible=0,
        slanted=0,
    )
    return Leaf(bare, 0, tuple(lines), kept.stamps, issues, recognised.tables)


def _merged(lines: list[Line], kept: Sequence[Line]) -> list[Line]:
    """Return the lines with what was written on the page as text in its place: the number over "Số:      /KH"."""
    for own in kept:
        near = [at for at, line in enumerate(lines) if abs(line.base - own.base) <= _REACH * own.size]
        if not near:
            lines.append(own)
            continue
        at = min(near, key=lambda i: abs(lines[i].base - own.base))
        words = tuple(sorted((*lines[at].words, *own.words), key=lambda word: word.x0))
        lines[at] = Line(words, lines[at].base)
    return sorted(lines, key=lambda line: line.base)
