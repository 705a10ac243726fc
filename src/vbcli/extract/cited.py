"""One citation taken apart: type, number, date, issuer, and the words that it takes.

In: the words of a paragraph. Out: `Cited` in text order; what they mean to the paper is told in `references`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from vbcli.extract.cited_issuers import Issuer, issuer_before, issuer_behind
from vbcli.lexicon.document_types import by_id, types
from vbcli.lexicon.load import data
from vbcli.lexicon.numbers import Number, find_numbers, is_body, law_key
from vbcli.lexicon.unit_names import find_units
from vbcli.text.dates import DATE, make_date
from vbcli.text.fold import nfc

LIST = re.compile(r"^[\s,;)]*(?:và|hoặc|cùng|cùng với|cũng như|với|đến)?\s*(?:các|những)?\s*(?:số)?\s*$")
"""Between two members of one list: `A, B và số C`."""
_DATED = re.compile(
    rf"[\s\f]*,?[\s\f]*(?P<open>\()?(?:(?:ký|ban hành|cùng)[\s\f]+)?ngày[\s\f]+{DATE}(?!\d)(?(open)\s*\))",
    re.IGNORECASE,
)
# "Ngày 26/02/2025, Cục Thuế tỉnh A có | Thông báo số …", "Ngày 10/10/2024, tại | Công văn số …"
_DAY_BEFORE = re.compile(
    rf"(?:^|[.;:]\s|[-+(]\s?)\W*(?:Vào\s+|vào\s+)?[Nn]gày\s+{DATE}\s*,\s*(?:(?P<who>[^.;:,]{{3,140}}?)\s+(?:đã\s+|vừa\s+)?(?:có|ban hành)|tại)\s+$"
)
_SAME_DAY = re.compile(r"^\W*cùng\s", re.IGNORECASE)
_ASSEMBLY = ("QH", "UBTVQH")
_MANY = ("UBND", "HĐND", "TU", "HU", "QU", "ĐU", "ThU", "MTTQ", "BCĐ", "VP")
"""Letters that many bodies bear."""
_LAW_WORD = re.compile(r"(?<!\w)(?:Bộ luật|Bộ Luật|BỘ LUẬT|Luật|LUẬT|Pháp lệnh|PHÁP LỆNH)(?=\s)(?!\s+(?:số|Số|SỐ)\s)")
_TITLE_TAIL = re.compile(
    r"^(?!.*\sđược\s(?:sửa|thay|bổ))[^.;:()/“”]{3,}?\s*,?\s*(?:\(\s*(?:Luật|luật)\s*)?(?:(?:số|Số|SỐ)\s*:?\s*)?$"
)
_AMENDING = re.compile(r"^\S+(?:\s+luật)?\s+sửa đổi", re.IGNORECASE)
_LEFT, _TITLE, _AMENDING_TITLE = 60, 120, 500
"""Characters before a number in which its type, the title of its law, the title of a law that amends others may stand."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A paper that is named, with the range of words that name it."""

    start: int
    end: int
    key: str
    doc_type: str | None
    issued_on: date | None
    issuer: Issuer | None
    rule: str
    confidence: float
    letters: str = ""
    """Of the issuer, in the number."""
    same_day: bool = False
    """`cùng ngày …`: the date is that of the whole list."""


@cache
def _type_before() -> re.Pattern[str]:
    names = sorted({n for t in types() for n in (t.name, *t.titles)} | {"văn bản", "Văn bản"}, key=len, reverse=True)
    letters = sorted({s for t in types() for s in t.symbols if len(s) > 1}, key=len, reverse=True)
    return re.compile(
        rf"(?<!\w)(?P<type>{'|'.join(map(re.escape, names))}|(?-i:{'|'.join(letters)})(?=\s))(?:\s+liên\s+tịch)?[\s\f]*(?:số|Số)?[\s\f:]*$",
        re.IGNORECASE,
    )


# Báo cáo thẩm định (lần 2) số 215/BC-STP
_TYPE_FAR = re.compile(r"(?<!\w)(?P<type>[A-ZĐ][a-zà-ỹđ]+(?:\s[a-zà-ỹđ]+){0,7}?)(?:\s+\(lần \d+\))?\s+số\s*:?\s*$")


@cache
def type_ids() -> dict[str, str]:
    """Return the key of each type by its printed name, lower case."""
    return {n.lower(): t.id for t in types() for n in (*t.symbols, t.name, *t.titles)}


@cache
def _known_laws() -> str:
    return "|".join(
        re.escape(n).replace(r"\ ", r"[\s\f]+") for n in sorted(data("laws")["names"], key=len, reverse=True)
    )


