"""Files read in workers, in order, each for itself: one that fails, hangs, bloats or kills its worker costs no other."""

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.util import Finalize
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from vbcli.config import Limits
from vbcli.errors import ReadError
from vbcli.language import N_
from vbcli.model.record import Record

if TYPE_CHECKING:
    from pebble import ProcessPool

FEW_FILES = 8
"""Starting workers costs more than reading a handful of plain texts."""
_PLAIN, _SMALL = ".txt", 1024**2
_AHEAD = 4
"""Files handed out ahead of the one awaited, per worker: bounds what waits in memory."""
_TASKS = 500
"""Files after which a worker is replaced: libraries leak."""
_PATIENCE = 300.0
_FIRST = 100
"""Before all else that is done when a worker leaves."""
_GRACE = 1.0
"""Seconds that a worker has to end what it started."""

Reader = Callable[[Path], tuple[Record, ...]]
T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file gave no record."""

    code: str
    message: str
    advice: str | None = None
    detail: str = ""
    """Traceback of a fault of the program."""

    @classmethod
    def of(cls, error: Exception) -> "Failure":
        """Return the failure that an exception means."""
        if isinstance(error, ReadError):
            return cls(error.code, error.message, error.advice)
        if isinstance(error, MemoryError):
            return _TOO_MUCH_MEMORY
        import traceback

        words = N_("Chương trình gặp lỗi khi đọc tệp này ({fault}: {words}).").format(
            fault=type(error).__name__, words=error
        )
        detail = "".join(traceback.format_exception(error))
        return cls("fault", words, N_("Gửi tệp cho người bảo trì vb."), detail)


_TOO_MUCH_MEMORY = Failure("memory", N_("Tệp cần quá nhiều bộ nhớ."), N_("Chia tệp, hoặc đặt VB_MEMORY (MB) lớn hơn."))
_CRASHED = Failure("crashed", N_("Tệp làm chương trình đọc dừng đột ngột."), N_("Mở tệp rồi lưu lại bản khác."))
_GONE = Failure("crashed", N_("Kết quả đọc tệp không về được."), N_("Nạp lại tệp này."))

Understanding = tuple[Record, ...] | Failure


def understanding_of(reader: Callable[[T], R], item: T) -> R | Failure:
    """Return what the reader gives, or why it gives nothing."""
    try:
        return reader(item)
    except Exception as error:  # noqa: BLE001  (the per-file boundary: one file never ends the batch)
        return Failure.of(error)


def each(
    reader: Reader, paths: Iterable[Path], count: int, jobs: int, limits: Limits | None = None
) -> Iterator[tuple[Path, Understanding]]:
    """Yield each path with what its file says, in the order of the paths."""
    limits = limits or Limits()
    with _Workers(reader, max(1, min(jobs, count)), limits.memory, limits.seconds_for) as workers:
        yield from workers.all_of(paths, lambda path: count <= FEW_FILES and _is_harmless(path))


def each_of(
    function: Callable[[T], R], items: Iterable[T], count: int, jobs: int, limits: Limits | None = None
) -> Iterator[tuple[T, R | Failure]]:
    """Yield each item with what the function makes of it, in the order of the items; a handful is done here."""
    limits = limits or Limits()
    # Longer than any text takes to understand: only what hangs is given up.
    seconds = limits.seconds or _PATIENCE
    with _Workers(function, max(1, min(jobs, count)), limits.memory, lambda _: seconds) as workers:
        yield from workers.all_of(items, lambda _: count <= FEW_FILES or jobs == 1)


def _is_harmless(path: Path) -> bool:
    """Tell whether a file may be read here: nothing but our own code touches a small plain text."""
    try:
        return path.suffix.lower() == _PLAIN and path.stat().st_size <= _SMALL
    except OSError:
        return True  # the reader says what is wrong with it


class _Workers(Generic[T, R]):
    """The processes that read, started with the first item that needs one."""

    def __init__(self, reader: Callable[[T], R], jobs: int, memory: int, seconds: Callable[[T], float]) -> None:
        self._reader = reader
        self._jobs = jobs
        self._memory = memory
        self._seconds = seconds
        self._pool: ProcessPool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, fault: type[BaseException] | None, *_: object) -> None:
        if self._pool is None:
            return
        if fault is None:
            # Nobody works any more: they leave by themselves.
            self._pool.close()  # type: ignore[no-untyped-call]
        else:
            self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def all_of(self, items: Iterable[T], is_done_here: Callable[[T], bool]) -> Iterator[tuple[T, R | Failure]]:
        """Yield each item with its answer, in order."""
        waiting: deque[tuple[T, Any]] = deque()
        ahead = self._jobs * _AHEAD if self._jobs > 1 else 1
        for item in items:
            waiting.append((item, None if is_done_here(item) else self._start(item)))
            if len(waiting) >= ahead:
                yield self._answer(*waiting.popleft())
        while waiting:
            yield self._answer(*waiting.popleft())

    def _start(self, item: T) -> Any:
        """Return the future of an item that a worker is to read."""
        if self._pool is None:
            from pebble import ProcessPool

            # Fresh processes on every platform: none inherits the archive's open file.
            self._pool = ProcessPool(
                self._jobs,
                max_tasks=_TASKS,
                initializer=_prepare,
                initargs=(self._memory,),
                context=get_context("spawn"),
            )
        return self._pool.schedule(understanding_of, args=[self._reader, item], timeout=self._seconds(item))

    def _answer(self, item: T, future: Any) -> tuple[T, R | Failure]:
        """Return what an item gives, read now where no worker was asked."""
        if future is None:
            return item, understanding_of(self._reader, item)
        from pebble import ProcessExpired

        try:
            return item, future.result()
        except TimeoutError:
            seconds = round(self._seconds(item))
            advice = N_("Mở tệp rồi lưu lại bản khác, hoặc đặt VB_TIMEOUT (giây) lớn hơn.")
            return item, Failure("timeout", N_("Đọc tệp quá {seconds} giây, đã dừng.").format(seconds=seconds), advice)
        except ProcessExpired:
            return item, _CRASHED
        except MemoryError:
            return item, _TOO_MUCH_MEMORY
        except Exception as error:  # noqa: BLE001  (an answer that cannot be sent is this file's failure)
            return item, Failure(_GONE.code, _GONE.message, _GONE.advice, str(error))


def _prepare(memory: int) -> None:
    """Set up a worker: its limits, and an end that also ends the programs it started."""
    # Ctrl-C reaches the whole group; the main process decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    # A worker that is leaving by itself has nothing to end any more: told to go once more, it goes without a word.
    Finalize(None, signal.signal, args=(signal.SIGTERM, signal.SIG_DFL), exitpriority=_FIRST)
    if sys.platform == "win32":
        return
    import resource

    for limit, soft in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(limit)[1]
        if hard == resource.RLIM_INFINITY or soft <= hard:
            resource.setrlimit(limit, (soft, hard))


def _leave(*_: object) -> None:
    end = threading.Timer(_GRACE, os._exit, [1])
    end.daemon = True
    end.start()
    raise SystemExit(1)
