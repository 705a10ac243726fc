"""The language of the interface: Vietnamese, in which every message is written, or English from the catalogue.

What stands in documents (names of units, types, texts) and what is stored in the archive stays Vietnamese.
"""

import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from gettext import GNUTranslations

DOMAIN = "vb"
LOCALES = Path(__file__).parent / "locale"
"""`en/LC_MESSAGES/vb.po` is written by people, `vb.mo` beside it is compiled from it."""

_chosen: "GNUTranslations | None" = None
_SAYS_ENOUGH = 6
"""Letters that a template must have beside its blanks to be told in a stored message."""


def speak_language(environ: Mapping[str, str] | None = None) -> None:
    """Choose the language for this process: VB_LANG=en for English, anything else for Vietnamese."""
    global _chosen  # noqa: PLW0603  (the language of a process, as in gettext itself)
    wanted = (os.environ if environ is None else environ).get("VB_LANG", "").strip().lower()
    _chosen = _english() if wanted.startswith("en") else None


@cache
def _english() -> "GNUTranslations":
    from gettext import GNUTranslations

    with (LOCALES / "en" / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as compiled:
        return GNUTranslations(compiled)


def _(message: str) -> str:
    """Return the message in the chosen language; one that has no translation as it is."""
    if not _chosen or not message:
        return message
    shown = _chosen.gettext(message)
    # Older Pythons (3.11.2 of Debian 12) find a message that has a plural only as its form for one.
    return _chosen.ngettext(message, message, 1) if shown == message else shown


def counted(message: str, number: int) -> str:
    """Return the form of the message that goes with the number: English tells one from many, Vietnamese does not."""
    return _chosen.ngettext(message, message, number) if _chosen else message


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for it)
    """Mark a constant for the catalogue; `_` translates it where it is shown."""
    return message


def told(message: str) -> str:
    """Return a message that was stored or raised in Vietnamese, its blanks filled, in the chosen language.

    `Tệp PDF có 900 trang, quá 500 trang.` is found by its template `Tệp PDF có {count} trang, quá {most} trang.`;
    a message that no template makes comes back as it is.
    """
    if not _chosen or not message:
        return message
    known = _(message)
    if known != message:
        return known
    for template in _templates():
        # Most are ruled out without a pattern.
        if all(words in message for words in template.words) and (found := template.pattern().fullmatch(message)):
            return _filled(_(template.message), found.groupdict())
    return message


def _filled(translation: str, values: Mapping[str, str]) -> str:
    parts = []
    for words, name in _pieces(translation):
        parts.append(words)
        if name is not None:
            # What fills a blank may be a message itself: the reason why a page is recognised.
            parts.append(told(values[name]))
    return "".join(parts)


class _Template(NamedTuple):
    """A message with blanks."""

    message: str
    words: tuple[str, ...]
    """What stands between the blanks."""

    def pattern(self) -> re.Pattern[str]:
        """Return what matches the message with its blanks filled."""
        pattern = ""
        seen: set[str] = set()
        for words, name in _pieces(self.message):
            pattern += re.escape(words)
            if name is not None:
                pattern += f"(?P={name})" if name in seen else f"(?P<{name}>.+?)"
                seen.add(name)
        return re.compile(pattern, re.DOTALL)


@cache
def _templates() -> tuple[_Template, ...]:
    """Return the messages of the catalogue that have blanks, those that say most first."""
    found = []
    for message in _messages():
        words = tuple(words for words, _name in _pieces(message) if words)
        says = sum(letter.isalpha() for letter in "".join(words))
        if "{" in message and says >= _SAYS_ENOUGH:
            found.append((-says, message, words))
    return tuple(_Template(message, words) for _says, message, words in sorted(found))


def _pieces(message: str) -> list[tuple[str, str | None]]:
    """Return the words of a template, each with the name of the blank behind it."""
    from string import Formatter

    return [(words, name) for words, name, _spec, _conversion in Formatter().parse(message)]


def _messages() -> list[str]:
    """Return the Vietnamese messages of the catalogue."""
    catalogue: Mapping[str | tuple[str, int], str] = getattr(_english(), "_catalog", {})
    return [key if isinstance(key, str) else key[0] for key in catalogue if isinstance(key, str) or key[1] == 0]