_YEAR = r"(?:[\s\f]+(?P<open>\()?(?:năm[\s\f]+)?(?P<year>(?:19|20)\d\d)(?(open)\))(?!\s*[-–]\s*\d))?"
# "pháp luật đất đai", "kỷ luật cán bộ" name no law
_NO_LAW = r"(?<!\w)(?<!pháp\s)(?<!Pháp\s)(?<!kỷ\s)(?<!quy\s)(?<!theo luật\s)"


@cache
def _law() -> re.Pattern[str]:
    return re.compile(rf"{_NO_LAW}(?P<name>{_known_laws()})(?!\s+\(?sửa đổi\)?){_YEAR}(?!\w)", re.IGNORECASE)


@cache
def _amending_law() -> re.Pattern[str]:
    """Luật sửa đổi, bổ sung một số điều của Luật A, Luật B năm 2025: one law."""
    one = rf"(?:{_known_laws()})"
    return re.compile(
        rf"(?<!\w)(?P<name>(?:Bộ luật|Luật)\s+sửa đổi,?\s+bổ sung\s+(?:(?:một số|các)\s+điều\s+)?(?:của\s+)?{one}"
        rf"(?:(?:\s*,\s*|\s+và\s+|,\s+và\s+){one})*){_YEAR}(?!\w)",
        re.IGNORECASE,
    )


_ANY_LAW = re.compile(
    r"(?<!\w)(?P<name>(?:Luật|Bộ luật|Pháp lệnh)[\s\f]+[A-ZĐÀ-ỸĂÂÊÔƠƯ]\w*(?:[\s\f]+(?!năm\b|ngày\b|số\b|của\b|và\b(?!(?:\s[a-zà-ỹđ]\w*){1,4}\s+năm)|và\s+(?:các|những|kế hoạch|chương trình|văn bản|nghị)\b)[a-zà-ỹđ]\w*|,[\s\f]+[a-zà-ỹđ]\w*){0,9}?)[\s\f]+(?P<open>\()?năm[\s\f]+(?P<year>(?:19|20)\d\d)(?(open)\))"
)


def cited_in(words: str) -> list[Cited]:
    """Return the papers that the words of a paragraph name, in order."""
    numbered = _with_shared(words, list(_numbered(words)))
    taken = [(c.start, c.end) for c in numbered]
    named = []
    for law in _laws(words):
        if not any(a < law.end and law.start < b for a, b in taken):
            taken.append((law.start, law.end))
            named.append(law)
    return sorted((*numbered, *named), key=lambda c: c.start)


def _numbered(words: str) -> Iterator[Cited]:
    numbers = list(find_numbers(words))
    before: tuple[Number, str | None, Issuer | None] | None = None
    end_before = 0
    for i, n in enumerate(numbers):
        after = numbers[i + 1].start if i + 1 < len(numbers) else len(words)
        left = words[max(end_before, n.start - _LEFT) : n.start]
        named = _type_before().search(left)
        word = type_ids().get(" ".join(named["type"].lower().split())) if named else None
        if named is None and n.doc_type:
            far = _TYPE_FAR.search(left)
            named = far if far and far["type"].startswith(f"{by_id()[n.doc_type].name} ") else None
        start = n.start - (len(left) - named.start()) if named else n.start
        listed = before is not None and LIST.match(words[end_before:start]) is not None
        if named is None and listed and before and before[0].issuer == n.issuer:
            word = before[1]
        start = _title_start(words, end_before, n, start, word)
        found = _tail(words, n, start, after, word)
        if found.issuer is None:
            given = before[2] if listed and before and before[2] and before[0].issuer == n.issuer else None
            given = given if given and given.before else None
            found = replace(found, issuer=given or issuer_before(words[end_before:start], n.issuer))
        if found.issued_on is None:
            found = replace(found, issued_on=_day_before(words[end_before:start], n))
        before, end_before = (n, word, found.issuer), found.end
        confidence = 0.97 if named or found.start < n.start else 0.85
        yield replace(found, confidence=confidence)


def _title_start(words: str, limit: int, n: Number, start: int, word: str | None) -> int:
    """Return where the title of a law begins whose number stands behind it: `Luật Thủ đô số 39/2024/QH15`."""
    if not n.issuer.startswith(_ASSEMBLY) or word not in (None, "luat", "phap_lenh"):
        return start
    base = max(limit, n.start - _AMENDING_TITLE)
    left = words[base : n.start]
    openings = [m.start() for m in _LAW_WORD.finditer(left) if _TITLE_TAIL.match(left[m.end() :])]
    amending = [at for at in openings if _AMENDING.match(left[at:])]
    if amending:
        return base + amending[0]
    near = [at for at in openings if len(left) - at <= _TITLE]
    if not near:
        return start
    at = near[-1]
    twin = re.search(r"(?:Luật|LUẬT)\s+$", left[:at])  # Luật Luật sư
    return base + (twin.start() if twin else at)


