"""What a lexicon did on a set of papers: counts, and tables of what it missed."""

from collections import Counter
from collections.abc import Sequence

from vbcli.language import N_, _
from vbcli.model.rules import RuleKind, Survey, UnknownWords
from vbcli.render import labels
from vbcli.render.as_json import Json
from vbcli.render.page import Column, Page, Part, Table, Text, Weight, cell
from vbcli.render.rules import KINDS

_LISTED = {RuleKind.UNIT: N_("Tên đơn vị chưa gặp"), RuleKind.DOC_TYPE: N_("Loại văn bản chưa gặp")}
"""Too many and too plain for rows of their own."""


def survey_page(survey: Survey) -> Page:
    """Return the report of `vb lexicon report`."""
    fired = survey.rules - len(survey.silent)
    if survey.failed:
        words = _("{documents} văn bản, {failed} tệp không đọc được; {fired} trong {rules} quy tắc đã dùng.")
    else:
        words = _("{documents} văn bản; {fired} trong {rules} quy tắc đã dùng.")
    documents, failed = labels.count(survey.documents), labels.count(survey.failed)
    page: list[Part] = [Text(words.format(documents=documents, failed=failed, fired=fired, rules=survey.rules))]
    page += _words(_("Từ đứng sau “giao/yêu cầu/đề nghị + đơn vị” mà danh mục động từ chưa có"), survey.after_units)
    page += _words(_("Từ mở đầu mục đánh số mà danh mục động từ chưa có"), survey.at_items)
    page += [
        Text(""),
        Text(_("Quy tắc chưa dùng lần nào ({number}):").format(number=len(survey.silent)), Weight.STRONG),
    ]
    silent = [r for r in survey.silent if r.kind not in _LISTED]
    if silent:
        columns = (Column(_("Quy tắc"), fixed=True), Column(_("Loại"), fixed=True), Column(_("Nghĩa")))
        page.append(Table(columns, tuple((cell(r.id), cell(_(KINDS[r.kind])), cell(r.why)) for r in silent)))
    for kind, title in _LISTED.items():
        ids = [r.id for r in survey.silent if r.kind is kind]
        page += [Text(""), Text(f"{_(title)} ({len(ids)}): {', '.join(ids) or _('không có')}")]
    return tuple(page)


def _words(title: str, found: Sequence[UnknownWords]) -> list[Part]:
    head: list[Part] = [Text(""), Text(f"{title}:", Weight.STRONG)]
    if not found:
        return [*head, Text(_("Không có."))]
    columns = (Column(_("Số lần"), fixed=True, right=True), Column(_("Từ"), fixed=True), Column(_("Câu")))
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
