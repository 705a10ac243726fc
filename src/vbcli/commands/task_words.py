"""What the flags of `vb tasks` say, as far as no archive is needed to understand them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from vbcli.commands.options import day_of
from vbcli.errors import UsageError
from vbcli.language import _
from vbcli.model.followup import OPEN, Progress
from vbcli.query.task_order import By, Order
from vbcli.query.tasks import TaskFilter
from vbcli.text.fold import fold
from vbcli.text.typed import phrases_of


@dataclass(frozen=True, slots=True)
class TaskWords:
    """The words of the flags, named as the flags are."""

    overdue: bool = False
    due_before: str | None = None
    due_after: str | None = None
    due_within: str | None = None
    no_due: bool = False
    status: Sequence[str] | None = None
    doc_type: Sequence[str] | None = None
    since: str | None = None
    until: str | None = None
    search: str | None = None
    sort: Sequence[str] | None = None
    limit: int | None = None


def understood(words: TaskWords, today: date) -> TaskFilter:
    """Return the filter that the flags ask for; a `UsageError` at the first word that means nothing."""
    earliest, latest = _window(words, today)
    return TaskFilter(
        overdue=words.overdue,
        due_from=earliest,
        due_to=latest,
        no_due=words.no_due,
        progress=_progress(words.status or ()),
        doc_types=_doc_types(words.doc_type or ()),
        issued_from=day_of(words.since, "--since", today) if words.since else None,
        issued_to=day_of(words.until, "--until", today) if words.until else None,
        phrases=_phrases(words.search),
        order=_orders(words.sort or ()),
        limit=words.limit,
    )


def no_words_alone(words: str | None) -> None:
    """Refuse what stands without a flag and is no name of a saved query."""
    if words and not words.startswith("@"):
        raise UsageError(
            _("thừa tham số {extra}").format(extra=words),
            _("--search LỜI để tìm chữ, @TÊN để gọi tra cứu đã lưu, --unit, --doc để lọc"),
        )


_STATUS: dict[str, frozenset[Progress] | None] = {
    "chua": frozenset({Progress.TODO}),
    "chuathuchien": frozenset({Progress.TODO}),
    "dang": frozenset({Progress.DOING}),
    "dangthuchien": frozenset({Progress.DOING}),
    "con": OPEN,
    "mo": OPEN,
    "xong": frozenset({Progress.DONE}),
    "hoanthanh": frozenset({Progress.DONE}),
    "tamdung": frozenset({Progress.PAUSED}),
    "huy": frozenset({Progress.CANCELLED}),
    "bo": frozenset({Progress.DISMISSED}),
    "tatca": None,
}


def _progress(words: Iterable[str]) -> frozenset[Progress] | None:
    """Return what `--status` asks for: accents, blanks and case do not matter."""
    wanted: set[Progress] = set()
    for word in words:
        key = _key(word)
        if key not in _STATUS:
            raise UsageError(
                _("không hiểu tình trạng “{word}”").format(word=word),
                _("chọn trong: {names}").format(names=", ".join(_STATUS)),
            )
        progress = _STATUS[key]
        if progress is None:
            return None
        wanted |= progress
    return frozenset(wanted) or OPEN


def _window(words: TaskWords, today: date) -> tuple[date | None, date | None]:
    """Return the first and the last day on which a task may be due."""
    earliest = [day_of(words.due_after, "--due-after", today)] if words.due_after else []
    latest = [day_of(words.due_before, "--due-before", today)] if words.due_before else []
    if words.due_within:
        earliest.append(today)
        latest.append(day_of(words.due_within, "--due-within", today))
    return max(earliest, default=None), min(latest, default=None)


def _doc_types(words: Iterable[str]) -> tuple[str, ...] | None:
    """Return what `--type` asks for: key, name or the letters of a number."""
    from vbcli.query.acts import similar_types, types_named

    wanted: list[str] = []
    for word in words:
        keys = types_named(word)
        if not keys:
            near = " / ".join(similar_types(word)) or _("ví dụ: thông báo, công văn, TB, QĐ, KH")
            raise UsageError(_("không có loại văn bản “{word}”").format(word=word), near)
        wanted += keys
    return tuple(wanted) or None


def _phrases(words: str | None) -> tuple[tuple[str, ...], ...]:
    phrases = phrases_of(words or "")
    if words is not None and not phrases:
        raise UsageError(_("không có chữ nào để tìm trong “{words}”").format(words=words), '--search "giải phóng"')
    return phrases


_ORDERS = {
    By.DUE: ("han", "hanhientai"),
    By.ORIGINAL: ("hanbandau",),
    By.LATE: ("tre", "songaytre"),
    By.UNIT: ("donvi", "chutri"),
    By.DOC: ("vanban", "so", "sokyhieu"),
    By.ISSUED: ("ngay", "ngaybanhanh"),
    By.ISSUER: ("coquan", "coquanbanhanh"),
    By.PROGRESS: ("tiendo",),
    By.OFFICER: ("theodoi", "chuyenvien"),
    By.ID: ("ma",),
}
_BY = {name: by for by, names in _ORDERS.items() for name in (by.value, *names)}


def _orders(words: Iterable[str]) -> tuple[Order, ...]:
    """Return what `--sort` asks for: `due`, `-due` the other way round, several with commas."""
    orders = []
    for word in (part.strip() for text in words for part in text.split(",")):
        if not word:
            continue
        by = _BY.get(_key(word))
        if by is None:
            raise UsageError(
                _("không xếp được theo “{word}”").format(word=word),
                _("chọn trong: {names}; thêm dấu - để xếp ngược").format(names=", ".join(By)),
            )
        orders.append(Order(by, descending=word.startswith("-")))
    return tuple(orders)


def _key(word: str) -> str:
    return "".join(c for c in fold(word) if c.isalnum())
