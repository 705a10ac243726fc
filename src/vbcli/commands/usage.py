"""Typer's complaints about flags, in Vietnamese.

Its exceptions are told by their names and attributes: the classes live in a private package of Typer.
"""

import re
from typing import Any

from vbcli.language import N_, _

_EXTRA = re.compile(r"\(([^()]*)\)$")
_KINDS = {
    "integer": N_("một số nguyên"),
    "int": N_("một số nguyên"),
    "float": N_("một số"),
    "boolean": N_("có hoặc không"),
}


def is_usage_error(error: Exception) -> bool:
    """Tell whether an exception is Typer's word about the command line."""
    return hasattr(error, "format_message") and getattr(error, "exit_code", None) == 2  # noqa: PLR2004  (Typer's code)


def usage_message(error: Any) -> tuple[str, str]:
    """Return (what is wrong, what to type) for one of Typer's usage errors."""
    context = getattr(error, "ctx", None)
    advice = f"{context.command_path if context else 'vb'} --help"
    kind = type(error).__name__
    if kind == "NoSuchOption":
        near = ", ".join(error.possibilities or ())
        return _("không có tùy chọn {option}").format(option=error.option_name), near or advice
    if kind == "BadOptionUsage":
        takes_none = "does not take" in error.message
        words = (
            _("tùy chọn {option} không nhận giá trị") if takes_none else _("tùy chọn {option} cần một giá trị theo sau")
        )
        return words.format(option=error.option_name), advice
    if kind == "MissingParameter" and error.param is not None:
        return _("thiếu {name}").format(name=_name(error.param)), advice
    if kind == "BadParameter" and error.param is not None:
        return _("{name} cần {wanted}").format(name=_name(error.param), wanted=_wanted(error.param)), advice
    if error.message == "Missing command.":
        return _("thiếu lệnh"), advice
    if extra := _EXTRA.search(error.message):
        return _("thừa tham số {words}").format(words=extra[1]), advice
    return str(error.format_message()), advice


def _name(param: Any) -> str:
    return str(param.opts[0]) if param.param_type_name == "option" else _(str(param.human_readable_name))


def _wanted(param: Any) -> str:
    choices = getattr(param.type, "choices", None)
    if choices:
        return _("một trong: {choices}").format(choices=", ".join(str(getattr(c, "value", c)) for c in choices))
    least = getattr(param.type, "min", None)
    if least is not None:
        return _("một số nguyên từ {least} trở lên").format(least=least)
    return _(_KINDS.get(getattr(param.type, "name", ""), N_("một giá trị khác")))
