"""Does a line go on with the paragraph above it? By its length in a .txt, by its box in a .pdf."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from statistics import quantiles

from vbcli.lexicon import frames
from vbcli.lexicon.unit_names import find_units
from vbcli.model.source import Block
from vbcli.parse.inline_lists import goes_on
from vbcli.parse.marks import mark_of
from vbcli.parse.piece import Piece
from vbcli.parse.zones import is_noise
from vbcli.text.fold import dashes, fold

_TERMINAL = (".", ";", ":", "!", "?", "…", ".”", '."', ";”")
_WIDEST = 115
"""Characters; where most lines are longer than that, a line is a paragraph."""
_GAP = re.compile(r"\S {3,}\S")
_MANY = 25
_NEARLY = 0.88
"""Wrapped lines end near one margin: of a few lines a third must, and not all of these with a sentence, else each is a paragraph."""


@cache
def _awaits_number() -> re.Pattern[str]:
    # a number never stands alone behind the word that it belongs to: "… theo Nghị định số" / "68/2024/NĐ-CP;"
    return re.compile(rf"{frames.words('awaits-number')}(?: số)?$|[^\W\d_] số$", re.IGNORECASE)


_ADDRESSED = re.compile(r"(?i)kính gửi\s*:\s*\S[^:]*[^\s,]$")
_ADDRESSEE = 90
"""Characters; what is longer behind `Kính gửi: Ủy ban nhân dân` is no rest of a name."""
_HEADING = 25
"""Characters; a shorter line before a number may be a form's label, `Quyết định số`."""


@cache
def _dashed() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){frames.words('dashed')}(?!\w)", re.IGNORECASE)


@cache
def _hanging() -> re.Pattern[str]:
    # words of grammar that end no sentence: "… sử dụng đất đến" / "2025, báo cáo …"
    return re.compile(rf"(?<!\w){frames.words('hangs')}$")


_PRINTED_DAY = re.compile(
    r"^(?:(?:thứ \w+|chủ nhật)\W+)?(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:[\s,|-]*\d{1,2}[:hg]\d{2})?(?:\W*lượt xem\W*\d+)?\W*$",
    re.IGNORECASE,
)
_INITIAL = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠ-Ỹ"
_PERSON = re.compile(rf"^(?:[{_INITIAL}][a-zà-ỹ]*['’]?(?:\s|$)){{2,5}}$")
_BYLINE = re.compile(rf"^(?:[{_INITIAL}][a-zà-ỹ]+\s){{2,4}}[-–]\s[{_INITIAL}]")
_CLOSES = re.compile(r"(?:Trên đây là|Nơi nhận)\b")
"""Words that no sentence goes before on their line."""
_STAMPED = re.compile(r"^\(?(?:đã ký|ký tên|chữ ký)\b.{0,15}$", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,5}[a-zđ]?\s?[-/]\s?(?:\d{4}\s?/\s?)?[A-ZĐ]{2}")


@dataclass(frozen=True, slots=True)
class Setting:
    """How the lines of a run are set."""

    width: float
    """Length of a full line: characters, or points where boxes are known; 0 where each line is a paragraph."""
    spaced: bool
    """Paragraphs are divided by blank lines."""
    left: float = 0.0
    """Left margin in points."""


