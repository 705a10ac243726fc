"""What holds for every text: nothing crashes, spans quote, places ascend, the form of accents does not matter."""

import itertools
import unicodedata
from time import process_time

import pytest
from hypothesis import given

import letters
from strategies import PAPERS, quick
from vbcli.extract.record import extract
from vbcli.model.evidence import Span
from vbcli.model.source import Source
from vbcli.parse.document import parse
from vbcli.read.txt import read_txt
from vbcli.text.fold import fold


def records(text):
    return [extract(document) for document in parse(letters.source(text))]


@quick
@given(PAPERS)
def test_no_text_breaks_the_program(text):
    for record in records(text):
        assert record.document.text == unicodedata.normalize("NFC", record.document.text)


CONTROLS = dict.fromkeys([*range(9), *range(14, 32), 127])


def from_file(text, form):
    """Blocks are composed by the reader, which refuses what is no text: this property needs it."""
    data = unicodedata.normalize(form, letters.letter(text.translate(CONTROLS))).encode()
    blocks, pages, _ = read_txt(data)
    return [extract(document) for document in parse(Source("thu.txt", "0" * 64, "txt", blocks, pages))]


def essence(record):
    return [
        (
            t.locator,
            t.text,
            [(a.unit, a.role) for a in t.assignees],
            [(d.due, d.rrule, d.words) for d in t.deadlines],
            t.refs,
        )
        for t in record.tasks
    ]


@quick
@given(PAPERS)
def test_composed_and_decomposed_files_give_the_same_tasks(text):
    composed, decomposed = from_file(text, "NFC"), from_file(text, "NFD")
    assert list(map(essence, composed)) == list(map(essence, decomposed))


@quick
@given(PAPERS)
def test_reading_twice_gives_the_same(text):
    assert records(text) == records(text)


def check_spans(record):
    document = record.document
    text = document.text
    whole = Span(0, len(text))
    for task in record.tasks:
        assert whole.covers(task.span)
        assert " ".join(text[task.span.start : task.span.end].split()) == task.text
        for deadline in task.deadlines:
            span = deadline.evidence.span
            assert whole.covers(span)
            assert fold(deadline.words) in fold(text[span.start : span.end])
        for assignee in task.assignees:
            assert whole.covers(assignee.evidence.span)
            assert text[assignee.evidence.span.start : assignee.evidence.span.end].strip()
    for reference in record.references:
        span = reference.evidence.span
        assert fold(reference.words) == fold(text[span.start : span.end])
    for mention in record.mentions:
        assert fold(mention.words) == fold(text[mention.span.start : mention.span.end])
    for paragraph in document.paragraphs:
        assert whole.covers(paragraph.span)
        assert paragraph.span.covers(paragraph.content)


@quick
@given(PAPERS)
def test_every_span_quotes_the_text(text):
    for record in records(text):
        check_spans(record)


@quick
@given(PAPERS)
def test_tasks_do_not_overlap(text):
    for record in records(text):
        for one, other in itertools.pairwise(sorted(t.span for t in record.tasks)):
            assert one.end <= other.start


@quick
@given(PAPERS)
def test_places_ascend_and_paragraphs_follow_one_another(text):
    for record in records(text):
        starts = [a.start for a in record.document.anchors]
        assert starts == sorted(set(starts))
        for one, other in itertools.pairwise(record.document.paragraphs):
            assert one.span.end <= other.span.start


@quick
@given(PAPERS)
def test_a_value_that_is_blank_says_why(text):
    for record in records(text):
        for task in record.tasks:
            assert all(d.due or d.rrule or d.evidence.reason for d in task.deadlines)
        header = record.document.header
        for name in ("doc_type", "number", "issued_on", "issuer", "subject", "signer"):
            field = getattr(header, name)
            assert field.value is not None or field.evidence.reason


@quick
@given(PAPERS)
def test_each_unit_has_one_part_in_a_task(text):
    for record in records(text):
        for task in record.tasks:
            keys = [(a.unit.key, a.role) for a in task.assignees]
            assert sorted(set(keys)) == sorted(keys)


LONG = {
    "digits": "0123456789",
    "one word": "ngày ",
    "dashes": "- ",
    "inline items": "(1) rà soát hồ sơ; ",
    "dates": "trước ngày 25/6/2024 ",
    "numbers": "số 12-TB/HU, ",
    "blanks": " ",
}
SIZE = 100_000


@pytest.mark.parametrize("kind", LONG)
def test_a_hostile_paragraph_is_read_in_seconds(kind):
    words = (LONG[kind] * (SIZE // len(LONG[kind]) + 1))[:SIZE]
    start = process_time()
    letters.read_item(f"Rà soát {words}")
    assert process_time() - start < 10


@pytest.mark.parametrize("words", ["UBND xã ", "Phòng Nội vụ, "])
def test_a_paragraph_of_units_is_read_in_linear_time(words):
    """Six thousand units in one sentence: seconds where time grows with the square."""
    start = process_time()
    letters.read_item(f"Rà soát {words * 3000}")
    assert process_time() - start < 5


def test_many_short_items_are_read_in_linear_time():
    start = process_time()
    record = letters.read_body("\n".join(f"{n}. Phòng Nội vụ rà soát hồ sơ số {n}." for n in range(1, 600)))
    assert len(record.tasks) == 599
    assert process_time() - start < 10
