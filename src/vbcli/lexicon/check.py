"""Is a lexicon sound? Schema, ids, letters, slots and patterns, names that belong to two entries.

In: the tables of a folder or of the program itself. Out: every fault at once, each with its file and entry.
That examples hold is tried by `vbcli.trial`, which may use the extractor; speed by `hostile`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from vbcli.errors import LexiconError
from vbcli.lexicon.load import EXTENSIBLE, shipped
from vbcli.lexicon.shapes import ENTRIES, GROUPS, Entry
from vbcli.text.fold import fold, nfc, unify_tones

ADVICE = "sửa các chỗ trên rồi thử lại: vb lexicon check THƯ_MỤC"
_LOCAL_ID = re.compile(r"local(?:\.[a-z0-9]+(?:[-_][a-z0-9]+)*)+")
_OWN_ID = re.compile(r"[a-z0-9]+(?:[-._][a-z0-9]+)*")
_COMPILED = ("deadlines", "cues", "frames")
_NEEDED = frozenset({"day", "month", "quarter", "weekday", "n", "every", "period", "day2", "month2"})
"""Groups that a date is reckoned from; a year is inferred."""
_ODD = re.compile(r"[^\S ]|[\u00ad\u200b-\u200f\ufeff]")

Tables = Mapping[str, dict[str, Any]]
"""Parsed files by name, without `.toml`."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one entry."""

    file: str
    entry: str
    """Its id, or where it stands; "" for the file itself."""
    message: str
    """Vietnamese: what is wrong and what to do."""

    def __str__(self) -> str:
        """Return the fault on one line."""
        return ": ".join(part for part in (self.file, self.entry, self.message) if part)


