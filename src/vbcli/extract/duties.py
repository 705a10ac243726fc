"""Is this a duty? Sections, formulas, the past, and the openings that bid somebody to act."""

import re
from functools import cache

from vbcli.lexicon import frames
from vbcli.lexicon.cues import formulas, past, sections, verbs
from vbcli.text.fold import unify_tones

_LEAD_IN = re.compile(
    r"(?:như sau|sau đây|sau|gồm|trong đó|cụ thể|yêu cầu|đề nghị|kết luận|chỉ đạo|nhiệm vụ|nội dung|giao [^:;.]{2,120}|điện)\s*:?\s*$",
    re.IGNORECASE,
)


@cache
def _connective() -> re.Pattern[str]:
    return re.compile(rf"^(?:{frames.words('connective')}|và|cần|phải)[\s,:]+", re.IGNORECASE)


_TOPIC = re.compile(
    r"^(?:về|đối với|để|nhằm|trên cơ sở|căn cứ|sau khi|trong|khi|theo|với|từ|định kỳ|hằng|hàng)\b[^.;]{3,260}?[,:]\s*",
    re.IGNORECASE,
)


_CLAUSE = 8
"""Characters; shorter pieces between commas are no clauses."""


# "Tình hình thiên tai …; UBND huyện yêu cầu:" opens orders, whatever it begins with
_OPENS_ORDERS = re.compile(
    r"(?<!theo )(?<!các )(?<!những )(?<!đáp ứng )(?<!mục đích, )(?<!được )(?<!nhiệm vụ )(?<!sự )(?<!ý kiến )(?<!\w)"
    r"(?:yêu cầu|đề nghị|giao|phân công)(?: (?!của )[^.;:]{0,140})?:$",
    re.IGNORECASE,
)


_OPENS_THE_PAPER = re.compile(
    r"^[Cc]ăn cứ .*[,;] [A-ZĐÀ-Ỹ][^,;:]{3,90}? (?:xây dựng|ban hành|thông báo|hướng dẫn|quy định|triển khai|quán triệt|có ý kiến)(?!\w)[^:]*sau\s*:$"
)
"""`Căn cứ Quy chế làm việc, Ban Thường vụ hướng dẫn như sau:`, not `Căn cứ kết quả, phân loại theo 4 mức sau:`."""


def section_voice(heading: str) -> str | None:
    """Return what a heading says of the items below it: duty, none, or None where it says nothing."""
    words = unify_tones(heading).strip(" .:*-–")
    printed = heading.isupper()
    said = unify_tones(" ".join(heading.split()))
    if not printed and (_OPENS_ORDERS.search(said) or _OPENS_THE_PAPER.search(said)):
        return None
    return next((c.voice for c in sections() if c.regex.search(words) and (printed or c.id != "section.form")), None)


_SCHEDULE = re.compile(r"^(?:về )?(?:thời gian|thời hạn)(?!\w)", re.IGNORECASE)


def is_schedule(heading: str) -> bool:
    """Tell whether a heading announces when: `II. THỜI GIAN`; below it bare times are no duties, who finishes what by when is."""
    return bool(_SCHEDULE.match(unify_tones(heading).strip(" .:*-–")))


def formula(sentence: str) -> str | None:
    """Return the id of the formula that a sentence is, None where it is none."""
    words = unify_tones(" ".join(sentence.split()))
    said = next((c.id for c in formulas() if c.regex.search(words)), None)
    if said == "formula.closing" and any(p.search(words) for p in (_WATCHES, _LIMITED, _PLANS)):
        return None
    return None if said in _UNLESS_ORDERED and (_ORDERS.search(words) or _OBLIGED.search(words)) else said


# "… thực hiện theo quy định trên, báo cáo trước ngày 20/6/2024": what has a day is no formula
_LIMITED = re.compile(
    r"(?:báo cáo|gửi|hoàn thành|xong)(?!\w)[^.;]{0,80}(?:trước|chậm nhất)(?: ngày)? \d", re.IGNORECASE
)
# "Căn cứ Chỉ thị này, các sở xây dựng kế hoạch …": with a product or a day it is no formula
_PLANS = re.compile(
    r"^căn cứ [^,.]{0,60}(?:này|trên),[^.;]*?(?<!\w)(?:(?:xây dựng|ban hành|lập)(?!\w)[^.;,]{0,40}(?:kế hoạch|phương án|chương trình|văn bản)|cụ thể hóa"
    r"|(?:trước|chậm nhất|xong|trong)(?: là)?(?: ngày| tháng| quý)? [\dIV])",
    re.IGNORECASE,
)
_OBLIGED = re.compile(r"(?<!\w)(?:có trách nhiệm|chịu trách nhiệm|chủ trì)(?!\w)", re.IGNORECASE)
_UNLESS_ORDERED = ("formula.norm", "formula.states")
"""What these say is no duty, but the same sentence may give one: `Nhược điểm chậm khắc phục; giao Sở Y tế chấn chỉnh`."""


