"""Every entry of the lexicon proves itself: examples through the whole extractor, rejects to nothing."""

import re
import tomllib
import unicodedata
from datetime import date
from importlib.resources import files

import pytest

import letters
from vbcli.errors import LexiconError
from vbcli.extract.due_dates import MEANINGS
from vbcli.extract.duties import section_voice
from vbcli.lexicon import cues
from vbcli.lexicon.document_types import by_symbol, types
from vbcli.lexicon.load import data
from vbcli.lexicon.patterns import SLOTS, deadline_patterns, expand
from vbcli.model.task import DeadlineKind
from vbcli.text.fold import unify_tones

FILES = sorted(p.name for p in files("vbcli.lexicon").joinpath("data").iterdir() if p.name.endswith(".toml"))
PATTERNS = deadline_patterns()
WITH_EXAMPLES = [pytest.param(p, e, id=f"{p.id}: {e['text'][:50]}") for p in PATTERNS for e in p.examples]
WITH_REJECTS = [pytest.param(p, r, id=f"{p.id}: {r[:50]}") for p in PATTERNS for r in p.rejects]
CUES = (*cues.sections(), *cues.formulas())


def read_example(words, issued):
    """The line of an activity stands below its activity; everything else is told to an office."""
    line = f"- {words[:1].upper()}{words[1:]}."
    if re.match(r"(?i)(thời gian|ngày)[^,;]*:", words):
        return letters.read_body(f"1. Tổ chức hội thi\n- Đơn vị chủ trì: Phòng Nội vụ.\n{line}", issued)
    return letters.read_body(f"1. Phòng Nội vụ:\n{line}", issued)


# --- deadlines.toml ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("pattern", "example"), WITH_EXAMPLES)
def test_an_example_gives_its_id_and_its_value_through_the_whole_extractor(pattern, example):
    found = letters.deadlines(read_example(example["text"], example.get("issued", letters.ISSUED)))
    got = [(d.evidence.rule, d.due, d.rrule, d.kind.value) for d in found]
    assert (pattern.id, example.get("due"), example.get("rrule"), pattern.kind) in got


@pytest.mark.parametrize(("pattern", "reject"), WITH_REJECTS)
def test_a_reject_gives_nothing_from_its_entry(pattern, reject):
    found = letters.deadlines(read_example(reject, letters.ISSUED))
    assert pattern.id not in {d.evidence.rule for d in found}


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda p: p.id)
def test_a_deadline_entry_is_whole(pattern):
    assert pattern.means in MEANINGS
    DeadlineKind(pattern.kind)
    assert len(pattern.examples) >= 2
    assert pattern.rejects
    assert pattern.why.endswith(".")


@pytest.mark.parametrize(("pattern", "example"), WITH_EXAMPLES)
def test_an_example_that_has_a_date_says_when_the_paper_was_issued(pattern, example):
    assert ("due" in example or "rrule" in example) == ("issued" in example)
    assert isinstance(example.get("due", date.min), date)


def test_an_unknown_slot_is_a_fault_and_not_a_pattern_that_never_matches():
    with pytest.raises(LexiconError, match=r"local\.thu"):
        expand("trước {{ngay}}", "local.thu")


def test_braces_of_counts_are_no_slots():
    assert re.compile(expand(r"trong \d{1,2} ngày", "local.thu")).fullmatch("trong  12\tngày")


@pytest.mark.parametrize("slot", SLOTS)
def test_each_slot_compiles_alone(slot):
    re.compile(SLOTS[slot])


# --- cues.toml --------------------------------------------------------------------------------------------------------


def takes(cue, text):
    """A section's heading is looked at behind its mark, as `extract` does; a form is told by its capitals too."""
    plain = " ".join(text.split())
    if not cue.id.startswith("section."):
        return cue.regex.search(unify_tones(plain)) is not None
    heading = re.sub(r"^(?:[IVX]+\.|\d+\.)\s*", "", plain)
    return cue.regex.search(unify_tones(heading)) is not None and section_voice(heading) == cue.voice


@pytest.mark.parametrize(("cue", "example"), [pytest.param(c, e, id=f"{c.id}: {e}") for c in CUES for e in c.examples])
def test_a_cue_takes_its_examples(cue, example):
    assert takes(cue, example)


@pytest.mark.parametrize(("cue", "reject"), [pytest.param(c, r, id=f"{c.id}: {r}") for c in CUES for r in c.rejects])
def test_a_cue_leaves_its_rejects(cue, reject):
    assert not takes(cue, reject)


@pytest.mark.parametrize("cue", cues.formulas(), ids=lambda c: c.id)
def test_a_formula_that_stands_as_an_item_is_no_task(cue):
    for example in cue.examples:
        assert letters.read_item(example).tasks == ()


