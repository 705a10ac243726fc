"""The interface in two languages: no message outside the catalogue, none without English, and what a person sees."""

import ast
import gettext
import re
import sqlite3
from contextlib import closing
from string import Formatter

import pytest
import typer

from catalogue import HELP, MO, SOURCE, VIETNAMESE, help_texts, messages, read, texts_of
from vbcli.app import app, main
from vbcli.language import counted, speak_language, told
from vbcli.lexicon.rules import _OF_PEOPLE, rules
from vbcli.text.document_names import DOC_TYPES

SAID = messages()
CATALOGUE = read()
SPOKEN = ("commands", "query", "read", "render", "store")
SILENT = {"proof.py", "paper_proof.py", "survey.py"}
"""What people read is said in these folders and at the top. Rules and the lexicon speak of Vietnamese words in Vietnamese."""
PAPERS = SOURCE / "render" / "papers"
"""Reports and letters that an office sends are Vietnamese, whoever works at the keyboard."""
SHORT = re.compile(
    r"(?<![\w-])(?:trang|trong|giao|xong|theo|kho|khi|cho|thay|danh|Trong|Giao|Xong|Kho|Theo|Cho)(?![\w-])"
)
"""Vietnamese words without a mark that a message may consist of."""
DATA = {
    "commands/candidates.py:ARCHIVE": "names of arguments as the commands declare them",
    "commands/candidates.py:FILES": "names of arguments",
    "commands/candidates.py:FREE": "names of arguments",
    "commands/candidates.py:PLAIN": "names of arguments",
    "commands/candidates.py:STATUSES": "what is typed behind --status",
    "commands/candidates.py:source_of": "names of arguments",
    "commands/save.py:_FORM": "a line to type, with the name of a unit",
    "commands/task_words.py:_STATUS": "what is typed behind --status",
    "commands/task_words.py:_phrases": "a line to type",
    "query/search_words.py:_EXAMPLE": "a line to type, with words to search for",
    "read/characters.py:_USUAL": "letters",
    "read/handwriting.py:_in_number": "words of papers",
    "read/ocr_repair.py:_LOOK_ALIKES": "letters",
    "read/ocr_repair.py:_mend_date": "words of papers",
    "read/ocr_repair.py:_with_deputy": "words of papers",
    "read/ocr_repair.py:_with_whole_numbers": "words of papers",
    "read/ocr_repair.py:repaired": "letters",
    "read/ocr_syllables.py:_BEGINNINGS": "beginnings of syllables",
    "read/ocr_syllables.py:_VOWELS": "letters",
    "read/red_ink.py:_MARKS": "words of stamps",
    "read/txt.py:_is_at_home": "letters",
    "render/labels.py:act_name": "how the names of laws begin in papers",
    "render/units.py:UNIT_COLUMNS": "headings of a file that is read back",
    "render/units.py:WORDS": "words of a file that is read back",
    "sheet_news.py:remarks_of": "notes that are stored",
    "store/migrations.py:register": "a note inside the archive for who opens it with another program",
    "store/schema.py:TABLES_1": "SQL with remarks",
    "store/schema.py:TABLES_2": "SQL with remarks",
    "tracking.py:_due": "a sentence for the rules",
    "trial.py:PATH": "the place of a tried sentence, as evidence has it",
    "trial.py:read_lines": "a letter around the tried sentence",
}
"""Words that are no message, by file and the constant or function that holds them, and why."""


# --- the catalogue ----------------------------------------------------------------------------------------------------


def test_the_catalogue_holds_every_message_and_no_other():
    """`make messages` brings it up to date."""
    held = {_id(message): isinstance(message.id, tuple) for message in CATALOGUE if message.id}
    assert held == {words: said.counts for words, said in SAID.items()}


def test_every_message_has_an_english_translation():
    assert [message.id for message in CATALOGUE if message.id and not all(_forms(message.string))] == []


