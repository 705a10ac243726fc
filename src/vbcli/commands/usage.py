"""Typer's complaints about flags, in Vietnamese.

Its exceptions are told by their names and attributes: the classes live in a private package of Typer.
"""

import re
from typing import Any

_EXTRA = re.compile(r"\(([^()]*)\)$")
_KINDS = {"integer": "một số nguyên", "int": "một số nguyên", "float": "một số", "boolean": "có hoặc không"}


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
        return f"không có tùy chọn {error.option_name}", near or advice
    if kind == "BadOptionUsage":
        needs = "không nhận giá trị" if "does not take" in error.message else "cần một giá trị theo sau"
        return f"tùy chọn {error.option_name} {needs}", advice
    if kind == "MissingParameter" and error.param is not None:
        return f"thiếu {_name(error.param)}", advice
    if kind == "BadParameter" and error.param is not None:
        return f"{_name(error.param)} cần {_wanted(error.param)}", advice
    if error.message == "Missing command.":
        return "thiếu lệnh", advice
    if extra := _EXTRA.search(error.message):
        return f"thừa tham số {extra[1]}", advice
    return str(error.format_message()), advice


def _name(param: Any) -> str:
    return str(param.opts[0] if param.param_type_name == "option" else param.human_readable_name)


def _wanted(param: Any) -> str:
    choices = getattr(param.type, "choices", None)
    if choices:
        return f"một trong: {', '.join(str(getattr(c, 'value', c)) for c in choices)}"
    least = getattr(param.type, "min", None)
    if least is not None:
        return f"một số nguyên từ {least} trở lên"
    return _KINDS.get(getattr(param.type, "name", ""), "một giá trị khác")
