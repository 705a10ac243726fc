"""What names of units are made of, as tables and patterns: heads, fields, levels, posts, places.

Built once from `units.toml` and `verbs.toml`; `unit_names` finds names with it, `spelling` writes them.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from vbcli.lexicon.load import data
from vbcli.text.fold import fold, nfc, unify_tones

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""Vietnamese capitals, for classes of characters."""
CAPITALISED = rf"[{UPPER}][\w'’]*"
AND = r"(?:\s*,\s*(?:và\s+)?|\s+và\s+|\s*&\s*)"


LOOSE = (
    "trực thuộc Trung ương",
    "cùng cấp",
    "có liên quan",
    "liên quan",
    "trực thuộc",
    "các cấp",
    "cấp tỉnh",
    "cấp huyện",
    "cấp xã",
    "cấp trên",
    "Việt Nam",
    "các địa phương",
    "địa phương",
    "các khu vực",
    "khu vực",
    "của Đảng",
    "các cơ quan Đảng",
    "sở tại",
)
"""What may stand behind a head in place of a level."""


def alternatives(words: Iterable[str], *, whole: bool = False) -> str:
    """Longest first; a blank or dash in a name stands for any run of blanks, with or without a dash.

    `whole`: not where the word only begins a longer one of the table of compounds, `xã` in `xã hội`.
    """
    out = []
    for w in sorted(words, key=len, reverse=True):
        pattern = re.escape(unify_tones(nfc(w)))
        pattern = pattern.replace(r"\ \-\ ", r"\s*-\s*").replace(r"\ ", r"\s+").replace(",", r"\s*,")
        longer = [c.removeprefix(f"{w} ") for c in compounds() if c.startswith(f"{w} ")] if whole else []
        if longer:
            pattern += rf"(?!\s+(?:{alternatives(longer)})(?!\w))"
        out.append(pattern)
    return "|".join(out)


@cache
def compounds() -> frozenset[str]:
    """Return words of which a noun or a head is only a part: xã hội, đại hội, cán bộ."""
    return frozenset(unify_tones(nfc(w)) for w in data("units")["collective"]["compounds"])


@cache
def tables() -> dict[str, dict[str, dict[str, str]]]:
    """Return folded name → entry, for heads that are complete and for those that need a name."""
    lexicon = data("units")
    return {
        group: {
            name_key(n): {
                "id": h["id"],
                "short": _shown(h, n),
                "level": h.get("level", "") or _level_of(n),
                "needs": h.get("needs", ""),
            }
            for h in lexicon[group]
            for n in h["names"]
        }
        for group in ("head", "named")
    }


_OF_COUNCIL = re.compile(r"\s+(?:của\s+)?(?:Hội đồng nhân dân|HĐND)$")
_OWN_LEVEL = re.compile(r"(Tỉnh|Thành|Huyện|Quận|Thị|Xã|Trung ương) (?:ủy|đoàn|đội)$", re.IGNORECASE)
_LEVEL_IDS = {
    "tỉnh": "tinh",
    "thành": "thanh-pho",
    "huyện": "huyen",
    "quận": "quan",
    "thị": "thi-xa",
    "xã": "xa",
    "trung ương": "tw",
}


def _shown(head: dict[str, Any], name: str) -> str:
    """Return a name as it is shown: short, and with the council that it belongs to: Ban Pháp chế HĐND."""
    if head.get("normalise"):
        return str(head["short"])
    if _OF_COUNCIL.search(name):
        return _OF_COUNCIL.sub(" HĐND", name)
    return str(head["short"]) if _abbreviates(name) else name


def _level_of(name: str) -> str:
    """Return the level that a name says by itself: Huyện đoàn."""
    m = _OWN_LEVEL.match(name)
    return _LEVEL_IDS[m[1].lower()] if m else ""


def _abbreviates(name: str) -> bool:
    return bool(re.search(rf"[{UPPER}]{{2}}", name))


def name_key(name: str) -> str:
    """Return the key of a head or field in the tables: folded, no blanks around dashes and commas."""
    return re.sub(r"\s*([-,])\s*", r"\1", fold(unify_tones(nfc(name))))


@cache
def fields() -> dict[str, str]:
    """Return folded field or abbreviation → its full name."""
    return {name_key(v): full for full, variants in data("units")["fields"].items() for v in (full, *variants)}


@cache
def levels() -> dict[str, str]:
    """Return folded word of a level → its id."""
    return {fold(k): v for k, v in data("units")["levels"].items()}


