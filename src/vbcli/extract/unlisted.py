"""Units that the lexicon does not know, where the words around them say that they act.

`Các tổ chức, cá nhân được cấp giấy phép … có trách nhiệm …`, `Trách nhiệm của Văn phòng đăng ký đất đai`: such a unit is kept as it is written.
A wrong unit is worse than a blank one, so a common noun for a body must open the words.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from vbcli.lexicon import frames
from vbcli.lexicon.cues import verbs
from vbcli.lexicon.load import data
from vbcli.lexicon.unit_forms import UnitMention, unit_key
from vbcli.lexicon.unit_patterns import levels, patterns
from vbcli.model.task import UnitName
from vbcli.text.fold import fold

_MARK = r"(?:[-+•*–]\s*|\(?\w{1,3}(?:\.\d{1,2})*[.)/-]\s*)?"
_MANY = r"(?:(?:các|những|mọi|mỗi)\s+)?(?:đồng chí\s+)?"
_NEAR = 12
_UNFINISHED = re.compile(r"(?<!\w)(?:được|bị|của|là|và|đã|chưa|không|còn|từ|tại|cho|với|để|các|những|việc|có)\Z")
_UNDERGOES = re.compile(r"(?<!\w)(?:được|bị|đã|đang|chưa)\Z")
_BESIDE_THE_NAME = re.compile(
    r"(?i)(?:\s*\([^()]*\)|\s+(?:đối với|theo|sau khi|trước khi|khi|nếu|trong quá trình|trong phạm vi)\s.*|\s+(?:phải|cần|sẽ)(?=\Z)|(?<=giao nhiệm vụ)\s+trực tiếp(?=\Z))"
)
"""What follows a name and says when it acts, or how: `tổ chức, cá nhân sau khi được cấp phép`, `công chức được giao nhiệm vụ trực tiếp`."""
_CONTINUES = re.compile(r"\s*(?:,|và|cùng|;|&)\s")
_DUTIES_OF = re.compile(r"(?i)(?:trách nhiệm|nhiệm vụ)\s+của\s*")
_LONGEST_HEADING = 130
_LONGEST_NAME = 120
_SYLLABLE = 6
"""Characters before a verb that hold đã, được, chưa."""
_MOST_WORDS = 10
"""Words of a member of a list that no list of names knows; what is longer is a clause."""
_ORDER = re.compile(r"(?<!\w)(?:[Gg]iao(?: cho)?|[Đđ]ề nghị|[Yy]êu cầu)\s+")
_COMRADES = re.compile(r"(?i)(?:các\s+đồng\s+chí|đồng\s+chí|đ/c)\s+")
_SEPARATOR = re.compile(r"\s*(?:\([^()\0]{0,80}\)\s*)?(?:[,;]\s*(?:(?:và|cùng)\s+)?|(?:và|cùng(?:\s+với)?)\s+|[&/]\s*)")
_BOUND = re.compile(r"\s*[.,;:()\0“”\"]|\s*\Z")
_APPOSED = re.compile(r"(?i)cơ\s+quan|lực\s+lượng|ngành|đơn\s+vị")
"""Before the name of a body it says only what it is: cơ quan Thi hành án dân sự."""
_HOME = re.compile(
    r"(?P<level>Tỉnh|Thành\s+phố|Huyện|Quận|Thị\s+xã|Xã|Phường|Thị\s+trấn|Đặc\s+khu)(?=\s+[a-zà-ỹđ]|\s*[.,;)])"
)
"""With a capital and without a name it is the place of which one speaks: `phối hợp với Tỉnh`."""
_AND = re.compile(r"\s+(?:và|cùng|hoặc)\s+")
_WORD = re.compile(r"\s+(?=\S)")
_SYLLABLES = re.compile(r"[^\s.,;:()\0]+")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return what the words of `frames.toml` make of the name of a body."""
    body, naming = frames.words("body", "person"), frames.words("naming")
    return {
        # a modal verb ends the longest subject; "phải có", "phải được" sets a condition on a thing
        "long": re.compile(
            rf"{_MARK}(?P<unit>(?i:{_MANY}{body}(?!\w))[^.;:\0]{{0,120}}?)\s+(?={frames.words('modal')}(?!\w))"
        ),
        "opened": re.compile(rf"{_MARK}(?P<unit>(?i:{_MANY}{body})(?!\w))"),
        "person": re.compile(rf"(?P<unit>(?i:{_MANY}{frames.words('appointed', 'body', 'person')})(?!\w))"),
        "naming": re.compile(rf"(?i:{naming})(?!\w)"),
        "bare": re.compile(rf"(?i:{_MANY}{body})(?!\w)(?:\s+(?:trực tiếp|chủ động))?"),
        "listed": re.compile(
            rf"(?P<unit>(?i:{_MANY}(?:{frames.words('body')}|(?P<person>{frames.words('person')})))(?!\w))"
            rf"(?:\s+(?i:{naming})(?!\w)(?:(?:\s*,\s*|\s+và\s+)(?i:{naming})(?!\w))*)?"
        ),
        "matter": re.compile(rf"(?i:(?<!\w){frames.words('matter')}\Z)"),
        "support": re.compile(
            rf"(?i:(?<!\w){frames.words('support')}(?:\s*,?\s*{frames.words('support-manner')})*(?:\s*,)?(?:\s+cùng)?(?:\s+(?:với|cùng))?(?!\w))\s*:?\s*"
        ),
        "no support": re.compile(rf"(?i:(?<!\w){frames.words('no-support')}(?:\s+với)?\s*\Z)"),
        "stop": re.compile(rf"(?i:{frames.words('preposition', 'short-verb', 'sure-verb')})(?!\w)"),
        "short verb": re.compile(rf"(?:{frames.words('short-verb', 'sure-verb')})(?!\w)"),
        "sure verb": re.compile(rf"(?:{frames.words('sure-verb')})(?!\w)"),
        "relative": re.compile(rf"\s+(?i:{frames.words('relative')})(?!\w)[^.;:,()\0]{{0,60}}?(?=\s*,|\s+và\s)"),
    }