@pytest.mark.parametrize(
    ("head", "column"),
    [
        ("TT", "number"),
        ("Stt", "number"),
        ("Nội dung nhiệm vụ", "content"),
        ("Nội dung công việc", "content"),
        ("Nhiệm vụ, giải pháp", "content"),
        ("Đầu việc", "content"),
        ("Cơ quan chủ trì", "lead"),
        ("Đơn vị thực hiện", "lead"),
        ("Người phụ trách", "lead"),
        ("Phân công thực hiện", "lead"),
        ("Đơn vị", "lead"),
        ("Cơ quan phối hợp", "support"),
        ("Đơn vị tham gia", "support"),
        ("Thời hạn hoàn thành", "time"),
        ("Thời gian thực hiện", "time"),
        ("Tiến độ", "time"),
        ("Hạn", "time"),
        ("Sản phẩm", "product"),
        ("Kết quả đầu ra", "product"),
        ("Ghi chú", "other"),
        ("Cấp trình", "other"),
        ("Lãnh đạo chỉ đạo", "other"),
    ],
)
def test_a_column_is_known_by_its_head(head, column):
    words = unify_tones(head)
    assert next(name for name, pattern in cues.columns().items() if pattern.search(words)) == column


# --- all files --------------------------------------------------------------------------------------------------------


def entries(name):
    for group in data(name).values():
        yield from (e for e in group if isinstance(e, dict)) if isinstance(group, list) else ()


def strings(value, where=""):
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for k, v in value.items():
            yield where, k
            yield from strings(v, f"{where}.{k}")
    elif isinstance(value, list):
        for v in value:
            yield from strings(v, where)


@pytest.mark.parametrize("name", FILES)
def test_ids_are_unique_and_plain(name):
    ids = [e["id"] for e in entries(name.removesuffix(".toml")) if "id" in e]
    assert sorted(set(ids)) == sorted(ids)
    # keys of document types are those of the extraction record, with low lines
    shape = r"[a-z]+(_[a-z]+)*" if name == "document_types.toml" else r"[a-z0-9]+([-.][a-z0-9]+)*"
    assert [i for i in ids if not re.fullmatch(shape, i)] == []


@pytest.mark.parametrize("name", FILES)
def test_the_file_is_nfc(name):
    text = files("vbcli.lexicon").joinpath("data", name).read_text(encoding="utf-8")
    tomllib.loads(text)
    assert text == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("name", FILES)
def test_letters_are_latin_and_no_look_alikes(name):
    bad = {
        f"{c} U+{ord(c):04X} in {s!r}"
        for _, s in strings(data(name.removesuffix(".toml")))
        for c in s
        if (c.isalpha() and not unicodedata.name(c).startswith("LATIN ")) or c in "ÐƉðıſ" or unicodedata.combining(c)
    }
    assert bad == set()


@pytest.mark.parametrize("name", FILES)
def test_no_string_has_double_or_edge_blanks(name):
    bad = [(w, s) for w, s in strings(data(name.removesuffix(".toml"))) if "  " in s or s != s.strip()]
    assert bad == []


@pytest.mark.parametrize("name", FILES)
def test_no_control_or_odd_blank_hides_in_a_string(name):
    # an example that is a part of a paper has several lines
    blank = r"[^\S \n]" if name == "rules.toml" else r"[^\S ]"
    bad = [
        s for _, s in strings(data(name.removesuffix(".toml"))) if re.search(rf"{blank}|[\u00ad\u200b-\u200f\ufeff]", s)
    ]
    assert bad == []


def test_no_letters_of_numbers_belong_to_two_types():
    owners = {}
    for t in types():
        for symbol in t.symbols:
            owners.setdefault(symbol.upper(), set()).add(t.id)
    assert {s: ids for s, ids in owners.items() if len(ids) > 1} == {}
    assert {s: {t.id} for s, t in by_symbol().items()} == owners


def test_no_title_belongs_to_two_types():
    titles = [unify_tones(title).lower() for t in types() for title in t.titles]
    assert sorted(set(titles)) == sorted(titles)


def test_a_type_has_one_of_the_known_voices():
    assert {t.voice for t in types()} <= {"directive", "explicit", "norm", "none", "news"}


def test_no_name_of_a_head_belongs_to_two_heads():
    for group in ("head", "named"):
        names = [unify_tones(n).lower() for h in data("units")[group] for n in h["names"]]
        twice = {n for n in names if names.count(n) > 1}
        # "Ban Quản lý Dự án" stands beside "Ban Quản lý dự án": one entry in two capitalisations
        owners = {
            n: {h["id"] for h in data("units")[group] for m in h["names"] if unify_tones(m).lower() == n} for n in twice
        }
        assert {n: o for n, o in owners.items() if len(o) > 1} == {}


def test_no_variant_of_a_field_belongs_to_two_fields():
    fields = data("units")["fields"]
    names = [unify_tones(v).lower() for full, variants in fields.items() for v in (full, *variants)]
    assert {n for n in names if names.count(n) > 1} == set()


def test_laws_are_listed_once_and_named_as_laws():
    names = data("laws")["names"]
    assert len(set(names)) == len(names)
    assert [n for n in names if not re.match(r"(Luật|Bộ luật|Pháp lệnh) ", n)] == []


def test_words_of_duty_are_listed_once():
    twice = {(k, w) for k, words in data("verbs").items() for w in words if words.count(w) > 1}
    assert twice == set()


def test_made_up_days_are_saturdays():
    assert {e["day"].weekday() for e in data("swapped_days")["worked"]} == {5}
