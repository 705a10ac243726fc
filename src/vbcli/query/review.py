"""The review queue: doubtful readings, papers replaced, answers found. What was decided comes no more."""

import json
import sqlite3
from collections.abc import Iterator

from vbcli.language import N_, _, counted, told
from vbcli.model.followup import Subject
from vbcli.model.review import Action, Doubt, DoubtKind
from vbcli.query.fields import LABEL, LIVE, day_of, label_of
from vbcli.query.tasks import OPEN, TASKS

SURE = 0.7
"""Confidence from which a reading raises no doubt."""

_TASK = (
    f"SELECT t.id, t.page, t.line, t.confidence, t.vanished, t.reason, s.text, s.due_words, s.due_kind, {LABEL}"  # noqa: S608
    f" FROM {TASKS} WHERE s.hidden = 0 AND {OPEN.format('s')}"
)
_ASSESSABLE = (Action.ACCEPT, Action.MEND, Action.DISMISS)
# Reports by type; a paper that answers another says so in its own reference.
_REPORTS = ("bao_cao",)


def find_doubts(conn: sqlite3.Connection, kinds: frozenset[DoubtKind] | None = None) -> tuple[Doubt, ...]:
    """Return what a person should look at, the most urgent kind first; `kinds`: only these."""
    decided = {
        row[0]
        for row in conn.execute(
            "SELECT json_extract(data, '$.key') FROM events WHERE subject = 'doubt'"
            " AND entry_id NOT IN (SELECT entry_id FROM undone)"
        )
    }
    return tuple(
        doubt
        for kind, find in _FINDERS.items()
        if kinds is None or kind in kinds
        for doubt in find(conn)
        if doubt.key not in decided
    )


def _of_task(row: sqlite3.Row, kind: DoubtKind, reason: str, detail: str = "") -> Doubt:
    label = label_of(row)
    key = f"{kind}:{row['id']}{f':{detail}' if detail else ''}"
    name = label.number or f"V{label.id}"
    return Doubt(
        key, kind, Subject.TASK, row["id"], name, row["text"], reason, _ASSESSABLE, (row["id"],),
        page=row["page"], line=row["line"],
    )  # fmt: skip


def _no_lead(conn: sqlite3.Connection) -> Iterator[Doubt]:
    sql = (
        f"{_TASK} AND NOT EXISTS (SELECT 1 FROM assignments a"  # noqa: S608
        " WHERE a.task_id = t.id AND a.role = 'lead') ORDER BY t.id"
    )
    for row in conn.execute(sql):
        yield _of_task(row, DoubtKind.NO_LEAD, _("chưa rõ đơn vị chủ trì"))


def _no_date(conn: sqlite3.Connection) -> Iterator[Doubt]:
    sql = (
        f"SELECT x.*, l.words AS limit_words, l.reason AS limit_reason FROM ({_TASK}) x JOIN deadlines l ON l.task_id = x.id"  # noqa: S608
        " WHERE l.due IS NULL AND l.rrule IS NULL AND x.due_kind IS NULL ORDER BY x.id, l.position"
    )
    for row in conn.execute(sql):
        reason = _("hạn “{words}” chưa tính ra ngày: {reason}").format(
            words=row["limit_words"], reason=told(row["limit_reason"] or "") or _("không rõ")
        )
        yield _of_task(row, DoubtKind.NO_DATE, reason, row["limit_words"])


def _unsure(conn: sqlite3.Connection) -> Iterator[Doubt]:
    # A task that nobody leads is asked about once, not twice.
    sql = (
        f"{_TASK} AND t.confidence < ? AND s.entered = 0"  # noqa: S608
        " AND EXISTS (SELECT 1 FROM assignments a WHERE a.task_id = t.id AND a.role = 'lead') ORDER BY t.id"
    )
    for row in conn.execute(sql, (SURE,)):
        unsure = _("đọc được nhưng không chắc là nhiệm vụ (tin cậy {confidence} %)")
        reason = told(row["reason"] or "") or unsure.format(confidence=round(row["confidence"] * 100))
        yield _of_task(row, DoubtKind.UNSURE, reason)


