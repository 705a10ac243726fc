"""Types of documents: by key, by title, by the letters of a number."""

from dataclasses import dataclass
from functools import cache

from vbcli.lexicon.load import data
from vbcli.text.fold import fold


@dataclass(frozen=True, slots=True)
class DocumentType:
    """One type of document."""

    id: str
    """Key of the extraction record, `thong_bao`."""
    name: str
    """`Thông báo`."""
    symbols: tuple[str, ...]
    """Letters in numbers, `TB`, in the case that is printed."""
    titles: tuple[str, ...]
    """Longer names that papers of the type bear: `Chương trình hành động`."""
    voice: str
    """directive, explicit, none or news: where its papers give orders."""


@cache
def types() -> tuple[DocumentType, ...]:
    """Return all types in the order of the file."""
    return tuple(
        DocumentType(t["id"], t["name"], tuple(t["symbols"]), (*t.get("titles", ()), t["name"]), t["voice"])
        for t in data("document_types")["type"]
    )


@cache
def by_id() -> dict[str, DocumentType]:
    """Return the types by key."""
    return {t.id: t for t in types()}


@cache
def by_symbol() -> dict[str, DocumentType]:
    """Return the types by the letters of a number, upper case."""
    return {s.upper(): t for t in types() for s in t.symbols}


@cache
def by_title() -> dict[str, DocumentType]:
    """Return the types by folded title, longer titles first."""
    pairs = [(fold(title), t) for t in types() for title in t.titles]
    return dict(sorted(pairs, key=lambda p: -len(p[0])))
