"""The closing of a paper: Nơi nhận and the signature.

`T/M BAN THƯỜNG VỤ` / `PHÓ BÍ THƯ` / `K' Linh` → signed_for, signer_title, signer. Copies are for the record, never for tasks.
"""

import re
from collections.abc import Iterator, Sequence

from vbcli.lexicon.load import data
from vbcli.lexicon.spelling import spelling_of
from vbcli.model.document import Entry, Field
from vbcli.model.evidence import Span
from vbcli.parse.head_lines import Line, blank, found
from vbcli.parse.zones import MODE, SIGNED
from vbcli.text.fold import fold

_LISTED = re.compile(r"(?i)^\W*nơi nhận\s*:?\s*")
_NAME = re.compile(r"^[A-ZĐÀ-ỸÂÊÔĂƠƯ][\w'’]*\.?(?:\s?['’]?\s?[A-ZĐÀ-ỸÂÊÔĂƠƯ][\w'’]*){1,5}$")
_MODE = re.compile(rf"(?<!\w){MODE}\s?(?=[A-ZĐÀ-Ỹ])")


def copies_of(lines: Sequence[Line]) -> tuple[Entry, ...]:
    """Return the entries of Nơi nhận, one per dash; a line without a dash goes on with the entry above."""
    entries: list[Entry] = []
    inside = False
    for span, words in lines:
        head = _LISTED.match(words)
        if head:
            inside = True
            words, start = words[head.end() :], head.end()  # noqa: PLW2901
        else:
            start = 0
        if not inside or not words.strip():
            continue
        if SIGNED.match(words) or (words.isupper() and _post_in(words) and not words.startswith("-")):
            if entries:
                break
            continue
        if _FILE_CODE.match(words):
            continue
        dash = re.match(r"^\s*[-–—+•*]\s*", words)
        body = words[dash.end() :] if dash else words
        at = span.start + start + (dash.end() if dash else 0)
        if dash or not entries or _KEPT.match(body) or _is_closed(entries[-1].text, body):
            entries.append(Entry(body, Span(at, span.end)))
        elif _NAME.match(words):
            break
        else:
            entries[-1] = Entry(f"{entries[-1].text} {body}", Span(entries[-1].span.start, span.end))
    return tuple(split for e in entries for split in _split_up(e))


# (Mã HS: 000.00.02.H26-200803-0012)
_FILE_CODE = re.compile(r"^\(?\s*Mã (?:HS|hồ sơ)\b")
_CODE_BEHIND = re.compile(r"\s*\(\s*Mã (?:HS|hồ sơ)\b[^)]*\)?\s*$")
_KEPT = re.compile(r"Lưu\s*(?::|VT\b|VP\b|HS\b)")
_SPLIT = re.compile(r"(?<=[;.,])\s+[-–]\s*(?=[A-ZĐÀ-Ỹ])|(?<=;)\s+(?=Lưu\s*(?::|VT\b|VP\b|HS\b))")
# what a scan makes of a seal: words behind the letters of a file that are none, "Lưu: VT, éi đốt H n tgyền"
_SEAL = re.compile(r",\s+(?!(?:hồ|văn|các|cơ|chuyên|phòng|ban|sở|đơn|tổ|bản|như)\s)[a-zà-ỹđ]+(?:\s+\S+){2,}$")


def _is_closed(entry: str, below: str) -> bool:
    """Tell whether an entry ends above a line without a dash; a list behind a colon goes on."""
    return entry.endswith(";") and ":" not in entry and below[:1].isupper() and not _NAME.match(below)


def _split_up(entry: Entry) -> Iterator[Entry]:
    """Yield the entries that a reader put on one line, `- Như trên; - Lưu: VT`."""
    at = 0
    for chunk in _SPLIT.split(entry.text):
        begin = entry.text.index(chunk, at)
        at = begin + len(chunk)
        words = re.sub(r"\s*\./\.?\s*$", "", _CODE_BEHIND.sub("", chunk)).rstrip(" ,.;")
        words = _SEAL.sub("", words) if _KEPT.match(words) else words
        if words:
            yield Entry(words, Span(entry.span.start + begin, entry.span.start + begin + len(words)))