@cache
def _fragments() -> dict[str, str]:
    """Return the pieces that the patterns share, by name."""
    lexicon = data("units")
    heads = alternatives([n for h in lexicon["head"] for n in h["names"]])
    named = alternatives([n for h in lexicon["named"] for n in h["names"]])
    fields = alternatives([v for full, variants in lexicon["fields"].items() for v in (full, *variants)])
    posts = alternatives(lexicon["posts"]["names"])
    level_words = [w for w in lexicon["levels"] if w != "địa phương"]
    level_words_pattern = alternatives(level_words)
    # "huyện" of Huyện đoàn, Huyện ủy is a body's own; "UBND xã đoàn kết", "UBND tỉnh ủy quyền" go on with a verb
    own = r"hội\b|(?:bán|lậu)\b|đội\b|đoàn\b(?!\s+(?:kết|viên|thể|kiểm|công))|ủy\b(?!\s+(?:quyền|thác|nhiệm|viên))"
    short = r"(?:(?<=(?<!\w)[Tt][Pp])\.|(?<=(?<!\w)[Tt][Xx])\.)?"
    level = rf"(?<!\w)(?i:{alternatives(level_words)})\b(?!\s+(?i:{own})){short}"
    place = rf"(?!(?i:{heads})\b)(?:{CAPITALISED}(?:\s*-\s*(?={CAPITALISED})|\s+(?={CAPITALISED}))?){{1,5}}"
    levels = rf"(?:(?i:các|mỗi|từng)\s+)?{level}(?:{AND}{level}){{0,10}}"
    party = r"(?:(?i:của)\s+)?(?i:tỉnh ủy|thành ủy|huyện ủy|thị ủy|quận ủy|đảng ủy|trung ương đảng|trung ương|tw|(?:tỉnh|thành|huyện|thị|quận) đoàn(?!\s+(?:kết|viên|thể|kiểm|công)\b))\b(?!\s+(?i:quyền|thác|nhiệm)\b)"
    # "Đảng ủy cơ sở", not "cơ sở vật chất"
    loose = rf"{alternatives(LOOSE)}|(?<!ảng bộ )cơ\s+sở(?!\s+(?:vật|dữ|hạ|pháp|khoa|kinh|sản|y|giáo|nuôi|chăn|chế|dịch|đào|lưu|khám|đó|này|để|đảng|đoàn|hội|các)(?!\w))"
    qualifier = rf"(?:{party}|{levels}|(?i:{loose})\b)(?:\s+{place})?"
    # verbs of one syllable end no name: trình is a verb, công trình is none
    stop = alternatives(
        [v for v in data("verbs")["doing"] if " " in v and v != "thông tin"]
        + ["thông tin cho", "thông tin đến", "thông tin về", "thông tin kịp thời", "thông tin tuyên truyền"]
        + data("verbs")["adverbs"]
        + [
            "trong",
            "trước",
            "sau",
            "vào",
            "ngày",
            "tháng",
            "chậm nhất",
            "để",
            "được",
            "về",
            "tại",
            "gồm",
            "với",
            "và các",
            "thì",
            "nêu",
            "này",
            "trên",
            "từ",
            "cho",
            "đã",
            "có",
            "là",
            "của",
            "nếu",
            "khi",
            "do",
            "mà",
            "đến",
            "thuộc",
            "phải",
            "tăng",
            "nộp",
            "cử",
            "đưa",
            "nắm",
        ]
    )
    # a level written small ends the name: what follows is its tail
    own_level = r"(?:tỉnh|huyện|quận|thị\s+xã|thành\s+phố|xã(?!\s+(?:hội|viên))|phường|thị\s+trấn)(?!\w)"
    proper = rf"{CAPITALISED}(?:\s*[-–&]\s*{CAPITALISED}|\s+{CAPITALISED}|(?:\s*,\s*|\s+và\s+)(?={CAPITALISED}\s)(?!(?i:{named}|{heads}|{posts})\b){CAPITALISED}|\s+(?!(?i:{stop})\b|{own_level}|số\s+\d)[^\W\d_{UPPER}]+){{0,12}}"
    # words that open a sentence, not a name: "… thuộc Bộ / Thực hiện ý kiến …"
    openers = "Thực hiện|Căn cứ|Theo|Để|Trên|Trong|Tiếp tục|Tập trung|Chủ trì|Phối hợp|Báo cáo|Khẩn trương|Tổ chức|Đề nghị|Yêu cầu|Sau|Ngày|Về|Đối với|Xét|Nhằm"
    nouns = alternatives(lexicon["collective"]["opening"], whole=True)
    # a common noun that begins a name of its own: "chủ đầu tư, Tập đoàn Than", "các bộ, Sở Tài chính"
    opens_name = rf"(?:Tập đoàn|Tổng công ty|Công ty|Trường|Viện|Học viện|Hội|Trung tâm|Bộ|Sở|Phòng|Ban)\s+[{UPPER}]"
    described = {
        kind: [w for e in lexicon["descriptor"] if e["kind"] == kind for w in e["words"]]
        for kind in ("field", "trade", "scope")
    }
    fields_of_work = alternatives(described["field"])
    noun_quals = alternatives((*lexicon["collective"]["qualifiers"], *described["scope"]))
    # "các cơ quan quản lý nhà nước, tổ chức, cá nhân liên quan"
    inner = alternatives(["quản lý nhà nước", "nhà nước", "hành chính nhà nước"])
    return {
        "heads": heads,
        "named": named,
        "fields": fields,
        "posts": posts,
        "level_words_pattern": level_words_pattern,
        "level": level,
        "place": place,
        "levels": levels,
        "party": party,
        "loose": loose,
        "qualifier": qualifier,
        "stop": stop,
        "proper": proper,
        "openers": openers,
        "nouns": nouns,
        "opens_name": opens_name,
        "noun_quals": noun_quals,
        "fields_of_work": fields_of_work,
        "described": alternatives([*described["field"], *described["scope"]]),
        "inner": inner,
    }


