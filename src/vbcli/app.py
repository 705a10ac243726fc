"""The command line: one Typer app, and `main`, the one place where errors become lines and exit codes."""

import codecs
import os
import sys
import traceback
import unicodedata
from collections.abc import Callable, Sequence
from functools import partial
from typing import Annotated

import typer

from vbcli import __version__
from vbcli.commands import (
    add,
    completion,
    config,
    docs,
    doctor,
    documents_as_one,
    edit,
    explain,
    export,
    extract,
    follow,
    history,
    import_,
    ingest,
    keeping,
    lexicon,
    open_,
    reextract,
    refs,
    review,
    save,
    saved,
    schedule,
    search,
    show,
    split,
    summary,
    tasks,
    units,
)
from vbcli.commands.help_page import VbCommand, VbGroup
from vbcli.commands.options import Db, Lexicon, Today, choose_lexicon
from vbcli.commands.output import PipeClosed, complain, is_verbose, note, put, speak
from vbcli.commands.today import today_lists
from vbcli.commands.usage import is_usage_error, usage_message
from vbcli.errors import ExitCode, VbError
from vbcli.language import _, speak_language
from vbcli.lexicon.load import VARIABLE
from vbcli.text.fold import nfc, strip_accents

HELP = """Sổ theo dõi nhiệm vụ đọc từ văn bản chỉ đạo: ai, việc gì, hạn nào

Ví dụ: vb ingest ~/van-ban-den && vb tasks --overdue"""

_TONES = "\u0300\u0301\u0303\u0309\u0323"

