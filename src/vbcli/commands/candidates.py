"""What may stand next on a command line: commands, options, their values, and names and ids of the archive.

The values go by the metavar of an option or argument: `ĐƠN_VỊ` is a unit wherever it stands.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from vbcli.commands.options import archive_of
from vbcli.errors import VbError
from vbcli.language import N_, _


@dataclass(frozen=True, slots=True)
class Candidate:
    """One word that may stand there; `about` is shown beside it where the shell can."""

    value: str
    about: str = ""


@dataclass(slots=True)
class Place:
    """Where the cursor is: in which command, behind which option, at which argument."""

    root: Any
    command: Any
    option: Any = None
    """The option whose value is awaited."""
    arguments: int = 0
    """Arguments that stand before."""
    only_arguments: bool = False
    """Behind `--`."""
    used: set[str] = field(default_factory=set)
    """Names of options that stand before."""
    given: dict[str, str] = field(default_factory=dict)
    """Values of options that stand before."""


def candidates(root: Any, words: Sequence[str], current: str) -> tuple[Candidate, ...] | None:
    """Return what may complete `current` behind `words` (without `vb`); None where names of files belong."""
    place = _place_of(root, words)
    if place.option is not None:
        return _values(place.option, place, current)
    if current.startswith("-") and not place.only_arguments:
        name, equals, value = current.partition("=")
        option = _option_of(place.command, name) if equals else None
        if option is None:
            return tuple(c for c in _options(place) if c.value.startswith(current))
        found = _values(option, place, value)
        return None if found is None else tuple(Candidate(f"{name}={c.value}", c.about) for c in found)
    commands = getattr(place.command, "commands", None)
    if commands and not place.arguments:
        told = (Candidate(name, _(c.help or "").split("\n")[0]) for name, c in commands.items())
        return tuple(c for c in told if c.value.startswith(current))
    argument = _argument_of(place)
    return () if argument is None else _values(argument, place, current)


def _place_of(root: Any, words: Sequence[str]) -> Place:
    place = Place(root, root)
    for word in words:
        if place.option is not None:
            place.given[place.option.name] = word
            place.option = None
        elif place.only_arguments:
            place.arguments += 1
        elif word == "--":
            if place.command.name == "save":
                # What is saved is a command line of its own.
                place.command, place.arguments, place.used = root, 0, set()
            else:
                place.only_arguments = True
        elif word.startswith("-") and word != "-":
            _take_option(place, word)
        elif not place.arguments and (below := getattr(place.command, "commands", {}).get(word)):
            place.command, place.used = below, set()
        else:
            place.arguments += 1
    return place


def _take_option(place: Place, word: str) -> None:
    name, equals, value = word.partition("=")
    option = _option_of(place.command, name)
    if option is None:
        return
    place.used.add(option.name)
    if option.is_flag:
        return
    if equals:
        place.given[option.name] = value
    else:
        place.option = option


def _option_of(command: Any, name: str) -> Any:
    return next((p for p in command.params if p.param_type_name == "option" and name in p.opts), None)


def _options(place: Place) -> Iterator[Candidate]:
    params = [p for p in place.command.params if p.param_type_name == "option"]
    for param in params:
        if param.multiple or param.name not in place.used:
            yield Candidate(max(param.opts, key=len), _(param.help or ""))
    yield Candidate("--help", _("hiện trợ giúp này"))


def _argument_of(place: Place) -> Any:
    """Return the argument that stands next; the last one may take all that follow."""
    params = [p for p in place.command.params if p.param_type_name == "argument"]
    if place.arguments < len(params):
        return params[place.arguments]
    return params[-1] if params and params[-1].nargs < 0 else None


def _values(param: Any, place: Place, current: str) -> tuple[Candidate, ...] | None:
    kind = kind_of(param)
    if kind in FILES:
        return None
    choices = choices_of(param)
    if choices:
        return tuple(Candidate(choice) for choice in choices if choice.startswith(current))
    if kind in PLAIN:
        return tuple(PLAIN[kind](place, current))
    source = source_of(param, place.command.name)
    if source is None:
        return ()
    try:
        conn = _archive(place)
        if conn is None:
            return ()
        with closing(conn):
            return tuple(source(conn, current))
    except (VbError, sqlite3.Error):
        # A line that is being typed is no place to tell what is wrong with the archive.
        return ()


def kind_of(param: Any) -> str:
    """Return the metavar of an option or argument without the marks of what is optional or repeated."""
    return str(param.metavar or "").strip("[]… ").rstrip(",")


def choices_of(param: Any) -> tuple[str, ...]:
    """Return the words among which an option or argument chooses; () where it takes any."""
    metavar = kind_of(param)
    if "|" in metavar and "…" not in metavar:
        return tuple(metavar.split("|"))
    choices = getattr(param.type, "choices", None) or ()
    return tuple(str(getattr(choice, "value", choice)) for choice in choices)


Source = Callable[[sqlite3.Connection, str], Iterable[Candidate]]


def source_of(param: Any, command: str | None) -> Source | None:
    """Return what of the archive an option or argument takes; None for nothing that could be listed."""
    kind = kind_of(param)
    if kind in {"MÃ", "SỐ"} and param.param_type_name == "option":
        return {"--doc": _held_numbers, "--ref": _all_numbers}.get(max(param.opts, key=len))
    if kind == "MÃ":
        if hasattr(param.type, "min"):
            return _tasks
        return _documents if command in _ON_DOCUMENTS else _tasks_and_documents
    if kind == "SỐ":
        return _entries if command == "undo" else _all_numbers
    return ARCHIVE.get(kind)


def _archive(place: Place) -> sqlite3.Connection | None:
    from vbcli.store.database import open_at_a_glance

    return open_at_a_glance(archive_of(place.given.get("db")))


def _alike(names: Iterable[str], current: str) -> list[str]:
    """Return the names that begin with what was typed, accents and case aside; if none does, those with such a word."""
    from vbcli.text.fold import fold

    typed = fold(current)
    keys = [(name, fold(name)) for name in names]
    found = [name for name, key in keys if key.startswith(typed)]
    return found or [name for name, key in keys if f" {typed}" in f" {key}"]


def _units(conn: sqlite3.Connection, current: str) -> Iterator[Candidate]:
    from vbcli.query.completion import unit_names

    yield from map(Candidate, _alike(unit_names(conn), current))


def _issuers(conn: sqlite3.Connection, current: str) -> Iterator[Candidate]:
    from vbcli.query.completion import issuer_names

    yield from map(Candidate, _alike(issuer_names(conn), current))


def _tasks(conn: sqlite3.Connection, current: str) -> Iterator[Candidate]:
    from vbcli.query.completion import task_ids

    if not current or current.isdecimal():
        yield from (Candidate(id_, words) for id_, words in task_ids(conn, current))


def _documents(conn: sqlite3.Connection, current: str) -> Iterator[Candidate]:
    from vbcli.query.completion import document_labels

    label = current.upper().removeprefix("V")
    if not current or (current[0] in "vV" and (not label or label.isdecimal())):
        yield from (Candidate(name, words) for name, words in document_labels(conn, label))
    if current and current[0] not in "vV":
        yield from _held_numbers(conn, current)


def _tasks_and_documents(conn: sqlite3.Connection, current: str) -> Iterator[Candidate]:
    yield from _tasks(conn, current)
    yield from _documents(conn, current)


def _held_numbers(conn: sqlite3.Connection, current: str, *, cited: bool = False) -> Iterator[Candidate]:
    from vbcli.query.completion import MOST, document_numbers
    from vbcli.text.fold import fold

    def key(words: str) -> str:
        return "".join(c for c in fold(words) if c.isalnum())

    typed = key(current)
    found = (Candidate(n, words) for n, words in document_numbers(conn, cited=cited) if key(n).startswith(typed))
    for _number, candidate in zip(range(MOST), found, strict=False):
        yield candidate


def _all_numbers(conn: sqlite3.Connection, current: str) -> Iterator[Candidate]:
    yield from _held_numbers(conn, current, cited=True)


def _saved(conn: sqlite3.Connection, current: str) -> Iterator[Candidate]:
    from vbcli.query.archive import saved_queries
    from vbcli.text.fold import fold

    typed = fold(current.removeprefix("@"))
    for query in saved_queries(conn):
        if fold(query.name).startswith(typed):
            yield Candidate(f"@{query.name}", " ".join(query.words))


def _entries(conn: sqlite3.Connection, current: str) -> Iterator[Candidate]:
    from vbcli.query.completion import entry_numbers

    if not current or current.isdecimal():
        yield from (Candidate(id_, words) for id_, words in entry_numbers(conn, current))


_ON_DOCUMENTS = frozenset({"merge", "split", "remove", "reextract"})
ARCHIVE: dict[str, Source] = {
    **dict.fromkeys(("ĐƠN_VỊ", "ĐƠN_VỊ_CŨ", "ĐƠN_VỊ_MỚI", "NHÓM", "TÊN_KHÁC"), _units),
    "CƠ_QUAN": _issuers,
    "@TÊN": _saved,
}
"""What lies in the archive, by metavar."""


def _listed(words: Iterable[tuple[str, str]], current: str) -> Iterator[Candidate]:
    from vbcli.text.fold import fold

    typed = fold(current)
    yield from (Candidate(word, _(about)) for word, about in words if fold(word).startswith(typed))


STATUSES = (
    ("chua", N_("chưa thực hiện")),
    ("dang", N_("đang thực hiện")),
    ("xong", N_("hoàn thành")),
    ("tamdung", N_("tạm dừng")),
    ("huy", N_("đã hủy")),
    ("bo", N_("đã bỏ")),
    ("tatca", N_("tất cả")),
)
DAYS = (
    ("homnay", N_("hôm nay")),
    ("mai", N_("ngày mai")),
    ("7d", N_("bảy ngày nữa")),
    ("2w", N_("hai tuần nữa")),
    ("cuoituan", N_("Chủ nhật này")),
    ("cuoithang", N_("ngày cuối tháng")),
    ("cuoiquy", N_("ngày cuối quý")),
    ("cuoinam", N_("ngày cuối năm")),
)


def _statuses(place: Place, current: str) -> Iterator[Candidate]:
    del place
    yield from _listed(STATUSES, current)


def _days(place: Place, current: str) -> Iterator[Candidate]:
    del place
    yield from _listed(DAYS, current)


def _periods(place: Place, current: str) -> Iterator[Candidate]:
    del place
    yield from _listed((("nay", N_("kỳ này")), ("truoc", N_("kỳ trước"))), current)


def _types(place: Place, current: str) -> Iterator[Candidate]:
    from vbcli.text.document_names import DOC_TYPES

    del place
    yield from _listed(sorted(DOC_TYPES.items()), current)


def _columns(place: Place, current: str) -> Iterator[Candidate]:
    from vbcli.render.listings import columns_of

    before, comma, last = current.rpartition(",")
    taken = set(before.split(","))
    for name, heading in columns_of(place.command.name):
        if name not in taken and name.startswith(last):
            yield Candidate(f"{before}{comma}{name}", heading)


PLAIN: dict[str, Callable[[Place, str], Iterable[Candidate]]] = {
    "TÌNH_TRẠNG": _statuses,
    "NGÀY": _days,
    "LOẠI": _types,
    "CỘT": _columns,
    **dict.fromkeys(("TUẦN", "THÁNG", "QUÝ", "NỬA_NĂM"), _periods),
}
"""What needs no archive, by metavar."""
FILES = frozenset({"TỆP", "THƯ_MỤC", "ĐƯỜNG_DẪN"})
"""Metavars of what the shell completes itself."""
FREE = frozenset({"LỜI", "CÂU", "TÊN", "NỘI_DUNG", "KHÓA", "TỪ", "MỤC", "GIÁ_TRỊ", "GIỜ", "SỐ_LIỆU", "-- tasks"})
"""Metavars of what nobody can list: what a person has to say."""
