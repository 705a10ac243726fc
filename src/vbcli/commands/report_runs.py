"""A run that writes reports: one at a time, whole files, a snapshot of what was given out, a line of how it ended."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from vbcli import __version__
from vbcli.commands.options import now_of
from vbcli.commands.output import note
from vbcli.commands.report_forms import Attached, Form, Reckoned, dated, written
from vbcli.errors import InputError, StoreError, UsageError
from vbcli.language import _, counted
from vbcli.model.report import Period, PeriodKind
from vbcli.store.database import open_archive, open_for_reading
from vbcli.text.periods import period_before
from vbcli.whole_file import make_folder, write_whole

if TYPE_CHECKING:
    from vbcli.query.assigned import UnitMatch
    from vbcli.settings import Office

PATIENCE = 10.0
"""Seconds that a second run waits for the first."""
MOST_MISSED = 12


@dataclass(frozen=True, slots=True)
class Wish:
    """What a summary is asked for, whatever its form."""

    archive: Path
    today: date
    period: Period
    office: "Office"
    unit: str | None = None
    fresh: bool = False
    """Reckoned anew, also where a snapshot is kept."""
    ids: bool = False


@dataclass(frozen=True, slots=True)
class Writing:
    """Where a run writes to."""

    files: tuple[tuple[Path, Form], ...] = ()
    """Patterns, which the day of the report completes."""
    chase: Path | None = None
    """Folder of letters."""
    only_if_changed: bool = False
    catch_up: bool = False

    @property
    def any(self) -> bool:
        """Tell whether anything is written at all."""
        return bool(self.files or self.chase)

    def attached(self, shown: Reckoned, office: "Office") -> Attached:
        """Return what a mail carries: the files but for mails, by their names."""
        day = shown.report.as_of
        return tuple(
            (dated(path, day).name, written(shown, form, office)) for path, form in self.files if form is not Form.EML
        )


def reckon(wish: Wish) -> Reckoned:
    """Return the report: of a period that is over the snapshot, where one was kept; else reckoned now."""
    from vbcli.query.report import Question, find_report
    from vbcli.store.snapshots import earlier_than, history, kept

    is_over = wish.period.end < wish.today
    as_of = min(wish.period.end, wish.today)
    with closing(open_for_reading(wish.archive)) as conn:
        units, name = _units(conn, wish.unit)
        if is_over and not wish.fresh and (snapshot := kept(conn, wish.period, name)):
            return Reckoned(snapshot, wish.today, kept=True, ids=wish.ids)
        question = Question(
            wish.period,
            as_of,
            units,
            name,
            wish.office.soon,
            earlier_than(conn, as_of, name),
            history(conn, wish.period, as_of, name),
            reckoned_later=is_over,
        )
        if is_over:
            from vbcli.store.as_of import look_back

            look_back(conn, as_of)
        return Reckoned(find_report(conn, question), wish.today, ids=wish.ids)


def is_news(wish: Wish, shown: Reckoned) -> bool:
    """Tell whether anything happened since the latest snapshot."""
    from vbcli.store.snapshots import earlier_than, is_unchanged

    with closing(open_for_reading(wish.archive)) as conn:
        last = earlier_than(conn, shown.report.as_of, shown.report.unit, same_day=True)
    return not is_unchanged(shown.report, last)


def run(wish: Wish, to: Writing) -> tuple[Reckoned, bool]:
    """Write the report, and before it those that were missed; return (it, whether there was anything to say).

    A `StoreError` where another run does not end in time.
    """
    from vbcli.store.snapshots import begin_run, end_run

    with _alone(wish.archive), closing(open_archive(wish.archive)) as conn:
        number = begin_run(conn, "summary", now_of())
        outputs: list[Path] = []
        try:
            for period in _missed(conn, wish) if to.catch_up else ():
                _write(conn, replace(wish, period=period), to, outputs)
            shown, is_new = _write(conn, wish, to, outputs)
        except BaseException as error:
            end_run(conn, number, now_of(), "failed", str(error) or type(error).__name__, [str(p) for p in outputs])
            raise
        end_run(conn, number, now_of(), "done" if is_new or outputs else "unchanged", "", [str(p) for p in outputs])
    return shown, is_new


def _write(conn: sqlite3.Connection, wish: Wish, to: Writing, outputs: list[Path]) -> tuple[Reckoned, bool]:
    from vbcli.store.snapshots import keep
    from vbcli.store.write import transaction

    shown = reckon(wish)
    if to.only_if_changed and not is_news(wish, shown):
        return shown, False
    folder = dated(to.chase, shown.report.as_of) if to.chase else None
    # Everything is made before anything is written: a fault in one form leaves no half of a report.
    for path, data in _files(shown, wish.office, to):
        make_folder(path.parent)
        _clear_drafts(path)
        write_whole(path, data)
        outputs.append(path.absolute())
        if path.parent != folder:
            note(_("đã ghi {path}").format(path=path))
    if folder:
        letters = sum(path.parent == folder.absolute() for path in outputs)
        told = counted("đã ghi {letters} công văn đôn đốc vào {folder}", letters)
        note(told.format(letters=letters, folder=folder))
    if not shown.kept:
        with transaction(conn):
            keep(conn, shown.report, program=__version__, made_at=now_of())
    return shown, True


def _files(shown: Reckoned, office: "Office", to: Writing) -> list[tuple[Path, bytes]]:
    day = shown.report.as_of
    attached = to.attached(shown, office)
    of_files = iter(attached)
    files = [
        (dated(path, day), written(shown, form, office, attached) if form is Form.EML else next(of_files)[1])
        for path, form in to.files
    ]
    if to.chase:
        from vbcli.render.papers.chase import letters

        folder = dated(to.chase, day)
        files += [(folder / name, data) for name, data in letters(shown.report, office)]
    return files


def _missed(conn: sqlite3.Connection, wish: Wish) -> list[Period]:
    """Return the periods since the last snapshot of this kind that have none, oldest first."""
    from vbcli.store.snapshots import last_kept

    if wish.period.kind is PeriodKind.SPAN:
        raise UsageError(_("--catch-up cần kỳ cố định: tuần, tháng, quý hoặc nửa năm"))
    last = last_kept(conn, _units(conn, wish.unit)[1], wish.period.kind)
    found: list[Period] = []
    period = period_before(wish.period)
    while last and period.start > last.start and len(found) < MOST_MISSED:
        found.append(period)
        period = period_before(period)
    return found[::-1]


def _units(conn: sqlite3.Connection, phrase: str | None) -> tuple[tuple["UnitMatch", ...] | None, str | None]:
    """Return the units that are meant and the name under which they are reported."""
    if phrase is None:
        return None, None
    from vbcli.lexicon.shorthands import asked_unit
    from vbcli.query.units import match_with_predecessors

    matches = match_with_predecessors(conn, phrase)
    if not any(match.ids for match in matches):
        near = matches[0].similar
        raise InputError(
            _("kho không có việc nào của đơn vị “{phrase}”").format(phrase=phrase),
            _("ý bạn là {near}?").format(near=" / ".join(near)) if near else _("vb units (để xem các đơn vị)"),
        )
    named = matches[0].named
    row = conn.execute("SELECT name FROM units WHERE id = ?", named).fetchone() if len(named) == 1 else None
    # As the archive writes it: what was typed may lack its accents.
    return matches, row["name"] if row else asked_unit(phrase).name


@contextmanager
def _alone(archive: Path) -> Iterator[None]:
    """Let no second run write reports of this archive at the same time."""
    from filelock import FileLock, Timeout

    if not archive.exists():
        open_archive(archive)  # its error says what to do
    lock = FileLock(archive.with_name(f"{archive.name}.lock"), timeout=PATIENCE, mode=0o600)
    try:
        lock.acquire()
    except Timeout as error:
        raise StoreError(
            _("một lần chạy vb summary khác đang ghi báo cáo của kho {archive}").format(archive=archive),
            _("đợi lần chạy kia xong rồi chạy lại"),
        ) from error
    try:
        yield
    finally:
        lock.release()


def _clear_drafts(path: Path) -> None:
    """Take away what a run that was killed left beside a file."""
    for name in _drafts(path):
        name.unlink(missing_ok=True)


def _drafts(path: Path) -> Sequence[Path]:
    first, last = f".{path.name}.", ".tmp"
    return [p for p in path.parent.iterdir() if p.name.startswith(first) and p.name.endswith(last)]
