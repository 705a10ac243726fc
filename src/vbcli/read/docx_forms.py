"""Old form fields of a .docx: what a box or a list shows stands in the field's data, not in the text."""

from typing import Any

from vbcli.read.docx_styles import OFF, W, value

_CHECKED, _OPEN = "☑", "☐"


def form_value(begin: Any) -> str:
    """Return what a field that begins here shows of its own: `☑`, `☐`, the entry chosen from a list; "" for other fields."""
    data = begin.find(W + "ffData")
    if data is None:
        return ""
    box = data.find(W + "checkBox")
    if box is not None:
        state = box.find(W + "checked")
        state = box.find(W + "default") if state is None else state
        return _OPEN if state is None or state.get(W + "val", "1") in OFF else _CHECKED
    choices = data.find(W + "ddList")
    if choices is None:
        return ""
    entries = [entry.get(W + "val", "") for entry in choices.findall(W + "listEntry")]
    chosen = value(choices, "result") or value(choices, "default") or "0"
    return entries[int(chosen)] if chosen.isdecimal() and int(chosen) < len(entries) else ""