app = typer.Typer(
    name="vb",
    cls=VbGroup,
    help=HELP,
    add_completion=False,
    # None: rich would triple the time of --help, and its panels speak English.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
_READING, _LOOKING, _FOLLOWING, _KEEPING = "Đọc văn bản", "Tra cứu, tổng hợp", "Theo dõi, sửa", "Kho, danh mục"
_COMMANDS: tuple[tuple[str, str, Callable[..., int], str], ...] = (
    (_READING, "ingest", ingest.ingest, ingest.HELP),
    (_READING, "extract", extract.extract, extract.HELP),
    (_READING, "reextract", reextract.reextract, reextract.HELP),
    (_READING, "review", review.review, review.HELP),
    (_LOOKING, "tasks", tasks.tasks, tasks.HELP),
    (_LOOKING, "show", show.show, show.HELP),
    (_LOOKING, "explain", explain.explain, explain.HELP),
    (_LOOKING, "refs", refs.refs, refs.HELP),
    (_LOOKING, "search", search.search, search.HELP),
    (_LOOKING, "open", open_.open_, open_.HELP),
    (_LOOKING, "docs", docs.docs, docs.HELP),
    (_LOOKING, "save", save.save, save.HELP),
    (_LOOKING, "summary", summary.summary, summary.HELP),
    (_FOLLOWING, "start", follow.start, follow.START),
    (_FOLLOWING, "done", follow.done, follow.DONE),
    (_FOLLOWING, "pause", follow.pause, follow.PAUSE),
    (_FOLLOWING, "cancel", follow.cancel, follow.CANCEL),
    (_FOLLOWING, "reopen", follow.reopen, follow.REOPEN),
    (_FOLLOWING, "extend", follow.extend, follow.EXTEND),
    (_FOLLOWING, "assign", follow.assign, follow.ASSIGN),
    (_FOLLOWING, "edit", edit.edit, edit.HELP),
    (_FOLLOWING, "note", follow.note, follow.NOTE),
    (_FOLLOWING, "dismiss", follow.dismiss, follow.DISMISS),
    (_FOLLOWING, "add", add.add, add.HELP),
    (_FOLLOWING, "undo", history.undo, history.UNDO),
    (_FOLLOWING, "log", history.log, history.LOG),
    (_KEEPING, "merge", documents_as_one.merge, documents_as_one.MERGE),
    (_KEEPING, "split", split.split, split.HELP),
    (_KEEPING, "remove", documents_as_one.remove, documents_as_one.REMOVE),
    (_KEEPING, "import", import_.import_, import_.HELP),
    (_KEEPING, "export", export.export, export.HELP),
    (_KEEPING, "backup", keeping.backup, keeping.BACKUP),
    (_KEEPING, "check", keeping.check, keeping.CHECK),
    (_KEEPING, "doctor", doctor.doctor, doctor.HELP),
    (_KEEPING, "schedule", schedule.schedule, schedule.HELP),
    (_KEEPING, "completion", completion.completion, completion.HELP),
    (_KEEPING, "config", config.config, config.HELP),
)
_CLASSES: dict[str, type[VbCommand]] = {"search": search.SearchCommand, "tasks": saved.TasksCommand}
for _section, _name, _command, _help in _COMMANDS:
    app.command(_name, cls=_CLASSES.get(_name, VbCommand), help=_help, rich_help_panel=_section)(_command)
app.add_typer(units.app, rich_help_panel=_KEEPING)
app.add_typer(lexicon.app, rich_help_panel=_KEEPING)


@app.callback()
def vb(
    context: typer.Context,
    *,
    db: Db = None,
    today: Today = None,
    lexicon: Lexicon = None,
    version: Annotated[bool, typer.Option("-V", "--version", help="in phiên bản")] = False,
) -> int:
    """Run a command, or show what is due."""
    context.call_on_close(partial(_restore, os.environ.get(VARIABLE)))
    choose_lexicon(lexicon)
    if version:
        put(f"vb {__version__}\n")
        raise typer.Exit
    if context.invoked_subcommand is None:
        return today_lists(db, today)
    # `vb --db KHO tasks` means `vb tasks --db KHO`.
    named = (("db", db), ("today", today), ("lexicon", lexicon))
    given = {name: value for name, value in named if value is not None}
    commands = dict.fromkeys((command for _, command, _, _ in _COMMANDS), given)
    context.default_map = {**commands, "units": given, "lexicon": {"check": given, "report": given}}
    return ExitCode.DONE


def _restore(lexicon: str | None) -> None:
    """Leave everything as it was: `--lexicon` told our own processes of its folder."""
    if lexicon is None:
        os.environ.pop(VARIABLE, None)
    else:
        os.environ[VARIABLE] = lexicon
    choose_lexicon(None)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code. Never exits by itself."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _prepare_streams()
    speak_language()
    speak(quiet=False, verbose=False)
    if completion.ASKED in os.environ:
        return _complete()
    try:
        code = typer.main.get_command(app)(arguments, prog_name="vb", standalone_mode=False)
        sys.stdout.flush()
        # Typer turns Ctrl-C inside a command into this code.
        return _interrupted() if code == ExitCode.INTERRUPTED else int(code or ExitCode.DONE)
    except (PipeClosed, BrokenPipeError):
        return _leave_quietly()
    except (KeyboardInterrupt, typer.Abort):
        return _interrupted()
    except VbError as error:
        complain(error.message, error.advice)
        if is_verbose():
            traceback.print_exc()
        return error.code
    except Exception as error:  # noqa: BLE001  (the last boundary)
        if is_usage_error(error):
            complain(*usage_message(error))
            return ExitCode.USAGE
        complain(
            _("chương trình gặp lỗi ngoài dự kiến: {fault}: {words}").format(fault=type(error).__name__, words=error)
        )
        traceback.print_exc()
        return ExitCode.FAULT


def _complete() -> int:
    """Answer a shell at a Tab. Whatever goes wrong, a line that is being typed is no place to tell it."""
    try:
        return completion.answer(typer.main.get_command(app), os.environ)
    except PipeClosed:
        return _leave_quietly()
    except Exception:  # noqa: BLE001  (no candidates, then)
        return ExitCode.DONE


def run() -> None:
    """Entry point of the console script."""
    sys.exit(main())


def _interrupted() -> int:
    note(_("đã dừng theo lệnh; phần đã ghi vẫn còn nguyên"))
    return ExitCode.INTERRUPTED


def _leave_quietly() -> int:
    """Return success: whoever read our output had enough. What is still buffered goes nowhere."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  (lives until the process ends)
    return ExitCode.DONE


def _prepare_streams() -> None:
    """Make every console take Vietnamese: UTF-8 into pipes, the nearest letters where a code page lacks them."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        utf8 = (stream.encoding or "").lower().replace("-", "").startswith("utf8")
        if not utf8 and not stream.isatty() and "PYTHONIOENCODING" not in os.environ:
            reconfigure(encoding="utf-8", errors="replace")
        else:
            reconfigure(errors="replace" if utf8 else _nearest_letters(stream.encoding))


def _nearest_letters(encoding: str) -> str:
    """Return the name of an error handler for a console of this encoding."""

    def handler(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        wanted = error.object[error.start : error.end]
        return "".join(_shown(letter, encoding) for letter in wanted), error.end

    name = f"vb_nearest_{encoding}"
    codecs.register_error(name, handler)
    return name


def _shown(letter: str, encoding: str) -> str:
    """Return what an encoding can show of a letter it lacks: `ệ` as ê + dot (cp1258), else ê, else e, else `?`."""
    parts = unicodedata.normalize("NFD", letter)
    shape = nfc("".join(c for c in parts if c not in _TONES))
    tones = "".join(c for c in parts if c in _TONES)
    for attempt in (shape + tones, shape, strip_accents(letter)):
        try:
            attempt.encode(encoding)
        except UnicodeEncodeError:
            continue
        return attempt
    return "?"
