"""The head of a paper: type, number, place and date, issuer, subject, addressees.

In: the paragraphs before the body. Out: the fields of `Header` that stand there.
A wrong value is worse than a blank one: what cannot be told stays None and says why.
"""

import re
from collections.abc import Sequence
from datetime import date

from vbcli.lexicon.document_types import by_id, by_symbol, by_title
from vbcli.lexicon.numbers import canonical_number, find_numbers
from vbcli.model.document import Field
from vbcli.model.evidence import Evidence, Span
from vbcli.model.source import Source
from vbcli.parse.head_lines import DATE_LINE, MISSING, NUMBER_LINE, PLACE_LINE, Line, blank, found, is_caps
from vbcli.parse.header_issuer import is_authority, is_post
from vbcli.parse.letter_case import in_sentence
from vbcli.parse.zones import is_addressed, is_motto, title_type
from vbcli.text.dates import DATE, make_date, month_end, parse_date
from vbcli.text.fold import dashes, fold

_LETTERS = re.compile(r"^\s*[-/]\s?((?:[A-ZĐ][\w&]*)(?:[/-][A-ZĐ][\w&.]*)+)\s*$")
"""Letters of a number on a line of their own, apart from its figures: /NQ-CP."""
_RECEIVED = re.compile(r"^\W*CÔNG VĂN ĐẾN\W*$")
"""Stamp of the office that received the paper."""
_SUBJECT = re.compile(r"^(?:\(?V/v|v/v|V/V|Về việc|VỀ VIỆC)\s*:?\s*")


def number_of(lines: Sequence[Line]) -> tuple[Field[str], str | None]:
    """Return (number, symbol): the symbol alone where the number itself is not filled in."""
    for span, words in lines:
        m = NUMBER_LINE.match(words)
        bare = m is None and re.match(r"^~*\d{1,5}~*\s?[-/]", words) and len(words) < 40
        if m is None and not bare:
            continue
        rest = re.split(r"\s{2,}|\s+(?=V/v|v/v|Về việc)", m["rest"] if m else words)[0]
        key = canonical_number(rest)
        if key and re.search(r"\d", rest):
            struck = "~~" in rest
            exact = key in {n.key for n in find_numbers(rest)}
            confidence = 0.6 if struck else 0.97 if exact else 0.75
            return found(key, "header.number", span, confidence, "số viết tay hoặc bị gạch" if struck else None), None
        symbol = re.match(r"^[\s.…_/-]*(?:(?:19|20)\d\d\s?/\s?)?((?:[A-ZĐ][\w&]*)(?:\s?[/-]\s?[A-ZĐ][\w&.]*)+)", rest)
        if symbol:
            return blank("header.number", "số để trống trong văn bản"), re.sub(r"\s", "", symbol.group(1))
    alone = next((m[1] for _, w in lines if (m := _LETTERS.match(w))), None)
    return blank("header.number"), alone


def place_and_date(lines: Sequence[Line]) -> tuple[Field[str], Field[date]]:
    """Return the place and the date of `Bảo Lâm, ngày 12 tháng 6 năm 2024`."""
    for span, words in lines:
        m = DATE_LINE.match(words)
        if m is None:
            continue
        place = found(m["place"].strip(" *(~"), "header.place", Span(span.start, span.start + m.end("place")))
        figures = [re.sub(r"\D", "", m[g] or "") for g in ("year", "month", "day")]
        when = make_date(*map(int, figures)) if all(figures) else None
        struck = "~~" in m.group()
        where = Span(span.start + m.end("place") + 1, span.start + m.end())
        if when:
            return place, Field(
                when,
                Evidence(
                    "header.date", where, 0.6 if struck else 0.97, "ngày viết tay hoặc bị gạch" if struck else None
                ),
            )
        return place, Field(None, Evidence("header.date", where, 0.0, "ngày, tháng để trống trong văn bản"))
    alone = next(((s, m) for s, w in lines if (m := PLACE_LINE.match(w))), None)
    place = (
        found(alone[1]["place"], "header.place", Span(alone[0].start, alone[0].start + alone[1].end("place")), 0.8)
        if alone
        else blank("header.place")
    )
    return place, Field(None, Evidence("header.date", reason=MISSING))