def test_translations_keep_the_blanks_of_the_message():
    assert [
        message.id
        for message in CATALOGUE
        if message.id
        for form in _forms(message.string)
        if HELP not in SAID[_id(message)].places and _blanks(form) != _blanks(_id(message))
    ] == []


def test_translations_end_and_begin_as_the_message_does():
    """Pieces are put together: a lost blank would glue two words."""
    assert [
        form
        for message in CATALOGUE
        if message.id
        for form in _forms(message.string)
        if _edges(form) != _edges(_id(message))
    ] == []


def test_the_compiled_catalogue_is_that_of_the_translations():
    with MO.open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in CATALOGUE:
        if isinstance(message.id, tuple):
            assert [compiled.ngettext(*message.id, n) for n in (1, 2)] == list(message.string)
        elif message.id:
            assert compiled.gettext(message.id) == message.string
    assert len(compiled._catalog) == 1 + sum(len(_forms(m.string)) for m in CATALOGUE if m.id)


def _id(message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _forms(string) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)


def _blanks(words: str) -> set[tuple[str, str, str]]:
    return {(name, spec, conversion) for _, name, spec, conversion in Formatter().parse(words) if name is not None}


def _edges(words: str) -> tuple[str, str]:
    return words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]


# --- the source -------------------------------------------------------------------------------------------------------


def test_no_message_stands_outside_the_catalogue():
    assert [words for path in _spoken() for words in sorted(_unmarked(path)) if words.split(" “")[0] not in DATA] == []


def test_the_words_that_are_no_message_are_still_there():
    assert DATA.keys() <= {words.split(" “")[0] for path in _spoken() for words in _unmarked(path)}


def _spoken():
    """Yield the modules in which people are spoken to."""
    yield from (path for path in sorted(SOURCE.glob("*.py")) if path.name not in SILENT)
    for name in SPOKEN:
        yield from (path for path in sorted((SOURCE / name).rglob("*.py")) if PAPERS not in path.parents)


