"""Every list in every format, opened by a reader that is not ours: the same rows in the same order."""

import csv
import io
import json
import re
import unicodedata
from datetime import datetime
from html.parser import HTMLParser

import openpyxl
import pytest
from icalendar import Calendar
from list_commands import LISTS, TODAY, commands_with, fill_with_all, formats_of

from vbcli.app import main
from vbcli.render.formats import SUFFIXES, Format
from vbcli.store.database import open_archive

REPORTS = {"summary"}
"""They have formats of their own, and no columns to pick."""
FOUND = sorted(set(commands_with("--format")) - REPORTS)


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """An archive in which every list has rows, some with words that try to be more than words."""
    from papers_of_a_spring import fill

    db = tmp_path_factory.mktemp("lists") / "vb.sqlite"
    conn = open_archive(db, create=True)
    fill(conn)
    conn.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VB_BY", "Lò Thị <i>An</i>")
        patch.setenv("VB_TODAY", TODAY)
        fill_with_all(db)
    return db


@pytest.fixture
def listed(full, capsysbinary):
    """Run a list command, return what it prints as bytes."""

    def run(name, *more, db=full, code=0):
        capsysbinary.readouterr()
        arguments = [*name.split(), *LISTS[name].arguments, *more, "--db", str(db), "--today", TODAY]
        assert main(arguments) == code
        return capsysbinary.readouterr().out

    return run


def from_csv(data):
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)
    return [[re.sub(r"^'(?=[=+\-@])", "", cell) for cell in row] for row in rows]


def from_xlsx(data):
    (sheet,) = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    return [
        ["" if v is None else v.date().isoformat() if isinstance(v, datetime) else str(v) for v in row]
        for row in sheet.iter_rows(values_only=True)
    ]


def from_markdown(data):
    lines = [line for line in data.decode().splitlines() if line.startswith("|")]
    rows = [re.split(r"(?<!\\)\|", line.strip()[1:-1]) for line in lines]
    assert {tuple(re.sub(r":?-+:?", "-", cell.strip()) for cell in rows[1])} == {("-",) * len(rows[0])}
    return [[re.sub(r"\\(.)", r"\1", cell.strip()) for cell in row] for row in [rows[0], *rows[2:]]]


class _Cells(HTMLParser):
    """The cells of the only table; a tag that stays open or closes nothing is a fault."""

    EMPTY = frozenset({"meta", "link", "br", "hr", "img", "col"})

    def __init__(self):
        super().__init__()
        self.open, self.rows = [], []

    def handle_starttag(self, tag, attrs):
        assert tag != "script"
        assert not {name for name, _ in attrs} & {"onclick", "onload", "src", "href"}
        if tag not in self.EMPTY:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data


def from_html(data):
    text = data.decode()
    assert text.startswith("<!doctype html>")
    parser = _Cells()
    parser.feed(text)
    parser.close()
    assert parser.open == []
    return parser.rows


def from_plain(data):
    return [line.split("\t") for line in data.decode().splitlines()]


READERS = {
    Format.CSV: from_csv,
    Format.XLSX: from_xlsx,
    Format.MD: from_markdown,
    Format.HTML: from_html,
    Format.TABLE: from_plain,
}


def told(rows):
    """Return the cells with days in one form and blanks folded."""
    return [[re.sub(r"^(\d\d)/(\d\d)/(\d{4})$", r"\3-\2-\1", " ".join(cell.split())) for cell in row] for row in rows]


def names(listed, name):
    """Return the names of all columns, from what the program says of an unknown one."""
    from vbcli.commands import listing

    kept = []
    original = listing._bytes_of

    def spy(answer, to, today):
        kept.append([f.name for f in answer.listing().fields])
        return original(answer, to, today)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing, "_bytes_of", spy)
        listed(name)
    return kept[0]


def test_every_list_command_has_its_line():
    assert set(FOUND) <= set(LISTS), "a new list command: add it to LISTS"
    assert set(LISTS) <= set(FOUND)


@pytest.mark.parametrize("name", FOUND)
def test_every_list_takes_the_flags_that_go_with_a_format(name):
    for flag in ("--output", "--columns", "--json"):
        assert name in set(commands_with(flag))


@pytest.mark.parametrize("name", FOUND)
def test_all_formats_hold_the_same_rows_in_the_same_order(listed, name):
    columns = names(listed, name)
    rows = {
        kind: told(read(listed(name, "--format", kind, "--columns", ",".join(columns))))
        for kind, read in READERS.items()
    }
    first = rows[Format.CSV]
    assert len(first) > 1
    assert {len(row) for row in first} == {len(columns)}
    for kind, found in rows.items():
        assert found == first, kind
    # Without `--columns` a file holds them all.
    for kind in (Format.CSV, Format.XLSX, Format.MD, Format.HTML):
        assert told(READERS[kind](listed(name, "--format", kind))) == first, kind