# "Đề nghị MTTQ tỉnh giám sát việc thực hiện Nghị quyết": to watch over it is a duty, to carry it out a formula
_WATCHES = re.compile(
    r"(?:giám sát|tuyên truyền|phản ánh|theo dõi|đôn đốc)[^.;]{0,60}? (?:việc|quá trình|kết quả|tình hình) [^.;]{0,40}thực hiện",
    re.IGNORECASE,
)


_ORDERS = re.compile(
    r"(?<!được )(?<!nhiệm vụ )(?<!\w)(?:giao|yêu cầu|đề nghị) (?:cho )?(?:các|UBND|Ủy|Sở|Ban|Bộ|Phòng|Văn|Công an|Đảng|MTTQ|Mặt)"
)


# "hồ sơ đã cấp (đã được bàn giao)": what qualifies a thing tells of no past deed
_QUALIFIES = re.compile(r"(?<=[^\s,;.] )đã(?!\w)", re.IGNORECASE)


def _signs(words: str) -> int:
    plain = re.sub(r"\([^)]*\)", " ", unify_tones(" ".join(words.split())))
    if opens_with_verb(plain):
        plain = _QUALIFIES.sub(" ", plain)
    return len(past().findall(plain))


def is_past(words: str) -> bool:
    """Tell whether a paragraph assesses: signs of the past and no order."""
    signs = _signs(words)
    return signs >= (3 if bids(words) else 2) and not _ORDERS.search(words)


def tells_of_past(words: str) -> bool:
    """Tell whether a sign of the past stands in the words: without a known verb of duty one is enough to see a report in them."""
    return _signs(words) > 0


def is_mostly_past(words: str) -> bool:
    """Tell whether a paragraph is an assessment even though units act in it."""
    return _signs(words) >= 4 and not bids(words)


def bids(words: str) -> bool:
    """Tell whether the words open with something to do: a verb of duty, behind connectives and topics."""
    plain = unify_tones(" ".join(words.split())).lstrip(' -–+•*“"')
    plain = _connective().sub("", plain)
    if verbs()["doing"].match(plain) or verbs()["assigning"].match(plain):
        return True
    topic = _TOPIC.match(plain)
    while topic:
        plain = _connective().sub("", plain[topic.end() :])
        if verbs()["doing"].match(plain) or verbs()["assigning"].match(plain):
            return True
        topic = _TOPIC.match(plain)
    return False


def must(words: str) -> bool:
    """Tell whether the words say that something has to be done: cần, phải, giao, yêu cầu."""
    return bool(
        re.search(r"(?<!\w)(?:cần|phải|có trách nhiệm|giao|yêu cầu|đề nghị|khẩn trương)(?!\w)", words, re.IGNORECASE)
    )


def orders(words: str) -> bool:
    """Tell whether a sentence orders without saying whom: `UBND huyện yêu cầu khẩn trương rà soát …`; the addressees are meant."""
    plain = unify_tones(" ".join(words.split()))
    return any(verbs()["predicate"].match(plain, m.end()) for m in _ASKS.finditer(plain))


_ASKS = re.compile(
    r"(?<!theo )(?<!các )(?<!những )(?<!đáp ứng )(?<!được )(?<!sự )(?<!về )(?<!có )(?<!hồ sơ )(?<!văn bản )(?<!xét )(?<!kính )(?<!\w)"
    r"(?:yêu cầu|đề nghị)\s*:?(?= )(?! (?:của|tại|về việc|trên|nêu))",
    re.IGNORECASE,
)


def is_lead_in(words: str) -> bool:
    """Tell whether the words only open a list."""
    return words.rstrip().endswith(":") or bool(_LEAD_IN.search(words.rstrip()))


_TOLD = re.compile(r"^\W*(?:vào\s+)?(?:sáng|chiều|tối|ngày|trong các ngày)\s+(?:ngày\s+)?\d{1,2}\b", re.IGNORECASE)


def is_told(sentence: str) -> bool:
    """Tell whether a sentence tells of a meeting or a visit: it opens with a day and orders nothing."""
    return (
        bool(_TOLD.match(sentence))
        and not _ORDERS.search(sentence)
        and not re.search(r"(?:yêu cầu|chỉ đạo|kết luận)", sentence, re.IGNORECASE)
    )


def opens_with_verb(words: str) -> bool:
    """Tell whether the very first words are a verb of duty."""
    plain = unify_tones(" ".join(words.split())).lstrip(' -–+•*“"')
    return bool(verbs()["doing"].match(plain))


def bids_somewhere(words: str) -> bool:
    """Tell whether any clause opens with something to do."""
    return any(bids(clause) for clause in re.split(r"[,;.:]\s+", words) if len(clause) > _CLAUSE)


def opens_with_noun(words: str) -> bool:
    """Tell whether the words open with a noun that names a thing, not a deed: giá, danh sách, hồ sơ."""
    return bool(verbs()["nouns"].match(unify_tones(" ".join(words.split())).lstrip(' -–+•*“"')))