_HELD = re.compile(
    rf"(?i)^\W*(?:hôm nay|vào hồi|vào lúc|thời gian(?: bắt đầu| họp)?\s*:)[^.;]{{0,60}}?(?<!\w)ngày\s+{DATE}(?!\d)"
)
"""`Hôm nay, ngày 26/5/2026, tại …`, `Vào hồi 8 giờ 00 phút ngày 12 tháng 3 năm 2025`."""


def date_of_minutes(lines: Sequence[Line]) -> Field[date] | None:
    """Return the day of minutes, which stands in their first sentence; None where no such sentence stands at their beginning."""
    for span, words in lines[:_MINUTES]:
        m = _HELD.match(words)
        when = make_date(int(m["year"]), int(m["month"]), int(m["day"])) if m else None
        if m and when:
            return Field(
                when, Evidence("header.date.minutes", Span(span.start + m.start("day"), span.start + m.end()), 0.9)
            )
    return None


_MINUTES = 8
"""Paragraphs of minutes in which their day stands."""


def issued_between(lines: Sequence[Line]) -> tuple[date, date] | None:
    """Return the month, or the year, that the head prints where the day is not filled in: `ngày … tháng 6 năm 2024`."""
    m = next(filter(None, (DATE_LINE.match(words) for _, words in lines)), None)
    if m is None:
        return None
    day, month, year = (int(re.sub(r"\D", "", m[g] or "") or 0) for g in ("day", "month", "year"))
    # a day that the calendar does not have says that day or month is misprinted
    first, last = (month, month) if month and not day else (1, 12)
    start, end = make_date(year, first, 1), month_end(year, last)
    return (start, end) if start and end and not make_date(year, month, day) else None


def type_of(
    lines: Sequence[Line], number: Field[str], symbol: str | None, *, addressed: bool, telegram: bool
) -> Field[str]:
    """Return the key of the document type: by its title, else by the letters of its number, else a letter that has addressees."""
    for span, words in lines:
        title = title_type(words)
        if title is None:
            title = next(
                (
                    t
                    for t in by_title()
                    if words.isupper()
                    and fold(words).startswith(f"{t} ")
                    and len(words) < 200
                    and not _RECEIVED.match(words)
                ),
                None,
            )
        if title:
            return found(by_title()[title].id, "header.type.title", span)
    if telegram:
        return Field("cong_dien", Evidence("header.type.telegram", lines[-1][0] if lines else None, 0.8))
    if addressed:
        # Cục Thuế numbers its letters 5608/CT-CS: without a title above, addressees make a letter
        return Field("cong_van", Evidence("header.type.letter", number.evidence.span, 0.85))
    letters = re.findall(r"[A-ZĐ]\w*", number.value or symbol or "")
    kind = by_symbol().get(letters[0].upper()) if letters else None
    if kind:
        return Field(kind.id, Evidence("header.type.symbol", number.evidence.span, 0.9))
    if number.value or symbol:
        return Field("cong_van", Evidence("header.type.letter", number.evidence.span, 0.85))
    return blank("header.type")