def _quals() -> str:
    """Return what may stand behind the nouns of a collective: liên quan, trên địa bàn huyện, lữ hành."""
    f = _fragments()
    return rf"(?:\s+{f['level']}\s+{f['place']}|\s+(?i:{f['fields_of_work']})(?!\w)(?:{AND}(?i:{f['fields_of_work']})(?!\w)){{0,6}}|\s+(?i:trên\s+địa\s+bàn)\s+(?!(?i:{f['level_words_pattern']})(?!\w)){f['place']}|\s+(?i:{f['noun_quals']})(?!\w)|\s+(?i:của|thuộc|trên\s+địa\s+bàn)\s+(?:{f['party']}|{f['levels']})(?:\s+{f['place']})?|\s+(?:{f['party']}|{f['levels']})(?:\s+{f['place']})?){{0,6}}"


@cache
def qualifiers() -> re.Pattern[str]:
    """Return the pattern of what tells a group from others, behind its nouns; it matches nothing too."""
    return re.compile(_quals())


@cache
def described() -> re.Pattern[str]:
    """Return the pattern of what a group works at and where, and of what divides such words."""
    return re.compile(rf"(?<!\w)(?i:{_fragments()['described']})(?!\w)|(?:,|và|&)(?!\w)")


@cache
def trade() -> re.Pattern[str]:
    """Return the pattern of a trade with its object, up to what ends a name: `kinh doanh xăng dầu`."""
    f = _fragments()
    words = [w for e in data("units")["descriptor"] if e["kind"] == "trade" for w in e["words"]]
    one = rf"(?i:{alternatives(words)})(?!\w)"
    short = alternatives([v for v in data("verbs")["doing"] if " " not in v])
    ends = rf"(?=\s*[.,;:()\0]|\s+và\s|\s+(?i:{f['stop']}|{short}|{f['noun_quals']})(?!\w)|\s*$)"
    thing = rf"\s+(?!(?i:{f['stop']}|{f['noun_quals']}|và|các)(?!\w))[^\W\d_]+"
    objects = rf"(?:{thing}){{1,6}}(?:(?:\s*,\s*|\s+và\s+)dịch\s+vụ(?!\w))?"
    return re.compile(rf"(?P<trade>\s+{one}(?:{AND}{one}){{0,3}}{objects}{ends})")


