"""How a paper stands to another that it cites, told by the words before the citation; and which part of it is meant.

In: the clause up to where the citation begins. Out: a key of `relations.toml`, or None where nothing says.
"""

import re
from dataclasses import dataclass
from functools import cache

from vbcli.lexicon.load import data

CITES = "cites"
"""Named, and no word says for what."""
_NEAR, _PHRASE, _OPENING, _CLAUSE = 30, 60, 120, 260
"""Characters that words may carry: near, in their phrase, at the head of a clause, behind a topic."""
_UNIT = r"(?:tiểu[ ]mục|(?<!danh[ ])mục|(?<!địa[ ])(?<!thời[ ])điểm|tiết|khoản|điều|chương|phần|phụ[ ]lục)"
_VALUE = r"(?:\d{1,3}[a-zđ]?(?:\.\d{1,2})*|[IVXL]+(?:\.\d{1,2})*|[a-zđ])(?!\w)"
_AND = r"(?:\s*,\s*|\s*;\s*|\s+và\s+|\s*-\s*|\s+đến\s+)"
_PART = rf"{_UNIT}\s+{_VALUE}(?:{_AND}{_VALUE})*"
# điểm a, b khoản 1 Điều 3 · khoản 2 và khoản 4, Điều 40 · từ Điều 5 đến Điều 9
_PINPOINT = re.compile(
    rf"(?<!\w)(?:(?:tại|các|từ)\s+)?(?P<parts>{_PART}(?:(?:{_AND}|\s+của\s+|\s+)(?:các\s+)?{_PART})*)\s*,?\s*(?:\([^()]{{3,80}}\)\s*)?(?:của\s+(?:các\s+)?)?$",
    re.IGNORECASE,
)
_DIRECTLY = re.compile(r"\s+(?:(?:đúng|các|nghiêm)\s+)*")
_DIGIT = re.compile(r"^[\dIVXLa-zđ](?:[\d.a-zđ]{0,5})$")


@dataclass(frozen=True, slots=True)
class Relation:
    """One way of standing to a cited paper."""

    id: str
    words: tuple[str, ...]
    reach: str
    """object, near or clause."""
    why: str
    examples: tuple[str, ...]
    rejects: tuple[str, ...]


