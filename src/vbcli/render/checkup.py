"""The findings of `vb doctor` on a page and as JSON."""

from collections.abc import Sequence

from vbcli.language import N_, _
from vbcli.model.checkup import Finding, Health
from vbcli.render.as_json import VERSION, Json
from vbcli.render.page import Column, Page, Table, Text, Weight, cell

_WORDS = {Health.GOOD: N_("tốt"), Health.NOTE: N_("lưu ý"), Health.BAD: N_("hỏng")}
_WEIGHTS = {Health.GOOD: Weight.DIM, Health.NOTE: Weight.SOON, Health.BAD: Weight.LATE}


def checkup_page(findings: Sequence[Finding], width: int | None) -> Page:
    """Return a row for each finding, its advice below it."""
    columns = (Column(_("Mức"), fixed=True), Column(_("Điều thấy được")))
    rows = tuple(
        (
            cell(_(_WORDS[one.health]), _WEIGHTS[one.health]),
            (
                Text(one.words),
                *((Text(_("Gợi ý: {advice}").format(advice=one.advice), Weight.DIM),) if one.advice else ()),
            ),
        )
        for one in findings
    )
    table = Table(columns, rows)
    if width is None:
        return (table,)
    open_ = sum(one.health is not Health.GOOD for one in findings)
    closing = _("{number} điều cần để ý").format(number=open_) if open_ else _("Mọi thứ đều tốt.")
    return table, Text(""), Text(closing, Weight.DIM)


def checkup_json(findings: Sequence[Finding]) -> Json:
    """Return the findings."""
    return {
        "schema": VERSION,
        "doctor": [
            {"name": one.name, "health": one.health.value, "words": one.words, "advice": one.advice} for one in findings
        ],
    }
