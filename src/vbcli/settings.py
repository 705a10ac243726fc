"""What an office says of itself, once, in a settings file: how its papers are headed, numbered, signed and sent.

The file is TOML, made to be edited by hand too: what `vb config` writes keeps comments and order.
A key that nobody knows is an error, for a slip in a name would otherwise leave a paper without its signature.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any

from vbcli.errors import UsageError
from vbcli.language import N_, _

SETTINGS_NAME = "config.toml"


class Khoi(StrEnum):
    """Whose rules of layout the papers follow."""

    PARTY = "dang"
    """Hướng dẫn of Văn phòng Trung ương Đảng."""
    STATE = "nha-nuoc"
    """Nghị định 30/2020/NĐ-CP."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office as its papers name it. What is blank is left to be filled in by hand."""

    khoi: Khoi = Khoi.STATE
    superior: str = ""
    """Cơ quan chủ quản: `Đảng bộ tỉnh Cửa Diêm`; many have none."""
    name: str = ""
    """As in a sentence, `Huyện ủy Lâm Khê`; the head of a paper has it in capitals. Lines as they shall break."""
    short: str = ""
    """As in its numbers: `VPHU`, `VP`."""
    place: str = ""
    """Địa danh before the date: `Lâm Khê`."""
    authority: str = ""
    """On whose behalf: `T/M BAN THƯỜNG VỤ`; several lines where authority stacks."""
    title: str = ""
    """`PHÓ BÍ THƯ`."""
    signer: str = ""
    """Full name."""
    recipients: tuple[str, ...] = ()
    """Lines of Nơi nhận, without dash and without the mark at the end."""
    officer: str = ""
    """Who follows the register, where a task names nobody."""
    soon: int = 3
    """Days within which a deadline counts as near."""
    report_template: Path | None = None
    """The office's own .docx in place of the layout of the report."""
    chase_template: Path | None = None
    """The same for letters."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One key: the field of `Office` it fills and what it is for."""

    field: str
    meaning: str


KEYS: dict[str, Setting] = {
    "office.khoi": Setting("khoi", N_("thể thức văn bản: dang hoặc nha-nuoc")),
    "office.superior": Setting("superior", N_("cơ quan cấp trên; đầu văn bản tự in hoa")),
    "office.name": Setting("name", N_("cơ quan ban hành, viết như trong câu: Huyện ủy Lâm Khê")),
    "office.short": Setting("short", N_("chữ viết tắt trong số, ký hiệu, như VPHU")),
    "office.place": Setting("place", N_("địa danh ghi trước ngày, tháng, năm")),
    "signature.authority": Setting("authority", N_("quyền hạn ký, như T/M BAN THƯỜNG VỤ; nhiều dòng được")),
    "signature.title": Setting("title", N_("chức vụ người ký")),
    "signature.name": Setting("signer", N_("họ tên người ký")),
    "recipients.lines": Setting("recipients", N_("các dòng Nơi nhận")),
    "register.officer": Setting("officer", N_("người theo dõi khi nhiệm vụ chưa ghi ai")),
    "register.soon": Setting("soon", N_("còn chừng này ngày thì coi là sắp đến hạn")),
    "templates.report": Setting("report_template", N_("mẫu .docx riêng cho báo cáo")),
    "templates.chase": Setting("chase_template", N_("mẫu .docx riêng cho công văn đôn đốc")),
}
"""Every key of the file by its full name, `section.key`, in the order in which they are shown."""

TEMPLATES = ("templates.report", "templates.chase")


def settings_path(environ: Mapping[str, str]) -> Path:
    """Return where the settings lie, there or not: VB_CONFIG, else the platform's user settings folder."""
    chosen = environ.get("VB_CONFIG")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_config_path

    return user_config_path("vb", appauthor=False) / SETTINGS_NAME


def office_of(environ: Mapping[str, str]) -> Office:
    """Return the office of the user's settings."""
    return read_office(settings_path(environ))


def read_office(path: Path) -> Office:
    """Return what a settings file says; a blank office where there is none. A `UsageError` names what is wrong in it."""
    fields: dict[str, Any] = {}
    for key, value in _said_in(path).items():
        fields[setting(key, path).field] = _value(key, value, path)
    return Office(**fields)


def shown_value(office: Office, key: str) -> str:
    """Return what a key holds, as a person would type it; "" where it is blank. Lines are kept apart."""
    value = getattr(office, KEYS[key].field)
    if isinstance(value, tuple):
        return "\n".join(value)
    return "" if value is None else str(value)


def set_value(path: Path, key: str, words: Sequence[str]) -> None:
    """Write one key, from words as typed; several words are several lines. A `UsageError` where they mean nothing."""
    section, _dot, name = key.partition(".")
    setting(key)
    value = _value(key, _typed(key, words))
    read_office(path)  # a file with faults is left to the person who made them
    import tomlkit

    document = _document(path)
    document.setdefault(section, tomlkit.table())[name] = _toml(value)
    _write(path, document)


