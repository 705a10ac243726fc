"""Who is told to do it: units in a stretch of text and the part that the words give them.

`Giao Sở A chủ trì, phối hợp với Sở B` → A leads, B supports. Who is only advised, reported to or spoken of has no part.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from vbcli.extract import duties
from vbcli.extract.sentences import sentences
from vbcli.extract.unlisted import goes_on, reaches
from vbcli.lexicon import frames
from vbcli.lexicon.cues import verbs
from vbcli.lexicon.unit_forms import UnitMention
from vbcli.lexicon.unit_names import prepare
from vbcli.model.evidence import Evidence, Span
from vbcli.model.task import Assignee, Role
from vbcli.text.fold import unify_tones

# a small word that is no preposition, no past and no relation: in an item that a unit opens it is its verb
_VERBAL = re.compile(
    r"[\s\f]+(?!(?:của|tại|ở|trên|là|có|với|và|trong|về|đã|được|bị|đang|chưa|không|còn|mà|nào|do|từ|đến|thuộc|này|đó|năm|khi|nếu|nơi|theo|cho|để|các|những|sau|trước)\s|(?:đồng ý|thống nhất|nhất trí|ghi nhận|nhận thấy|nhận được))[a-zà-ỹđ]"
)
_NEAR = 160
"""Characters before a unit that can give it a part."""
_AFTER = 400
"""Characters behind a unit in which its verb stands."""
_COMRADES = r"(?:các\s+đồng\s+chí\s+|đồng\s+chí\s+|đ/c\s+)?"
_LISTED = re.compile(rf"[\s\f]*(?:,|;|và|&|,\s*và|/)[\s\f]*{_COMRADES}")
_PERSON = r"(?:(?:đồng\s+chí|đ/c|ông|bà)\s+(?:[^\W\d_]+[.'’]?\s*){2,5}[,–-]\s*)"
"""A person by name, whose post follows."""


@cache
def _frames() -> dict[str, re.Pattern[str]]:
    """Return how the words of `frames.toml` stand around a unit."""
    every = re.IGNORECASE
    part = rf"{frames.words('support')}(?:\s*,?\s*{frames.words('support-manner')})*(?:\s*,)?(?:\s+cùng)?(?:\s+(?:với|cùng))?"
    return {
        # "được Thủ tướng Chính phủ giao", "nhiệm vụ giao": nobody is charged by these
        "charged": re.compile(
            rf"(?<!\w){frames.words('charge')}(?:\s+(?:đối\s+với|đồng\s+chí|các\s+đồng\s+chí|đ/c|tập\s+thể))?\s*:?\s*(?:-\s*)?{_PERSON}?$",
            every,
        ),
        "not charging": re.compile(rf"(?<!\w){frames.words('no-charge')}(?:\s+nhiệm\s+vụ)?(?:\s+cho)?\s*$", every),
        # The speaker, not who is told: "Ban Thường vụ Huyện ủy yêu cầu …"
        "speaks": re.compile(
            rf"[\s\f]*(?:cũng\s+|tiếp\s+tục\s+|đã\s+|có\s+ý\s+kiến\s+)?{frames.words('speaks')}(?!\w)", every
        ),
        "supported": re.compile(rf"(?<!\w){part}\s*{_COMRADES}{_PERSON}?$", every),
        "support cue": re.compile(rf"(?<!\w){part}(?!\w)\s*", every),
        "not supporting": re.compile(rf"(?<!\w){frames.words('no-support')}(?:\s+với)?\s*$", every),
        "topic": re.compile(rf"(?<!\w){frames.words('topic')}\s+$", every),
        # "Riêng các xã A, B chưa gửi báo cáo, đề nghị gửi bổ sung": who is named first is asked further on
        "asked after": re.compile(
            rf"[^.;:]{{0,200}}?(?<!\w)(?:đề\s+nghị|yêu\s+cầu)\s*:?\s+(?:{verbs()['predicate'].pattern})", every
        ),
        "opening": re.compile(
            rf"^[\s\f]*(?:[-+•*–]\s*|\(?\d+[.)/]\s*|[a-zđ]\)\s*)?(?:{frames.words('connective')}[\s,:]+)?"
            rf"(?:(?:đồng chí|thường trực|ban thường vụ|chủ tịch|bí thư)[^,.;:]{{0,80}}(?:nhấn mạnh|lưu ý|quán triệt)(?: rằng)?[,:]|{frames.words('condition')}\b.*[,:]|[^.;]{{0,160}}[:])?"
            rf"[\s\f]*(?:mỗi\s+|từng\s+)?{_COMRADES}$",
            every | re.DOTALL,
        ),
        "leading": re.compile(
            rf"[\s\f]*,?\s*(?:được giao\s+)?(?:làm\s+(?:đơn vị|cơ quan)\s+|là\s+(?:đơn vị|cơ quan)\s+)?{frames.words('leading')}(?!\w|\s+{frames.words('no-leading')}(?!\w))",
            every,
        ),
        # "theo đề nghị của Sở A", "báo cáo UBND huyện": the unit behind is spoken of
        "spoken of": re.compile(rf"{frames.words('spoken-of')}\s*$", every),
    }


_NAMED = re.compile(rf"\s*{_PERSON}", re.IGNORECASE)
_DUTY_OF = re.compile(r"[\s\f]*(?:\(?\w{1,3}[.)/]\s*)?(?:trách nhiệm|nhiệm vụ) của\s*", re.IGNORECASE)
_ASKS = re.compile(r"(?i)(?:yêu\s+cầu|đề\s+nghị)\s*:?\s*$")
_BY = re.compile(r"(?<!\w)(?:do|giao)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Charge:
    """A unit with its part, and whether it opens the stretch (then it replaces what is inherited)."""

    mention: UnitMention
    role: Role
    rule: str
    opens: bool


def mentions_within(mentions: Sequence[UnitMention], span: Span) -> list[UnitMention]:
    """Return the mentions, ascending by place, that lie inside a span."""
    first = bisect_left(mentions, span.start, key=lambda m: m.start)
    last = bisect_left(mentions, span.end, lo=first, key=lambda m: m.start)
    return [m for m in mentions[first:last] if m.end <= span.end]


def groups(text: str, mentions: Sequence[UnitMention]) -> list[list[UnitMention]]:
    """Return the mentions as coordinated lists: `Sở A, Sở B và UBND các xã` is one."""
    out: list[list[UnitMention]] = []
    for m in mentions:
        if out and _LISTED.fullmatch(text, out[-1][-1].end, m.start):
            out[-1].append(m)
        else:
            out.append([m])
    return out


def find_charges(text: str, span: Span, mentions: Sequence[UnitMention], *, item: bool = False) -> list[Charge]:
    """Return who is charged within a span of the text, in order, each unit in the part in which it is named first.

    A unit that opens a numbered `item` is who shall act, even where the verb behind it is not in the lexicon.
    """
    found: list[Charge] = []
    first = True
    for sentence in sentences(text, span):
        here = mentions_within(mentions, sentence)
        if not first and duties.formula(text[sentence.start : sentence.end]) == "formula.accountability":
            continue
        found += _in_sentence(text, sentence, here, first=first, item=item)
        first = False
    out: dict[str, Charge] = {}
    for c in found:
        out.setdefault(c.mention.unit.key, c)  # a unit has the part in which it is named first
    return list(out.values())


def _without_owner(text: str, sentence: Span, group: list[UnitMention]) -> list[UnitMention]:
    """Drop the owner of a paper from a list: `Thực hiện Kế hoạch số 12 của Tỉnh ủy, Phòng Nội vụ báo cáo`."""
    if len(group) < 2 or "," not in text[group[0].end : group[1].start]:
        return group
    owned = _OWNER.search(text, max(sentence.start, group[0].start - 8), group[0].start)
    return group[1:] if owned else group


def _in_sentence(
    text: str, sentence: Span, mentions: Sequence[UnitMention], *, first: bool, item: bool
) -> list[Charge]:
    found: list[Charge] = []
    before: tuple[int, Role, str] | None = None
    subject_at = -1
    plain = unify_tones(text[sentence.start : sentence.end]).replace("\f", " ").replace("\n", " ")
    for listed in groups(text, mentions):
        group = _without_owner(text, sentence, listed)
        start, end = group[0].start, group[-1].end
        semicolon = text.rfind(";", sentence.start, start)
        clause = semicolon + 1 if semicolon >= 0 else sentence.start
        place = _Place(
            plain[clause - sentence.start : start - sentence.start],
            plain[end - sentence.start : end - sentence.start + _AFTER],
            opens=first and not found and clause == sentence.start,
            item=item,
        )
        rule = _rule(place)
        role = Role.SUPPORT if rule == "assign.support" else Role.LEAD
        if rule is None and before and goes_on(prepare(text[before[0] : start]), 0, start - before[0]):
            _, role, rule = before  # "phối hợp với Sở A, làng gốm X, Sở B"
        elif rule is None and _is_supporting(place):
            role, rule = Role.SUPPORT, "assign.support"
        if rule is None or (rule == "assign.asked" and subject_at == clause):
            before = None  # "Phòng A tổng hợp, đề nghị UBND xã bổ sung": what the first shall ask
            continue
        subject_at = clause if rule == "assign.subject" else subject_at
        # "Đối với Ban Quản lý dự án, Chủ tịch UBND tỉnh yêu cầu …": the last of them speaks
        speaking = rule == "assign.topic" and _frames()["speaks"].match(place.after)
        opens = place.opens and role is Role.LEAD
        found += [Charge(m, role, rule, opens) for m in (group[:-1] if speaking else group)]
        before = (end, role, rule) if rule in ("assign.support", "assign.charged", "assign.asked") else None
    return found


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands around a list of units."""

    pre: str
    """From the beginning of its clause."""
    after: str
    opens: bool
    """Nothing is charged before it in its stretch."""
    item: bool
    """The stretch is a numbered item."""

    @property
    def near(self) -> str:
        return self.pre[-_NEAR:]


