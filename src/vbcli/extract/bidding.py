"""Does a stretch of the paper tell somebody to do something? The voice of what stands above it says how much it takes."""

import re

from vbcli.extract import duties
from vbcli.extract.assignments import find_charges, mentions_within
from vbcli.extract.reading import Handed, Reading, limits, trimmed
from vbcli.extract.sentences import sentences
from vbcli.lexicon.cues import activity, verbs
from vbcli.lexicon.unit_names import find_units
from vbcli.model.evidence import Span
from vbcli.model.task import Role

_SHORT = 12
"""Characters; what is shorter is a heading or a slip."""


def is_duty(reading: Reading, own: Span, words: str, handed: Handed, *, marked: bool = False) -> bool:
    """Tell whether a stretch tells somebody to do something; `marked`: it is a numbered item.

    How much it takes is the voice's: among duties any deed, in a decision who is named, in a rule also what is sent by when.
    """
    if len(words) < _SHORT or handed.voice == "none":
        return False
    timed = is_timed(reading, own, words)
    if handed.voice == "timed" and not timed:
        return False
    first = next(iter(sentences(reading.document.text, own)), own)
    head = reading.document.text[first.start : first.end]
    said = duties.formula(head)
    if said in ("formula.basis", "formula.reported", "formula.replaces") and first.end < own.end:
        rest = trimmed(reading.document.text, Span(first.end, own.end))
        quoted = head.count("“") > head.count("”")
        return not quoted and is_duty(reading, rest, reading.document.text[rest.start : rest.end], handed)
    if _bids_nobody(reading, own, words, head, said):
        return False
    charges = find_charges(reading.document.text, own, reading.mentions, item=marked)
    led = any(c.role is Role.LEAD for c in charges)
    if duties.is_past(words) and (not led or duties.is_mostly_past(words)):
        return False
    if handed.voice == "invited" and _GUEST.match(words) and not limits(reading, own):
        return False
    if handed.voice in ("explicit", "timed", "invited") or said == "formula.agreed":
        sends = timed and said is None and _of_a_body(reading, own, words)
        return led or sends or bool(verbs()["assigning"].match(words) or _PLACED_BY_RULE.search(words))
    # a numbered item among duties need not open with a verb that we know; what opens with a noun must have one somewhere
    known = led or duties.bids(words) or duties.must(head)
    plain = marked and not duties.tells_of_past(words)
    return known or (plain and (duties.bids_somewhere(words) or not duties.opens_with_noun(words)))


_FOR_WHOM = re.compile(r"(?i)đối với (?P<body>(?:các )?(?:ngành|cơ quan|đơn vị|địa phương|cấp|tổ chức))?[^:]{3,90}:\s*")


def _of_a_body(reading: Reading, own: Span, words: str) -> bool:
    """Tell whether a rule speaks of a body, behind `Đối với …:` too: `Đối với ngành Giáo dục: …, gửi hồ sơ trước ngày 10/7 hằng năm`."""
    topic = _FOR_WHOM.match(words)
    start = own.start + (topic.end() if topic else 0)
    return bool(topic and topic["body"]) or any(m.start == start for m in mentions_within(reading.mentions, own))


_SENDS = re.compile(r"(?i)(?<!\w)(?:gửi|nộp|báo cáo|trình|lập|tổ chức|họp|đề nghị|tổng hợp|công khai|thông báo)(?!\w)")
# "cơ quan quy định tại khoản 1 Điều này lập đề án": who it is stands elsewhere in the paper
_PLACED_BY_RULE = re.compile(
    rf"(?i)(?<!\w)(?:cơ quan|đơn vị|tổ chức|người)\s+(?:được\s+)?(?:quy định|nêu) tại [^.;,]{{2,80}}?\s(?:{verbs()['doing'].pattern})"
)
_FIGURE = re.compile(
    r"^[^.;:]{3,140}:\s*\d[\d.,]*\s*(?:(?:đồng|%|điểm|triệu|nghìn|lần|người|tháng|ngày công)[^.;:]{0,40})?[.;]?$"
)
"""`Học sinh lớp 1: 100.000 đồng/tháng`: a rate, no deed."""
_GUEST = re.compile(
    r"(?i)\W*(?:đại diện|(?:các )?(?:đồng chí|đ/c)|lãnh đạo|chuyên viên|thành viên|trưởng|phó|giám đốc|chủ tịch|bí thư|ông|bà|toàn thể|cán bộ|người phụ trách)\s"
)
"""Behind `kính mời:` these open the name of a guest."""
_LABEL, TITLE, _LINE = 60, 160, 200
"""Characters that a label before a colon, a heading and a describing line have at most."""