def _astray(conn: sqlite3.Connection) -> Iterator[Doubt]:
    for row in conn.execute(f"{_TASK} AND s.astray = 1 ORDER BY t.id"):
        yield _of_task(row, DoubtKind.ASTRAY, _("điều đã ghi nêu một hạn mà văn bản không còn"), str(row["due_words"]))


def _vanished(conn: sqlite3.Connection) -> Iterator[Doubt]:
    for row in conn.execute(f"{_TASK} AND t.vanished = 1 AND s.entered > 0 ORDER BY t.id"):
        yield _of_task(row, DoubtKind.VANISHED, _("đã ghi theo dõi, nay đọc lại không còn thấy trong văn bản"))


def _replaced(conn: sqlite3.Connection) -> Iterator[Doubt]:
    """Yield papers with open tasks that a paper of the archive replaces or repeals as a whole."""
    sql = (
        f"SELECT {LABEL}, n.id AS other_id, n.number AS other, n.issued_on AS other_on, r.relation, r.words,"  # noqa: S608
        " r.page, r.line FROM refs r JOIN documents n ON n.id = r.document_id"
        " JOIN documents d ON d.number_key = r.match_key AND d.id != n.id"
        f" WHERE r.relation IN ('replaces', 'repeals') AND r.pinpoint IS NULL AND {LIVE}"
        " AND n.removed = 0 AND n.merged_into IS NULL"
        " AND (r.issued_on IS NULL OR d.issued_on IS NULL OR r.issued_on = d.issued_on) ORDER BY d.id, n.id"
    )
    for row in conn.execute(sql).fetchall():
        tasks = _open_tasks(conn, row["document_id"])
        if not tasks:
            continue
        label = label_of(row)
        if row["relation"] == "replaces":
            words = counted("đã bị {name} thay thế; còn {tasks} nhiệm vụ chưa xong", len(tasks))
        else:
            words = counted("đã bị {name} bãi bỏ; còn {tasks} nhiệm vụ chưa xong", len(tasks))
        name = row["other"] or f"V{row['other_id']}"
        yield Doubt(
            f"{DoubtKind.REPLACED}:{label.id}:{row['other_id']}",
            DoubtKind.REPLACED,
            Subject.DOCUMENT,
            label.id,
            label.number or f"V{label.id}",
            label.subject or row["words"],
            words.format(name=name, tasks=len(tasks)),
            (Action.ACCEPT, Action.CANCEL),
            tasks,
            name,
            row["other_id"],
            day_of(row["other_on"]),
            row["page"],
            row["line"],
        )