@cache
def relations() -> dict[str, Relation]:
    """Return the relations by key."""
    return {
        e["id"]: Relation(e["id"], tuple(e["words"]), e["reach"], e["why"], tuple(e["examples"]), tuple(e["rejects"]))
        for e in data("relations")["relation"]
    }


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of all words, longer ones first, and the relation of each."""
    of = {word: r.id for r in relations().values() for word in r.words}
    known = sorted((*of, *data("relations")["idle"]), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(_elastic(w) for w in known)})(?!\w)", re.IGNORECASE), of


def _elastic(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


@cache
def _shapes() -> dict[str, re.Pattern[str]]:
    table = data("relations")
    topics, passive, told, ended = ("|".join(map(_elastic, table[k])) for k in ("topics", "passive", "told", "ended"))
    return {
        "topic": re.compile(rf"^\s*(?:(?:các|những|một\s+số|vào)\s+)?(?:{topics})(?!\w)", re.IGNORECASE),
        "passive": re.compile(
            rf"(?<!\w)(?:được|bị)\s+(?:{passive})(?!\w)[^.;]{{0,60}}?\s(?:bởi|bằng|tại|theo)\s+(?:các\s+)?$",
            re.IGNORECASE,
        ),
        # "cho đến khi Quyết định này hết hiệu lực", "đã hết hiệu lực": no paper is put out of force here
        "ended": re.compile(
            rf"^(?:(?!\s(?:khi|nếu|này|sau|trước khi|trường hợp|đã|còn)\s)[^.;:]){{0,260}}?(?<!\w)(?:{ended})(?!\w)(?!\s+(?:bởi|bằng|tại|theo)\s)",
            re.IGNORECASE,
        ),
        "told": re.compile(rf"(?<!\w)(?:{told})\s+(?:các\s+)?$", re.IGNORECASE),
    }


@cache
def _between() -> frozenset[str]:
    return frozenset(data("relations")["between"])


def pinpoint_of(before: str) -> tuple[str | None, str]:
    """Return (the part of the paper that is meant, the words before it).

    >>> pinpoint_of("theo điểm a, b khoản 1 Điều 3 của ")
    ('điểm a, b khoản 1 Điều 3', 'theo ')
    >>> pinpoint_of("một số điều của ")
    (None, 'một số điều của ')
    """
    m = _PINPOINT.search(before)
    if m is None:
        return None, before
    return " ".join(m["parts"].split()), before[: m.start("parts")]


def relation_of(clause: str) -> str | None:
    """Return the relation that a clause gives to the paper named behind it, None where no word of it does.

    >>> relation_of("Theo đề nghị của Giám đốc Sở Nội vụ tại "), relation_of("bãi bỏ khoản 2 "), relation_of("xem xét ")
    ('basis', 'repeals', None)
    """
    if is_passive(clause):
        return None
    pattern, of = _words()
    found = [
        (m, kind) for m in pattern.finditer(clause) if (kind := of.get(" ".join(m.group().lower().split()))) is not None
    ]
    # "hướng dẫn thi hành một số điều của": what it is said of comes before the verbs inside it
    for objects in (True, False):
        for i in range(len(found) - 1, -1, -1):
            m, kind = found[i]
            reach = relations()[kind].reach
            topic = i > 0 and _DIRECTLY.fullmatch(clause[found[i - 1][0].end() : m.start()]) is not None
            if (reach == "object") is not objects or (
                objects and topic and relations()[found[i - 1][1]].reach == "clause"
            ):
                continue
            if _carries(reach, clause[m.end() :], opening=not clause[: m.start()].strip(" (-+")):
                return kind
    return None


def is_passive(clause: str) -> bool:
    """Tell whether the paper behind the clause did something to the one before it: `được sửa đổi bởi …`."""
    return _shapes()["passive"].search(clause) is not None


def is_ended(behind: str) -> bool:
    """Tell whether the words behind a citation put the paper out of force.

    >>> is_ended(" về mức thu hết hiệu lực kể từ ngày 01/7/2025."), is_ended(" đã hết hiệu lực.")
    (True, False)
    """
    return _shapes()["ended"].match(behind) is not None


def _carries(reach: str, gap: str, *, opening: bool) -> bool:
    if reach == "object":
        return (
            gap.strip() not in ("tại", "theo")
            and all(w in _between() or _DIGIT.match(w) for w in re.findall(r"[\w.]+", gap.lower()))
            and "." not in gap
        )
    if reach == "near":
        return len(gap) <= _NEAR and not re.search(r"[,.;]|:(?!\s*(?:\d+\.\s*)?$)", gap)
    if _shapes()["told"].search(gap):
        return False
    if _shapes()["topic"].match(gap):
        return len(gap) <= _CLAUSE and not re.search(r"[.;:]\s", gap)
    if re.search(r"(?:^|\s)(?:tại|trong)\s+(?:các\s+)?$", gap) and not opening:
        return False
    return len(gap) <= (_OPENING if opening else _PHRASE) and not re.search(r"[,.;:]\s", gap)


def relation_of_lead(lead: str) -> str | None:
    """Return what a lead-in says of the papers that are listed below it: `Bãi bỏ các quyết định sau:`.

    >>> relation_of_lead("Các văn bản sau đây hết hiệu lực kể từ ngày Quyết định này có hiệu lực:")
    'repeals'
    """
    pattern, of = _words()
    kinds = [of.get(" ".join(m.group().lower().split())) for m in pattern.finditer(lead)]
    strong = [k for k in kinds if k in ("repeals", "replaces", "attaches")]
    if strong:
        return strong[0]
    m = pattern.match(lead.lstrip(" (-+"))
    kind = of.get(" ".join(m.group().lower().split())) if m else None
    return kind if kind in ("basis", "implements", "answers") else None
