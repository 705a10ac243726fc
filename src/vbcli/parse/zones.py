"""Pieces → parts: where a paper begins among the notices of a portal, and where head, body, closing and annexes divide.

Only words and order decide; a lost head or closing leaves its part empty.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from vbcli.lexicon.document_types import by_title
from vbcli.lexicon.load import data
from vbcli.lexicon.unit_names import find_units
from vbcli.parse.marks import mark_of
from vbcli.parse.piece import Piece
from vbcli.text.fold import fold, unify_tones

_ENDED = re.compile(r"[.;:,…!?][”\")*]*\s*$")
_WHOM = r"(?:CH[ỦU] T|BỘ TR|GIÁM|CỤC TR|CHI CỤC|TỔNG|CHÁNH|TRƯỞNG|TH[ỦU] T|VIỆN|HIỆU|BÍ TH|CHỈ HUY|THỐNG|[ỦU][YỶ] BAN|UBND|HỘI ĐỒNG|BAN )"
MODE = rf"(?:(?:T/M|K/T|T/L|[TK]\.[TML]\b|T\.U\.Q\b|(?:TM|KT|TL|TUQ|Q)(?=[./]))[./]{{0,2}}|(?:TM|KT|TL|TUQ)(?:\s?,|\s\.)(?=\s?{_WHOM}))"
"""For whom somebody signs: `TM.`, `T/M`, `T.M`, `KT.`, `TUQ.`, `Q.`; `KT,` and `KT .` of a scan."""
SIGNED = re.compile(rf"^{MODE}\s?[A-ZĐÀ-Ỹ]")
_BASIS = re.compile(
    r"^(can cu|xet |theo de nghi|thuc hien |de |nham |trong |sau khi|ngay \d|tu ngay|vua qua|hien nay|tiep theo|phuc dap|tra loi )"
)
_OPENING = 5
"""Pieces in which an annex kept by itself says that it is one."""
_HEAD_MAX = 45
"""Pieces that a head may have at most, addressees included."""


@dataclass(frozen=True, slots=True)
class Zones:
    """Half-open ranges of piece indices."""

    head: range
    body: range
    closing: range
    annex: range
    news: bool = False
    """No head, no closing, no addressees: a report of a meeting."""
    noise: frozenset[int] = frozenset()
    """Pieces that stay in the text and say nothing: captions and bylines of a report."""


@cache
def _layout(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in data("layout")[name]))


def is_noise(words: str, *, saved: bool = True) -> bool:
    """Tell whether a line belongs to a signing tool or, in a page `saved` from the web, to a portal or a newspaper."""
    folded = fold(words)
    return bool(_layout("stamp").search(folded) or (saved and _layout("noise").search(folded)))


def is_motto(words: str) -> bool:
    """Tell whether a line is the national motto or the name of the Party."""
    return bool(_layout("motto").search(re.sub(r"\bcong san\b", "cong san", fold(words)))) and len(words) < 60


def is_addressed(words: str) -> bool:
    """Tell whether a line opens the list of addressees."""
    return bool(_layout("addressed").search(fold(words))) and len(words) < 400


def title_type(words: str) -> str | None:
    """Return the folded title of a document type that a line consists of, None where it is something else."""
    key = fold(words).strip(" .:*-")
    stamped = None if key in by_title() else _STAMPED.match(words)
    key = fold(stamped["title"]) if stamped else key
    return key if key in by_title() else None


# the stamp of who received the paper, on the line of its title: "THÔNG TƯ Kính chuyển"
_STAMPED = re.compile(r"^(?P<title>[^a-z]{5,40}?)\s+(?:K[ií]nh chuy[eểê]n|Giờ|Ngày|Đến ngày|Đến)(?!\w)[^a-zà-ỹ]{0,25}$")


def closing_line(words: str) -> bool:
    """Tell whether a line opens a closing: Nơi nhận, or for whom somebody signs."""
    return bool(_layout("closing").match(fold(words)) or (SIGNED.match(words) and len(words) < _FORMULA))


_FORMULA = 90
"""Characters; a longer line only speaks of who signs."""


def zones(pieces: Sequence[Piece], *, portal: bool = False, whole_head: bool = False) -> Zones:
    """Return where the parts of a paper stand among its pieces.

    Only a page saved from a portal has words that are not the paper's, above its head (unless `whole_head`) and below its annexes.
    """
    texts = [p.text for p in pieces]
    n = len(texts)
    motto = next((i for i, t in enumerate(texts) if is_motto(t)), None)
    start = _headless_start(texts) if motto is None else _issuer_start(pieces, texts, motto, portal=portal)
    start = 0 if whole_head else start
    closing = _closing(texts, start)
    body = _body_start(pieces, texts, start, closing)
    end = _closing_end(pieces, texts, closing)
    annex = _annex(pieces, texts, end, portal=portal)
    if not (annex or portal):
        end = n
    formal = any(
        is_addressed(t) or title_type(t) or re.match(r"(?i)^số\s*:?\s*\d*\s*[-/]", t) for t in texts[:_HEAD_MAX]
    )
    whole = motto is not None or closing < n or formal
    if not whole and any(_layout("annex").match(fold(t)) or _FORWARDED.match(fold(t)) for t in texts[:_OPENING]):
        return Zones(range(0), range(0), range(0), range(n))
    news = not whole
    return Zones(range(start, body), range(body, closing), range(closing, end), annex, news)


def _headless_start(texts: list[str]) -> int:
    """Return where a paper without motto begins: behind the table that a portal sets before it, else at once."""
    labels = [
        i
        for i, t in enumerate(texts[:80])
        if re.match(
            r"^(?:so hieu|loai van ban|noi ban hanh|nguoi ky|ngay ban hanh|ngay hieu luc|tinh trang)\s*:", fold(t)
        )
    ]
    return labels[-1] + 2 if len(labels) > 2 else 0


def _issuer_start(pieces: Sequence[Piece], texts: list[str], motto: int, *, portal: bool) -> int:
    """Walk back from the motto over the left column: issuer, number, subject of a letter."""
    i = motto
    while i > 0 and motto - i < 12:
        before = texts[i - 1]
        if is_noise(before, saved=portal) or (
            pieces[i - 1].column != 0
            and (len(before) > 140 or before.rstrip().endswith((".", ":", "…")))
            and not re.match(r"(?i)^s[ốôo]\s*:$", before)  # the figures stand on the next line
        ):
            break
        i -= 1
    while i < motto and not (_in_capitals(texts[i]) or pieces[i].column == 0):
        i += 1
    return i


def _in_capitals(words: str) -> bool:
    letters = [c for c in words if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) > 0.8 * len(letters)


def _closing(texts: list[str], start: int) -> int:
    listed = next(
        (i for i in range(start, len(texts)) if _layout("closing").match(fold(texts[i])) and i > start + 2), None
    )
    signed = next(
        (i for i in range(start, len(texts)) if SIGNED.match(texts[i]) and len(texts[i]) < 90 and i > start + 2), None
    )
    if listed is None and signed is None:
        return len(texts)
    if listed is None:
        return signed if signed is not None else len(texts)
    # a signature may stand before the list of copies (columns read in another order)
    if signed is not None and 0 < listed - signed <= 8:
        return signed
    # the name of the signer and the post may stand above Nơi nhận in the right column
    return listed


def _body_start(pieces: Sequence[Piece], texts: list[str], start: int, closing: int) -> int:
    limit = min(closing, start + _HEAD_MAX)
    addressed = next((i for i in range(start, limit) if is_addressed(texts[i])), None)
    if addressed is not None:
        i = addressed + 1
        while i < limit and _is_addressee(texts, i, addressed):
            i += 1
        return i
    title = next((i for i in range(start, limit) if title_type(texts[i])), None)
    i = start if title is None else title + 1
    while i < limit and not _opens_body(texts[i], pieces[i], after_title=title is not None and i > title):
        i += 1
    return i if i < limit else (start if title is None else title + 1)


def _is_addressee(texts: list[str], i: int, addressed: int) -> bool:
    """Tell whether piece `i` still belongs to the list of addressees that opens at `addressed`."""
    words = texts[i]
    mark = mark_of(words)
    if is_addressee_note(words):
        return True
    if i == addressed + 1 and texts[addressed].rstrip().endswith("."):
        return False  # "Kính gửi: Các phòng, ban thuộc huyện." is complete
    noted = is_addressee_note(texts[i - 1])
    before = next((t for t in reversed(texts[addressed:i]) if not is_addressee_note(t)), texts[addressed]).rstrip()
    if mark and mark.style in ("dash", "plus", "bullet"):
        return len(words) < 400 and not (before.endswith(".") and _is_order(words[mark.end :]))
    if mark or (noted and not _is_body_of(words)):
        return False  # unmarked behind a note: the letter begins
    opener = texts[addressed].rstrip()
    if i > addressed + 1 and before.endswith(".") and not (mark_of(before) and not noted):
        return False  # a full stop ends a list without marks
    bare = bool(re.search(r"(?i)(gửi|trình|điện)\s*:?$", opener))
    if bare and all(not mark_of(t) for t in texts[addressed + 1 : i]):
        # an unmarked addressee right behind "Kính gửi:"
        return (
            len(words) < 300
            and not _BASIS.match(fold(words))
            and (i == addressed + 1 or noted or _ENDED.search(texts[i - 1]) is not None)
            and not _long_prose(words)
        )
    return False


_NOTE = re.compile(
    r"^\((?:dia chi|ma so thue|mst|dien thoai|dt|email|e-mail|fax|qua|thong qua|so nha|noi nhan|de (?:bao cao|biet|phoi hop|thuc hien)|goi (?:chung|tat) la)\b.*\)[\s.,;]*$"
)


def is_addressee_note(words: str) -> bool:
    """Tell whether a line in brackets says where or how an addressee is reached: `(Địa chỉ: 12 Lê Lợi)`, `(qua Văn phòng Sở)`."""
    return words.startswith("(") and len(words) < _NOTED and _NOTE.match(fold(words)) is not None


_NOTED = 250
"""Characters."""


def _is_body_of(words: str) -> bool:
    """Tell whether a line is the name of a body and nothing else."""
    bare = words.rstrip(" .,;")
    return any(u.start == 0 and u.end >= len(bare) for u in find_units(bare))


def _is_order(words: str) -> bool:
    """Tell whether a line begins with what is to be done, no body: `Rà soát trang thiết bị`."""
    first = unify_tones(words[:60]).lower()
    return any(first.startswith(f"{v} ") for v in data("verbs")["doing"]) and not any(
        u.start == 0 for u in find_units(words)
    )


def _long_prose(words: str) -> bool:
    return len(words) > 160 and "." in words[:-2]


def _opens_body(words: str, piece: Piece, *, after_title: bool) -> bool:
    folded = fold(words)
    if re.match(r"^(so\s*:?|ve viec|v/v|\*)", folded) or is_motto(words) or title_type(words):
        return False
    if piece.table is not None and piece.column is None:
        return True
    if re.match(r"^can cu|^xet |^dieu 1", folded):
        return True
    mark = mark_of(words)
    if mark and mark.style != "bullet":
        return True
    if piece.column is not None:
        return False
    ended = bool(_ENDED.search(words))
    if after_title:
        return ended and not piece.bold and not words.isupper() and (len(words) > 50 or bool(_BASIS.match(folded)))
    return ended and len(words) > 60 and not words.isupper()


_NAME = re.compile(r"^(?:[A-ZĐÀ-Ỹ][\w'’]*\.?\s?['’]?\s?){2,6}$")


def _closing_end(pieces: Sequence[Piece], texts: list[str], closing: int) -> int:
    """Return the index behind the closing: copies, signature formula, post, name."""
    i, seen_sign, seen_name = closing, False, False
    bound = _next_opening(pieces, texts, closing)
    while i < bound:
        words = texts[i]
        if _layout("tail").search(fold(words)) or (
            _layout("annex").match(fold(words))
            and i > closing + 1
            and not mark_of(words.replace("Phụ lục", "").replace("PHỤ LỤC", ""))
        ):
            break
        if pieces[i].table is not None:
            break
        signed = bool(SIGNED.match(words))
        if (
            seen_name
            and not signed
            and pieces[i].column != 0
            and not words.startswith("-")
            and not _layout("closing").match(fold(words))
            and i > closing
        ):
            break
        if seen_sign and not signed and _NAME.match(words) and not words.isupper():
            seen_name = pieces[i].column is None or not any(p.column is not None for p in pieces[i + 1 : i + 2])
        seen_sign = seen_sign or signed or (words.isupper() and len(words) < 60)
        i += 1
        if i - closing > 80:
            break
    return i


def _next_opening(pieces: Sequence[Piece], texts: list[str], closing: int) -> int:
    """Return where something new opens behind a closing, whatever its columns made of the order: a head, a title with what it comes with, a chapter."""
    for i in range(closing + 2, len(texts)):
        if _opens_part(texts[i]):
            return i
        if is_motto(texts[i]):
            return issuer_start_below(pieces, texts, i, closing + 1)
        if _forwarded(texts, i) and not is_post(texts[i]):
            return i
    return len(texts)


def _opens_part(words: str) -> bool:
    mark = mark_of(words)
    return mark is not None and mark.style in ("part", "chapter", "article")


_SIGNER = re.compile(r"^(?:[A-ZĐÀ-Ỹ][a-zà-ỹ]*['’]?\s?['’]?\s?){2,6}$")
_COPIED = re.compile(r"^\W*(?:luu|nhu (?:tren|dieu|kinh gui))\b|^\(?(?:da ky|ky ten|chu ky)")


@cache
def _posts() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(fold(p)) for p in data("posts")["signing"]))


def is_post(words: str) -> bool:
    """Tell whether a line in capitals is the post of who signs: PHÓ CHỦ TỊCH."""
    return words.isupper() and bool(SIGNED.match(words) or _posts().fullmatch(fold(words).strip(" .,*")))


def issuer_start_below(pieces: Sequence[Piece], texts: Sequence[str], motto: int, floor: int) -> int:
    """Walk back from a motto over the left column of its head, down to `floor` or to where the closing above ends."""
    i = motto
    beside = pieces[motto].column
    while i > floor and motto - i < _ISSUER_ROWS:
        before, above = texts[i - 1], pieces[i - 1]
        if beside and above.column == 0 and above.page == pieces[motto].page:
            i -= 1
            continue
        if (
            (beside and i < motto)
            or above.table is not None
            or above.page != pieces[motto].page
            or before.startswith(("-", "+"))
            or before.rstrip().endswith((".", "…"))
            or _SIGNER.match(before)
            or _layout("closing").match(fold(before))
            or _COPIED.match(fold(before))
            or is_post(before)
        ):
            break
        i -= 1
    return i


_ISSUER_ROWS = 8
"""Lines that a left column may have above the motto: superior, issuer, number, subject."""
_FORWARDED = re.compile(r"^\(?(?:ban hanh )?kem theo ")


_SAYS = 60
"""Characters; what is shorter behind a closing is a stamp or a name."""


def _forwarded(texts: Sequence[str], i: int) -> bool:
    """Tell whether a line in capitals is the title of what the paper forwards: `(Ban hành kèm theo Quyết định số …)` stands below it."""
    if not _in_capitals(texts[i]) or SIGNED.match(texts[i]):
        return False
    below = next((t for t in texts[i + 1 : i + 4] if not _in_capitals(t)), "")
    return bool(_FORWARDED.match(fold(below)))


def _annex(pieces: Sequence[Piece], texts: list[str], end: int, *, portal: bool) -> range:
    """Return the pieces of the annexes: what follows the closing under a title of its own, up to a portal's tail.

    Where no portal added words, all that follows is the paper's; without a title it is an annex if it says anything.
    """
    first = next(
        (
            i
            for i in range(end, len(texts))
            if pieces[i].table is not None
            or _forwarded(texts, i)
            or (i == end and _opens_part(texts[i]))
            or (
                len(texts[i]) < 120
                and (_layout("annex").match(fold(texts[i])) or title_type(texts[i]) or is_motto(texts[i]))
            )
        ),
        None,
    )
    if not portal:
        said = first is not None or any(mark_of(t) or len(t) > _SAYS for t in texts[end:])
        return range(end, len(texts)) if said else range(end, end)
    if first is None or first > end + 12:
        return range(end, end)
    last = next((i for i in range(first, len(texts)) if _layout("tail").search(fold(texts[i]))), len(texts))
    return range(first, last)