def _answered(conn: sqlite3.Connection) -> Iterator[Doubt]:
    """Yield open tasks on which a later paper of one of their leads reports, or that it answers."""
    sql = (
        f"SELECT DISTINCT {LABEL}, n.id AS other_id, n.number AS other, n.issued_on AS other_on, n.issuer AS answering,"  # noqa: S608
        " n.issuer_id, r.relation, iu.place AS answering_place FROM refs r JOIN documents n ON n.id = r.document_id"
        " LEFT JOIN units iu ON iu.id = n.issuer_id"
        " JOIN documents d ON d.number_key = r.match_key AND d.id != n.id"
        f" WHERE (r.relation = 'answers' OR n.doc_type IN (SELECT value FROM json_each(?))) AND {LIVE}"
        " AND n.removed = 0 AND n.merged_into IS NULL"
        " AND (r.issued_on IS NULL OR d.issued_on IS NULL OR r.issued_on = d.issued_on)"
        " AND (n.issued_on IS NULL OR d.issued_on IS NULL OR n.issued_on >= d.issued_on) ORDER BY d.id, n.id"
    )
    seen: set[tuple[int, int]] = set()
    for row in conn.execute(sql, (json.dumps(_REPORTS),)).fetchall():
        label = label_of(row)
        if (label.id, row["other_id"]) in seen:
            continue
        seen.add((label.id, row["other_id"]))
        tasks = _open_tasks(conn, label.id, row["issuer_id"], row["answering_place"])
        name = row["other"] or f"V{row['other_id']}"
        if row["relation"] == "answers":
            words = _("{name} của {issuer} phúc đáp văn bản giao việc này")
        else:
            words = _("{name} của {issuer} báo cáo về văn bản giao việc này")
        for task in tasks:
            text = conn.execute("SELECT text FROM task_state WHERE task_id = ?", (task,)).fetchone()[0]
            yield Doubt(
                f"{DoubtKind.ANSWERED}:{task}:{row['other_id']}",
                DoubtKind.ANSWERED,
                Subject.TASK,
                task,
                label.number or f"V{label.id}",
                text,
                words.format(name=name, issuer=row["answering"] or _("cơ quan chưa rõ")),
                (Action.ACCEPT, Action.DONE),
                (task,),
                name,
                row["other_id"],
                day_of(row["other_on"]),
            )


def _open_tasks(
    conn: sqlite3.Connection, document_id: int, lead: int | None = None, place: str | None = None
) -> tuple[int, ...]:
    """Return the open tasks of a document; with a lead, those that it still has to do."""
    part = (
        " AND EXISTS (SELECT 1 FROM assignments a WHERE a.task_id = t.id AND a.role = 'lead'"  # noqa: S608
        f" AND {OPEN.format('a')} AND (a.unit_id = :lead OR EXISTS (SELECT 1 FROM units u, units l WHERE u.id = a.unit_id"
        " AND l.id = :lead AND u.kind != '' AND u.kind = l.kind AND u.level = l.level AND u.post = '' AND a.place = :place)))"
        if lead
        else ""
    )
    sql = f"SELECT t.id FROM {TASKS} WHERE t.document_id = :id AND s.hidden = 0 AND {OPEN.format('s')}{part} ORDER BY t.id"  # noqa: S608
    rows = conn.execute(sql, {"id": document_id, "lead": lead, "place": place or ""})
    return tuple(row[0] for row in rows)


def _twice(conn: sqlite3.Connection) -> Iterator[Doubt]:
    """Yield pairs of one number whose dates or issuers do not contradict each other."""
    sql = (
        f"SELECT {LABEL}, o.id AS other_id, o.number AS other, o.issued_on AS other_on, o.issuer AS other_issuer"  # noqa: S608
        " FROM documents d JOIN documents o ON o.number_key = d.number_key AND o.id > d.id"
        f" WHERE {LIVE} AND o.removed = 0 AND o.merged_into IS NULL"
        " AND (d.issued_on = o.issued_on OR d.issued_on IS NULL OR o.issued_on IS NULL)"
        " AND (d.issuer_id = o.issuer_id OR d.issuer_id IS NULL OR o.issuer_id IS NULL) ORDER BY d.id, o.id"
    )
    for row in conn.execute(sql):
        label = label_of(row)
        yield Doubt(
            f"{DoubtKind.TWICE}:{label.id}:{row['other_id']}",
            DoubtKind.TWICE,
            Subject.DOCUMENT,
            label.id,
            label.number or f"V{label.id}",
            label.subject or "",
            _("V{document} và V{other} cùng số, ngày và cơ quan không trái nhau: có thể là một").format(
                document=label.id, other=row["other_id"]
            ),
            (Action.ACCEPT, Action.MERGE),
            (),
            f"V{row['other_id']}",
            row["other_id"],
            day_of(row["other_on"]),
        )


_HEADER = {"number": N_("số, ký hiệu"), "issued_on": N_("ngày ban hành"), "issuer": N_("cơ quan ban hành")}