def unlisted(name: str, start: int, end: int) -> UnitMention:
    """Return a mention of a unit as it is written; a common noun loses its capital."""
    words = _BESIDE_THE_NAME.sub("", " ".join(name.split())).strip(" .,:;")
    first = words.split(" ", 1)[0]
    common = first.lower() in ("các", "những", "mọi", "mỗi", "đồng")
    if words[:1].isupper() and not first.isupper() and (common or not any(w[:1].isupper() for w in words.split()[1:])):
        words = words[0].lower() + words[1:]
    return UnitMention(start, end, UnitName(words, unit_key(words)))


def subject(plain: str, known: Sequence[UnitMention]) -> UnitMention | None:
    """Return the unit that opens a paragraph and shall act, None where the lexicon knows it whole or nothing shows that it acts."""
    modal = _patterns()["long"].match(plain)
    where = modal.span("unit") if modal else _before_verb(plain)
    if where is None:
        return None
    start, end = where
    name = _BESIDE_THE_NAME.sub("", " ".join(plain[start:end].split()))
    if _patterns()["bare"].fullmatch(name) or _UNFINISHED.search(plain, start, end):
        return None  # "Đơn vị chủ trì: Sở Y tế" names nobody by its first words
    inside = [u for u in known if start <= u.start < end]
    opening = [u for u in inside if u.start == start]
    if (
        modal
        and inside
        and all(u.unit.kind.startswith("tap-the") for u in inside)
        and _says_more(plain, start, end, inside)
    ):
        return unlisted(plain[start:end], start, end)
    if opening and not opening[0].unit.collective:
        return None  # a body with a name is not to be named anew
    if opening and (opening[0].end >= end or _CONTINUES.match(plain, opening[0].end) or len(inside) > 1):
        return None
    if not opening and any("," in plain[start : u.start] for u in inside):
        return None
    return unlisted(plain[start:end], start, end)