def checked_folder(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the tables of a local folder; a `LexiconError` names all its faults."""
    tables, faults = read_folder(folder)
    faults += faults_of(tables, local=True)
    if faults:
        listed = "".join(f"\n  {fault}" for fault in faults)
        raise LexiconError(f"từ điển {folder} có {len(faults)} lỗi:{listed}", ADVICE)
    return tables


def read_folder(folder: Path) -> tuple[dict[str, dict[str, Any]], list[Fault]]:
    """Return the files of a local folder, parsed, and what keeps others from being read."""
    import tomllib

    known = ", ".join(f"{name}.toml" for name in EXTENSIBLE)
    if not folder.is_dir():
        raise LexiconError(f"không có thư mục từ điển {folder}", f"tạo thư mục với một trong các tệp: {known}")
    tables: dict[str, dict[str, Any]] = {}
    faults = []
    paths = sorted(folder.glob("*.toml"))
    for path in paths:
        if path.stem not in EXTENSIBLE:
            faults.append(Fault(path.name, "", f"không có tệp từ điển tên này; chỉ nhận {known}"))
            continue
        try:
            tables[path.stem] = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except tomllib.TOMLDecodeError as error:
            faults.append(Fault(path.name, "", f"viết sai TOML ({error}); xem lại dấu nháy, dấu phẩy, ngoặc ở chỗ đó"))
        except UnicodeDecodeError:
            faults.append(Fault(path.name, "", "không phải UTF-8; lưu lại tệp với bảng mã UTF-8"))
        except OSError as error:
            faults.append(Fault(path.name, "", f"không đọc được ({error.strerror}); xem lại quyền đọc tệp"))
    if not paths:
        faults.append(Fault(str(folder), "", f"không có tệp từ điển nào; cần ít nhất một trong {known}"))
    return tables, faults


def faults_of(tables: Tables, *, local: bool) -> list[Fault]:
    """Return all that is wrong with the tables, file by file; `local` ones stand beside those of the program."""
    faults: list[Fault] = []
    sound: dict[str, dict[str, Any]] = {}
    for name, table in tables.items():
        shape = list(_shape(name, table, local=local))
        faults += shape
        faults += [Fault(f"{name}.toml", where, what) for where, what in _letters(table)]
        if not shape:
            sound[name] = table
            faults += _patterns(name, table)
    faults += _ids(tables, local=local)
    faults += _twice(sound, local=local)
    return faults


# --- 1 schema and ids -------------------------------------------------------------------------------------------------


def label(entry: Any, group: str, number: int) -> str:
    """Return the id of an entry, or its place where it has none."""
    id_ = entry.get("id") if isinstance(entry, dict) else None
    return id_ if isinstance(id_, str) and id_ else f"mục thứ {number} của [[{group}]]"


def entries(table: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield (group, label, entry) of the entries of a file."""
    for group, value in table.items():
        if isinstance(value, list):
            for number, entry in enumerate(value, 1):
                if isinstance(entry, dict):
                    yield group, label(entry, group, number), entry


def _shape(name: str, table: dict[str, Any], *, local: bool) -> Iterator[Fault]:
    file = f"{name}.toml"
    known_entries, known_groups = ENTRIES.get(name, {}), GROUPS.get(name, {})
    if not known_entries and not known_groups:
        return  # a file of the program's own that no folder can add to
    for group, value in table.items():
        if group in known_entries:
            if not isinstance(value, list) or not all(isinstance(e, dict) for e in value):
                yield Fault(file, group, f"phải là các mục [[{group}]]")
                continue
            for number, entry in enumerate(value, 1):
                yield from (
                    Fault(file, label(entry, group, number), what)
                    for what in _entry_faults(entry, known_entries[group], local=local)
                )
        elif group in known_groups:
            if not known_groups[group].holds(value):
                yield Fault(file, group, f"phải là {known_groups[group].words}")
        elif local:
            known = ", ".join([*(f"[[{g}]]" for g in known_entries), *known_groups])
            yield Fault(file, group, f"không thêm được vào đây; tệp này nhận {known}")


def _entry_faults(entry: dict[str, Any], shape: Entry, *, local: bool) -> Iterator[str]:
    for key in shape.required:
        if key not in entry:
            yield f"thiếu “{key}”; thêm {key} = {shape.keys[key].sample}"
    for key, value in entry.items():
        if key not in shape.keys:
            yield f"không có thuộc tính “{key}”; các thuộc tính là {', '.join(shape.keys)}"
        elif not shape.keys[key].holds(value):
            yield f"“{key}” phải là {shape.keys[key].words}, ví dụ {shape.keys[key].sample}"
    if next(iter(entry), None) != "id" and "id" in entry:
        yield "“id” phải đứng đầu mục"
    if local and "pattern" in entry:
        for key, least in (("examples", 2), ("rejects", 1)):
            if isinstance(entry.get(key), list) and len(entry[key]) < least:
                yield f"cần ít nhất {least} câu trong “{key}”"
    if entry.get("means") is not None and entry["means"] not in meanings():
        yield f"không có nghĩa “{entry['means']}”; chọn một trong {', '.join(sorted(meanings()))}"


@cache
def meanings() -> dict[str, frozenset[str]]:
    """Return each meaning of a deadline with the groups that it cannot do without: those that matched in every example of ours."""
    from vbcli.lexicon.patterns import compile_deadline

    out: dict[str, frozenset[str]] = {}
    for e in shipped("deadlines")["deadline"]:
        regex = compile_deadline(e["pattern"], e["id"])
        for m in filter(None, (regex.search(example["text"]) for example in e["examples"])):
            filled = _NEEDED.intersection(name for name, words in m.groupdict().items() if words is not None)
            out[e["means"]] = out.get(e["means"], filled) & filled
    return {**out, "no_date": frozenset()}


def _ids(tables: Tables, *, local: bool) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    shape = _LOCAL_ID if local else _OWN_ID
    for name, table in tables.items():
        for _, where, entry in entries(table):
            id_ = entry.get("id")
            if not isinstance(id_, str):
                continue
            if not shape.fullmatch(id_):
                kind = "bắt đầu bằng “local.”, " if local else ""
                sample = ", ví dụ local.to-cong-nghe-so" if local else ""
                yield Fault(f"{name}.toml", where, f"mã phải {kind}chỉ có chữ thường không dấu, số, - và .{sample}")
            # several forms of one body share the id of its kind
            if id_ in seen and (local or name != "units"):
                yield Fault(f"{name}.toml", where, f"mã này đã dùng trong {seen[id_]}; đặt mã khác")
            seen[id_] = f"{name}.toml"


# --- 2 letters --------------------------------------------------------------------------------------------------------


def _letters(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for group, value in table.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for _, where, entry in entries({group: value}):
                yield from ((where, what) for text in strings(entry) for what in letter_faults(text))
        else:
            yield from ((group, what) for text in strings({group: value}) for what in letter_faults(text))


def strings(value: Any) -> Iterator[str]:
    """Yield every string of a table, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def letter_faults(text: str) -> Iterator[str]:
    """Yield what is wrong with the letters of one string."""
    if text != nfc(text):
        yield f"“{text}” viết bằng Unicode tổ hợp; gõ lại bằng Unicode dựng sẵn"
        text = nfc(text)
    for c in sorted(set(text)):
        if (c.isalpha() and not unicodedata.name(c, "").startswith("LATIN ")) or c in "ÐƉðıſ":
            yield f"“{text}” có chữ “{c}” (U+{ord(c):04X}) chỉ trông giống chữ Việt; gõ lại chữ ấy"
    if "  " in text or text != text.strip():
        yield f"“{text}” có dấu cách thừa ở đầu, ở cuối hoặc hai dấu cách liền nhau"
    elif _ODD.search(text):
        yield f"“{text!r}” có ký tự ẩn; gõ lại dấu cách ở đó"


def spacing_faults(text: str) -> Iterator[str]:
    """Yield what is not canonical in the layout of a file."""
    if "\t" in text:
        yield "có dấu tab; dùng dấu cách"
    if any(line != line.rstrip() for line in text.split("\n")):
        yield "có dấu cách thừa ở cuối dòng"
    if text and not text.endswith("\n"):
        yield "thiếu dấu xuống dòng ở cuối tệp"


def layout_faults(folder: Path) -> list[Fault]:
    """Return what is not canonical in the layout of the files of a folder."""
    texts = {name: folder / f"{name}.toml" for name in EXTENSIBLE}
    return [
        Fault(path.name, "", what)
        for path in texts.values()
        if path.is_file()
        for what in spacing_faults(path.read_text(encoding="utf-8-sig", errors="replace"))
    ]


# --- 3 patterns -------------------------------------------------------------------------------------------------------


def patterns_in(name: str, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (label, pattern) for the patterns of a file."""
    if name not in _COMPILED:
        return
    for _, where, entry in entries(table):
        if "pattern" in entry:
            yield where, entry["pattern"]
        elif name == "frames":
            yield where, "|".join(entry["words"])
    for group, value in table.items():
        if isinstance(value, dict):
            yield from ((f"{group}.{key}", pattern) for key, pattern in value.items())


def compiled(name: str, pattern: str, where: str) -> re.Pattern[str]:
    """Return a pattern of a file as the program searches with it."""
    from vbcli.lexicon.cues import compile_cue
    from vbcli.lexicon.frames import compile_words
    from vbcli.lexicon.patterns import compile_deadline

    if name == "frames":
        return compile_words(pattern)
    return compile_deadline(pattern, where) if name == "deadlines" else compile_cue(pattern)


def _patterns(name: str, table: Mapping[str, Any]) -> Iterator[Fault]:
    file = f"{name}.toml"
    means = {where: entry.get("means") for _, where, entry in entries(table)}
    for where, pattern in patterns_in(name, table):
        try:
            regex = compiled(name, pattern, where)
        except LexiconError as error:
            yield Fault(file, where, f"{error.message.partition(': ')[2]}; {error.advice}")
            continue
        except re.error as error:
            yield Fault(file, where, f"mẫu viết sai ({error}); xem lại ngoặc và dấu \\ trong “pattern”")
            continue
        if "{{" in regex.pattern:
            yield Fault(file, where, "mẫu còn dấu {{ chưa thay; viết ô dạng {{date}}")
        if regex.match(""):
            yield Fault(file, where, "mẫu khớp cả khi không có chữ nào; thêm từ bắt buộc")
        missing = meanings().get(str(means.get(where)), frozenset()) - set(regex.groupindex)
        if missing:
            yield Fault(file, where, f"nghĩa “{means[where]}” cần nhóm {', '.join(sorted(missing))} trong mẫu")


# --- 5 one name, one entry --------------------------------------------------------------------------------------------


def _twice(tables: Tables, *, local: bool) -> Iterator[Fault]:
    for name, kinds in _OWNED.items():
        for owners_of in kinds if name in tables else ():
            known = {fold_name(w): f"{o} (của chương trình)" for w, o in owners_of(shipped(name))} if local else {}
            for word, owner in owners_of(tables[name]):
                first = known.setdefault(fold_name(word), owner)
                if first != owner and not (name == "units" and first == f"{owner} (của chương trình)"):
                    yield Fault(f"{name}.toml", owner, f"“{word}” đã thuộc {first}; bỏ ở một trong hai nơi")


def fold_name(word: str) -> str:
    """Return what two spellings of one name share: tone placement and case, not accents."""
    return re.sub(r"\s*([-,])\s*", r"\1", unify_tones(nfc(word))).lower()


Owners = Callable[[Mapping[str, Any]], Iterable[tuple[str, str]]]
"""Yields (word, to whom it belongs)."""


def _units(table: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    yield from ((n, e["id"]) for g in ("head", "named") for e in table.get(g, ()) for n in e["names"])


def _fields(table: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    for full, variants in table.get("fields", {}).items():
        yield from ((word, f"lĩnh vực {full}") for word in (full, *variants))


def _types(table: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    for e in table.get("type", ()):
        yield from ((word, e["id"]) for word in (*e["symbols"], *e.get("titles", ()), e["name"]))


def _lists(table: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    yield from ((word, group) for group, words in table.items() for word in words)


_OWNED: dict[str, tuple[Owners, ...]] = {
    "units": (_units, _fields),
    "document_types": (_types,),
    "laws": (_lists,),
    "issuers": (_lists,),
}


def near_ids(id_: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the ids that look like the one typed."""
    from difflib import get_close_matches

    ids = list(known)
    parts = [i for i in ids if fold(id_) in i.split(".") or i.endswith(f".{id_}")]
    return tuple(dict.fromkeys([*parts, *get_close_matches(id_, ids, n=3, cutoff=0.6)]))[:3]
