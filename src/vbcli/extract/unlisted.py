"""Units that the lexicon does not know, where the words around them say that they act.

`Các tổ chức, cá nhân được cấp giấy phép … có trách nhiệm …`, `Trách nhiệm của Văn phòng đăng ký đất đai`: such a unit is kept as it is written.
A wrong unit is worse than a blank one, so a common noun for a body must open the words.
"""

import re
from collections.abc import Sequence

from vbcli.lexicon.cues import verbs
from vbcli.lexicon.unit_forms import UnitMention, unit_key
from vbcli.model.task import UnitName

_BODY = (
    r"(?:(?:các|những|mọi|mỗi)\s+)?(?:đồng chí\s+)?"
    r"(?:cơ quan|đơn vị(?! tính)|tổ chức(?=,| đảng| được| có| quốc tế| chính trị| đại diện| hành nghề)|cá nhân|công ty|doanh nghiệp|hợp tác xã|quỹ(?! đất| thời gian)"
    r"|chi nhánh|văn phòng|nhà trường|nhà thầu|nhà đầu tư|trường(?! hợp)|chủ (?:đầu tư|rừng|hộ|cơ sở|tàu|phương tiện|kho|nhà|sở hữu|vật nuôi|trang trại|bến)|hộ(?! chiếu| tịch| khẩu)"
    r"|đội|trạm|tổ(?! chức)|nhóm|người(?! dân)|(?:(?:huyện|tỉnh|thành|thị|đảng)\s+)?ủy viên|bí thư chi bộ|trưởng (?:thôn|bản|khu|xóm)|tổ trưởng|đảng viên|cán bộ|công chức|viên chức|thủ trưởng|giám đốc|hiệu trưởng|văn thư|thuê bao|thủ kho|kế toán|ban chủ nhiệm|ban giám hiệu|ngân hàng"
    r"|bệnh viện|cơ sở(?! dữ liệu| vật chất| hạ tầng| pháp lý| khoa học)|liên đoàn|câu lạc bộ|hạt|trung tâm|chi cục|kho bạc|lãnh đạo(?= (?:các|cơ quan|đơn vị|phòng|ban|sở))|bộ phận)(?!\w)"
)
_MARK = r"(?:[-+•*–]\s*|\(?\w{1,3}(?:\.\d{1,2})*[.)/-]\s*)?"
# a modal verb ends the longest subject; "phải có", "phải được" sets a condition on a thing
_MODAL = r"(?:có trách nhiệm|phải(?! có| được| bảo đảm| đảm bảo| là| đủ)|cần(?! có| được| thiết)|chịu trách nhiệm|chủ trì)(?!\w)"
_LONG = re.compile(rf"{_MARK}(?P<unit>(?i:{_BODY})[^.;:\0]{{0,120}}?)\s+(?={_MODAL})")
_OPENED = re.compile(rf"{_MARK}(?P<unit>(?i:{_BODY}))")
_NAMES = re.compile(
    r"(?i)(?:thanh tra|kiểm tra|quản lý|điều tra|giám sát|tư vấn|thi công|thẩm định|đăng ký|tiếp nhận|cung cấp|vận hành|kiểm định"
    r"|phát hành|thi hành|thông tin|giám định|khai thác|bảo vệ|thực hiện|điều hành|phụ trách)"
)
_ORDER = re.compile(r"(?<!\w)(?:[Gg]iao(?: cho)?|[Đđ]ề nghị|[Yy]êu cầu)\s+")
_PERSONS = re.compile(
    rf"(?P<unit>(?:(?:các|những)\s+)?(?:đồng chí\s+)?(?i:ủy viên|thành viên|hội viên|tổ trưởng|bí thư chi bộ|{_BODY})(?!\w))"
)
_NEAR = 12
_BARE = re.compile(rf"(?i:{_BODY})")
_UNFINISHED = re.compile(r"(?<!\w)(?:được|bị|của|là|và|đã|chưa|không|còn|từ|tại|cho|với|để)\Z")
_CONTINUES = re.compile(r"\s*(?:,|và|cùng|;|&)\s")
_DUTIES_OF = re.compile(r"(?i)(?:trách nhiệm|nhiệm vụ)\s+của\s*")
_LONGEST_HEADING = 130
_LONGEST_NAME = 120


