"""Characters of the picture fonts (Symbol, Wingdings) as ordinary ones: what Word draws as a bullet reads "•"."""

_PICTURE_FONTS = ("symbol", "wingdings", "webdings")
_PRIVATE = range(0xF000, 0xF100)
_DASH, _ARROW, _CHECK, _BOX, _BULLET = "-", "→", "✓", "☐", "•"
_DRAWN = {
    "symbol": {
        0xB7: _BULLET,
        0x2D: _DASH,
        0xBE: _DASH,
        0xAE: _ARROW,
        0xDE: "⇒",
        0xA3: "≤",
        0xB3: "≥",
        0xB1: "±",
        0xB4: "×",
        0xB8: "÷",
        0xB0: "°",
        0xB9: "≠",
        0xBB: "≈",
        0xBC: "…",
        0x44: "Δ",
        0x53: "Σ",
        0x6D: "µ",
    },
    "wingdings": {
        0xFC: _CHECK,
        0xFE: "☑",
        0xFB: "✗",
        0xFD: "☒",
        0xA8: _BOX,
        0x6F: _BOX,
        0x71: _BOX,
        0xE0: _ARROW,
        0xF0: _ARROW,
        0xE8: _ARROW,
        0xD8: "➢",
        0x2D: _DASH,
    },
}


def symbol(character: str, font: str) -> str:
    r"""Return what a character shows in its font; itself in an ordinary one.

    >>> symbol("\uf0b7", "Symbol"), symbol("\uf0fc", "Wingdings"), symbol("ở", "Times New Roman")
    ('•', '✓', 'ở')
    """
    code = ord(character)
    if code not in _PRIVATE:
        return "-" if character == "\u2011" else character
    family = next((name for name in _PICTURE_FONTS if font.lower().startswith(name)), None)
    low = code & 0xFF
    for name in (family or "symbol", "symbol", "wingdings"):
        if low in _DRAWN.get(name, {}):
            return _DRAWN[name][low]
    is_plain = family == "symbol" and chr(low).isascii() and not chr(low).isalpha()
    return chr(low) if is_plain and chr(low).isprintable() else _BULLET
