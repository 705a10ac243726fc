"""Records with the keys that only the lexicon can make; papers understood anew with what people corrected of their head.

Pure: a source in, filings out. Corrections come before extraction, so that what hangs on the head follows: terms that
count from the date or from ngày đến, years that the words leave out, bounds.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from vbcli.extract.record import extract
from vbcli.lexicon.numbers import match_key
from vbcli.lexicon.unit_names import unit_name
from vbcli.model.document import Document, Field, Header
from vbcli.model.evidence import Evidence
from vbcli.model.record import Record
from vbcli.model.source import Source
from vbcli.parse.document import parse
from vbcli.store.corrections import HEADER
from vbcli.store.filing import AsRead, Filing
from vbcli.store.identity import identity

ENTERED = "entered"
"""Rule of what a person put in the place of what was read."""
KEPT = "kept"
"""Rule of what a main document keeps of its head when it borrows the text of a merged one."""


def filing_of(record: Record) -> Filing:
    """Return the record with the keys by which documents, units and references are told apart."""
    header = record.document.header
    return Filing(
        record=record,
        issuer=unit_name(header.issuer.value) if header.issuer.value else None,
        number_key=match_key(header.number.value) if header.number.value else None,
        reference_keys=tuple(match_key(r.key) for r in record.references),
        task_reference_keys=tuple(tuple(map(match_key, t.refs)) for t in record.tasks),
    )


def filings_of(source: Source, corrections: Mapping[int | None, Mapping[str, str]]) -> tuple[Filing, ...]:
    """Return a filing for each document of a source; `corrections` of their heads by part."""
    return tuple(filing_with(document, corrections.get(document.part, {})) for document in parse(source))


def reread(source: Source, part: int | None, corrections: Mapping[str, str], kept: Mapping[str, str]) -> Filing:
    """Return one document of a source, understood anew; `kept` are values of the head that stand before those read."""
    documents = parse(source)
    document = next((d for d in documents if d.part == part), documents[0])
    return filing_with(document, corrections, kept)


def filing_with(document: Document, corrections: Mapping[str, str], kept: Mapping[str, str] | None = None) -> Filing:
    """Return what a document says, its head corrected."""
    if kept:
        document = replace(document, header=with_values(document.header, kept, KEPT))
    if not corrections:
        return filing_of(extract(document))
    corrected = replace(document, header=with_values(document.header, corrections, ENTERED))
    as_read = _as_read(document) if corrections.keys() & set(HEADER) else None
    return replace(filing_of(extract(corrected)), corrections=corrections, as_read=as_read)


def with_values(header: Header, values: Mapping[str, str], rule: str) -> Header:
    """Return the header with the values in the place of those read; their words in the text stay known."""
    changes: dict[str, Any] = {}
    for name in values.keys() & set(HEADER):
        old: Field[Any] = getattr(header, name)
        value = date.fromisoformat(values[name]) if name == "issued_on" else values[name]
        changes[name] = old if rule == KEPT and old.value == value else Field(value, _evidence(old, rule))
    if "issued_on" in changes:
        changes["issued_between"] = None
    if "number" in changes:
        changes["symbol"] = None
    if "received_on" in values:
        changes["received_on"] = date.fromisoformat(values["received_on"])
    if "received_number" in values:
        changes["received_number"] = values["received_number"]
    return replace(header, **changes)


def _evidence(old: Field[Any], rule: str) -> Evidence:
    return Evidence(rule, old.evidence.span, 1.0)


def _as_read(document: Document) -> AsRead:
    # Only the head counts here: nothing is extracted.
    filing = filing_of(Record(document, (), ()))
    header = document.header
    values = {name: getattr(header, name).value for name in HEADER}
    values["issued_on"] = values["issued_on"].isoformat() if values["issued_on"] else None
    return AsRead(identity(filing), filing.number_key, values)