def _is_supporting(place: _Place) -> bool:
    """Tell whether a list of who goes along begins with members that may be no units: `phối hợp với làng gốm X, Sở B`."""
    near = prepare(place.near)
    cue = next(reversed(list(_frames()["support cue"].finditer(near))), None)
    return (
        cue is not None
        and not _frames()["not supporting"].search(near, 0, cue.end())
        and reaches(near, cue.end(), len(near))
    )


def _rule(place: _Place) -> str | None:
    """Return the rule that gives a list of units its part, None where it has none."""
    frame, pre, near, after = _frames(), place.pre, place.near, place.after
    if _DUTY_OF.fullmatch(pre) and _acts(after):
        return "assign.subject"
    if frame["topic"].search(near) and frame["asked after"].match(after):
        return "assign.topic"
    if frame["supported"].search(near) and not frame["not supporting"].search(near):
        return "assign.support"
    if frame["charged"].search(near) and not frame["not charging"].search(near):
        return "assign.asked" if _ASKS.search(near) else "assign.charged"
    if frame["leading"].match(after):
        bare = not pre.strip() or pre.rstrip().endswith((",", ":"))
        return "assign.leading" if bare or _BY.search(pre) or frame["opening"].match(pre) else None
    named = place.item and place.opens and _NAMED.fullmatch(pre)
    if not named and (not frame["opening"].match(pre) or frame["spoken of"].search(near)):
        return None
    verbal = place.item and place.opens and not pre.strip() and _VERBAL.match(after)
    return "assign.subject" if _acts(after) or (verbal and not frame["speaks"].match(after)) else None