def setting_of(run: Sequence[tuple[int, Block]]) -> Setting:
    """Return how the lines of a run, or of one page, are set."""
    boxed = sorted(b.box.x0 for _, b in run if b.box is not None and b.column is None)
    if boxed:
        right = sorted(b.box.x1 for _, b in run if b.box is not None and b.column is None)
        return Setting(right[-max(1, len(right) // 10)], spaced=False, left=boxed[len(boxed) // 10])
    # a row of a table that blanks set apart may be wider than the text
    lines = [w for _, b in run if len(w := b.text.strip()) > 30 and not _GAP.search(w)]
    lengths = [len(w) for w in lines]
    if len(lengths) < 4:
        return Setting(0, spaced=True)
    blanks = sum(1 for _, b in run if not b.text.strip())
    full = quantiles(lengths, n=4)[-1]
    near = [w for w in lines if _NEARLY * full <= len(w) <= (2 - _NEARLY) * full]
    broken = sum(not w.endswith(_TERMINAL) for w in near)
    wrapped = full <= _WIDEST and (len(lengths) >= _MANY or len(near) >= len(lengths) / 3) and broken * 4 >= len(near)
    return Setting(full if wrapped else 0, spaced=blanks * 8 >= len(run))


def _first_word(words: str) -> str:
    return words.split(" ", 1)[0]


def _lower_start(words: str) -> bool:
    first = words.lstrip("“\"'(")[:1]
    return first.islower()


_FIGURE = re.compile(r"[\d.,/-]*\d\s?(?:%|\W*\s[a-zà-ỹđ]|[,;)]|[a-zà-ỹđ]{1,3}\s[a-zà-ỹđ])|[IVX]{1,4}/20\d\d(?!\w)")
"""A figure and what is counted, `12 tỷ đồng`; a quarter, `I/2026`: the middle of a sentence."""
_PLACE = re.compile(r"(?:khoản|điểm|điều|mục)\s*$", re.IGNORECASE)


def _is_figure(before: str, words: str) -> bool:
    """Tell whether a line begins with a figure that the unfinished line above it leads up to."""
    return len(before) > _HEADING and bool(
        _FIGURE.match(words) or (_PLACE.search(before) and re.match(r"\d{1,3}\s", words))
    )


def _is_unfinished(before: str, words: str, *, blank: bool) -> bool:
    """Tell whether the words of two lines, however long these are, make one sentence."""
    if before.isupper():
        return False
    if _hangs(before, words) or _in_brackets(before, words):
        return True
    return not blank and not before.endswith(_TERMINAL) and _is_figure(before, words)


def _in_brackets(before: str, words: str) -> bool:
    """Tell whether a line closes a bracket that the line above it left open: `(qua địa chỉ` / `Email: …) trước ngày …`."""
    at = before.rfind("(")
    close, opened = words.find(")"), words.find("(")
    return before.find(")", at) < 0 <= at and 0 <= close < (opened if opened >= 0 else len(words))


def joins(piece: Piece, last: Block, block: Block, words: str, setting: Setting, *, blank: bool) -> bool:
    """Tell whether a line goes on with the paragraph above it."""
    before = piece.text
    if piece.column != block.column or before == "*" or words == "*":
        return False
    ended = before.endswith(_TERMINAL)
    mark = mark_of(words)
    halved = mark is not None and mark.style == "dash" and _is_halved(before, words)
    named = not (blank or mark or ended) and _lower_start(words) and len(words) < _ADDRESSEE
    listed = mark is not None and not blank and goes_on(before, mark, words)
    if _awaits(before, words) or halved or listed or (named and _ADDRESSED.match(before)):
        return True
    if block.box is not None and last.box is not None:
        return _joins_by_box(piece, last, block, words, setting)
    if not mark and _is_unfinished(before, words, blank=blank):
        return True
    carried = mark and mark.style in ("dash", "plus") and not (ended or blank) and setting.width
    if mark and not (carried and _full(last.text, "xxxx", setting.width)):
        return False
    if before.isupper() or _is_head_line(before) or _is_head_line(words) or _stands_alone(last, words, setting):
        return False
    if blank or not setting.width:
        return _lower_start(words) and not ended and not (blank and before.endswith(","))
    if ended and (_CLOSES.match(words) or (_BYLINE.match(words) and not words.endswith(_TERMINAL))):
        return False
    return _fills(piece, last, words, setting)


def _fills(piece: Piece, last: Block, words: str, setting: Setting) -> bool:
    """Tell whether the line above is so long, or so unfinished, that a line without a mark goes on with it."""
    before = piece.text
    ended = before.endswith(_TERMINAL)
    word = _first_word(words)
    if _lower_start(words):
        return setting.spaced or not before.endswith((";", ":")) or _full(last.text, word, setting.width * 0.93)
    first_line = len(piece.parts) == 1
    if setting.spaced:
        return not (ended and not _full(last.text, word, setting.width * 0.9)) and not words.isupper()
    if ended:
        # a short line that does not end a sentence is the indented first line of the next paragraph
        indented = len(words) < 0.45 * setting.width and not words.endswith(_TERMINAL)
        return not first_line and not indented and _full(last.text, word, setting.width * 0.95)
    if first_line and _announces(before) and words[:1].isupper():
        return _full(last.text, word, setting.width * 0.93) and _breaks_a_name(before, words)
    return first_line or _full(last.text, word, setting.width * 0.75)


def _awaits(before: str, words: str) -> bool:
    return (
        len(before) > _HEADING
        and bool(_awaits_number().search(before) and _NUMBER.match(words))
        and not before.isupper()
    )


def _is_halved(before: str, words: str) -> bool:
    """Tell whether a name with a dash in it is broken before the dash: `Hội đồng Thi đua` / `- Khen thưởng tỉnh`."""
    whole = dashes(f"{before} {words}")
    return any(m.start() < len(before) < m.end() for m in _dashed().finditer(whole))


def _hangs(before: str, words: str) -> bool:
    """Tell whether a line ends with a word that ends no sentence, and the next can go on with it."""
    return len(before) > _HEADING and bool(_hanging().search(before)) and not words.isupper() and not is_noise(words)


def _stands_alone(last: Block, words: str, setting: Setting) -> bool:
    """Tell whether a line, or the one above it, is whole by itself: a day of publication, `(Đã ký)`, who signs, a title.

    Where the line above is full the words may still go on with it.
    """
    above = last.text.strip(" *")
    if is_noise(words) or _STAMPED.match(above) or _PRINTED_DAY.match(above):
        return True
    if _PERSON.match(above) and not _lower_start(words):
        return True
    if setting.width and _full(last.text, _first_word(words), setting.width * 0.93):
        return False
    return bool(_STAMPED.match(words) or _PRINTED_DAY.match(words) or _PERSON.match(words)) or _is_title(words)


def _announces(words: str) -> bool:
    """Tell whether a line is a whole heading: a mark, "Giao" or nothing, and a list of units with no verb among them."""
    mark = mark_of(words)
    rest = words[mark.end :] if mark else ""
    rest = re.sub(r"^(?:Giao|Đề nghị|Yêu cầu)\s+(?:cho\s+)?", "", rest)
    units = find_units(rest) if rest else []
    between = [rest[u.end : v.start] for u, v in pairwise(units)]
    listed = all(_LISTS.fullmatch(words) for words in between)
    return bool(units) and listed and units[0].start == 0 and units[-1].end >= len(rest.rstrip(" .:"))


def _breaks_a_name(before: str, words: str) -> bool:
    """Tell whether a unit's name begins on the line above and ends on this one: `Mặt trận Tổ quốc Việt` / `Nam phường`."""
    units = find_units(f"{before} {words}")
    return any(u.start < len(before) < u.end - 1 for u in units)


_LISTS = re.compile(r"\s*(?:[,;&]|,?\s*(?:và|cùng|phối hợp với))?\s*", re.IGNORECASE)
"""What stands between the units of a heading."""


def _full(line: str, next_word: str, width: float) -> bool:
    """Tell whether a line had no room for the next word."""
    return len(line.strip()) + 1 + len(next_word) > width


def _joins_by_box(piece: Piece, last: Block, block: Block, words: str, setting: Setting) -> bool:
    if last.box is None or block.box is None:
        return False
    before = piece.text
    ended = before.endswith(_TERMINAL)
    size = block.size or 13.0
    turned = block.page != last.page
    if block.column is not None:
        return (
            _lower_start(words)
            and not ended
            and not mark_of(words)
            and not _is_head_line(before)
            and not before.isupper()
        )
    full = setting.width - last.box.x1 < 0.12 * (setting.width - setting.left)
    indented = block.box.x0 - setting.left > 0.6 * size
    mark = mark_of(words)
    if mark and (ended or not full or mark.style not in ("dash", "plus", "decimal", "alpha")):
        return False
    if mark and indented:
        return False
    if _is_head_line(words) or _is_head_line(before) or _is_title(before) or _is_title(words):
        return False
    centred = indented and setting.width - block.box.x1 > 0.6 * size
    if _lower_start(words) and not ended:
        return True
    if centred and not full:
        return False
    if turned:
        return full and not indented and not ended
    gap = block.box.top - last.box.bottom
    if gap > 1.2 * size:
        return False
    return full and not (indented and (ended or len(piece.parts) > 1))


def _is_title(words: str) -> bool:
    """Tell whether a line in capitals is more than an abbreviation at the end of a sentence."""
    return words.isupper() and len(words) > 6 and not words.endswith(_TERMINAL)


@cache
def _is_head_line(words: str) -> bool:
    """Tell whether a line is one of the fixed lines of head and closing, which stand alone."""
    return bool(
        re.match(
            r"(cong hoa xa hoi chu nghia|dang cong san viet|doc lap - tu do|so\s*:|so ~~|noi nhan\s*:|kinh gui|v/v |t/m |tm\. |kt\. |k/t |tl\. |t/l |tuq\. )|"
            r"^so:? .{0,25}[-/].{0,20}$|^[^,;]{2,40}, ngay .{1,20}thang.{1,15}nam \d{4}\W*$",
            fold(dashes(words)),
        )
    )