def _says_more(plain: str, start: int, end: int, known: Sequence[UnitMention]) -> bool:
    """Tell whether a stretch holds more than its known units and what divides them."""
    at = start
    for u in (*known, None):
        if not re.fullmatch(r"(?:\s*(?:,|;|&|và|cùng)\s*)*", plain[at : u.start if u else end]):
            return True
        at = u.end if u else end
    return False


def charged(plain: str, known: Sequence[UnitMention]) -> list[UnitMention]:
    """Return the units that an order names and the lexicon does not know: `Giao các đồng chí Ủy viên Ban Thường vụ phụ trách xã …`."""
    found = []
    for m in _ORDER.finditer(plain):
        where = _before_verb(plain, m.end(), _patterns()["person"])
        if where and not any(where[0] <= u.start < where[1] and u.start - where[0] < _NEAR for u in known):
            found.append(unlisted(plain[slice(*where)], *where))
    return found


def _before_verb(plain: str, at: int = 0, opening: re.Pattern[str] | None = None) -> tuple[int, int] | None:
    """Return the stretch from a body's common noun to the first verb of two syllables, if no mark of a clause stands between."""
    opened = (opening or _patterns()["opened"]).match(plain, at)
    if opened is None:
        return None
    free = opened.end()
    for blank in _WORD.finditer(plain, opened.end(), opened.end() + _LONGEST_NAME):
        at = blank.end()
        if re.search(r"[.;:,\0]", plain[opened.end() : at]):
            return None
        verb = verbs()["doing"].match(plain, at) or _patterns()["sure verb"].match(plain, at)
        if verb is None:
            continue
        if _UNDERGOES.search(plain, blank.start() - _SYLLABLE, blank.start()):
            free = verb.end()
            continue  # "ủy viên được phân công phụ trách xã": the verb tells who is meant
        if blank.start() == free and _patterns()["naming"].match(verb.group()):
            free = -1
            continue  # "cơ quan thanh tra", "đơn vị quản lý chợ": the verb names the body
        if _is_of_matter(plain, blank.start(), at):
            continue
        if _is_verb(plain, at) or (_patterns()["sure verb"].match(plain, at) and blank.start() != free):
            return opened.start("unit"), blank.start()
    return None


# --- lists ------------------------------------------------------------------------------------------------------------


def listed(plain: str, known: Sequence[UnitMention]) -> list[UnitMention]:
    """Return the members of lists that no list of names knows: `phối hợp với Sở A, đơn vị sự kiện X và các cơ quan liên quan`.

    One that goes on where a known collective ends, `các nhà mạng viễn thông`, stands for it. Behind an order there must be a list.
    """
    starts = {u.start: u for u in known}
    found: list[UnitMention] = []
    for m in _patterns()["support"].finditer(plain):
        if not _patterns()["no support"].search(plain, max(0, m.start() - _LONGEST_NAME), m.end()):
            found += _members(plain, m.end(), starts)[0]
    for m in _ORDER.finditer(plain):
        named, count = _members(plain, m.end(), starts)
        found += named if count > 1 else []
    return list({u.start: u for u in found}.values())


def _members(plain: str, at: int, starts: Mapping[int, UnitMention]) -> tuple[list[UnitMention], int]:
    """Return the members of a list that no list of names knows, and how many members it has."""
    found: list[UnitMention] = []
    count = 0
    while True:
        comrades = _COMRADES.match(plain, at)
        u = starts.get(at) or (starts.get(comrades.end()) if comrades else None)
        member = u or _member(plain, at, starts)
        if u is not None and _is_bare(u):
            member = _longer(plain, u, starts)
        if member is None:
            at = _skipped(plain, at, starts)
        else:
            count += 1
            found += [member] if member is not u else []
            at = _relative_end(plain, member.end)
        separator = _SEPARATOR.match(plain, at) if at >= 0 else None
        if separator is None:
            return found, count
        at = separator.end()


