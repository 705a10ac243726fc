"""Số và ký hiệu: every printed variant of a number to one canonical form.

Party: `07-NQ/TU`, hyphen, then slash. State: `45/TB-UBND`, `30/2020/NĐ-CP`, slash first; a State công văn bears no type: `4085/UBND-ĐT`.
In: words or a running text. Out: `Number` with the canonical key, or None where it is no number of a document.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from heapq import merge

from vbcli.lexicon.document_types import by_symbol, by_title, types
from vbcli.lexicon.load import data
from vbcli.text.fold import dashes, fold, nfc, strip_accents

_STROKES = str.maketrans("ÐƉ", "ĐĐ")
_NO = r"\d{1,5}(?:\.\d{1,2})?[a-zđA-ZĐ]?"
# A word of the sentence behind a dash, "45/KH-UBND-Sở Tài chính": one capital, and an accent on a small letter.
_ACCENTED = "àáâãèéêìíòóôõùúýăĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
_WORD = rf"[A-ZĐƯ][a-zđ]*[{_ACCENTED}]"
_GROUP = r"[A-ZĐƯ]\w*(?:\.\w+)*(?:\s?&\s?[A-ZĐƯ]\w*)*"
_TAIL = rf"(?!{_WORD})[A-ZĐƯ0-9]\w*(?:\.\w+)*(?:\s?&\s?[A-ZĐƯ]\w*)*"
# behind a colon stands the year of a standard, "QCVN 40:2011/BTNMT"
# 733-TB/TU · 45 /TB- UBND · 30/2020/NĐ-CP · 24/2026//NQ-CP
_PRINTED = re.compile(
    rf"(?<![\w/.,-])(?<![\dA-Z]:)(?P<no>{_NO})\s?(?P<sep>[-/])\s?(?:(?P<year>(?:19|20)\d\d)\s?/{{1,2}}\s?)?"
    rf"(?P<rest>{_GROUP}(?:\s?[-/]\s?{_TAIL})*)"
)
# What people type, and what is filled in by hand: separators may be lost or swapped.
_TYPED = re.compile(
    r"^(?P<no>\d{1,5}(?:\.\d{1,2})?(?:[A-ZĐ](?=\s*[-/\s]))?)\s*[-/]?\s*(?:(?P<year>(?:19|20)\d\d)\s*[-/]+\s*)?(?P<rest>[A-ZĐƯ][\w.&]*(?:\s*[-/&\s]\s*[A-ZĐƯ0-9][\w.&]*){0,5})$"
)
# What people add behind a number: "30/2020/NĐ-CP ngày 05/3/2020", "45/KH-UBND của UBND tỉnh"
_BEHIND = re.compile(
    r"(?<=\w)(?:\s*[,;(]\s*|\s+)(?:ngày|ngay|năm|nam|của|cua|về|ve|v/v)(?!\w).*$", re.IGNORECASE | re.DOTALL
)
# letters of a body that are not all capitals: TĐTN-PTr
_MIXED = re.compile(r"(?<![^\W_])[A-ZĐƯ]{2,}[a-zđ]{1,2}(?![^\W_])")
_STATE_ONLY = frozenset(("CP", "TTG", "UBND", "HĐND", "VPCP", "UBTVQH", "CTN", "VPUBND"))
"""Letters of bodies whose numbers are never written the way of the Party."""
_LETTERS = re.compile(r"[A-ZĐƯ0-9.& ]+")
# Luật số 87/2025/QH 15 · 64/2025QH 15: blanks and strokes that a scan gets wrong
_ASSEMBLY = re.compile(
    r"(?<![\w/.,-])(?P<no>\d{1,4})\s?/\s?(?P<year>(?:19|20)\d\d)\s?/?\s?(?P<house>UBTV)?QH\s?(?P<term>1\d)(?!\w)"
)
# letters of a body alone, "1432/KCB", "02/2026/VQYB-DA", no Roman figure
_LONE = re.compile(r"(?![IVX]+$)(?:TTg|[A-ZĐƯ][A-ZĐƯ0-9&.]{1,11})")
_GOES_ON = re.compile(r"\s*(?:[,;.):\]”\"]|$|\s(?:ngày|của|về|v/v|V/v|và|hoặc|do|gửi|tại)(?!\w)|\()")
_DATED = re.compile(r"\s*,?\s(?:ngày|của)(?!\w)")
_QUOC_HOI = re.compile(r"^(?:QH|UBTVQH)\d{1,2}$")
_LAW_YEAR = re.compile(r"^((?:bộ )?luật .+?)(?: năm)? ((?:19|20)\d\d)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """One số và ký hiệu, taken apart."""

    key: str
    """Canonical form."""
    start: int
    end: int
    """Half-open range in the text that was searched; of a shared list each number has its own digits."""
    doc_type: str | None
    """Key of the document type that its letters name; None for a State công văn."""
    issuer: str
    """Letters of the issuer: `TU`, `UBND`."""


@cache
def _party() -> frozenset[str]:
    return frozenset(s.upper() for s in data("issuers")["party"])


@cache
def _printed_case() -> dict[str, str]:
    issuers = data("issuers")
    return {s.upper(): s for s in (*issuers["party"], *issuers["state"])}


def is_body(letters: str) -> bool:
    """Tell whether the first letters are those of a body that is known: UBND, HU.

    >>> is_body("UBND-KT"), is_body("HK")
    (True, False)
    """
    return letters.split("-", maxsplit=1)[0].upper() in _printed_case()


@cache
def _sharing() -> re.Pattern[str]:
    """Numbers that share the letters of the last one: `số 126, 127-KL/TW`, `NQ 18 và 19/NQ-CP`, `từ số 12 đến số 15/QĐ-UBND`."""
    kinds = {t.rsplit(" ", 1)[-1] for t in (n for k in types() for n in k.titles)} | {"bản"}
    before = "|".join(sorted({"số", *kinds, *by_symbol()}, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{before})\s+(?P<list>(?:\d{{1,4}}\s?(?:,|;|và|đến)\s?(?:số\s)?)+)$", re.IGNORECASE)


@cache
def _glued() -> re.Pattern[str]:
    """Type and issuer without their hyphen: NĐCP, QĐUBND."""
    kinds = "|".join(sorted(by_symbol(), key=len, reverse=True))
    bodies = "|".join(sorted((re.escape(s.upper()) for s in data("issuers")["state"]), key=len, reverse=True))
    return re.compile(rf"^({kinds})({bodies})$")


@cache
def _framing() -> re.Pattern[str]:
    """Words behind which a number without the letters of a type is one all the same: `Công văn số`, `Báo cáo thẩm định số`, `Quyết định`."""
    kinds = sorted({n for t in types() if t.symbols for n in t.titles} | {"Văn bản"}, key=len, reverse=True)
    return re.compile(
        rf"(?<!\w)(?P<kind>{'|'.join(kinds)})(?P<counted>(?:\s+[a-zà-ỹđ]+){{0,3}}\s+số\s*:?)?\s*$", re.IGNORECASE
    )


def _framed(plain: str, m: re.Match[str], tokens: list[str]) -> tuple[str, str | None, str] | None:
    """Return what a number is that only the word of its type proves: `Công văn số 1432/KCB ngày …`, `Quyết định 12/TTg của …`."""
    if m["sep"] != "/" or not all(map(_LONE.fullmatch, tokens[:1])) or (len(tokens) > 1 and not m["year"]):
        return None
    frame = _framing().search(plain[max(0, m.start() - _BEFORE) : m.start()])
    if frame is None or not (_GOES_ON if frame["counted"] else _DATED).match(plain, m.end()):
        return None
    kind = by_symbol().get(tokens[0]) if len(tokens) == 1 else None
    if kind and fold(frame["kind"]) not in map(fold, kind.titles):
        return None  # Tờ trình số 83/TT: the rest of a number
    year = f"{m['year']}/" if m["year"] else ""
    letters = "-".join(_issuer_case(t) for t in tokens)
    return f"{_format_no(m['no'])}/{year}{letters}", kind.id if kind else None, "" if kind else tokens[0]


_BEFORE = 60
"""Characters in which the word of the type stands."""


def _issuer_case(token: str) -> str:
    token = re.sub(r"\s?&\s?", "&", token)
    known = _printed_case().get(token.upper())
    if known:
        return known
    return token.upper() if token.islower() else token


def _format_no(no: str) -> str:
    digits = re.match(r"\d+", no)
    if digits is None:
        return no
    return f"{int(digits.group()):02d}{no[digits.end() :]}"


def _compose(no: str, sep: str, year: str | None, tokens: list[str]) -> tuple[str, str | None, str] | None:
    """Return (key, document type, issuer letters), or None where the letters are those of no document."""
    tokens = [("TU" if t == "TƯ" else t) for t in tokens if t]
    if not tokens:
        return None
    head, number = tokens[0].upper(), _format_no(no)
    if year and _QUOC_HOI.match(head):
        return f"{number}/{year}/{head}", "luat" if head.startswith("QH") else None, head
    glued = _glued().match(head) if head not in by_symbol() else None
    if glued:
        tokens = [glued.group(1), glued.group(2), *tokens[1:]]
        head = tokens[0]
    kind = by_symbol().get(head)
    if kind and len(tokens) > 1:
        letters = next(s for s in kind.symbols if s.upper() == head)
        issuer = "-".join(_issuer_case(t) for t in tokens[1:])
        if year:
            return f"{number}/{year}/{letters}-{issuer}", kind.id, issuer
        if tokens[1].upper() in _party() or (sep == "-" and tokens[1].upper() not in _STATE_ONLY):
            return f"{number}-{letters}/{issuer}", kind.id, issuer
        return f"{number}/{letters}-{issuer}", kind.id, issuer
    letters_only = len(head) > 1 and tokens[0].isupper() and bool(_LETTERS.fullmatch(head))
    if sep == "/" and not year and len(tokens) > 1 and letters_only:
        return f"{number}/{'-'.join(_issuer_case(t) for t in tokens)}", None, tokens[0]
    return None


def find_numbers(text: str) -> Iterator[Number]:
    """Yield the numbers that stand in a running text, in order.

    Numbers that share the letters of a later one (`số 126, 127-KL/TW`) come each with their own digits.
    """
    plain = dashes(text).translate(_STROKES)
    for m in _candidates(plain):
        if m.re is _ASSEMBLY:
            house = f"{m['house'] or ''}QH{m['term']}"
            kind = None if m["house"] else "luat"
            yield Number(f"{_format_no(m['no'])}/{m['year']}/{house}", m.start(), m.end(), kind, house)
            continue
        tokens = [t.strip() for t in re.split(r"[-/]", m["rest"])]
        found = _compose(m["no"], m["sep"], m["year"], tokens)
        end = m.end()
        if found is None and len(tokens) > 1:
            # "số 45/TB-UBND-Sở": a dash that belongs to the sentence
            found = _compose(m["no"], m["sep"], m["year"], tokens[:2])
        found = found or _framed(plain, m, tokens)
        if found is None:
            continue
        key, kind, issuer = found
        shared = _sharing().search(plain[max(0, m.start() - 80) : m.start()])
        if shared:
            base = max(0, m.start() - 80) + shared.start("list")
            for digits in re.finditer(r"\d{1,4}", shared["list"]):
                twin = _compose(digits.group(), m["sep"], m["year"], tokens)
                if twin:
                    yield Number(twin[0], base + digits.start(), base + digits.end(), kind, issuer)
        yield Number(key, m.start(), end, kind, issuer)


def _candidates(plain: str) -> Iterator[re.Match[str]]:
    """Yield what is printed like a number, in order, none inside another."""
    assembly = list(_ASSEMBLY.finditer(plain)) if "QH" in plain else []
    taken = [m.span() for m in assembly]
    printed = (m for m in _PRINTED.finditer(plain) if not any(a <= m.start() < b for a, b in taken))
    yield from merge(printed, assembly, key=re.Match.start)


def canonical_number(words: str) -> str | None:
    """Return the canonical form of what a person typed or wrote by hand, None where it is no number.

    >>> canonical_number("733/TB-TU"), canonical_number("số 733 tb/tu"), canonical_number("Số ~~1309~~ CV/HU")
    ('733-TB/TU', '733-TB/TU', '1309-CV/HU')
    >>> canonical_number("30/2020/nđ-cp"), canonical_number("luật đất đai năm 2024")
    ('30/2020/NĐ-CP', 'Luật Đất đai 2024')
    """
    plain = dashes(nfc(words)).translate(_STROKES).replace("~~", "").strip(" .,;*")
    law = law_key(plain)
    if law:
        return law
    plain = _BEHIND.sub("", plain.replace("_", "-"))
    plain = re.sub(r"^(?:[^\d]*?\b)?(?:số|so|sô)\s*:?\s*(?=\d)", "", plain, flags=re.IGNORECASE)
    titles = "|".join(re.escape(t) for t in by_title())
    bare = re.match(rf"^(?:{titles})\s+(?=\d)", fold(plain))
    if bare:
        plain = plain[bare.end() :]
    m = _TYPED.match(_restore_stroke(plain.upper()))
    if m is None:
        return None
    printed = {t.upper(): t for t in _MIXED.findall(plain)}
    first, *others = [t.strip() for t in re.split(r"[-/\s]+", m["rest"].replace(" & ", "&")) if t.strip()]
    tokens = [first, *(printed.get(t, t) for t in others)]
    sep = "-" if re.match(r"^[\dA-ZĐ.]+\s*-", plain.upper()) else "/"
    found = _compose(m["no"].lower(), sep, m["year"], tokens)
    return found[0] if found else None


def _restore_stroke(upper: str) -> str:
    """Put the stroke of Đ back where letters are known only with it: QD → QĐ, ND-CP → NĐ-CP, HDND → HĐND."""
    if "Đ" in upper:
        return upper
    known = {strip_accents(s.upper()): s.upper() for s in ("QĐ", "NĐ", "HĐND", "CĐ", "ĐU", "BCĐ", "BGDĐT", "VPĐU")}
    return re.sub(r"[A-Z]+", lambda m: known.get(m.group(), m.group()), upper)


def law_key(words: str) -> str | None:
    """Return the canonical name of a law cited by name, None where the words are no law.

    >>> law_key("Luật đất đai (năm 2024)"), law_key("Luật Lâm nghiệp"), law_key("luật chơi")
    ('Luật Đất đai 2024', 'Luật Lâm nghiệp', None)
    """
    plain = " ".join(re.sub(r"[()]", " ", nfc(words)).split())
    m = _LAW_YEAR.match(plain)
    name, year = (m[1], m[2]) if m else (plain, None)
    known = _law_names().get(fold(name))
    if known:
        return f"{known} {year}" if year else known
    return None


@cache
def _law_names() -> dict[str, str]:
    return {fold(n): n for n in data("laws")["names"]}


def match_key(key: str) -> str:
    """Return the comparison key of a canonical number: ASCII, upper case, bars between its groups.

    >>> match_key("733-TB/TU"), match_key("07/2020/NĐ-CP"), match_key("Luật Đất đai 2024")
    ('733|TB|TU', '7|2020|ND|CP', 'LUAT|DAT|DAI|2024')
    """
    groups = re.findall(r"[A-Z0-9.&]+", strip_accents(key).upper())
    return "|".join(str(int(g)) if g.isdigit() else g for g in groups)
