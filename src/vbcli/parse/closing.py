"""The closing of a paper: Nơi nhận and the signature.

`T/M BAN THƯỜNG VỤ` / `PHÓ BÍ THƯ` / `K' Linh` → signed_for, signer_title, signer. Copies are for the record, never for tasks.
"""

import re
from collections.abc import Sequence

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
        dash = re.match(r"^\s*[-–—+•*]\s*", words)
        body = words[dash.end() :] if dash else words
        at = span.start + start + (dash.end() if dash else 0)
        if not dash and entries and not entries[-1].text.endswith((".", ";")) and not _NAME.match(words):
            last = entries.pop()
            entries.append(Entry(f"{last.text} {body}", Span(last.span.start, span.end)))
        elif dash or not entries:
            entries.append(Entry(body, Span(at, span.end)))
        elif _NAME.match(words):
            break
        else:
            entries[-1] = Entry(f"{entries[-1].text} {body}", Span(entries[-1].span.start, span.end))
    split: list[Entry] = []
    for e in entries:
        # several entries that a reader put on one line: "- Như trên; - Lưu: VT."
        at = 0
        for chunk in re.split(r"(?<=[;.,])\s+[-–]\s*(?=[A-ZĐÀ-Ỹ])", e.text):
            begin = e.text.index(chunk, at)
            at = begin + len(chunk)
            words = re.sub(r"\s*\./\.?\s*$", "", chunk).rstrip(" ,.;")
            if words:
                split.append(Entry(words, Span(e.span.start + begin, e.span.start + begin + len(words))))
    return tuple(split)


def signature_of(lines: Sequence[Line]) -> tuple[Field[str], Field[str], Field[str]]:
    """Return (signer, signer_title, signed_for)."""
    formulas: list[tuple[Span, str]] = []
    posts: list[tuple[Span, str]] = []
    name: tuple[Span, str] | None = None
    for span, words in lines:
        words = words.strip(" *")  # noqa: PLW2901
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
    title = found(_title(posts[-1][1]), "closing.post", posts[-1][0], 0.9) if posts else blank("closing.post")
    signed_for = (
        found(", ".join(_formula(f) for _, f in formulas), "closing.formula", formulas[0][0], 0.9)
        if formulas
        else blank("closing.formula")
    )
    return signer, title, signed_for


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
    return next((p for p in data("posts")["signing"] if fold(p) == fold(bare)), None) or spelling_of(bare)


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
