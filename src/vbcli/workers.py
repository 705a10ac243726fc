"""Files read in workers, in order, each for itself: one that fails, hangs, bloats or kills its worker costs no other."""

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from vbcli.config import Limits
from vbcli.errors import ReadError
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
_GRACE = 1.0
"""Seconds that a worker has to end what it started."""

Reader = Callable[[Path], tuple[Record, ...]]


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

        words = f"Chương trình gặp lỗi khi đọc tệp này ({type(error).__name__}: {error})."
        detail = "".join(traceback.format_exception(error))
        return cls("fault", words, "Gửi tệp cho người bảo trì vb.", detail)


_TOO_MUCH_MEMORY = Failure("memory", "Tệp cần quá nhiều bộ nhớ.", "Chia tệp, hoặc đặt VB_MEMORY (MB) lớn hơn.")
_CRASHED = Failure("crashed", "Tệp làm chương trình đọc dừng đột ngột.", "Mở tệp rồi lưu lại bản khác.")
_GONE = Failure("crashed", "Kết quả đọc tệp không về được.", "Nạp lại tệp này.")

Understanding = tuple[Record, ...] | Failure


def understanding_of(reader: Reader, path: Path) -> Understanding:
    """Return what the reader gives, or why it gives nothing."""
    try:
        return reader(path)
    except Exception as error:  # noqa: BLE001  (the per-file boundary: one file never ends the batch)
        return Failure.of(error)


def each(
    reader: Reader, paths: Iterable[Path], count: int, jobs: int, limits: Limits | None = None
) -> Iterator[tuple[Path, Understanding]]:
    """Yield each path with what its file says, in the order of the paths."""
    limits = limits or Limits()
    with _Workers(reader, max(1, min(jobs, count)), limits) as workers:
        waiting: deque[tuple[Path, Any]] = deque()
        ahead = jobs * _AHEAD if jobs > 1 else 1
        for path in paths:
            if count <= FEW_FILES and _is_harmless(path):
                waiting.append((path, None))
            else:
                waiting.append((path, workers.start(path)))
            if len(waiting) >= ahead:
                yield workers.answer(*waiting.popleft())
        while waiting:
            yield workers.answer(*waiting.popleft())


def _is_harmless(path: Path) -> bool:
    """Tell whether a file may be read here: nothing but our own code touches a small plain text."""
    try:
        return path.suffix.lower() == _PLAIN and path.stat().st_size <= _SMALL
    except OSError:
        return True  # the reader says what is wrong with it


class _Workers:
    """The processes that read, started with the first file that needs one."""

    def __init__(self, reader: Reader, jobs: int, limits: Limits) -> None:
        self._reader = reader
        self._jobs = jobs
        self._limits = limits
        self._pool: ProcessPool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()

    def start(self, path: Path) -> Any:
        """Return the future of a file that a worker is to read."""
        if self._pool is None:
            from pebble import ProcessPool

            # Fresh processes on every platform: none inherits the archive's open file.
            self._pool = ProcessPool(
                self._jobs,
                max_tasks=_TASKS,
                initializer=_prepare,
                initargs=(self._limits.memory,),
                context=get_context("spawn"),
            )
        timeout = self._limits.seconds_for(path)
        return self._pool.schedule(understanding_of, args=[self._reader, path], timeout=timeout)

    def answer(self, path: Path, future: Any) -> tuple[Path, Understanding]:
        """Return what a file says, read now where no worker was asked."""
        if future is None:
            return path, understanding_of(self._reader, path)
        from pebble import ProcessExpired

        try:
            return path, future.result()
        except TimeoutError:
            seconds = round(self._limits.seconds_for(path))
            advice = "Mở tệp rồi lưu lại bản khác, hoặc đặt VB_TIMEOUT (giây) lớn hơn."
            return path, Failure("timeout", f"Đọc tệp quá {seconds} giây, đã dừng.", advice)
        except ProcessExpired:
            return path, _CRASHED
        except MemoryError:
            return path, _TOO_MUCH_MEMORY
        except Exception as error:  # noqa: BLE001  (an answer that cannot be sent is this file's failure)
            return path, Failure(_GONE.code, _GONE.message, _GONE.advice, str(error))


def _prepare(memory: int) -> None:
    """Set up a worker: its limits, and an end that also ends the programs it started."""
    # Ctrl-C reaches the whole group; the main process decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
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