def _header(conn: sqlite3.Connection) -> Iterator[Doubt]:
    """Yield papers with tasks whose number, date or issuer is blank; a news report has no number."""
    sql = (
        f"SELECT {LABEL} FROM documents d WHERE {LIVE} AND (d.number IS NULL OR d.issued_on IS NULL OR d.issuer IS NULL)"  # noqa: S608
        " AND coalesce(d.doc_type, '') != 'tin_bai' AND d.origin = 'read'"
        " AND EXISTS (SELECT 1 FROM tasks t JOIN task_state s ON s.task_id = t.id WHERE t.document_id = d.id AND s.hidden = 0)"
        " ORDER BY d.id"
    )
    for row in conn.execute(sql).fetchall():
        label = label_of(row)
        values = {"number": label.number, "issued_on": label.issued_on, "issuer": label.issuer}
        blank = [name for name, value in values.items() if value is None]
        yield Doubt(
            f"{DoubtKind.HEADER}:{label.id}:{','.join(blank)}",
            DoubtKind.HEADER,
            Subject.DOCUMENT,
            label.id,
            label.number or f"V{label.id}",
            label.subject or label.path or "",
            _("thiếu {names}{reasons}").format(
                names=", ".join(_(_HEADER[name]) for name in blank), reasons=_reasons(conn, label.id, blank)
            ),
            (Action.ACCEPT, Action.MEND),
        )


def _reasons(conn: sqlite3.Connection, document_id: int, blank: list[str]) -> str:
    sql = (
        "SELECT DISTINCT reason FROM evidence WHERE document_id = ? AND reason IS NOT NULL"
        " AND field IN (SELECT value FROM json_each(?)) ORDER BY field"
    )
    found = [told(row[0]) for row in conn.execute(sql, (document_id, json.dumps(blank)))]
    return f" ({'; '.join(found)})" if found else ""


_HARD_TO_READ = (
    *("ocr_doubtful", "bad_bytes", "tables_unread", "slanted_text", "page_needs_ocr"),
    *("not_vietnamese", "embedded"),
)


def _damaged(conn: sqlite3.Connection) -> Iterator[Doubt]:
    sql = (
        f"SELECT {LABEL}, i.code, i.message, i.page, i.line FROM issues i JOIN documents d ON d.id = i.document_id"  # noqa: S608
        f" WHERE {LIVE} AND i.code IN (SELECT value FROM json_each(?)) ORDER BY d.id, i.position"
    )
    for row in conn.execute(sql, (json.dumps(_HARD_TO_READ),)):
        label = label_of(row)
        place = f":{row['page']}" if row["page"] else ""
        yield Doubt(
            f"{DoubtKind.DAMAGED}:{label.id}:{row['code']}{place}",
            DoubtKind.DAMAGED,
            Subject.DOCUMENT,
            label.id,
            label.number or f"V{label.id}",
            label.subject or label.path or "",
            told(row["message"]),
            (Action.ACCEPT,),
            page=row["page"],
            line=row["line"],
        )


_FINDERS = {
    DoubtKind.REPLACED: _replaced,
    DoubtKind.ANSWERED: _answered,
    DoubtKind.TWICE: _twice,
    DoubtKind.ASTRAY: _astray,
    DoubtKind.VANISHED: _vanished,
    DoubtKind.NO_DATE: _no_date,
    DoubtKind.NO_LEAD: _no_lead,
    DoubtKind.HEADER: _header,
    DoubtKind.DAMAGED: _damaged,
    DoubtKind.UNSURE: _unsure,
}


def doubt_of(conn: sqlite3.Connection, key: str) -> Doubt | None:
    """Return the doubt of a key, None where there is none any more."""
    kind = key.split(":", 1)[0]
    kinds = frozenset({DoubtKind(kind)}) if kind in set(DoubtKind) else frozenset()
    return next((d for d in find_doubts(conn, kinds) if d.key == key), None)