def unset_value(path: Path, key: str) -> bool:
    """Take one key out; False where it was not there."""
    section, _dot, name = key.partition(".")
    setting(key)
    document = _document(path)
    table = document.get(section)
    if not isinstance(table, dict) or name not in table:
        return False
    del table[name]
    if not table:
        del document[section]
    _write(path, document)
    return True


def setting(key: str, path: Path | None = None) -> Setting:
    """Return what a key fills; a `UsageError` with the nearest name where nobody knows it."""
    found = KEYS.get(key)
    if found:
        return found
    # A bare name is what is remembered: `place` of `office.place`.
    bare = key.rpartition(".")[2]
    near = [name for name in KEYS if name.endswith(f".{bare}")] or get_close_matches(key, KEYS, n=2, cutoff=0.5)
    place = _(" trong {path}").format(path=path) if path else ""
    raise UsageError(
        _("không có mục cài đặt “{key}”{place}").format(key=key, place=place),
        _("ý bạn là {near}?").format(near=" / ".join(near)) if near else _("vb config (để xem các mục)"),
    )


def _said_in(path: Path) -> dict[str, Any]:
    """Return the values of a settings file by full name."""
    import tomllib

    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(_("không đọc được tệp cài đặt {path}: {reason}").format(path=path, reason=error)) from error
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(
            _("tệp cài đặt {path} sai cú pháp TOML: {reason}").format(path=path, reason=error),
            _("sửa tệp, hoặc xóa đi rồi đặt lại bằng vb config"),
        ) from error
    flat: dict[str, Any] = {}
    for section, table in tables.items():
        if isinstance(table, dict):
            flat.update({f"{section}.{name}": value for name, value in table.items()})
        else:
            flat[section] = table
    return flat


def _typed(key: str, words: Sequence[str]) -> Any:
    """Return words of a command line as the file would hold them."""
    lines = [line.strip() for word in words for line in word.splitlines()]
    if key == "recipients.lines":
        return [line for line in lines if line]
    if key == "register.soon":
        return int(lines[0]) if len(lines) == 1 and lines[0].isdecimal() else words[0]
    if key in TEMPLATES:
        return str(Path(words[0]).expanduser().absolute()) if words[0] else ""
    return "\n".join(lines).strip()


def _value(key: str, value: Any, path: Path | None = None) -> Any:
    """Return a value of the file as the field of `Office` holds it; a `UsageError` says what it must be."""
    if key == "office.khoi" and value in list(Khoi):
        return Khoi(value)
    if key == "recipients.lines" and isinstance(value, list) and all(isinstance(line, str) for line in value):
        return tuple(_clean(line).strip().lstrip("-– ").rstrip(";,. ") for line in value)
    if key == "register.soon" and isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if key in TEMPLATES and isinstance(value, str):
        # A path in the file is meant from where the file lies.
        return (path.parent if path else Path()) / Path(value).expanduser() if value else None
    if key not in {"office.khoi", "recipients.lines", "register.soon"} and isinstance(value, str):
        return _clean(value).strip()
    must_be = {
        "office.khoi": _("dang hoặc nha-nuoc"),
        "recipients.lines": _("danh sách dòng chữ"),
        "register.soon": _("số ngày, từ 0"),
    }.get(key, _("dòng chữ"))
    raise UsageError(
        _("giá trị “{value}” của {key} không dùng được").format(value=value, key=key),
        _("giá trị phải là {must_be}").format(must_be=must_be),
    )


def _clean(text: str) -> str:
    """Return the text in NFC, lines kept, without what no paper can show."""
    return "".join(c for c in unicodedata.normalize("NFC", text) if c == "\n" or c.isprintable())


def _toml(value: Any) -> Any:
    import tomlkit

    if isinstance(value, tuple):
        array = tomlkit.array()
        array.extend(value)
        return array.multiline(multiline=True)
    if isinstance(value, str) and "\n" in value:
        return tomlkit.string(value, multiline=True)
    return str(value) if isinstance(value, (Path, StrEnum)) else value


def _document(path: Path) -> Any:
    import tomlkit

    _said_in(path)  # its error says what is wrong
    return tomlkit.parse(path.read_text(encoding="utf-8-sig") if path.exists() else "")


def _write(path: Path, document: Any) -> None:
    import tomlkit

    from vbcli.whole_file import write_whole

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            _("không tạo được thư mục {path}: {reason}").format(path=path.parent, reason=error.strerror or error),
            _("chỉ chỗ khác bằng VB_CONFIG"),
        ) from error
    write_whole(path, tomlkit.dumps(document).encode())