def _member(plain: str, at: int, starts: Mapping[int, UnitMention]) -> UnitMention | None:
    """Return the member that begins here and that no list of names knows, None where the words may name nobody."""
    home = _HOME.match(plain, at)
    if home:
        name = " ".join(home["level"].split())
        return UnitMention(at, home.end(), UnitName(name, unit_key(name), "dia-phuong", levels()[fold(name)]))
    opened = _patterns()["listed"].match(plain, at)
    if opened is None:
        return None
    inner = starts.get(opened.end("unit") + 1)
    if inner and _APPOSED.fullmatch(opened["unit"]) and not inner.unit.collective:
        return UnitMention(at, inner.end, inner.unit)
    end = _end_of(plain, opened.end(), starts)
    common = opened["person"] and end == opened.end("unit") and len(opened["unit"].split()) < _FEW
    if end < 0 or common or _swallows(plain, opened.end(), end):
        return None
    return unlisted(plain[at:end], at, end)


def _longer(plain: str, u: UnitMention, starts: Mapping[int, UnitMention]) -> UnitMention:
    """Return a known collective with what tells it from others: `các nhà mạng viễn thông`, `đơn vị tư vấn giám sát`."""
    naming = _NAMING_END.match(plain, u.end)
    if naming and _patterns()["naming"].fullmatch(naming[1]):
        return unlisted(plain[u.start : naming.end(1)], u.start, naming.end(1))
    end = _end_of(plain, u.end, starts)
    separator = _SEPARATOR.match(plain, end)
    goes_on_so = separator and (separator.end() in starts or _opens_member(plain, separator.end()))
    if end <= u.end or not (goes_on_so or _is_verb(plain, end + 1) or _patterns()["short verb"].match(plain, end + 1)):
        return u
    # "các cơ quan báo đài, đơn vị liên quan": one group, as where the list knows the nouns
    other = starts.get(end + 2) if plain[end : end + 2] == ", " else None
    if other and other.unit.key.endswith(" lien quan") and not other.unit.name.startswith("các "):
        end = other.end
    return unlisted(plain[u.start : end], u.start, end)


_NAMING_END = re.compile(r"\s+([^\W\d_]+\s+[^\W\d_]+)(?=\s*[,;)]|\s+và\s)")
_FEW = 3


def _swallows(plain: str, start: int, end: int) -> bool:
    """Tell whether a name runs to the end of its sentence over more words than a name has: the verb stands among them."""
    return len(plain[start:end].split()) >= _FEW and bool(re.compile(r"\s*(?:[.;\0]|\Z)").match(plain, end))


def _is_bare(u: UnitMention) -> bool:
    """Tell whether a collective ends with its noun, so that what tells it from others may follow: các nhà mạng."""
    noun = u.unit.name.rpartition(",")[2].removeprefix("các ").strip()
    return u.unit.kind.startswith("tap-the") and noun in data("units")["collective"]["opening"]


def _end_of(plain: str, at: int, starts: Mapping[int, UnitMention]) -> int:
    """Return where a name that is written small ends: before a verb of duty, a preposition, a mark, the next member; -1 where it goes on too long."""
    for _ in range(_MOST_WORDS):
        blank = _WORD.match(plain, at)
        loose = patterns()["loose"].match(plain, blank.end()) if blank else None
        if loose:
            at = loose.end()  # "cơ quan nội vụ cùng cấp"
            continue
        if blank is None or _BOUND.match(plain, at) or _patterns()["relative"].match(plain, at):
            return at
        if _patterns()["stop"].match(plain, blank.end()):
            return at
        if _AND.match(plain, at):
            following = _AND.match(plain, at).end()  # type: ignore[union-attr]
            if following in starts or _opens_member(plain, following) or _is_verb(plain, following):
                return at
        if _is_verb(plain, blank.end()) and not _is_of_matter(plain, at, blank.end()):
            return at
        inner = starts.get(blank.end())
        word = _SYLLABLES.match(plain, blank.end())
        at = inner.end if inner else word.end() if word else blank.end()
    return -1


