"""Words of the spreadsheets in which offices follow their tasks: heads of columns, progress."""

from collections.abc import Sequence
from functools import cache

from vbcli.lexicon.load import data
from vbcli.model.followup import Progress
from vbcli.text.fold import fold


def columns_of(heads: Sequence[object]) -> dict[str, int]:
    """Return where each known column stands in a row of heads, by its id; {} where the row heads no register.

    >>> columns_of(["STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Hạn xử lý"])
    {'text': 1, 'leads': 2, 'due': 3}
    """
    found: dict[str, int] = {}
    for at, head in enumerate(heads):
        key = _key(head)
        for words, id_ in _columns():
            if _opens(key, words):
                found.setdefault(id_, at)
                break
    enough = "text" in found and found.keys() & {"leads", "performers", "due", "status", "id"}
    return found if enough else {}


def progress_of(words: str) -> tuple[Progress | None, bool]:
    """Return (progress, said to be in time) of a cell of "Tình trạng"; None where its words are not known."""
    key = _key(words)
    on_time = any(fold(w) in key for w in data("tracking")["on_time"]["words"])
    return next((Progress(id_) for known, id_ in _statuses() if _opens(key, known)), None), on_time


@cache
def _columns() -> tuple[tuple[str, str], ...]:
    return _entries("column")


@cache
def _statuses() -> tuple[tuple[str, str], ...]:
    return _entries("status")


def _entries(name: str) -> tuple[tuple[str, str], ...]:
    pairs = [(fold(words), entry["id"]) for entry in data("tracking")[name] for words in entry["words"]]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _key(head: object) -> str:
    return " ".join(fold(str(head or "")).split())


def _opens(key: str, words: str) -> bool:
    return key.startswith(words) and not key[len(words) : len(words) + 1].isalnum()
