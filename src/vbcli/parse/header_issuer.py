"""Who issued a paper: the left column of its head, the authority below its title, the letters of its number.

In: the paragraphs of the head. Out: the issuer as it is written in a sentence: ỦY BAN NHÂN DÂN / HUYỆN X → UBND huyện X.
"""

import re
from collections.abc import Sequence

from vbcli.lexicon.document_types import by_title
from vbcli.lexicon.load import data
from vbcli.lexicon.spelling import spelling_of
from vbcli.lexicon.unit_names import find_units
from vbcli.model.document import Field
from vbcli.model.evidence import Span
from vbcli.parse.head_lines import DATE_LINE, NUMBER_LINE, Line, blank, found, is_caps
from vbcli.parse.zones import is_addressed, is_motto, title_type
from vbcli.text.fold import fold

_CONTINUES = re.compile(
    r"^(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|TP\.?|VÀ|VIỆT NAM|CHÍNH PHỦ|CHÍNH QUYỀN)\b(?!\s+(?:ỦY|ĐOÀN))"
)
_AUTHORITY = re.compile(
    r"^(?:(?:quyen |q\. ?)?(?:chu tich|bo truong|tong giam doc|giam doc|(?:tong |chi )?cuc truong|vu truong|vien truong|hieu truong|doi truong|tram truong|hat truong|"
    r"truong phong|truong ban|truong cong an|truong doan|chanh van phong|chanh thanh tra|chanh an|chu nhiem|chi huy truong|tu lenh|tong thanh tra|thong doc|tong kiem toan|thu tuong)|"
    r"uy ban nhan dan|uy ban thuong vu|hoi dong nhan dan|ban thuong vu|ban chap hanh|chinh phu|ban bi thu|quoc hoi|bo chinh tri|thuong truc|doan chu tich)(?!\w)"
)
_POST = re.compile(
    r"^(?:quyen |q\. ?)?(?:tong |chi )?(?:\w+ truong|truong \w+|giam doc|chu tich|chu nhiem|chanh \w+|thong doc|tong \w+)(?!\w)"
)
_PLACE = re.compile(
    r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s+(?P<place>(?!(?:VỀ|VÀ|ỦY|ĐOÀN|ĐỘI|HỘI)\b)[A-ZĐÀ-Ỹ'’]+(?:\s[A-ZĐÀ-Ỹ'’]+){0,3})$"
)
_LONGEST = 90
_GOES_ON = re.compile(r"(?:\b(?:của|và|do|với|cho|tại|là|được|CỦA|VÀ|DO|VỚI|CHO|TẠI|LÀ|ĐƯỢC)|[,-])\s*$")


def issuer_of(lines: Sequence[Line], number: Field[str]) -> Field[str]:
    """Return the issuer: the last lines in capitals before the number or the asterisk; else the authority below the title; else what the letters of the number say."""
    block = _block(lines)
    if block:
        rows = _rows([w for _, w in block])
        name = _sentence_case(rows[-1])
        superior = _sentence_case(rows[-2]) if len(rows) > 1 else None
        span = Span(block[0][0].start, block[-1][0].end)
        return found(_with_superior(name, superior), "header.issuer", span, 0.9 if number.value else 0.8)
    return _below_title(lines) or _of_letters(number) or blank("header.issuer")


def _block(lines: Sequence[Line]) -> list[Line]:
    """Return the lines in capitals that open the left column."""
    block: list[Line] = []
    for span, words in lines:
        if is_motto(words) or re.match(r"(?i)^\W*độc lập", words):
            if block:
                break
            continue
        if title_type(words) or any(fold(words).startswith(f"{t} ") for t in by_title()):
            break
        if (
            not words.strip(" *")
            or NUMBER_LINE.match(words)
            or re.match(r"^\W*[-/]|^\d", words)  # letters of a number that lost it: /NQ-CP
            or DATE_LINE.match(words)
            or is_addressed(words)
            or not is_caps(words)
        ):
            if block:
                break
            continue
        block.append((span, words))
    return block