def _opens_member(plain: str, at: int) -> bool:
    return bool(_patterns()["listed"].match(plain, at) or re.compile(r"(?i)(?:các|những|đồng chí)\s").match(plain, at))


def _is_of_matter(plain: str, end: int, verb: int) -> bool:
    """Tell whether a noun ends here with which the verb behind it makes one word: công trình xây dựng."""
    named = _patterns()["naming"].match(plain, verb)
    return named is not None and bool(_patterns()["matter"].search(plain, max(0, end - _NEAR), end))


def _is_verb(plain: str, at: int) -> bool:
    """Tell whether a verb of duty of two syllables begins here; a word of a name has a capital."""
    verb = verbs()["doing"].match(plain, at)
    return bool(verb and plain[at : at + 1].islower() and re.search(r"\s", verb.group()))


def _relative_end(plain: str, at: int) -> int:
    """Return where a stretch ends that says more of a member, if the list goes on behind it: `UBND các xã có rừng, …`."""
    m = _patterns()["relative"].match(plain, at)
    return m.end() if m else at


def _skipped(plain: str, at: int, starts: Mapping[int, UnitMention]) -> int:
    """Return where a member ends that may be no unit, -1 where it is a clause: `làng gốm Bát Cổ, …`."""
    if _is_verb(plain, at) or _patterns()["stop"].match(plain, at):
        return -1
    first = _SYLLABLES.match(plain, at)
    end = _end_of(plain, first.end(), starts) if first else -1
    return end if end > at and not _is_verb(plain, end + 1) else -1


def goes_on(plain: str, start: int, end: int) -> bool:
    """Tell whether a list goes on between two of its units: what stands between says more of the first, or is a member that may be no unit."""
    at = _relative_end(plain, start)
    while True:
        separator = _SEPARATOR.match(plain, at)
        if separator is None or separator.end() > end:
            return False
        comrades = _COMRADES.match(plain, separator.end())
        if end in (separator.end(), comrades.end() if comrades else -1):
            return True
        at = _skipped(plain, separator.end(), {})
        if not separator.end() < at < end:
            return False


def reaches(plain: str, at: int, end: int) -> bool:
    """Tell whether a list that begins with members that may be no units goes on up to a place."""
    first = _skipped(plain, at, {})
    return at < first < end and goes_on(plain, first, end)


def members(plain: str, known: Sequence[UnitMention]) -> list[UnitMention]:
    """Return who is named in words that hold nothing but names, a line behind `Đơn vị phối hợp:`, a cell of a table: the known, and what opens like a body."""
    taken = [range(u.start, u.end) for u in known]
    starts = {u.start for u in known}
    out: list[UnitMention] = []
    at = 0
    for m in _CUT.finditer(plain):
        joins = "và" in m.group() and m.end() not in starts and not _opens_member(plain, m.end())
        if joins or any(m.start() in r for r in taken):
            continue
        out += _segment(plain, at, m.start(), known)
        at = m.end()
    return [*out, *_segment(plain, at, len(plain), known)]


_CUT = re.compile(r"\s*[,;\0/]\s*(?:và\s+)?|\s+và\s+")


_NAMED = re.compile(r"(?i)(?:các\s+)?đồng\s+chí\s+(?-i:[A-ZĐÀ-Ỹ])")


def _segment(plain: str, start: int, end: int, known: Sequence[UnitMention]) -> list[UnitMention]:
    while start < end and not plain[start].isalpha():
        start += 1
    end = start + len(plain[start:end].rstrip(" .:;\0"))
    here = [u for u in known if start <= u.start < end]
    name = plain[start:end]
    common = len(here) == 1 and here[0].start == start and (here[0].unit.kind or "tap-the").startswith("tap-the")
    whole = not here or common
    named = here or (_opens_member(plain, start) and not _NAMED.match(plain, start))
    if not whole or not named or (here and here[0].end == end) or len(name.split()) > _MOST_WORDS:
        return here
    return [unlisted(name, start, end)]


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