@cache
def beside() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a body that stands behind, or before, another in a list: `Thanh tra, Công an và Quản lý thị trường`."""
    f = _fragments()
    before = rf"\s*(?:,\s*và|,|và|&)\s*(?=[{UPPER}])(?i:{f['heads']})(?!\w)"
    behind = rf"(?<!\w)(?=[{UPPER}])(?i:{f['heads']})(?:\s+{f['levels']}(?:\s+{f['place']})?)?\s*(?:,\s*và|,|và|&)\s*\Z"
    return re.compile(before), re.compile(behind)


@cache
def begins_next() -> re.Pattern[str]:
    """Return the pattern of a verb, a level or an opening word that looks like a place behind a level: `Công an tỉnh` / `Chỉ đạo …`, `các cấp Thành phố`."""
    words = [w for w in (*data("verbs")["doing"], *data("units")["levels"]) if " " in w and w != "thống nhất"]
    opening = alternatives([w[0].upper() + w[1:] for w in words])
    return re.compile(rf"(?:{opening}|(?:{_fragments()['openers']})(?!\s+[{UPPER}]))(?!\w)")


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Return the patterns of a post, a head with its tail, a named body, a list of names, a collective, by name."""
    f = _fragments()
    return {
        "post": re.compile(
            rf"(?:(?i:các\s+|đồng\s+chí\s+|đ/c\s+|các\s+đồng\s+chí\s+|những\s+){{0,3}})(?P<post>(?i:{f['posts']}))\s+",
            0,
        ),
        "head": re.compile(
            rf"(?P<many>(?i:các)\s+)?(?P<head>(?i:{f['heads']}))(?!\w|\s+(?i:viên|trưởng|điện\s+tử|số(?!\s*\d))(?!\w))(?P<tail>(?:\s+số\s+\d{{1,3}}(?![\w/.-]))?(?:\s*{f['qualifier']}|\s+{f['place']})?(?:\s+{f['qualifier']}){{0,2}})"
        ),
        "named": re.compile(
            rf"(?P<head>(?i:{f['named']}))\s+(?:(?P<field>(?i:{f['fields']})(?!\w)(?:\s+(?!(?i:{f['level_words_pattern']})(?!\w))[{UPPER}]{{3,}}(?!\w))?)|(?!(?:{f['openers']})(?!\w))(?P<proper>{f['proper']}))(?P<serial>\s+số\s+\d{{1,3}}(?![\w/.-]))?(?P<tail>(?:\s+{f['qualifier']}){{0,2}})"
        ),
        "project": re.compile(
            rf"(?P<head>(?:Ban\s+Quản\s+lý|Ban\s+QLDA|BQLDA|BQL)(?:\s+(?:các\s+)?[Dd]ự\s+án)?(?:\s+[Đđ]ầu\s+tư\s+xây\s+dựng(?=\s+(?:các\s+)?công\s+trình\s))?(?:\s+(?:-\s+)?(?!(?i:{f['stop']})(?!\w)|(?i:{f['level_words_pattern']})(?!\w|\s+(?i:hội)(?!\w)))[^\W\d_]+){{1,9}})(?P<tail>(?:\s+{f['qualifier']}){{0,2}})"
        ),
        "list": re.compile(
            rf"(?P<lead>(?i:các\s+)?(?P<post>(?i:(?:{f['posts']})\s+(?:các\s+)?))?(?:(?P<named>(?i:{f['named']}))|(?P<head>(?i:{f['heads']}))\s+(?P<many>(?i:các\s+)?)(?P<level>{f['level']}(?:{AND}{f['level']})*)))(?:\s*:\s*|(?<=\w)\s+(?={f['place']}\s*(?:,|và)\s+(?:{f['place']}|{f['level']}\s+{f['place']})))"
        ),
        "figure": re.compile(
            rf"(?P<head>(?i:Ban\s+Chỉ\s+đạo|BCĐ|Tổ\s+công\s+tác))\s+(?P<figure>\d{{2,4}})(?!\w)(?P<tail>(?:\s+{f['qualifier']}){{0,2}})(?=\s*(?:[,.;:)\0](?!\d)|$)|(?<!\d)|\s+(?!ngày|tháng)(?i:{f['stop']})(?!\w))"
        ),
        "loose": re.compile(rf"(?<!\w)(?i:{f['loose']})(?!\w)"),
        "opener": re.compile(rf"(?:{f['openers']})(?!\w)"),
        "stop": re.compile(rf"\s+(?i:{f['stop']})(?!\w)"),
        "field": re.compile(rf"(?i:{f['fields']})(?!\w)"),
        "proper": re.compile(f["proper"]),
        "place": re.compile(f["place"]),
        "collective": re.compile(
            rf"(?P<many>(?i:tất\s+cả\s+các|các|những|cả|mọi)\s+)?(?P<nouns>(?i:{f['nouns']})(?!\w)(?:(?:\s+(?i:{f['inner']}))?{AND}(?!(?i:các)\s)(?!{f['opens_name']})(?i:{f['nouns']})(?!\w)){{0,30}})(?!\s+(?i:nghị|họp|thảo|hành|đầu|ý)(?!\w))"
        ),
        "level": re.compile(f["level"]),
        "party": re.compile(f["party"]),
    }