def test_what_is_marked_is_a_constant():
    """An f-string is never found in the catalogue."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in {"_", "N_", "counted"}
            ):
                assert not any(isinstance(part, ast.JoinedStr) for part in ast.walk(node.args[0])), (path, node.lineno)


def test_nothing_is_translated_before_the_language_is_chosen():
    """What a module says while it is imported, defaults of parameters included, would stay Vietnamese."""
    early = [
        (path.relative_to(SOURCE).as_posix(), call.lineno)
        for path in sorted(SOURCE.rglob("*.py"))
        for call in _calls_at_import(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call.func, ast.Name) and call.func.id in {"_", "counted", "told"}
    ]
    assert early == []


def _calls_at_import(node):
    for part in ast.iter_child_nodes(node):
        match part:
            case ast.FunctionDef(args=arguments, decorator_list=decorators):
                yield from (call for each in (arguments, *decorators) for call in _calls_at_import(each))
            case ast.Lambda():
                pass
            case _:
                yield from [part] if isinstance(part, ast.Call) else []
                yield from _calls_at_import(part)


def test_an_unmarked_message_is_found(tmp_path):
    """The search above finds what it is for."""
    path = tmp_path / "page.py"
    path.write_text(
        '"""Trang đầu."""\nA = N_("đã ghi")\nB = "đã quên"\ndef c(n):\n    """Nói."""\n    return f"{n} trang"\n',
        encoding="utf-8",
    )
    assert sorted(_unmarked(path, "page.py")) == ["page.py:B “đã quên”", "page.py:c “ trang”"]


def _unmarked(path, place=None):
    """Yield the Vietnamese constants of a module that no mark is around, but those of help and those that are data."""
    place = place or path.relative_to(SOURCE).as_posix()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed = {part for node in ast.walk(tree) if _is_marked_or_help(node) for part in ast.walk(node)}
    for name, node in _top(tree):
        for part in ast.walk(node):
            if not isinstance(part, ast.Constant) or not isinstance(part.value, str) or part in passed:
                continue
            if (VIETNAMESE.search(part.value) or SHORT.search(part.value)) and part.value not in HELP_TEXTS:
                yield f"{place}:{name} “{part.value}”"


HELP_TEXTS = {words for words in help_texts() if "\n" in words}
"""Helps of commands stand in constants."""


def _is_marked_or_help(node: ast.AST) -> bool:
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)  # a docstring
    if not isinstance(node, ast.Call):
        return False
    name = ast.unparse(node.func)
    return name in {"_", "N_", "counted", "re.compile", "typer.Option", "typer.Argument"}


def _top(tree: ast.Module):
    """Yield (name, node) of each statement of a module."""
    for node in tree.body:
        match node:
            case ast.Assign(targets=[target, *_]) | ast.AnnAssign(target=target):
                yield ast.unparse(target), node
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name, node
            case _:
                yield "", node


# --- what a person sees -----------------------------------------------------------------------------------------------


TODAY = ("--today", "2024-05-10")


@pytest.fixture
def english(monkeypatch):
    monkeypatch.setenv("VB_LANG", "en_GB.UTF-8")
    speak_language()
    yield
    speak_language({})


def test_every_help_is_english(english, capsys):
    for line, texts in _helps(typer.main.get_command(app)):
        assert main([*line, "--help"]) == 0
        out = " ".join(capsys.readouterr().out.split())
        assert out.startswith("Usage: vb")
        assert [words for words in texts if " ".join(words.split()) in out] == [], line


def _helps(command, above=()):
    """Yield (command line, its texts in Vietnamese) of a command and those below it."""
    yield above, [words for words in texts_of(command) if " " in words and VIETNAMESE.search(words)]
    for name, below in getattr(command, "commands", {}).items():
        yield from _helps(below, (*above, name))


@pytest.mark.parametrize(
    "line",
    [
        (),
        ("tasks", "--status", "tatca"),
        ("tasks", "--columns", "id,due,state,progress,leads"),
        ("tasks", "--format", "md"),
        ("summary",),
        ("summary", "--json"),
        ("units",),
        ("docs",),
        ("docs", "--format", "csv"),
        ("show", "1"),
        ("show", "V1"),
        ("show", "1", "--mark"),
        ("explain", "1"),
        ("explain", "V1"),
        ("refs", "733-TB/TU"),
        ("refs", "--missing"),
        ("review", "--list"),
        ("search", "báo cáo"),
        ("start", "2"),
        ("done", "1", "--on", "24/4/2024"),
        ("log",),
        ("check",),
        ("reextract", "--dry-run"),
        ("tasks", "--unit", "UBND huyen Khong Co"),
        ("show", "999"),
        ("done", "1", "--on", "24/4/2094"),
        ("extend", "1", "--to", "1/1/2000", "--note", "x"),
        ("tasks", "--overdu"),
        ("tasks", "--limit", "x"),
        ("tasks", "--due-before", "hom kia"),
        ("show",),
        ("taks",),
        ("explain", "--text", "Tổ chức lớp tập huấn."),
    ],
    ids=" ".join,
)
def test_only_what_documents_say_is_vietnamese(english, spring, capsys, line):
    main(["done", "3", "--on", "24/4/2024", "--db", str(spring), *TODAY])
    capsys.readouterr()
    main([*line, *(("--db", str(spring), *TODAY) if line != ("taks",) else ())])
    out, err = capsys.readouterr()
    said = out + err
    assert said
    left = QUOTED.sub("", _without(said, [*_stored(spring), *DOC_TYPES.values(), *line, *WHYS]))
    assert [words for words in left.splitlines() if VIETNAMESE.search(words)] == []


WHYS = {*(rule.why for rule in rules().values()), *_OF_PEOPLE.values()}
"""What rules mean is written in the lexicon, in Vietnamese."""
QUOTED = re.compile(r"“[^”]*”| ngày \d\d/\d\d/\d{4} của |: không tính được ngày(?=\t)")
"""Words of a paper, how it is cited, and the reason that a paper of the spring has."""
REASONS = ("reason", "error_message", "message")
"""Columns with what the program says of a paper."""


def _stored(path):
    """Return what papers and people said: every text of the archive that is not the program's."""
    with closing(sqlite3.connect(path)) as conn:
        for (table,) in conn.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'passage%'"
        ).fetchall():
            cursor = conn.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in cursor.description]
            for row in cursor:
                for name, value in zip(names, row, strict=True):
                    if isinstance(value, str) and name not in REASONS and VIETNAMESE.search(value):
                        yield from (value, *value.splitlines())