def unlisted(name: str, start: int, end: int) -> UnitMention:
    """Return a mention of a unit as it is written; a common noun loses its capital."""
    words = " ".join(name.split()).strip(" .,:;")
    first = words.split(" ", 1)[0]
    common = first.lower() in ("các", "những", "mọi", "mỗi", "đồng")
    if words[:1].isupper() and not first.isupper() and (common or not any(w[:1].isupper() for w in words.split()[1:])):
        words = words[0].lower() + words[1:]
    return UnitMention(start, end, UnitName(words, unit_key(words)))


def subject(plain: str, known: Sequence[UnitMention]) -> UnitMention | None:
    """Return the unit that opens a paragraph and shall act, None where the lexicon knows it whole or nothing shows that it acts."""
    modal = _LONG.match(plain)
    where = modal.span("unit") if modal else _before_verb(plain)
    if where is None:
        return None
    start, end = where
    if _BARE.fullmatch(plain, start, end) or _UNFINISHED.search(plain, start, end):
        return None  # "Đơn vị chủ trì: Sở Y tế" names nobody by its first words
    inside = [u for u in known if start <= u.start < end]
    opening = [u for u in inside if u.start == start]
    if opening and not opening[0].unit.collective:
        return None  # a body with a name is not to be named anew
    if opening and (opening[0].end >= end or _CONTINUES.match(plain, opening[0].end) or len(inside) > 1):
        return None
    if not opening and any("," in plain[start : u.start] for u in inside):
        return None
    return unlisted(plain[start:end], start, end)


def charged(plain: str, known: Sequence[UnitMention]) -> list[UnitMention]:
    """Return the units that an order names and the lexicon does not know: `Giao các đồng chí Ủy viên Ban Thường vụ phụ trách xã …`."""
    found = []
    for m in _ORDER.finditer(plain):
        where = _before_verb(plain, m.end(), _PERSONS)
        if where and not any(where[0] <= u.start < where[1] and u.start - where[0] < _NEAR for u in known):
            found.append(unlisted(plain[slice(*where)], *where))
    return found


def _before_verb(plain: str, at: int = 0, opening: re.Pattern[str] | None = None) -> tuple[int, int] | None:
    """Return the stretch from a body's common noun to the first verb of two syllables, if no mark of a clause stands between."""
    opened = (opening or _OPENED).match(plain, at)
    if opened is None:
        return None
    for blank in re.finditer(r"\s+(?=\S)", plain[opened.end() : opened.end() + _LONGEST_NAME]):
        at = opened.end() + blank.end()
        if re.search(r"[.;:,\0]", plain[opened.end() : at]):
            return None
        verb = verbs()["doing"].match(plain, at)
        if verb and blank.start() == 0 and _NAMES.match(verb.group()):
            continue  # "cơ quan thanh tra", "đơn vị quản lý chợ": the verb names the body
        if verb and plain[at].islower() and re.search(r"\s", verb.group()):
            return opened.start("unit"), opened.end() + blank.start()
    return None


def heading_of_duties(plain: str, known: Sequence[UnitMention]) -> UnitMention | None:
    """Return whose duties a heading announces: `Điều 8. Trách nhiệm của Văn phòng đăng ký đất đai`."""
    m = _DUTIES_OF.search(plain)
    if m is None or len(plain) > _LONGEST_HEADING or ":" in plain[m.end() :].rstrip(" :."):
        return None
    rest = plain[m.end() :].rstrip(" .:;\0")
    if len(rest) < 3 or any(u.start == m.end() and u.end >= m.end() + len(rest) for u in known):
        return None
    if any(u.start == m.end() and _CONTINUES.match(plain, u.end) for u in known):
        return None
    return unlisted(rest, m.end(), m.end() + len(rest))