def _bids_nobody(reading: Reading, own: Span, words: str, head: str, said: str | None) -> bool:
    """Tell whether the words are a formula, a label, a heading of no duties, a line that describes, or only names."""
    label = words.split(":", 1)[0]
    titled = len(words) < TITLE and not re.search(r"[.;]\s*$", words)
    return (
        (said not in (None, "formula.agreed") and not (said == "formula.accountability" and duties.bids(head)))
        or (len(label) < _LABEL and ":" in words and duties.section_voice(label) == "none")
        or duties.is_told(head)
        or (bool(_FIGURE.search(words)) and not duties.bids(words))
        or (titled and duties.section_voice(words) == "none")
        or (len(words) < _LINE and bool(activity()["other"].search(words)))
        or _only_names(reading, own, words)
        or _asks_upward(reading, own, words)
    )


_FAVOUR = re.compile(
    r"(?i)\W*(?:kính )?đề nghị [^.;:]{2,160}?(?<!\w)(?:quan tâm|xem xét)(?:,| và)? ?(?:tạo điều kiện|chỉ đạo|lãnh đạo|hỗ trợ|giúp đỡ|ủng hộ|bố trí)(?!\w)"
)
_RANKS = {"tw": 4, "tinh": 3, "huyen": 2, "quan": 2, "thi-xa": 2, "xa": 1, "phuong": 1, "thi-tran": 1}
"""Of levels that are one wherever they stand; a thành phố may be of the province or in it."""
_COMMITTEES = {"tinh-uy", "huyen-uy", "quan-uy", "thi-uy", "dang-uy", "ubnd", "hdnd", "btv", "bch", "thuong-truc"}
_MASS_ORGANISATIONS = {
    "doan-thanh-nien",
    "hoi-phu-nu",
    "hoi-nong-dan",
    "hoi-cuu-chien-binh",
    "mttq",
    "lien-doan-lao-dong",
    "bch-doan",
    "ban-cua-doan-the",
}


def _asks_upward(reading: Reading, own: Span, words: str) -> bool:
    """Tell whether a favour is asked of those above: an organisation asks the committees of its level, anybody a higher level."""
    favour = _FAVOUR.match(words)
    if favour is None:
        return False
    authors = find_units(reading.document.header.issuer.value or "")
    author = authors[0].unit if authors else None
    ours = _RANKS.get(author.level) if author else None
    asked = mentions_within(reading.mentions, Span(own.start, own.start + favour.end()))
    if author is None or ours is None or not asked:
        return False
    mass = author.kind in _MASS_ORGANISATIONS
    return all(
        _RANKS.get(m.unit.level, 0) > ours
        or (mass and m.unit.kind in _COMMITTEES and _RANKS.get(m.unit.level, 0) == ours)
        for m in asked
    )


def _only_names(reading: Reading, own: Span, words: str) -> bool:
    """Tell whether an item lists a body or a document and asks nothing: `2. Công ty A`, `- Nghị định số 24/2026/NĐ-CP …`."""
    named = mentions_within(reading.mentions, own)
    covered = sum(u.end - u.start for u in named)
    if len(words.strip(" .;,:")) - covered < _SHORT:
        # "Phòng Tư pháp thẩm định": short, but somebody acts
        return not any(verbs()["predicate"].match(words, u.end - own.start) for u in named)
    return any(r.evidence.span and 0 <= r.evidence.span.start - own.start < 3 for r in reading.references)


def is_timed(reading: Reading, own: Span, words: str) -> bool:
    """Tell whether the words say that something is sent, held or reported by a day or within a term."""
    return bool(_SENDS.search(words)) and bool(limits(reading, own))