def _kind(n: Number, word: str | None) -> str | None:
    if word == "cong_van" and not is_body(n.issuer):
        return word  # 22/CT-HK of Cục Thuế: what looks like the letters of a type are those of a body
    if word and word != n.doc_type:
        # Quyết định and Quy định share QĐ, and 37/2021/QH15 bears no letters of a type: the printed word decides.
        shared = n.issuer.startswith(_ASSEMBLY) or {word, n.doc_type} <= {"quyet_dinh", "quy_dinh"}
        if n.doc_type is None or shared:
            return word
    if n.doc_type is None and word is None and not n.issuer.startswith(_ASSEMBLY):
        return "cong_van"  # a letter is numbered without letters of a type
    return n.doc_type


def _tail(words: str, n: Number, start: int, after: int, word: str | None) -> Cited:
    """Read the date and the issuer behind a number; nothing of it reaches the next one."""
    end, when, same = n.end, None, False
    dated = _DATED.match(words, end)
    if dated and dated.end() <= after:
        when, end, same = _day_of(n, dated), dated.end(), _SAME_DAY.match(dated.group()) is not None
    issuer = issuer_behind(words, end, after)
    if issuer:
        end = issuer.end
        late = _DATED.match(words, end)
        if when is None and late and late.end() <= after:
            when, end = _day_of(n, late), late.end()
    return Cited(start, end, n.key, _kind(n, word), when, issuer, "reference.number", 0.85, n.issuer, same)


def _day_before(left: str, n: Number) -> date | None:
    """Return the day on which somebody issued the paper that is named right behind: `Ngày 26/02/2025, Cục Thuế có …`."""
    m = _DAY_BEFORE.search(left)
    if m is None:
        return None
    who = re.sub(r"\s*\([^()]*\)$", "", m["who"] or "")
    # who acts is all that stands between: "Ngày …, Sở Y tế nhận được", "… họp với Sở Nội vụ có" are other events
    if who and not any(u.start == 0 and u.end == len(who) for u in find_units(who)):
        return None
    return _day_of(n, m)


def _day_of(n: Number, dated: re.Match[str]) -> date | None:
    """Return the day of a paper; one that is not of the year in its number (95/2024/NĐ-CP) is misprinted."""
    year = re.search(r"/((?:19|20)\d\d)/", n.key)
    return _date(dated) if year is None or year[1] == dated["year"] else None


def _date(m: re.Match[str] | None) -> date | None:
    return make_date(int(m["year"]), int(m["month"]), int(m["day"])) if m else None


def _with_shared(words: str, found: list[Cited]) -> list[Cited]:
    """Give the members of a list what its last one says for all: the issuer of the same letters, `cùng ngày …`."""
    for i in range(len(found) - 2, -1, -1):
        one, behind = found[i], found[i + 1]
        if one.letters != behind.letters or not LIST.match(words[one.end : behind.start]):
            continue
        # UBND tỉnh and UBND huyện bear the same letters
        if one.doc_type != behind.doc_type and one.letters.split("-", maxsplit=1)[0] in _MANY:
            continue
        if one.issuer is None and behind.issuer and not behind.issuer.before:
            one = replace(one, issuer=behind.issuer)
        if one.issued_on is None and behind.same_day:
            one = replace(one, issued_on=behind.issued_on, same_day=True)
        found[i] = one
    return found


@cache
def _behind_law() -> re.Pattern[str]:
    """Return what may stand behind the name of a law; other small words are of another name: Luật Đầu tư | ra nước ngoài."""
    words = [*data("laws")["behind"], *data("verbs")["doing"]]
    behind = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))
    on = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in data("laws")["beyond"])
    return re.compile(rf"\s+(?!(?i:{on})(?!\w))(?:(?i:{behind})(?!\w)|[^a-zà-ỹđ])|\s*(?:[^\w\s]|$)")


def _named_laws(words: str) -> Iterator[re.Match[str]]:
    """Yield the laws that are known by name, each with all of its name."""
    for m in _law().finditer(words):
        if m["year"] or m["name"].isupper() or _behind_law().match(words, m.end()):
            yield m


def _laws(words: str) -> Iterator[Cited]:
    for m in (*_amending_law().finditer(words), *_named_laws(words), *_ANY_LAW.finditer(words)):
        if re.match(r"\s*(?:số|Số)\s*\d", words[m.end() :]):
            continue
        name, year, end = nfc(" ".join(m["name"].split())), m["year"], m.end()
        name = re.sub(r"(?i)^(luật|bộ luật) sửa đổi", lambda w: f"{w[1].capitalize()} sửa đổi", name)
        dated = _DATED.match(words, end) if year is None else None
        if dated:
            year, end = dated["year"], dated.end()
        key = law_key(f"{name} {year}" if year else name) or (f"{name} {year}" if year else name)
        house = Issuer("Quốc hội", end, before=False) if key.startswith(("Luật", "Bộ luật")) else None
        yield Cited(m.start(), end, key, "luat", _date(dated), house, "reference.law", 0.9)
