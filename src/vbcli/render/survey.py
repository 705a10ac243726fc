"""What a lexicon did on a set of papers: counts, and tables of what it missed."""

from collections import Counter
from collections.abc import Sequence

from vbcli.model.rules import RuleKind, Survey, UnknownWords
from vbcli.render import labels
from vbcli.render.as_json import Json
from vbcli.render.page import Column, Page, Part, Table, Text, Weight, cell
from vbcli.render.rules import KINDS

_LISTED = {RuleKind.UNIT: "Tên đơn vị chưa gặp", RuleKind.DOC_TYPE: "Loại văn bản chưa gặp"}
"""Too many and too plain for rows of their own."""


def survey_page(survey: Survey) -> Page:
    """Return the report of `vb lexicon report`."""
    failed = f", {labels.count(survey.failed)} tệp không đọc được" if survey.failed else ""
    fired = survey.rules - len(survey.silent)
    counts = f"{labels.count(survey.documents)} văn bản{failed}; {fired} trong {survey.rules} quy tắc đã dùng."
    page: list[Part] = [Text(counts)]
    page += _words("Từ đứng sau “giao/yêu cầu/đề nghị + đơn vị” mà danh mục động từ chưa có", survey.after_units)
    page += _words("Từ mở đầu mục đánh số mà danh mục động từ chưa có", survey.at_items)
    page += [Text(""), Text(f"Quy tắc chưa dùng lần nào ({len(survey.silent)}):", Weight.STRONG)]
    silent = [r for r in survey.silent if r.kind not in _LISTED]
    if silent:
        columns = (Column("Quy tắc", fixed=True), Column("Loại", fixed=True), Column("Nghĩa"))
        page.append(Table(columns, tuple((cell(r.id), cell(KINDS[r.kind]), cell(r.why)) for r in silent)))
    for kind, title in _LISTED.items():
        ids = [r.id for r in survey.silent if r.kind is kind]
        page += [Text(""), Text(f"{title} ({len(ids)}): {', '.join(ids) or 'không có'}")]
    return tuple(page)


def _words(title: str, found: Sequence[UnknownWords]) -> list[Part]:
    head: list[Part] = [Text(""), Text(f"{title}:", Weight.STRONG)]
    if not found:
        return [*head, Text("Không có.")]
    columns = (Column("Số lần", fixed=True, right=True), Column("Từ", fixed=True), Column("Câu"))
    rows = tuple((cell(labels.count(w.times)), cell(w.words), cell(w.sample)) for w in found)
    return [*head, Table(columns, rows)]


def survey_json(survey: Survey) -> Json:
    """Return the report as JSON."""
    return {
        "documents": survey.documents,
        "failed": survey.failed,
        "rules": survey.rules,
        "silent": [{"id": r.id, "kind": r.kind.value, "file": r.file} for r in survey.silent],
        "silent_by_kind": dict(Counter(r.kind.value for r in survey.silent)),
        "after_units": [_json(w) for w in survey.after_units],
        "at_items": [_json(w) for w in survey.at_items],
    }


def _json(words: UnknownWords) -> Json:
    return {"words": words.words, "times": words.times, "sample": words.sample}
