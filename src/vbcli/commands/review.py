"""`vb review`: doubtful readings, one key each on a terminal, a plain list elsewhere."""

import os
import sys
from contextlib import closing
from datetime import date
from sqlite3 import Connection
from typing import TYPE_CHECKING, Annotated

import typer

from vbcli.commands.entering import By, entry_of, renew_later
from vbcli.commands.listing import Answer, Columns, FormatChoice, Output, outlet, put_answer
from vbcli.commands.options import AsJson, Db, Limit, Today, archive_of, day_of, now_of, today_of
from vbcli.commands.output import note, put_long, put_page, screen
from vbcli.errors import ExitCode, InputError, VbError
from vbcli.language import _
from vbcli.model.review import Action, Doubt, DoubtKind

if TYPE_CHECKING:
    from vbcli.model.followup import Entry

HELP = """Xem lại chỗ đọc chưa chắc, văn bản bị thay thế, báo cáo đã về

Ví dụ: vb review
Ví dụ: vb review --only no_lead --list
Ví dụ: vb review -o can-xem-lai.xlsx"""


def review(
    *,
    only: Annotated[
        list[DoubtKind] | None,
        typer.Option("--only", metavar="LOẠI", help=f"chỉ loại này: {', '.join(DoubtKind)}", show_default=False),
    ] = None,
    as_list: Annotated[bool, typer.Option("--list", help="in danh sách, không hỏi")] = False,
    accept: Annotated[
        list[str] | None,
        typer.Option("--accept", metavar="KHÓA", help="giữ nguyên chỗ có khóa này (cột Khóa), không hỏi"),
    ] = None,
    limit: Limit = None,
    by: By = None,
    columns: Columns = None,
    format_: FormatChoice = None,
    output: Output = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Go through the queue, or print it."""
    from vbcli.query.review import find_doubts
    from vbcli.render.as_json import document_of
    from vbcli.render.listings import doubt_listing
    from vbcli.render.review import doubt_list
    from vbcli.store.database import open_archive, open_for_reading

    to = outlet(format_, output, as_json=as_json, columns=columns)
    day = today_of(today)
    archive = archive_of(db)
    kinds = frozenset(only) if only else None
    # A format, a file or columns are wanted of a list only.
    asks = screen().is_terminal and sys.stdin.isatty() and not (as_list or as_json or format_ or output or columns)
    if accept:
        with closing(open_archive(archive)) as conn:
            _accept(conn, accept, by, day)
        return ExitCode.DONE
    with closing(open_for_reading(archive)) as conn:
        doubts = find_doubts(conn, kinds)
    shown = doubts[:limit]
    if asks and doubts:
        with closing(open_archive(archive)) as conn:
            _Session(conn, shown, entry_of("review", by, None, None), day).run()
        return ExitCode.DONE
    answer = Answer(
        page=lambda width: doubt_list(shown, width),
        json=lambda: {**document_of("doubts", [_json(d) for d in shown], day), "total": len(doubts)},
        listing=lambda: doubt_listing(shown),
    )
    put_answer(answer, to, day)
    return ExitCode.DONE


def _json(doubt: Doubt) -> dict[str, object]:
    from vbcli.render.review import typed

    return {
        "key": doubt.key,
        "kind": doubt.kind.value,
        "subject": doubt.subject.value,
        "id": doubt.subject_id,
        "document": doubt.document,
        "text": doubt.text,
        "reason": doubt.reason,
        "tasks": list(doubt.tasks),
        "other": doubt.other,
        "actions": [a.value for a in doubt.actions],
        "command": typed(doubt),
        "page": doubt.page,
        "line": doubt.line,
    }


def _accept(conn: Connection, keys: list[str], by: str | None, today: date) -> None:
    from vbcli.decisions import decide
    from vbcli.query.review import doubt_of

    doubts = [doubt_of(conn, key) for key in keys]
    for key, doubt in zip(keys, doubts, strict=True):
        if doubt is None:
            raise InputError(_("không có chỗ xem lại “{key}”").format(key=key), _("vb review --list (để xem các khóa)"))
    for doubt in filter(None, doubts):
        entry = entry_of("review", by, None, None)
        decide(conn, doubt, Action.ACCEPT, {}, entry=entry, made_at=now_of(), today=today)
    note(_("đã giữ nguyên {number} chỗ; hủy từng chỗ bằng vb undo").format(number=len(keys)))


class _Session:
    """A person goes through the queue."""

    def __init__(self, conn: Connection, doubts: tuple[Doubt, ...], entry: "Entry", today: date) -> None:
        self.conn, self.doubts, self.entry, self.today = conn, doubts, entry, today
        self.entered: list[tuple[int, int]] = []
        """(place in the queue, entry) of what was decided, the last one last."""

    def run(self) -> None:
        at = 0
        while 0 <= at < len(self.doubts):
            step = self.ask(self.doubts[at], at)
            if step is None:
                break
            at = step
        note(
            _("đã quyết {number} chỗ, còn {left}; vb log để xem, vb undo để hủy").format(
                number=len(self.entered), left=len(self.doubts) - len(self.entered)
            )
        )

    def ask(self, doubt: Doubt, at: int) -> int | None:
        """Show one doubt and do what the key says; return where to go on, None to stop."""
        from vbcli.render.review import KEYS, doubt_card

        put_page((*doubt_card(doubt, at + 1, len(self.doubts)),))
        while True:
            key = _key().lower()
            if key in {"q", "\x1b", "\x03", "\x04"}:
                return None
            if key in {"n", " ", "\r", "\n"}:
                return at + 1
            if key == "u":
                return self.back(at)
            if key == "v":
                self.show(doubt)
                return at
            action = next((a for a in doubt.actions if KEYS[a] == key), None)
            if action:
                return at + 1 if self.settle(doubt, action, at) else at

    def settle(self, doubt: Doubt, action: Action, at: int) -> bool:
        """Enter a decision; False where the person thought better of it."""
        from dataclasses import replace

        from vbcli.decisions import decide
        from vbcli.render.review import typed, words_of

        if action is Action.MEND and doubt.kind is DoubtKind.HEADER:
            note(_("gõ sau: {command}").format(command=typed(doubt)))
            return True
        try:
            given = self.mended(doubt) if action is Action.MEND else {}
            if action is Action.MEND and not given:
                return False
            paper = doubt.other if action in {Action.DONE, Action.CANCEL} else None
            entry = replace(self.entry, document=paper)
            number = decide(
                self.conn,
                doubt,
                action,
                given,
                entry=entry,
                made_at=now_of(),
                today=self.today,
                renew=renew_later(),
            )
        except VbError as error:
            note(error.message, error.advice)
            return False
        self.entered.append((at, number))
        note(_("{action} (thao tác #{number})").format(action=_(words_of(doubt, action)), number=number))
        return True

    def mended(self, doubt: Doubt) -> dict[str, object]:
        """Ask for what is right; {} where nothing was typed."""
        given: dict[str, object] = {}
        if doubt.kind in {DoubtKind.NO_LEAD, DoubtKind.UNSURE}:
            words = typer.prompt(_("Đơn vị chủ trì (cách nhau dấu ;, Enter để thôi)"), default="", show_default=False)
            names = [name.strip() for name in words.split(";") if name.strip()]
            given |= {"leads": names} if names else {}
        if doubt.kind is not DoubtKind.NO_LEAD:
            words = typer.prompt(
                _("Hạn (ngày, 0 là không có hạn, Enter để thôi)"), default="", show_default=False
            ).strip()
            if words:
                given["due"] = None if words == "0" else day_of(words, _("hạn"), self.today)
        return given

    def back(self, at: int) -> int:
        """Take back the last decision and stand before it again."""
        if not self.entered:
            note(_("chưa quyết chỗ nào để hủy"))
            return at
        from vbcli.register import take_back

        place, number = self.entered.pop()
        take_back(self.conn, number, self.entry.by, None, now_of(), renew=renew_later())
        note(_("đã hủy thao tác #{number}").format(number=number))
        return place

    def show(self, doubt: Doubt) -> None:
        """Show the source with what was recognised marked in it."""
        from vbcli.commands.show import documents_of, task_of
        from vbcli.model.followup import Subject
        from vbcli.query.documents import show_document
        from vbcli.render.mark import marked_document, marked_task

        if doubt.subject is Subject.TASK:
            task = task_of(self.conn, doubt.subject_id, self.today)
            put_long(marked_task(task, show_document(self.conn, task.document.id, self.today)))
            return
        (id_,) = documents_of(self.conn, f"V{doubt.subject_id}")
        put_long(marked_document(show_document(self.conn, id_, self.today)))


def _key() -> str:
    """Return the next key. What was typed ahead counts: typer.getchar throws it away."""
    try:
        import termios
        import tty
    except ImportError:  # Windows
        return typer.getchar()
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal, termios.TCSANOW)
        return os.read(terminal, 1).decode("ascii", "replace")
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)
