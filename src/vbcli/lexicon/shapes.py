"""What an entry of a lexicon file may hold: keys, kinds of values, a sample of each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from vbcli.lexicon.frames import SHAPES
from vbcli.lexicon.load import shipped
from vbcli.model.task import DeadlineKind


@dataclass(frozen=True, slots=True)
class Value:
    """A kind of value."""

    words: str
    """Vietnamese, for messages: `một chuỗi`."""
    sample: str
    holds: Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class Entry:
    """The keys of one kind of entry."""

    required: tuple[str, ...]
    keys: dict[str, Value]


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(_is_text(v) for v in value)


def _are_any_texts(value: Any) -> bool:
    return isinstance(value, list) and all(_is_text(v) for v in value)


def _is_example(value: Any) -> bool:
    """`{ text = "…", issued = 2025-01-10, due = 2025-03-15 }`: a date needs the paper's date, nothing else is allowed."""
    if not isinstance(value, dict) or not _is_text(value.get("text")):
        return False
    dates = all(isinstance(value.get(k, date.min), date) for k in ("issued", "due"))
    return dates and value.keys() <= {"text", "issued", "due", "rrule"} and _is_text(value.get("rrule", "-"))


def _one_of(*values: str) -> Value:
    return Value(f"một trong {', '.join(values)}", f'"{values[0]}"', lambda v: v in values)


_TEXT = Value("một chuỗi", '"…"', _is_text)
_TEXTS = Value("một danh sách chuỗi không rỗng", '["…", "…"]', _are_texts)
_FLAG = Value("true hoặc false", "true", lambda v: isinstance(v, bool))
_ID = Value("một chuỗi", '"local.ten-muc"', _is_text)
_EXAMPLES = Value(
    "danh sách câu có ngày ban hành và kết quả",
    '[{ text = "…", issued = 2025-01-10, due = 2025-03-15 }]',
    lambda v: isinstance(v, list) and all(map(_is_example, v)),
)

_UNIT = Entry(
    ("id", "short", "names"),
    {
        "id": _ID,
        "short": _TEXT,
        "names": _TEXTS,
        "normalise": _FLAG,
        "level": _TEXT,
        "needs": _one_of("party", "qualifier", "capital", "list", "union"),
        "shares": _FLAG,
        "party": _FLAG,
        "examples": _TEXTS,
        "rejects": _TEXTS,
        "source": _TEXT,
    },
)
_CUE = {"id": _ID, "pattern": _TEXT, "why": _TEXT, "examples": _TEXTS, "rejects": _TEXTS, "source": _TEXT}
_WORDS = {"id": _ID, "words": _TEXTS, "why": _TEXT, "examples": _TEXTS, "rejects": _TEXTS, "source": _TEXT}
ENTRIES: dict[str, dict[str, Entry]] = {
    "units": {
        "head": _UNIT,
        "named": _UNIT,
        "descriptor": Entry(
            ("id", "kind", "words", "why", "examples", "rejects"),
            {**_WORDS, "kind": _one_of("field", "trade", "scope"), "of": _TEXTS},
        ),
    },
    "frames": {
        "frame": Entry(("id", "shape", "words", "why", "examples", "rejects"), {**_WORDS, "shape": _one_of(*SHAPES)})
    },
    "deadlines": {
        "deadline": Entry(
            ("id", "pattern", "means", "kind", "why", "examples", "rejects"),
            {
                "id": _ID,
                "pattern": _TEXT,
                "means": _TEXT,
                "kind": _one_of(*(k.value for k in DeadlineKind)),
                "soft": _FLAG,
                "why": _TEXT,
                "examples": _EXAMPLES,
                "rejects": _TEXTS,
                "source": _TEXT,
            },
        )
    },
    "cues": {
        "section": Entry(("id", "voice", "pattern", "examples", "rejects"), {**_CUE, "voice": _one_of("duty", "none")}),
        "formula": Entry(("id", "pattern", "examples", "rejects"), _CUE),
    },
    "document_types": {
        "type": Entry(
            ("id", "name", "symbols", "voice"),
            {
                "id": _ID,
                "name": _TEXT,
                "symbols": Value("một danh sách chuỗi, có thể rỗng", '["TNg"]', _are_any_texts),
                "titles": Value("một danh sách chuỗi", '["Kế hoạch hành động"]', _are_any_texts),
                "voice": _one_of("directive", "explicit", "norm", "none", "news"),
                "source": _TEXT,
            },
        )
    },
}


def _lists_in(group: str, sample: str) -> Value:
    """Return the kind of a table of lists in units.toml: its keys are those of the program's own."""

    def holds(value: Any) -> bool:
        known = shipped("units")[group]
        return isinstance(value, dict) and value.keys() <= known.keys() and all(map(_are_texts, value.values()))

    return Value("bảng gồm các danh sách như trong tệp của chương trình", f'{sample} = ["…"]', holds)


_FIELDS = Value(
    "bảng tên lĩnh vực = danh sách viết tắt",
    '"Kinh tế biển" = ["KTB"]',
    lambda v: isinstance(v, dict) and all(map(_are_any_texts, v.values())),
)
_LEVELS = Value(
    "bảng từ chỉ cấp = mã cấp",
    '"huyện" = "huyen"',
    lambda v: isinstance(v, dict) and all(map(_is_text, v.values())),
)
GROUPS: dict[str, dict[str, Value]] = {
    "units": {
        "fields": _FIELDS,
        "levels": _LEVELS,
        "posts": _lists_in("posts", "names"),
        "collective": _lists_in("collective", "opening"),
    },
    "laws": {"names": _TEXTS},
    "issuers": {"party": _TEXTS, "state": _TEXTS},
}