def _without(said, known):
    for words in sorted(filter(None, known), key=len, reverse=True):
        said = said.replace(words, "")
    return said


def test_a_file_that_cannot_be_read_is_told_in_english(english, tmp_path, db, capsys):
    bad, empty = tmp_path / "bad.docx", tmp_path / "empty.pdf"
    bad.write_bytes(b"PK\x03\x04 nothing")
    empty.write_bytes(b"")
    assert main(["ingest", str(tmp_path / "bad.docx"), str(empty), "--db", str(db)]) == 4
    out, err = capsys.readouterr()
    assert out.startswith("Documents: 0 new")
    assert "The Word file is damaged or incomplete.\nHint: Download or copy the original file again." in err
    assert "The file is empty (0 bytes)." in err
    assert main(["summary", "--db", str(db), *TODAY]) == 0
    assert "empty.pdf: The file is empty (0 bytes)." in capsys.readouterr().out
    # The archive keeps what was said when it was said, in Vietnamese.
    with closing(sqlite3.connect(db)) as conn:
        assert ("Tệp rỗng (0 byte).",) in conn.execute("SELECT error_message FROM files").fetchall()


@pytest.mark.parametrize("chosen", ["", "vi", "fr"])
def test_everything_else_is_vietnamese(monkeypatch, capsys, chosen):
    monkeypatch.setenv("VB_LANG", chosen)
    assert main(["--help"]) == 0
    assert capsys.readouterr().out.startswith("Cách dùng: vb [TÙY CHỌN] LỆNH …\n")


def test_vietnamese_needs_no_catalogue(monkeypatch, capsys):
    """`vb` starts at once: the catalogue is read for English only."""
    monkeypatch.setattr("vbcli.language.LOCALES", SOURCE / "nowhere")
    monkeypatch.delenv("VB_LANG", raising=False)
    assert main(["--version"]) == 0


# --- messages that were stored ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("Tệp rỗng (0 byte).", "The file is empty (0 bytes)."),
        ("Tệp PDF có 900 trang, quá 500 trang.", "The PDF file has 900 pages, more than 500."),
        # what fills a blank is a message of its own
        (
            "PDF là bản quét, không có chữ để đọc: chữ do nhận dạng (OCR).",
            "The PDF is a scan without text: its text was recognised (OCR).",
        ),
        (
            "Phần nhúng trong tệp (text/html) không đọc được: Trang web quá lớn.",
            "A part embedded in the file (text/html) cannot be read: The web page is too large.",
        ),
        ("tính từ nhận được cảnh báo chưa biết ngày", "counted from “nhận được cảnh báo”, whose date is unknown"),
        # what nobody here wrote stays as it is
        ("Người ký: Ủy ban nhân dân xã Khê Trung", "Người ký: Ủy ban nhân dân xã Khê Trung"),
        ("đã gọi nhắc {hai} lần", "đã gọi nhắc {hai} lần"),
        ("", ""),
    ],
)
def test_a_stored_message_is_told_in_english(english, stored, shown):
    assert told(stored) == shown


def test_a_stored_message_stays_vietnamese_in_vietnamese():
    assert told("Tệp rỗng (0 byte).") == "Tệp rỗng (0 byte)."


def test_english_tells_one_from_many(english):
    assert [counted("{days} ngày", n).format(days=n) for n in (1, 2)] == ["1 day", "2 days"]