def subject_of(lines: Sequence[Line], doc_type: str | None, number: Field[str], body: str = "") -> Field[str]:
    """Return the trích yếu on one line: behind the title, behind V/v, or (Party letters) the lines below the number.

    What is printed in capitals takes its letter case from the body where that has the same words.
    """
    titled = next(
        (i for i, (_, w) in enumerate(lines) if title_type(w) and by_title()[title_type(w) or ""].id == doc_type), None
    )
    if titled is not None and doc_type != "cong_van":
        rows = _subject_rows(lines[titled + 1 :])
        if rows:
            return _below_title(rows, doc_type, body)
    for i, (_, words) in enumerate(lines):
        if _SUBJECT.match(words):
            rows = [lines[i]]
            for line in lines[i + 1 :]:
                if (
                    is_motto(line[1])
                    or DATE_LINE.match(line[1])
                    or is_addressed(line[1])
                    or is_caps(line[1])
                    or title_type(line[1])
                    or re.match(r"(?i)^\W*độc lập|^-", line[1])
                ):
                    break
                rows.append(line)
            return _subject(rows, "header.subject.about", body)
    inline = next(((s, w) for s, w in lines if re.search(r"\s(?:V/v|v/v)\s", w)), None)
    if inline:
        at = re.search(r"\s(?:V/v|v/v)\s", inline[1])
        start = at.start() + 1 if at else 0
        return found(
            inline[1][start:].strip(), "header.subject.about", Span(inline[0].start + start, inline[0].end), 0.85
        )
    if titled is None:
        caps = next(
            (
                (s, w)
                for s, w in lines
                if w.isupper() and not _RECEIVED.match(w) and any(fold(w).startswith(f"{t} ") for t in by_title())
            ),
            None,
        )
        if caps:
            title = next(t for t in by_title() if fold(caps[1]).startswith(f"{t} "))
            words = caps[1][len(title) :].strip()
            return _below_title([(Span(caps[0].start + len(title), caps[0].end), words)], doc_type, body)
    if doc_type == "cong_van" and number.evidence.span:
        rows = _below_number(lines, number.evidence.span.start)
        if sum(len(w) for _, w in rows) > 8:
            return _subject(rows, "header.subject.letter", body, 0.8)
    return blank("header.subject")


def _below_number(lines: Sequence[Line], start: int) -> list[Line]:
    """Return the lines below the number, up to where something else of the head begins."""
    rows = []
    for line in lines:
        w = line[1]
        if line[0].start <= start:
            continue
        if (
            is_motto(w)
            or DATE_LINE.match(w)
            or is_addressed(w)
            or is_caps(w)
            or w == "*"
            or re.match(r"(?i)^\W*độc lập|^-", w)
        ):
            break
        rows.append(line)
    return rows


def _below_title(rows: Sequence[Line], doc_type: str | None, body: str) -> Field[str]:
    if doc_type == "bien_ban" and len(rows) == 1 and fold(rows[0][1]).strip(" .") in _NAMES_ONLY:
        return blank("header.subject", "biên bản không ghi trích yếu")
    return _subject(rows, "header.subject.title", body)


_NAMES_ONLY = frozenset(
    (
        "lam viec",
        "hop",
        "cuoc hop",
        "hoi nghi",
        "kiem tra",
        "ghi nho",
        "ban giao",
        "nghiem thu",
        "thoa thuan",
        "vi pham hanh chinh",
    )
)
"""What minutes are called; what they are about it does not say."""


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]


def _subject_rows(lines: Sequence[Line]) -> list[Line]:
    rows: list[Line] = []
    authority: list[int] = []
    for span, words in lines:
        folded = fold(words)
        if (
            is_addressed(words)
            or re.match(r"^can cu|^-{2,}|^_{2,}|^dieu 1|^hom nay\b|^vao hoi\b", folded)
            or is_motto(words)
            or DATE_LINE.match(words)
        ):
            break
        if re.match(r"^\(?(ban hanh )?kem theo|^\(kem", folded) or words == "*":
            break
        if rows and words.isupper() and is_authority(words, rows[-1][1]):
            authority.append(len(rows))
        rows.append((span, words))
    # of "BỔ NHIỆM | CỤC TRƯỞNG CỤC X | GIÁM ĐỐC SỞ Y" only the last one decides; a body goes on over two lines
    while len(authority) > 1 and (authority[-1] - authority[0] > 1 or is_post(rows[authority[0]][1])):
        authority = authority[1:]
    return rows[: authority[0]] if authority else rows