def signature_of(lines: Sequence[Line], *, ocr: bool = False) -> tuple[Field[str], Field[str], Field[str]]:
    """Return (signer, signer_title, signed_for); of a scan (`ocr`) only a post that is known is taken."""
    formulas: list[tuple[Span, str]] = []
    posts: list[tuple[Span, str]] = []
    name: tuple[Span, str] | None = None
    for span, words in lines:
        words = _SIGNED_BY.sub("", _HAS_SIGNED.sub("", words.strip(" *")))  # noqa: PLW2901
        words = _as_post(words) if ocr and not SIGNED.match(words) else words  # noqa: PLW2901
        if words.startswith(("-", "–", "+")) or _LISTED.match(words):
            continue
        if re.match(r"(?i)^\(?(đã ký|ký tên|chữ ký|ký, đóng dấu)", words) or re.match(
            r"(?i)^(ký bởi|người ký|cơ quan|thời gian ký|ngày ký|email)\s*:", words
        ):
            continue
        if SIGNED.match(words):
            name = None if not posts else name
            for formula, post in _split_formula(words):
                if formula:
                    formulas.append((span, formula))
                if post:
                    posts.append((span, post))
        elif words.isupper() and _post_in(words):
            posts.append((span, words))
        elif words.isupper() and formulas and not posts and len(words) < 70:
            formulas[-1] = (formulas[-1][0], f"{formulas[-1][1]} {words}")
        elif _NAME.match(words) and (formulas or posts) and name is None and not words.isupper():
            name = (span, words)
    signer = found(name[1], "closing.signer", name[0], 0.9) if name else blank("closing.signer")
    if name and ocr and len(name[1].split()) <= _HALF:
        signer = found(name[1], "closing.signer", name[0], 0.5, "tên có thể mất chữ vì dấu, chữ ký")
    title = found(_title(posts[-1][1]), "closing.post", posts[-1][0], 0.9) if posts else blank("closing.post")
    if posts and ocr and not _opens_with_post(posts[-1][1]):
        title = blank("closing.post", "chức vụ đọc không rõ")
    signed_for = (
        found(", ".join(_formula(f) for _, f in formulas), "closing.formula", formulas[0][0], 0.9)
        if formulas
        else blank("closing.formula")
    )
    return signer, title, signed_for


_HALF = 2
"""Syllables; a shorter name in a scan may be the rest of one."""
# Lê Thị Hoa – Đã ký · Đã ký: Lê Thị Hoa
_HAS_SIGNED = re.compile(r"(?i)(?<=\w)\s*(?:[-–:,]\s*\(?|\()\s*(?:đã ký|ký tên,? (?:và )?đóng dấu)\s*\)?[.\s]*$")
_SIGNED_BY = re.compile(r"(?i)^\(?đã ký\)?\s*:\s*(?=\S)")
_STRAY = re.compile(r"^\w{0,2}\W*\s+(?=[A-ZĐÀ-Ỹ]{2})|\s*[.,]\s*\S{0,3}$|\s+[a-zà-ỹ]{1,3}$")


def _as_post(words: str) -> str:
    """Return a line of a scan as the post that it is but for one letter, or the strays of a seal beside it: `Z2 GIÁM ĐỘC`, `PHÓ GIÁM ĐÓC. là`."""
    for bare in (words, *(_STRAY.sub("", words, count=k) for k in (1, 2))):
        key = fold(bare.strip(" .,*"))
        if not bare.isupper() or len(key) < _SHORTEST:
            continue
        for post in data("posts")["signing"]:
            if _one_letter_off(key, fold(post)):
                return str(post).upper()
    return words


_SHORTEST = 7
"""Letters of a post that may be misread in one of them."""


def _one_letter_off(a: str, b: str) -> bool:
    """Tell whether two words differ in one letter at most."""
    if abs(len(a) - len(b)) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[at + 1 :] == b[at + 1 :] or a[at:] == b[at + 1 :] or a[at + 1 :] == b[at:]


def _opens_with_post(words: str) -> bool:
    folded = fold(_MODE.sub("", words).strip(" ,.*"))
    return any(folded == p or folded.startswith(f"{p} ") for p in map(fold, data("posts")["signing"]))


def _post_in(words: str) -> bool:
    folded = fold(words)
    return any(re.search(rf"(?<!\w){re.escape(p)}(?!\w)", folded) for p in (fold(n) for n in data("posts")["signing"]))


