"""The language of the interface: Vietnamese, in which every message is written, or English from the catalogue.

What stands in documents (names of units, types, texts) and what is stored in the archive stays Vietnamese.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

DOMAIN = "vb"
LOCALES = Path(__file__).parent / "locale"
"""`en/LC_MESSAGES/vb.po` is written by people, `vb.mo` beside it is compiled from it."""

_chosen: "NullTranslations | None" = None


def speak_language(environ: Mapping[str, str] | None = None) -> None:
    """Choose the language for this process: VB_LANG=en for English, anything else for Vietnamese."""
    global _chosen  # noqa: PLW0603  (the language of a process, as in gettext itself)
    wanted = (os.environ if environ is None else environ).get("VB_LANG", "").strip().lower()
    if not wanted.startswith("en"):
        _chosen = None
        return
    from gettext import translation

    _chosen = translation(DOMAIN, LOCALES, ["en"], fallback=True)


def _(message: str) -> str:
    """Return the message in the chosen language; one that has no translation as it is."""
    return _chosen.gettext(message) if _chosen and message else message


def counted(message: str, number: int) -> str:
    """Return the form of the message that goes with the number: English tells one from many, Vietnamese does not."""
    return _chosen.ngettext(message, message, number) if _chosen else message


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for it)
    """Mark a constant for the catalogue; `_` translates it where it is shown."""
    return message
