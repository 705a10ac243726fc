"""`vb edit`: mend what was read of a task, or of a document's head."""

from collections.abc import Mapping
from contextlib import closing
from typing import Annotated

import typer

from vbcli.commands.entering import By, DocNumber, Note, Which, change_and_show, entry_of
from vbcli.commands.options import AsJson, Db, Today, archive_of, day_of, today_of
from vbcli.errors import ExitCode, UsageError
from vbcli.language import _

HELP = """Sửa điều đọc sai: nhiệm vụ (nội dung, hạn, sản phẩm) hoặc văn bản (số, ngày, cơ quan …)

Ví dụ: vb edit 42 --due 15/5/2024
Ví dụ: vb edit V12 --number 1309-CV/HU --received 14/6/2024"""


def edit(
    name: Annotated[str, typer.Argument(metavar="MÃ", help="mã nhiệm vụ 42, hoặc mã văn bản V12")],
    *,
    text: Annotated[str | None, typer.Option(metavar="LỜI", help="nội dung nhiệm vụ")] = None,
    due: Annotated[str | None, typer.Option(metavar="NGÀY", help="hạn đúng, thay cho hạn đọc sai")] = None,
    no_due: Annotated[bool, typer.Option("--no-due", help="việc không có hạn")] = False,
    which: Which = None,
    product: Annotated[str | None, typer.Option(metavar="LỜI", help="sản phẩm phải nộp")] = None,
    number: Annotated[str | None, typer.Option(metavar="SỐ", help="số, ký hiệu của văn bản")] = None,
    issued: Annotated[str | None, typer.Option(metavar="NGÀY", help="ngày ban hành")] = None,
    issuer: Annotated[str | None, typer.Option(metavar="CƠ_QUAN", help="cơ quan ban hành")] = None,
    doc_type: Annotated[
        str | None, typer.Option("--type", metavar="LOẠI", help="loại văn bản: cong_van, thong_bao …")
    ] = None,
    subject: Annotated[str | None, typer.Option(metavar="LỜI", help="trích yếu")] = None,
    received: Annotated[str | None, typer.Option(metavar="NGÀY", help="ngày đến")] = None,
    received_number: Annotated[str | None, typer.Option(metavar="SỐ", help="số đến")] = None,
    by: By = None,
    doc: DocNumber = None,
    note: Note = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Enter what is right where the reading is wrong."""
    day = today_of(today)
    task = {"text": text, "due": due, "no_due": no_due or None, "product": product}
    document = {
        "number": number,
        "issued_on": issued,
        "issuer": issuer,
        "doc_type": doc_type,
        "subject": subject,
        "received_on": received,
        "received_number": received_number,
    }
    _check(name, task, document, which)
    entry = entry_of("edit", by, note, doc)
    from vbcli.store.database import open_archive

    with closing(open_archive(archive_of(db))) as conn:
        if name.strip().isdecimal():
            from vbcli.model.followup import Verb
            from vbcli.register import Change

            data: dict[str, object] = {
                k: v.strip() or None for k, v in (("text", text), ("product", product)) if v is not None
            }
            if due or no_due:
                data["due"] = day_of(due, "--due", day).isoformat() if due else None
            change = Change(Verb.EDIT, which=day_of(which, "--which", day) if which else None, data=data)
            change_and_show(conn, [int(name)], change, entry, day, as_json=as_json)
        else:
            from vbcli.commands.mending import edit_head

            edit_head(conn, name, document, entry, day, as_json=as_json)
    return ExitCode.DONE


def _check(name: str, task: Mapping[str, object], document: Mapping[str, object], which: str | None) -> None:
    """Refuse what is asked of a task but belongs to a document, and the other way round."""
    of_task = any(value is not None for value in task.values())
    of_document = any(value is not None for value in document.values())
    is_task = name.strip().isdecimal()
    if is_task and of_document:
        raise UsageError(
            _("số, ngày, cơ quan … là của văn bản, {name} là nhiệm vụ").format(name=name), "vb edit V12 --number …"
        )
    if not is_task and (of_task or which is not None):
        raise UsageError(
            _("nội dung, hạn, sản phẩm là của nhiệm vụ, {name} là văn bản").format(name=name), "vb edit 42 --due …"
        )
    if not (of_task or of_document):
        raise UsageError(_("chưa nêu sửa gì"), f"vb edit {name} --{'due' if is_task else 'number'} …")
    if which is not None and not (task["due"] or task["no_due"]):
        raise UsageError(_("--which chỉ đi với --due hoặc --no-due"), f"vb edit {name} --which {which} --due …")
    if task["due"] and task["no_due"]:
        raise UsageError(_("--due không đi cùng --no-due"), f"vb edit {name} --due {task['due']}")
    if task["text"] is not None and not str(task["text"]).strip():
        raise UsageError(_("nội dung nhiệm vụ để trống"), _("vb dismiss {name} (để bỏ)").format(name=name))
