"""The command line: one Typer app, and `main`, the one place where errors become lines and exit codes."""

import codecs
import os
import sys
import traceback
import unicodedata
from collections.abc import Sequence
from functools import partial
from typing import Annotated, Any

import typer

from vbcli import __version__
from vbcli.commands.completion import ASKED, answer
from vbcli.commands.help_page import VbGroup
from vbcli.commands.loading import Commands, Entry
from vbcli.commands.options import Db, Lexicon, Today, choose_lexicon
from vbcli.commands.output import PipeClosed, complain, is_verbose, note, put, speak
from vbcli.commands.usage import is_usage_error, usage_message
from vbcli.errors import ExitCode, VbError
from vbcli.language import N_, _, speak_language
from vbcli.lexicon.load import VARIABLE
from vbcli.text.fold import nfc, strip_accents

HELP = """Sổ theo dõi nhiệm vụ đọc từ văn bản chỉ đạo: ai, việc gì, hạn nào

Ví dụ: vb ingest ~/van-ban-den && vb tasks --overdue"""

_TONES = "\u0300\u0301\u0303\u0309\u0323"

_READING, _LOOKING, _FOLLOWING, _KEEPING = (
    N_("Đọc văn bản"),
    N_("Tra cứu, tổng hợp"),
    N_("Theo dõi, sửa"),
    N_("Kho, danh mục"),
)
_TABLE = {
    "ingest": Entry(_READING, "ingest", "ingest", "HELP"),
    "extract": Entry(_READING, "extract", "extract", "HELP"),
    "reextract": Entry(_READING, "reextract", "reextract", "HELP"),
    "review": Entry(_READING, "review", "review", "HELP"),
    "tasks": Entry(_LOOKING, "tasks", "tasks", "HELP", "saved:TasksCommand"),
    "show": Entry(_LOOKING, "show", "show", "HELP"),
    "explain": Entry(_LOOKING, "explain", "explain", "HELP"),
    "refs": Entry(_LOOKING, "refs", "refs", "HELP"),
    "search": Entry(_LOOKING, "search", "search", "HELP", "SearchCommand"),
    "open": Entry(_LOOKING, "open_", "open_", "HELP"),
    "docs": Entry(_LOOKING, "docs", "docs", "HELP"),
    "save": Entry(_LOOKING, "save", "save", "HELP"),
    "summary": Entry(_LOOKING, "summary", "summary", "HELP"),
    "start": Entry(_FOLLOWING, "follow", "start", "START"),
    "done": Entry(_FOLLOWING, "follow", "done", "DONE"),
    "pause": Entry(_FOLLOWING, "follow", "pause", "PAUSE"),
    "cancel": Entry(_FOLLOWING, "follow", "cancel", "CANCEL"),
    "reopen": Entry(_FOLLOWING, "follow", "reopen", "REOPEN"),
    "extend": Entry(_FOLLOWING, "follow", "extend", "EXTEND"),
    "assign": Entry(_FOLLOWING, "follow", "assign", "ASSIGN"),
    "edit": Entry(_FOLLOWING, "edit", "edit", "HELP"),
    "note": Entry(_FOLLOWING, "follow", "note", "NOTE"),
    "dismiss": Entry(_FOLLOWING, "follow", "dismiss", "DISMISS"),
    "add": Entry(_FOLLOWING, "add", "add", "HELP"),
    "undo": Entry(_FOLLOWING, "history", "undo", "UNDO"),
    "log": Entry(_FOLLOWING, "history", "log", "LOG"),
    "merge": Entry(_KEEPING, "documents_as_one", "merge", "MERGE"),
    "split": Entry(_KEEPING, "split", "split", "HELP"),
    "remove": Entry(_KEEPING, "documents_as_one", "remove", "REMOVE"),
    "import": Entry(_KEEPING, "import_", "import_", "HELP"),
    "export": Entry(_KEEPING, "export", "export", "HELP"),
    "backup": Entry(_KEEPING, "keeping", "backup", "BACKUP"),
    "check": Entry(_KEEPING, "keeping", "check", "CHECK"),
    "doctor": Entry(_KEEPING, "doctor", "doctor", "HELP"),
    "schedule": Entry(_KEEPING, "schedule", "schedule", "HELP"),
    "completion": Entry(_KEEPING, "completion", "completion", "HELP"),
    "config": Entry(_KEEPING, "config", "config", "HELP"),
    "units": Entry(_KEEPING, "units"),
    "lexicon": Entry(_KEEPING, "lexicon"),
}


class Program(VbGroup):
    """`vb` itself: of its commands only the one that is called is loaded."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.commands = Commands(_TABLE)


app = typer.Typer(
    name="vb",
    cls=Program,
    help=HELP,
    add_completion=False,
    # None: rich would triple the time of --help, and its panels speak English.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


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
        from vbcli.commands.today import today_lists

        return today_lists(db, today)
    # `vb --db KHO tasks` means `vb tasks --db KHO`.
    named = (("db", db), ("today", today), ("lexicon", lexicon))
    given = {name: value for name, value in named if value is not None}
    context.default_map = {**dict.fromkeys(_TABLE, given), "lexicon": {"check": given, "report": given}}
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
    if ASKED in os.environ:
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
        return answer(typer.main.get_command(app), os.environ)
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