def _split_formula(words: str) -> list[tuple[str, str]]:
    """Take `T/M BAN THƯỜNG VỤ BÍ THƯ` and `TM. UBND KT. CHỦ TỊCH PHÓ CHỦ TỊCH` apart: (formula, post) pairs."""
    out: list[tuple[str, str]] = []
    modes = list(_MODE.finditer(words))
    ends = [m.start() for m in modes[1:]] + [len(words)]
    for m, end in zip(modes, ends, strict=True):
        mode = _mode(m.group())
        body = words[m.end() : end].strip()
        if mode == "Q.":
            # who acts for the post: the post itself
            out.append(("", f"{mode} {body}") if _post_in(body) else (f"{mode} {body}", ""))
            continue
        post = ""
        deputy = mode in ("KT.", "K/T")
        for p in data("posts")["signing"]:
            at = re.search(rf"\s({re.escape(p.upper())})$", f" {body}")
            if (
                at
                and (fold(body) != fold(p))
                and not (
                    deputy
                    and not p.upper().startswith("PHÓ")
                    and body.upper().endswith(p.upper())
                    and body.upper().count(p.upper()) == 1
                )
            ):
                post = at.group(1)
                body = body[: len(body) - len(post)].strip(" ,")
                break
        out.append((f"{mode} {body}".strip(), post))
    return out


def _mode(words: str) -> str:
    """Return the letters of a formula in one of its two printed forms: `T.M` → `T/M`, `TM.` as it is."""
    letters = re.sub(r"\W", "", words)
    if letters in ("TUQ", "Q"):
        return f"{letters}."
    return f"{letters}." if words.startswith(letters) else "/".join(letters)


def _formula(words: str) -> str:
    m = _MODE.match(words)
    body = words[m.end() :] if m else words
    return f"{_mode(m.group())} {_title(body)}" if m else _title(body)


def _title(words: str) -> str:
    if not words.isupper():
        return words
    bare = words.strip(" ,*")
    # OCR loses the accents of capitals: PHO CHU TICH is a post all the same
    whole = next((p for p in data("posts")["signing"] if fold(p) == fold(bare)), None)
    if whole:
        return str(whole)
    misread = next((p for p in data("posts")["signing"] if fold(bare).startswith(f"{fold(p)} ")), None)
    if misread and not bare.lower().startswith(misread.lower()):
        return f"{misread} {spelling_of(bare[len(misread) :].strip())}"
    return spelling_of(bare)


def issuer_from_signature(signed_for: Field[str], body: str) -> Field[str]:
    """Return the issuer of a paper whose head is lost: the committee that the signature speaks for, with the level that its body gives it.

    `T/M BAN THƯỜNG VỤ` alone does not say whose; the body says `Thường trực Thị ủy yêu cầu`, `Bí thư Huyện ủy`.
    Who gets a copy says nothing.
    """
    formula = signed_for.value
    if formula is None or signed_for.evidence.span is None:
        return blank("header.issuer")
    own = re.findall(r"(?:Tỉnh|Thành|Huyện|Thị|Quận|Đảng) ủy", formula)
    bodies = own or re.findall(r"(?:Tỉnh|Thành|Huyện|Thị|Quận|Đảng) ủy", body)
    if re.search(r"(?i)(?<!ủy )ban thường vụ|ban chấp hành|thường trực", formula) and bodies:
        # the committee that is named most often, its subordinates aside
        own = own or [b for b in bodies if b != "Đảng ủy"] or bodies
        signing = re.findall(
            r"(?:Ban Thường vụ|BTV|Thường trực|Bí thư) ((?:Tỉnh|Thành|Huyện|Thị|Quận) ủy)",
            "" if own == bodies else body,
        )
        # of those that are named equally often, the first
        name = max(signing or own, key=(signing or own).count)
        return found(
            name, "header.issuer.signature", signed_for.evidence.span, 0.6, "suy từ phần ký, đầu văn bản không còn"
        )
    m = re.match(r"^(?:TM\.|T/M)\s+(.+)$", formula)
    if m:
        return found(
            m[1].split(",")[0],
            "header.issuer.signature",
            signed_for.evidence.span,
            0.6,
            "suy từ phần ký, đầu văn bản không còn",
        )
    return blank("header.issuer")