def _subject(rows: Sequence[Line], rule: str, body: str, confidence: float = 0.9) -> Field[str]:
    runs: list[str] = []
    for _, row in rows:
        row = row.strip(" *")  # noqa: PLW2901
        if runs and runs[-1].isupper() == row.isupper():
            runs[-1] += f" {row}"
        else:
            runs.append(row)
    words = " ".join(_lower_first(in_sentence(r, body)) if r.isupper() else r for r in runs)
    words = re.sub(r"\s*-{3,}.*$", "", " ".join(words.split())).strip(" .:")
    words = f"{words[:1].upper()}{words[1:]}"
    return found(words, rule, Span(rows[0][0].start, rows[-1][0].end), confidence)


def telegram(lines: Sequence[Line]) -> bool:
    """Tell whether the head addresses by wire: `THỦ TƯỚNG CHÍNH PHỦ điện:`."""
    return any(re.search(r"điện\s*:\s*$", w) for _, w in lines)


_DAY_LABEL = r"(?:cập nhật|ngày đăng|đăng|ngày xuất bản|xuất bản)(?: (?:lần cuối|ngày|lúc|vào)){0,2}"
_CLOCK = r"\d{1,2}\s?[:h]\s?\d{2}(?::\d{2})?"
_LABELLED = re.compile(rf"(?i)\W*{_DAY_LABEL}\s*:?\s*(?:{_CLOCK}\W*)?\Z")
_PUBLISHED = re.compile(
    rf"(?i)\W*(?:{_DAY_LABEL}\s*:?\s*)?(?:{_CLOCK}\s*(?:[|,–-]\s*|(?=\d|ngày|thứ|chủ)))?(?:thứ \w+,? |chủ nhật,? )?"
    r"(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b"
)
"""`04/11/2024 09:15`, `Thứ ba, 18/3/2025 | 16:42`, `Cập nhật: 09:15 | 04/11/2024`, `Đăng ngày: 04/11/2024`."""


def labels_day(words: str) -> bool:
    """Tell whether a line of a news report only announces its day: `Cập nhật: 09:15`."""
    return _LABELLED.match(words) is not None


def news_date(lines: Sequence[Line]) -> Field[date]:
    """Return the day of publication of a news report: a line of its own that begins with a full date, behind its hour or a label."""
    for span, words in lines[:8]:
        m = _PUBLISHED.match(words)
        if m and len(words) < 80:
            when = parse_date(words)
            if when:
                return Field(when, Evidence("header.news.date", Span(span.start, span.start + m.end()), 0.9))
    return Field(None, Evidence("header.news.date", reason="không có ngày đăng"))


def voice(doc_type: str | None) -> str:
    """Return where papers of the type give orders; unknown types are read like directives."""
    kind = by_id().get(doc_type or "")
    return kind.voice if kind else "directive"


_SECRECY = {"mat": "Mật", "toi mat": "Tối mật", "tuyet mat": "Tuyệt mật"}


def stamped_secrecy(source: Source) -> str | None:
    """Return the secrecy mark that stands in capitals on a line of its own, anywhere in a source but in a table."""
    for block in source.blocks:
        words = block.text.strip(" .*[]()\t")
        if words.isupper() and fold(words) in _SECRECY:
            return _SECRECY[fold(words)]
    return None


def secrecy_of(lines: Sequence[Line]) -> str | None:
    """Return the secrecy mark that stands alone on a line of the head: Mật, Tối mật, Tuyệt mật."""
    for _, words in lines:
        mark = _SECRECY.get(fold(words).strip(" .*[]()"))
        if mark:
            return mark
    return None


def urgency_of(lines: Sequence[Line]) -> str | None:
    """Return the urgency mark that stands alone on a line of the head."""
    for _, words in lines:
        mark = {
            "khan": "Khẩn",
            "thuong khan": "Thượng khẩn",
            "hoa toc": "Hỏa tốc",
            "hoa toc hen gio": "Hỏa tốc hẹn giờ",
        }.get(fold(dashes(words)).strip(" .*[]()"))
        if mark:
            return mark
    return None
