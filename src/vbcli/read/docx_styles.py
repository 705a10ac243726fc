"""styles.xml of a .docx into what paragraphs and runs take from their style: bold, capitals, alignment, numbering."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFF = frozenset({"0", "false", "off", "none"})
_DEPTH = 12
"""Styles are based on styles; a cycle must not hang us."""
_ALIGNMENTS = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "justify",
    "distribute": "justify",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How text is set; None where nothing is said and the style decides."""

    bold: bool | None = None
    italic: bool | None = None
    strike: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    font: str | None = None

    def over(self, base: "Look") -> "Look":
        """Return this look where it says something, the base where it does not."""
        return Look(
            base.bold if self.bold is None else self.bold,
            base.italic if self.italic is None else self.italic,
            base.strike if self.strike is None else self.strike,
            base.capitals if self.capitals is None else self.capitals,
            base.hidden if self.hidden is None else self.hidden,
            self.font or base.font,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits already filled in."""

    name: str = ""
    look: Look = Look()
    align: str = ""
    number: str | None = None
    """w:numId, "0" for none."""
    level: int | None = None


def flag(properties: Any, name: str) -> bool | None:
    """Return whether an on-off property is set; None where it is absent."""
    element = properties.find(W + name) if properties is not None else None
    return None if element is None else element.get(W + "val", "1") not in OFF


def value(properties: Any, path: str) -> str | None:
    """Return w:val of a descendant, `pPr/jc` for example; None where it is absent."""
    element = properties.find("/".join(W + name for name in path.split("/"))) if properties is not None else None
    return None if element is None else element.get(W + "val")


def look_of(properties: Any) -> Look:
    """Return what a w:rPr says."""
    if properties is None:
        return Look()
    strike, double = flag(properties, "strike"), flag(properties, "dstrike")
    return Look(
        flag(properties, "b"),
        flag(properties, "i"),
        double if strike is None else strike or bool(double),
        flag(properties, "caps"),
        flag(properties, "vanish"),
        _font(properties),
    )


def _font(properties: Any) -> str | None:
    """Return the font of letters beyond ASCII, which are those that an old font draws its own way."""
    fonts = properties.find(W + "rFonts")
    return None if fonts is None else fonts.get(W + "hAnsi") or fonts.get(W + "ascii")


def align_of(properties: Any) -> str:
    """Return left, center, right or justify of a w:pPr; "" where it does not say."""
    return _ALIGNMENTS.get(value(properties, "jc") or "", "")


def read_styles(root: Any) -> tuple[dict[str, Style], str]:
    """Return the styles by their id, and the id of the default paragraph style."""
    if root is None:
        return {}, ""
    elements = {style.get(W + "styleId", ""): style for style in root.findall(W + "style")}
    default = next((key for key, style in elements.items() if _is_default(style)), "")
    usual = look_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
    return {key: _resolved(key, elements, usual) for key in elements}, default


def _is_default(style: Any) -> bool:
    return style.get(W + "type") == "paragraph" and style.get(W + "default", "0") not in OFF


def _chain(key: str | None, elements: dict[str, Any]) -> Iterable[Any]:
    for _ in range(_DEPTH):
        if key is None or key not in elements:
            return
        yield elements[key]
        key = value(elements[key], "basedOn")


def _resolved(key: str, elements: dict[str, Any], usual: Look) -> Style:
    look, align, number, level = Look(), "", None, None
    for element in _chain(key, elements):
        look = look.over(look_of(element.find(W + "rPr")))
        align = align or align_of(element.find(W + "pPr"))
        if level is None and number is None:
            written = value(element, "pPr/numPr/ilvl")
            level = int(written) if written and written.isdigit() else None
        number = value(element, "pPr/numPr/numId") if number is None else number
    if elements[key].get(W + "type") == "paragraph":
        look = look.over(usual)
    return Style(value(elements[key], "name") or key, look, align, number, level)