def _below_title(lines: Sequence[Line]) -> Field[str] | None:
    """Return who decides, on the last line of the head in capitals: ỦY BAN THƯỜNG VỤ QUỐC HỘI."""
    titled = next((i for i, (_, w) in enumerate(lines) if title_type(w)), None)
    if titled is None:
        return None
    for (_, above), (span, words) in reversed(list(zip(lines[titled:], lines[titled + 1 :], strict=False))):
        if words.isupper() and is_authority(words, above):
            return found(_sentence_case(words.strip(" .,:")), "header.issuer.authority", span, 0.8)
    return None


def _of_letters(number: Field[str]) -> Field[str] | None:
    """Return the one body whose numbers bear such letters: 25/2025/NĐ-CP is the Government's."""
    last = re.split(r"[-/]", number.value or "")[-1]
    name = data("layout")["issuer_letters"].get(last)
    return found(name, "header.issuer.letters", number.evidence.span or Span(0, 0), 0.8) if name else None


def is_authority(words: str, above: str) -> bool:
    """Tell whether a line in capitals names who decides, below a subject that has ended: CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH."""
    m = _AUTHORITY.match(fold(words))
    if m is None or len(words) >= _LONGEST or _GOES_ON.search(above) or fold(words).startswith("chu tich nuoc"):
        return False
    units = find_units(words)
    return not units or units[0].start <= m.end() + 1


def is_post(words: str) -> bool:
    """Tell whether a line names a post, not a body: CỤC TRƯỞNG CỤC THỐNG KÊ."""
    return _POST.match(fold(words)) is not None


def _rows(lines: list[str]) -> list[str]:
    """Join the lines of one name: ỦY BAN NHÂN DÂN / HUYỆN X are one row, TỈNH ỦY X / BAN TỔ CHỨC two."""
    rows: list[str] = []
    for line in lines:
        words = " ".join(line.strip(" *").split())
        if (
            rows
            and (_CONTINUES.match(words) or re.search(r"(?:\b(?:VÀ|CỦA|NHÂN|DÂN CÁC|BAN|NÔNG|MÔI)|,|-)$", rows[-1]))
            and not rows[-1].startswith("ĐẢNG BỘ")
        ):
            rows[-1] += f" {words}"
        else:
            rows.append(words)
    office = re.match(
        r"^(?P<body>(?:ỦY BAN NHÂN DÂN|UBND|BỘ|SỞ|(?:TỈNH|THÀNH|HUYỆN|THỊ) ỦY)\s.+?)\s+(?P<office>VĂN PHÒNG)$", rows[-1]
    )
    return [*rows[:-1], office["body"], office["office"]] if office else rows


def _sentence_case(caps: str) -> str:
    """Return a name in capitals as it is written in a sentence: ỦY BAN NHÂN DÂN HUYỆN X → UBND huyện X."""
    caps = re.sub(r"^[UÚÙƯ][YỶÝ] BAN\b", "ỦY BAN", caps)  # the hook of a scan
    titled = " ".join(w.capitalize() for w in caps.split())
    units = find_units(spelling_of(caps)) or find_units(titled)
    name = spelling_of(caps)
    if units and units[0].start == 0:
        unit = units[0]
        name = f"{unit.unit.name} {name[unit.end :].strip()}".strip()
    place = _PLACE.search(caps)
    if place and name.lower().endswith(place["place"].lower()):
        # XÃ BẢN LÌM: behind a level all words are a name
        name = name[: -len(place["place"])] + " ".join(w.capitalize() for w in place["place"].split())
    return name


def _with_superior(name: str, superior: str | None) -> str:
    """Add to a bare board, office or level the body above it: Ban Tổ chức → Ban Tổ chức Tỉnh ủy X; Văn phòng → Văn phòng UBND huyện X."""
    if superior is None or re.match(r"(?i)^đảng bộ|^đảng cộng sản", superior):
        return name
    units = find_units(name)
    if units and (
        units[0].unit.level
        and units[0].unit.level != "tw"
        and (units[0].unit.place or not units[0].unit.kind.startswith("so "))
    ):
        return name
    above = find_units(superior)
    if not above or above[0].unit.name in name:
        return name
    if fold(name) == "van phong":
        return f"{name} {superior}"
    if re.match(r"(?i)^(ban |văn phòng|ủy ban kiểm tra|phòng )", name):
        return f"{name} {superior}" if re.match(r"(?i)(tỉnh|thành|huyện|thị|quận|đảng) ủy", superior) else name
    return name
