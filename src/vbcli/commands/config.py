"""`vb config`: what the office says of itself, for the papers that `vb` writes."""

import os
from pathlib import Path
from typing import Annotated

import typer

from vbcli.commands.options import AsJson
from vbcli.commands.output import note, put, put_json
from vbcli.errors import ExitCode, UsageError
from vbcli.language import _
from vbcli.settings import KEYS, TEMPLATES, read_office, set_value, setting, settings_path, shown_value, unset_value

HELP = """Xem, đặt tên cơ quan, người ký, nơi nhận dùng cho báo cáo và công văn

Ví dụ: vb config office.name "Huyện ủy Lâm Khê" """


def config(
    key: Annotated[str | None, typer.Argument(metavar="[MỤC]", help="như office.name; bỏ trống để xem tất cả")] = None,
    values: Annotated[
        list[str] | None, typer.Argument(metavar="[GIÁ_TRỊ…]", help="giá trị mới; nhiều giá trị là nhiều dòng")
    ] = None,
    *,
    unset: Annotated[bool, typer.Option("--unset", help="bỏ giá trị đã đặt")] = False,
    as_json: AsJson = False,
) -> int:
    """Show all settings, show one, set one or take one back."""
    path = settings_path(os.environ)
    if unset and (values or not key):
        raise UsageError(_("--unset cần đúng một mục, không kèm giá trị"), "vb config office.superior --unset")
    if key and values:
        return _set(path, key, values)
    if key and unset:
        taken = unset_value(path, key)
        note(_("đã bỏ {key}").format(key=key) if taken else _("{key} chưa được đặt").format(key=key))
        return ExitCode.DONE
    office = read_office(path)
    if key:
        setting(key)
    shown = {name: shown_value(office, name) for name in KEYS if key in {None, name}}
    if as_json:
        put_json({"schema": 1, "path": str(path), "exists": path.exists(), "settings": shown})
    elif key:
        put(f"{shown[key]}\n")
    else:
        _put_all(path, shown)
    return ExitCode.DONE


def _set(path: Path, key: str, values: list[str]) -> int:
    if key in TEMPLATES and values[0]:
        from vbcli.render.papers.own_template import check_template

        check_template(Path(values[0]).expanduser(), key)
    set_value(path, key, values)
    note(_("đã ghi {key} vào {path}").format(key=key, path=path))
    return ExitCode.DONE


def _put_all(path: Path, shown: dict[str, str]) -> None:
    from vbcli.render.inert import inert

    state = "" if path.exists() else _(" (chưa có)")
    put(_("Tệp cài đặt: {path}{state}\n\n").format(path=inert(str(path)), state=state))
    width = max(map(len, shown))
    for name, value in shown.items():
        meaning = _(KEYS[name].meaning)
        first, *more = map(inert, value.splitlines() or ["—"])
        put(f"{name:{width}}  {first}\n")
        for line in more:
            put(f"{'':{width}}  {line}\n")
        put(f"{'':{width}}    {meaning}\n")
