"""Who is told to do it: units in a stretch of text and the part that the words give them.

`Giao Sở A chủ trì, phối hợp với Sở B` → A leads, B supports. Who is only advised, reported to or spoken of has no part.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from vbcli.extract import duties
from vbcli.extract.sentences import sentences
from vbcli.lexicon.cues import verbs
from vbcli.lexicon.unit_forms import UnitMention
from vbcli.model.evidence import Evidence, Span
from vbcli.model.task import Assignee, Role

# a small word that is no preposition, no past and no relation: in an item that a unit opens it is its verb
_VERBAL = re.compile(
    r"[\s\f]+(?!(?:của|tại|ở|trên|là|có|với|và|trong|về|đã|được|bị|đang|chưa|không|còn|mà|nào|do|từ|đến|thuộc|này|đó|năm|khi|nếu|nơi|theo|cho|để|các|những|sau|trước)\s|(?:đồng ý|thống nhất|nhất trí|ghi nhận|nhận thấy|nhận được))[a-zà-ỹđ]"
)
_NEAR = 160
"""Characters before a unit that can give it a part."""
_AFTER = 400
"""Characters behind a unit in which its verb stands."""
_LISTED = re.compile(r"[\s\f]*(?:,|;|và|&|,\s*và|/)[\s\f]*(?:các\s+đồng\s+chí\s+|đồng\s+chí\s+)?")
# "được Thủ tướng Chính phủ giao", "nhiệm vụ giao": nobody is charged by these
_CHARGED = re.compile(
    r"(?:(?<![\w])(?:giao(?:\s+nhiệm\s+vụ)?(?:\s+cho)?|yêu\s+cầu|đề\s+nghị|phân\s+công|ủy\s+quyền(?:\s+cho)?|chỉ\s+định|kính\s+đề\s+nghị|trân\s+trọng\s+đề\s+nghị))"
    r"(?:\s+(?:đối\s+với|đồng\s+chí|các\s+đồng\s+chí|đ/c|tập\s+thể))?\s*:?\s*(?:-\s*)?"
    r"(?:(?:đồng\s+chí|đ/c|ông|bà)\s+(?:[^\W\d_]+[.'’]?\s*){2,5}[,–-]\s*)?$",
    re.IGNORECASE,
)
_NOT_CHARGING = re.compile(
    r"(?:(?:được|nhiệm vụ|chỉ tiêu|đã|văn bản|việc|công tác|vốn|kế hoạch|theo|bàn|chuyển|do) giao|(?:hồ sơ|đơn|văn bản|nội dung|theo|xét|về|được|sự|các|những|có) đề nghị|"
    r"(?:theo|đáp ứng|các|những|nội dung|về|đảm bảo|bảo đảm|đúng|có|mức|do|khi có) yêu cầu|(?:được|sự|việc|theo|về|nhiệm vụ) phân công)(?: nhiệm vụ)?(?: cho)?\s*$",
    re.IGNORECASE,
)
# The speaker, not who is told: "Ban Thường vụ Huyện ủy yêu cầu …"
_SPEAKS = re.compile(
    r"[\s\f]*(?:cũng\s+|tiếp\s+tục\s+|đã\s+|có\s+ý\s+kiến\s+)?(?:yêu\s+cầu|đề\s+nghị|giao|kết\s+luận|phân\s+công|nhấn\s+mạnh|biểu\s+dương|ghi\s+nhận|chỉ\s+đạo,?\s+(?:kết\s+luận|một\s+số|các\s+nội\s+dung|như\s+sau|cụ\s+thể)|phát\s+biểu|chủ\s+trì\s+(?:cuộc\s+họp|hội\s+nghị|buổi|phiên|giao\s+ban|họp)|thống\s+nhất|cho\s+ý\s+kiến|có\s+ý\s+kiến|quyết\s+định|nhận\s+được|trân\s+trọng|ban\s+hành\s+(?:chỉ\s+thị|thông\s+báo|kế\s+hoạch)\s+này)(?!\w)",
    re.IGNORECASE,
)
_SUPPORTED = re.compile(
    r"(?:phối hợp(?:\s*,?\s*(?:chặt chẽ|thường xuyên|kịp thời|đồng bộ|hiệu quả|tốt|tích cực|thống nhất|liên hệ|chủ động|trao đổi|hỗ trợ))*(?:\s*,)?(?:\s+cùng)?(?:\s+(?:với|cùng))?|cùng với|(?<!đồng thời)\s+cùng(?:\s+với)?|^\s*cùng(?:\s+với)?|với sự (?:tham gia|phối hợp)(?:, phối hợp)? của)\s*(?:các đồng chí\s+|đồng chí\s+)?$",
    re.IGNORECASE,
)
# "Riêng các xã A, B chưa gửi báo cáo, đề nghị gửi bổ sung": who is named first is asked further on
_DUTY_OF = re.compile(r"[\s\f]*(?:\(?\w{1,3}[.)/]\s*)?(?:trách nhiệm|nhiệm vụ) của\s*", re.IGNORECASE)
_TOPIC = re.compile(r"(?<!\w)(?:riêng|đối với|riêng đối với|về phía|với)\s+$", re.IGNORECASE)
_ASKED_AFTER = re.compile(
    rf"[^.;:]{{0,200}}?(?<!\w)(?:đề\s+nghị|yêu\s+cầu)\s*:?\s+(?:{verbs()['predicate'].pattern})", re.IGNORECASE
)
_OPENING = re.compile(
    r"^[\s\f]*(?:[-+•*–]\s*|\(?\d+[.)/]\s*|[a-zđ]\)\s*)?(?:(?:đồng thời|trước mắt|ngoài ra|bên cạnh đó|cụ thể|trong đó|riêng|theo đó|tại hội nghị)[\s,:]+)?"
    r"(?:(?:đồng chí|thường trực|ban thường vụ|chủ tịch|bí thư)[^,.;:]{0,80}(?:nhấn mạnh|lưu ý|quán triệt)(?: rằng)?[,:]|(?:trên cơ sở|căn cứ|về|đối với|để|sau khi|theo|trong|với|nhằm|thực hiện|khi|nếu|trường hợp|từ|qua|tại|cùng|riêng|trước|hằng|hàng|định kỳ|chậm nhất|xét)\b.*[,:]|[^.;]{0,160}[:])?"
    r"[\s\f]*(?:các\s+đồng\s+chí\s+|đồng\s+chí\s+|đ/c\s+)?$",
    re.IGNORECASE | re.DOTALL,
)
_LEADING = re.compile(
    r"[\s\f]*,?\s*(?:được giao\s+)?(?:làm\s+(?:đơn vị|cơ quan)\s+|là\s+(?:đơn vị|cơ quan)\s+)?(?:chủ trì|làm đầu mối|là đầu mối|đầu mối)(?!\w|\s+(?:cuộc|buổi|hội\s+nghị|họp|phiên|giao\s+ban|kỳ\s+họp|lễ))",
    re.IGNORECASE,
)


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
    for listed in groups(text, mentions):
        group = _without_owner(text, sentence, listed)
        start, end = group[0].start, group[-1].end
        semicolon = text.rfind(";", sentence.start, start)
        clause = semicolon + 1 if semicolon >= 0 else sentence.start
        pre = text[clause:start].replace("\f", " ").replace("\n", " ")
        near = pre[-_NEAR:]
        after = text[end : min(end + _AFTER, sentence.end)]
        opens = first and not found and clause == sentence.start
        if _DUTY_OF.fullmatch(pre) and _acts(after):
            found += [Charge(m, Role.LEAD, "assign.subject", opens) for m in group]
        elif _TOPIC.search(near) and _ASKED_AFTER.match(after):
            # "Đối với Ban Quản lý dự án, Chủ tịch UBND tỉnh yêu cầu …": the last of them speaks
            asked = group[:-1] if _SPEAKS.match(after) else group
            found += [Charge(m, Role.LEAD, "assign.topic", opens) for m in asked]
        elif _SUPPORTED.search(near):
            found += [Charge(m, Role.SUPPORT, "assign.support", opens=False) for m in group]
        elif _CHARGED.search(near) and not _NOT_CHARGING.search(near):
            asks = re.search(r"(?i)(?:yêu\s+cầu|đề\s+nghị)\s*:?\s*$", near)
            found += [Charge(m, Role.LEAD, "assign.asked" if asks else "assign.charged", opens) for m in group]
        elif _LEADING.match(after):
            if (
                re.search(r"(?:do|giao)\s*$", pre)
                or _OPENING.match(pre)
                or pre.rstrip().endswith((",", ":"))
                or not pre.strip()
            ):
                found += [Charge(m, Role.LEAD, "assign.leading", opens) for m in group]
        elif (
            _OPENING.match(pre)
            and not _SPOKEN_OF.search(near)
            and (
                _acts(after)
                or (item and opens and not pre.strip() and _VERBAL.match(after) and not _SPEAKS.match(after))
            )
        ):
            found += [Charge(m, Role.LEAD, "assign.subject", opens) for m in group]
    return found


_OWNER = re.compile(r"(?<!\w)của\s+\Z")
# "theo đề nghị của Sở A", "báo cáo UBND huyện": the unit behind is spoken of
_SPOKEN_OF = re.compile(
    r"(?:của|cho|tới|đến|với|gửi|báo cáo|trình|tham mưu|tại|ở|thuộc|do|qua|về|từ)\s*$", re.IGNORECASE
)


def _acts(after: str) -> bool:
    """Tell whether a verb of duty follows a unit."""
    words = after.replace("\f", " ").replace("\n", " ")
    words = re.sub(r"^\s*\([^)]{0,80}\)", "", words)
    if not words.strip():
        return True
    if _SPEAKS.match(words):
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
    headed = any(a.evidence.rule != "assign.addressee" for a in inherited)
    if any(a.evidence.rule not in ("assign.addressee", "assign.asked") for a in inherited):
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
    # addressees lead only where the words name nobody; a heading leads unless the words open with somebody else
    keeps = not any((c.opens or not headed) and c.role is Role.LEAD for c in charges)
    taken = {(a.unit.key, a.role) for a in own} | {(a.unit.key, Role.SUPPORT) for a in leads}
    above = [a for a in inherited if (a.unit.key, a.role) not in taken] if keeps else []
    leading = {a.unit.key for a in above if a.role is Role.LEAD}
    return (*above, *(a for a in own if not (a.role is Role.SUPPORT and a.unit.key in leading)))
