"""Words of a document made harmless for a screen: no escape sequences, no hidden reordering of letters."""

_CONTROLS = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\f\r"}
# Marks that turn the direction of writing: what is read would not be what is written.
_DIRECTIONS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F))
_ONE_LINE = {**_CONTROLS, **_DIRECTIONS, **dict.fromkeys(map(ord, "\t\n\f\r\u2028\u2029"), " ")}
_MANY_LINES = {**_CONTROLS, **_DIRECTIONS, ord("\r"): None, ord("\f"): "\n"}
_IN_JSON = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A))}


def inert(text: str) -> str:
    """Return the text on one line, without anything that a terminal would obey."""
    # All that could do harm counts as unprintable; nearly every text is clean.
    return text if text.isprintable() else text.translate(_ONE_LINE)


def inert_lines(text: str) -> str:
    """Return the text, its lines kept, without anything that a terminal would obey."""
    return text.translate(_MANY_LINES)


def inert_json(text: str) -> str:
    r"""Return JSON with the controls that its standard lets through written as `\u009b`: equal when parsed."""
    return text.translate(_IN_JSON)