@pytest.mark.parametrize("name", FOUND)
def test_json_holds_the_same_rows_in_the_same_order(listed, name):
    list_ = LISTS[name]
    answer = json.loads(listed(name, "--format", "json"))
    assert answer["schema"] == 1
    assert answer == json.loads(listed(name, "--json"))
    shown = told(from_csv(listed(name, "--format", "csv", "--columns", list_.column)))
    # JSON keeps every letter, escaped; elsewhere controls are left out.
    harmless = ["".join(c for c in str(v) if unicodedata.category(c) not in {"Cc", "Cf"}) for v in list_.values(answer)]
    assert told([[value] for value in harmless]) == shown[1:]


@pytest.mark.parametrize("name", FOUND)
def test_columns_are_picked_in_the_order_that_is_named(listed, name):
    columns = names(listed, name)
    chosen = [columns[-1], columns[0]]
    whole, picked = (from_csv(listed(name, "--format", "csv", *more)) for more in ((), ("--columns", ",".join(chosen))))
    assert picked == [[row[-1], row[0]] for row in whole]
    listed(name, "--columns", "khong-co-cot-nay", code=2)


@pytest.mark.parametrize("name", FOUND)
@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_a_file_is_what_its_suffix_says(listed, name, suffix, tmp_path):
    path = tmp_path / f"so{suffix}"
    format_ = SUFFIXES[suffix]
    if format_ not in formats_of(name) or (format_ is Format.ICS and name != "tasks"):
        listed(name, "-o", str(path), code=2)
        assert not path.exists()
        return
    assert listed(name, "-o", str(path)) == b""
    if format_ is Format.XLSX:
        assert from_xlsx(path.read_bytes()) == from_xlsx(listed(name, "--format", format_))
    else:
        assert path.read_bytes() == listed(name, "--format", format_)


@pytest.mark.parametrize("name", FOUND)
@pytest.mark.parametrize("kind", READERS)
def test_a_list_without_rows_is_still_one(listed, name, kind, tmp_path):
    db = tmp_path / "trong.sqlite"
    open_archive(db, create=True).close()
    rows = READERS[kind](listed(name, "--format", kind, db=db))
    if name != "lexicon report":  # it has the rules that never fired
        assert len([row for row in rows if any(row)]) <= 1


@pytest.mark.parametrize("name", FOUND)
def test_the_spreadsheet_reads_well(listed, name):
    (sheet,) = openpyxl.load_workbook(io.BytesIO(listed(name, "--format", "xlsx"))).worksheets
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert all(8 <= letter.width <= 61 for letter in sheet.column_dimensions.values())
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$1:$1"
    for row in sheet.iter_rows():
        height = sheet.row_dimensions[row[0].row].height or 15
        for cell in row:
            if isinstance(cell.value, str):
                room = sheet.column_dimensions[cell.column_letter].width * height / 15
                assert height == 409 or len(cell.value) <= room, "words that the row cuts off"
            if isinstance(cell.value, datetime):
                assert cell.number_format == "dd/mm/yyyy"


@pytest.mark.parametrize("name", FOUND)
@pytest.mark.parametrize("kind", [k for k in Format if k is not Format.XLSX])
def test_no_format_lets_a_document_command_anything(listed, name, kind, tmp_path):
    if kind not in formats_of(name) or (kind is Format.ICS and name != "tasks"):
        listed(name, "--format", kind, code=2)
        return
    shown = listed(name, "--format", kind).decode("utf-8-sig")
    assert not set(shown) & set("\x1b\x07\x9b\u202e")
    assert "<b>" not in shown or kind in {Format.CSV, Format.TABLE, Format.JSON, Format.ICS}


def test_the_calendar_updates_instead_of_doubling(listed):
    first, second = (Calendar.from_ical(listed("tasks", "--format", "ics")) for _ in range(2))
    events = first.walk("VEVENT")
    identifiers = [str(event["UID"]) for event in events]
    assert identifiers
    assert len(set(identifiers)) == len(identifiers)
    assert [str(event["UID"]) for event in second.walk("VEVENT")] == identifiers
    for event in events:
        assert not isinstance(event["DTSTART"].dt, datetime)
        assert len(event.walk("VALARM")) <= 1
    done = [event for event in events if not event.walk("VALARM")]
    assert 0 < len(done) < len(events)