_OWNER = re.compile(r"(?<!\w)của\s+\Z")
_ENACTS = re.compile(
    r"\s*,?\s*(?:(?:xây dựng và |xây dựng, )?ban hành [^.;:]{3,120} (?:như sau|với (?:các )?nội dung sau|sau đây)\s*:"
    r"|(?:xây dựng|ban hành|triển khai|đề ra) (?:nội dung |một số nội dung |thực hiện )*(?:kế hoạch|chương trình|đề án|hướng dẫn|quy chế|quy định|nghị quyết|chỉ thị)(?!\w)[^;:]{0,300}?như sau\s*:"
    r"|(?:thông báo|hướng dẫn|quy định|quán triệt)(?!\w)[^;:]{0,300}?như sau\s*:)",
    re.IGNORECASE,
)
"""`Đảng ủy xã ban hành Kế hoạch … như sau:` tells whose paper this is, not whose duty."""


_IS = re.compile(r"\s(?:là|chủ yếu|vẫn)\s")


def _acts(after: str) -> bool:
    """Tell whether a verb of duty follows a unit."""
    words = after.replace("\f", " ").replace("\n", " ")
    words = re.sub(r"^\s*\([^)]{0,80}\)", "", words)
    if not words.strip():
        return True
    if _frames()["speaks"].match(words) or _ENACTS.match(words):
        return False
    if re.match(r"^\s*[:]", words):
        return True
    # a relative stretch between the unit and its verb: "theo chức năng, nhiệm vụ, …", "trên địa bàn huyện …"
    bare = words
    if re.match(
        r"^\s*,?\s*(?:theo|căn cứ|trên cơ sở|trên địa bàn|tại|từ|thuộc|ở|có tên|trong|nơi|ngoài|cùng|cùng với)\s", words
    ):
        cut = next(
            (
                m.end() - 1
                for m in re.finditer(r"(?:,|\s)(?=\s*\S)", words[:220])
                if verbs()["predicate"].match(words, m.end() - (words[m.end() - 1] == " "))
            ),
            None,
        )
        if cut is not None and _IS.search(words, 0, cut):
            return False  # "các doanh nghiệp tại cụm chủ yếu là hộ nhỏ lẻ": what they are
        bare = words[cut:] if cut is not None else words
    # "UBND các xã chưa ban hành kế hoạch khẩn trương ban hành": which of them, then what they shall do
    if re.match(r"^\s*(?:chưa|đang|còn|có)\s", bare) and re.search(
        r"^[^.;:]{5,120}\s(?:khẩn trương|phải|cần|hoàn thành|báo cáo|tập trung|nghiêm túc|chủ động|rà soát)(?!\w)", bare
    ):
        return True
    if re.match(r"^\s*(?:đã|được|không|chưa|còn|là (?!cơ quan|đơn vị|đầu mối))(?!\w)", bare) and not re.match(
        r"^\s*được giao", bare
    ):
        return False
    return bool(verbs()["predicate"].match(bare))


