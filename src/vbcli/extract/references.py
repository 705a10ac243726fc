"""Documents that a text cites.

`Thông báo số 733-TB/TU ngày 07/10/2024 của Thường trực Thị ủy` → key, type, date, issuer, the words.
Finding comes first; then short forms (`Nghị quyết số 07`) are resolved, only where exactly one candidate stands.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from vbcli.lexicon.document_types import types
from vbcli.lexicon.load import data
from vbcli.lexicon.numbers import Number, find_numbers, law_key, match_key
from vbcli.lexicon.unit_names import find_units
from vbcli.model.document import Document, Paragraph, Part
from vbcli.model.evidence import Evidence, Span
from vbcli.model.task import Mention, Reference
from vbcli.text.dates import DATE, make_date
from vbcli.text.fold import nfc

_DATED = re.compile(rf"[\s\f]*,?[\s\f]*\(?(?:(?:ký|ban hành)[\s\f]+)?ngày[\s\f]+{DATE}", re.IGNORECASE)
_BY = re.compile(r"[\s\f]*,?[\s\f]*của[\s\f]+", re.IGNORECASE)
_ISSUER = re.compile(
    r"[A-ZĐÀ-ỸĂÂÊÔƠƯ][^,.;:()\n“”\"]{1,80}?(?=\s+(?:về|tại|và|đối với|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|trong|cho|để|nhằm|gồm)\b|[,.;:()\n“”\"]|$)"
)
_RELATIONS = (
    ("replaces", re.compile(r"(?:thay thế|thay thế cho)(?:\s+(?:các|toàn bộ))?\s*$", re.IGNORECASE)),
    ("amends", re.compile(r"(?:sửa đổi|bổ sung)[^.;]{0,40}$", re.IGNORECASE)),
    ("repeals", re.compile(r"(?:bãi bỏ|hủy bỏ|huỷ bỏ|thu hồi)[^.;]{0,25}$", re.IGNORECASE)),
    ("answers", re.compile(r"(?:phúc đáp|trả lời|xét đề nghị[^.;]{0,60}|xét)[^.;]{0,25}$", re.IGNORECASE)),
    ("attaches", re.compile(r"(?:kèm theo|ban hành theo)\s+$", re.IGNORECASE)),
    ("basis", re.compile(r"(?:căn cứ|trên cơ sở|theo)[^.;]{0,40}$", re.IGNORECASE)),
    ("attaches", re.compile(r"(?:kèm theo|ban hành theo)[^.;]{0,20}$", re.IGNORECASE)),
    ("guides", re.compile(r"(?:hướng dẫn)[^.;]{0,30}$", re.IGNORECASE)),
    ("implements", re.compile(r"(?:thực hiện|triển khai|quán triệt|thi hành|cụ thể hóa)[^.;]{0,60}$", re.IGNORECASE)),
)
_PINPOINT = re.compile(
    r"((?:(?:điểm|khoản|Điều|điều|mục|Mục|tiểu mục|phần|Chương|Phụ lục)\s+[\w.]+(?:\s*,\s*|\s+)?)+)(?:của\s+)?$"
)
_BACK = re.compile(
    r"(?:Nghị quyết|Chỉ thị|Kết luận|Thông báo|Kế hoạch|Quyết định|Công văn|Chương trình|Hướng dẫn|[Vv]ăn bản)\s+(?:nêu trên|nói trên|trên)(?!\w)"
)
_ASSEMBLY = ("QH", "UBTVQH")


@cache
def _type_before() -> re.Pattern[str]:
    names = sorted({n for t in types() for n in (t.name, *t.titles)} | {"văn bản", "Văn bản"}, key=len, reverse=True)
    return re.compile(
        rf"(?P<type>{'|'.join(map(re.escape, names))})(?:\s+liên\s+tịch)?[\s\f]*(?:số|Số)?[\s\f:]*$", re.IGNORECASE
    )


@cache
def _type_ids() -> dict[str, str]:
    return {n.lower(): t.id for t in types() for n in (t.name, *t.titles)}


@cache
def _law() -> re.Pattern[str]:
    known = "|".join(
        re.escape(n).replace(r"\ ", r"[\s\f]+") for n in sorted(data("laws")["names"], key=len, reverse=True)
    )
    year = r"(?:[\s\f]+(?:\(?năm[\s\f]+)?(?P<year>(?:19|20)\d\d)\)?(?!\s*[-–]\s*\d))?"
    return re.compile(rf"(?<!\w)(?P<name>{known})(?!\s+\(?sửa đổi\)?){year}(?!\w)", re.IGNORECASE)


_ANY_LAW = re.compile(
    r"(?<!\w)(?P<name>(?:Luật|Bộ luật|Pháp lệnh)[\s\f]+[A-ZĐÀ-ỸĂÂÊÔƠƯ]\w*(?:[\s\f]+(?!năm\b|ngày\b|số\b|của\b|và\b(?!\s\w+\s+năm))[a-zà-ỹđ]\w*|,[\s\f]+[a-zà-ỹđ]\w*){0,9}?)[\s\f]+\(?năm[\s\f]+(?P<year>(?:19|20)\d\d)\)?"
)


def find_references(document: Document) -> tuple[tuple[Reference, ...], tuple[Mention, ...]]:
    """Return the references of a document in text order, and what is meant but not named."""
    found: list[Reference] = []
    mentions: list[Mention] = []
    own = match_key(document.header.number.value) if document.header.number.value else None
    for paragraph in _cited_in(document):
        for reference in _in_paragraph(document.text, paragraph):
            if match_key(reference.key) == own and reference.issued_on in (None, document.header.issued_on.value):
                continue
            found.append(reference)
        mentions += [
            Mention(" ".join(m.group().split()), Span(m.start(), m.end()))
            for m in _BACK.finditer(document.text, paragraph.span.start, paragraph.span.end)
        ]
    found += _short_forms(document, found)
    return tuple(sorted(found, key=_position)), tuple(mentions)


def _position(reference: Reference) -> int:
    return reference.evidence.span.start if reference.evidence.span else 0


def _cited_in(document: Document) -> Iterator[Paragraph]:
    """Yield the paragraphs that may cite: body, annexes, and the subject."""
    subject = document.header.subject.evidence.span
    for p in document.paragraphs:
        if p.part in (Part.BODY, Part.ANNEX) or (p.part is Part.HEAD and subject and subject.covers(p.span)):
            yield p


def _in_paragraph(text: str, paragraph: Paragraph) -> Iterator[Reference]:
    base, words = (
        paragraph.span.start,
        text[paragraph.span.start : paragraph.span.end].replace("\f", " ").replace("\n", " "),
    )
    numbers = list(find_numbers(words))
    taken = [(n.start, n.end) for n in numbers]
    for i, n in enumerate(numbers):
        yield _reference(
            words, base, n, numbers[i - 1] if i else None, numbers[i + 1] if i + 1 < len(numbers) else None
        )
    for m in (*_law().finditer(words), *_ANY_LAW.finditer(words)):
        if any(a <= m.end() + 1 and m.start() < b for a, b in taken) or re.match(
            r"\s*(?:số|Số)\s*\d", words[m.end() :]
        ):
            continue
        name = nfc(" ".join(m["name"].split()))
        year = m["year"]
        dated = _DATED.match(words, m.end())
        if year is None and dated:
            year = dated["year"]
        key = law_key(f"{name} {year}" if year else name) or (f"{name} {year}" if year else name)
        taken.append((m.start(), m.end()))
        before = words[max(0, m.start() - 80) : m.start()]
        yield Reference(
            key,
            "luat",
            _date(dated),
            "Quốc hội" if key.startswith(("Luật", "Bộ luật")) else None,
            m.group(),
            Evidence("reference.law", Span(base + m.start(), base + m.end()), 0.9),
            _relation(before),
            _pinpoint(before),
        )


def _date(m: re.Match[str] | None) -> date | None:
    return make_date(int(m["year"]), int(m["month"]), int(m["day"])) if m else None


def _reference(words: str, base: int, n: Number, before: Number | None, after: Number | None) -> Reference:
    left = words[max(before.end if before else 0, n.start - 60) : n.start]
    named = _type_before().search(left)
    start = n.start - (len(left) - named.start()) if named else n.start
    kind = n.doc_type
    if named:
        word = _type_ids().get(" ".join(named["type"].lower().split()))
        # Quyết định and Quy định share QĐ, and 37/2021/QH15 bears no letters of a type: the printed word decides.
        shared = n.issuer.startswith(_ASSEMBLY) or {word, kind} <= {"quyet_dinh", "quy_dinh"}
        kind = word if word and (kind is None or shared) else kind
    if kind is None and not n.issuer.startswith(_ASSEMBLY):
        kind = "cong_van"  # a letter is numbered without letters of a type
    end, when, issuer = n.end, None, None
    dated = _DATED.match(words, n.end)
    if dated and not (after and after.start < dated.end()):
        when, end = _date(dated), dated.end()
        if words[end : end + 1] == ")":
            end += 1
    by = _BY.match(words, end)
    if by:
        issuer, end_by = _issuer(words, by.end())
        end = end_by if issuer else end
    context = words[max(0, start - 80) : start]
    return Reference(
        n.key,
        kind,
        when,
        issuer,
        " ".join(words[start:end].split()),
        Evidence("reference.number", Span(base + start, base + end), 0.97 if named else 0.85),
        _relation(context),
        _pinpoint(context),
    )


def _issuer(words: str, at: int) -> tuple[str | None, int]:
    units = [u for u in find_units(words[at : at + 160]) if u.start == 0]
    if units:
        return units[0].unit.name, at + units[0].end
    m = _ISSUER.match(words, at)
    return (" ".join(m.group().split()), m.end()) if m else (None, at)


def _relation(before: str) -> str:
    clause = re.split(r"[.;]", before)[-1]
    return next((name for name, pattern in _RELATIONS if pattern.search(clause)), "cites")


def _pinpoint(before: str) -> str | None:
    m = _PINPOINT.search(before)
    return " ".join(m.group(1).split()).strip(" ,") if m else None


_SHORT = re.compile(
    r"(?<!\w)(?P<type>Nghị quyết|Chỉ thị|Kết luận|Thông báo|Kế hoạch|Quyết định|Công văn|Chương trình|Đề án|Nghị định|Thông tư)[\s\f]+(?:số[\s\f]+)?(?P<no>\d{1,4})(?![\w/]|\s?[-–]\s?[A-ZĐ]|\s?/|[.,]\d|\s*,\s*\d|\s+và\s+\d)"
)


def _short_forms(document: Document, found: Sequence[Reference]) -> Iterator[Reference]:
    """Yield later mentions by type and number alone, `Nghị quyết số 07`, where exactly one reference of the text fits."""
    for paragraph in _cited_in(document):
        words = document.text[paragraph.span.start : paragraph.span.end]
        for m in _SHORT.finditer(words):
            where = Span(paragraph.span.start + m.start(), paragraph.span.start + m.end())
            if any(r.evidence.span and r.evidence.span.start <= where.start < r.evidence.span.end for r in found):
                continue
            kind = _type_ids().get(m["type"].lower())
            fitting = {
                r.key for r in found if r.doc_type == kind and match_key(r.key).split("|")[0] == str(int(m["no"]))
            }
            if len(fitting) == 1:
                key = fitting.pop()
                first = next(r for r in found if r.key == key)
                yield Reference(
                    key,
                    kind,
                    first.issued_on,
                    first.issuer,
                    m.group(),
                    Evidence("reference.short", where, 0.8),
                    _relation(words[: m.start()]),
                )
