"""Is this a duty? Sections, formulas, the past, and the openings that bid somebody to act."""

import re

from vbcli.lexicon.cues import formulas, past, sections, verbs
from vbcli.text.fold import unify_tones

_LEAD_IN = re.compile(
    r"(?:như sau|sau đây|sau|gồm|trong đó|cụ thể|yêu cầu|đề nghị|kết luận|chỉ đạo|nhiệm vụ|nội dung|giao [^:;.]{2,120}|điện)\s*:?\s*$", re.IGNORECASE
)
_CONNECTIVE = re.compile(r"^(?:đồng thời|trước mắt|ngoài ra|bên cạnh đó|đặc biệt|nhất là|trong đó|theo đó|cụ thể|và|cần|phải|riêng|vì vậy|do đó|từ đó)[\s,:]+", re.IGNORECASE)
_TOPIC = re.compile(r"^(?:về|đối với|để|nhằm|trên cơ sở|căn cứ|sau khi|trong|khi|theo|với|từ|định kỳ|hằng|hàng)\b[^.;]{3,260}?[,:]\s*", re.IGNORECASE)


def section_voice(heading: str) -> str | None:
    """Return what a heading says of the items below it: duty, none, or None where it says nothing."""
    words = unify_tones(heading).strip(" .:*-–")
    return next((c.voice for c in sections() if c.regex.search(words)), None)


def formula(sentence: str) -> str | None:
    """Return the id of the formula that a sentence is, None where it is none."""
    words = unify_tones(" ".join(sentence.split()))
    return next((c.id for c in formulas() if c.regex.search(words)), None)


def is_past(words: str) -> bool:
    """Tell whether a paragraph assesses: two signs of the past and no order."""
    plain = unify_tones(" ".join(words.split()))
    signs = len(past().findall(plain))
    if signs == 0:
        return False
    return signs >= (3 if bids(plain) else 2) and not verbs()["assigning"].search(plain)


def bids(words: str) -> bool:
    """Tell whether the words open with something to do: a verb of duty, behind connectives and topics."""
    plain = unify_tones(" ".join(words.split())).lstrip(" -–+•*“\"")
    plain = _CONNECTIVE.sub("", plain)
    if verbs()["doing"].match(plain) or verbs()["assigning"].match(plain):
        return True
    topic = _TOPIC.match(plain)
    while topic:
        plain = _CONNECTIVE.sub("", plain[topic.end() :])
        if verbs()["doing"].match(plain) or verbs()["assigning"].match(plain):
            return True
        topic = _TOPIC.match(plain)
    return False


def must(words: str) -> bool:
    """Tell whether the words say that something has to be done: cần, phải, giao, yêu cầu."""
    return bool(re.search(r"(?<!\w)(?:cần|phải|có trách nhiệm|giao|yêu cầu|đề nghị|khẩn trương)(?!\w)", words, re.IGNORECASE))


def is_lead_in(words: str) -> bool:
    """Tell whether the words only open a list."""
    return words.rstrip().endswith(":") or bool(_LEAD_IN.search(words.rstrip()))