def assignees(charges: Sequence[Charge], inherited: Sequence[Assignee]) -> tuple[Assignee, ...]:
    """Return a task's units: its own leads where its first words name them, else the inherited ones with what its words add.

    Below a heading of units, `yêu cầu X` and `đề nghị X` are what these units shall say to X: the heading leads.
    """
    # who is addressed, or asked in the sentence that opens the list, stands back behind whom the words name
    above_all = [a for a in inherited if a.role is Role.LEAD]
    headed = any(a.evidence.rule not in ("assign.addressee", "assign.asked") for a in above_all)
    places = all(a.unit.kind == "dia-phuong" for a in above_all)  # "Mời tỉnh A": its UBND is asked below
    if headed and not places:
        # "Lãnh đạo các sở hoàn thành …" below a heading opens with a verb, not with a post
        charges = [
            c for c in charges if c.rule != "assign.asked" and not (c.opens and c.mention.unit.post == "lanh dao")
        ]
    own = [
        Assignee(
            c.mention.unit,
            c.role,
            inherited=False,
            evidence=Evidence(c.rule, Span(c.mention.start, c.mention.end), 0.9),
        )
        for c in charges
    ]
    leads = [a for a in own if a.role is Role.LEAD]
    # a heading leads unless the words open with somebody else
    keeps = not any((c.opens or not headed) and c.role is Role.LEAD for c in charges)
    taken = {(a.unit.key, a.role) for a in own} | {(a.unit.key, Role.SUPPORT) for a in leads}
    above = [a for a in inherited if (a.unit.key, a.role) not in taken] if keeps else []
    leading = {a.unit.key for a in above if a.role is Role.LEAD}
    return (*above, *(a for a in own if not (a.role is Role.SUPPORT and a.unit.key in leading)))
