"""Files read in parallel, in order, each for itself: one that fails, or takes its worker down, never costs the others."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from vbcli.errors import ReadError
from vbcli.model.record import Record

# Starting workers costs more than reading a handful of files.
FEW_FILES = 8
# Files handed out ahead of the one awaited, per worker: bounds what waits in memory.
_AHEAD = 4

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
        import traceback

        words = f"Chương trình gặp lỗi khi đọc tệp này ({type(error).__name__}: {error})."
        detail = "".join(traceback.format_exception(error))
        return cls("fault", words, "Gửi tệp cho người bảo trì vb.", detail)


Understanding = tuple[Record, ...] | Failure


def understanding_of(reader: Reader, path: Path) -> Understanding:
    """Return what the reader gives, or why it gives nothing."""
    try:
        return reader(path)
    except Exception as error:  # noqa: BLE001  (the per-file boundary: one file never ends the batch)
        return Failure.of(error)


def each(reader: Reader, paths: Iterable[Path], count: int, jobs: int) -> Iterator[tuple[Path, Understanding]]:
    """Yield each path with what its file says, in the order of the paths."""
    if jobs <= 1 or count <= FEW_FILES:
        yield from ((path, understanding_of(reader, path)) for path in paths)
        return
    yield from _in_parallel(reader, iter(paths), jobs)


def _in_parallel(reader: Reader, paths: Iterator[Path], jobs: int) -> Iterator[tuple[Path, Understanding]]:
    waiting: deque[tuple[Path, Future[Understanding] | None]] = deque()
    broken = False
    pool = _pool(jobs)
    try:
        while True:
            while not broken and len(waiting) < jobs * _AHEAD and (path := next(paths, None)) is not None:
                try:
                    waiting.append((path, pool.submit(understanding_of, reader, path)))
                except BrokenProcessPool:
                    broken = True
                    waiting.append((path, None))
            if waiting:
                path, future = waiting.popleft()
                understanding = _result(future)
                broken = broken or understanding is None
                yield path, understanding if understanding is not None else _alone(reader, path)
            elif broken:
                # Everything handed out is answered for: go on with fresh workers.
                pool.shutdown(wait=False, cancel_futures=True)
                pool, broken = _pool(jobs), False
            else:
                return
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _result(future: Future[Understanding] | None) -> Understanding | None:
    """Return the answer, or None where a worker died: the file may be the culprit or only its neighbour."""
    try:
        return future.result() if future else None
    except BrokenProcessPool:
        return None


def _alone(reader: Reader, path: Path) -> Understanding:
    """Return what a file says, read by a worker of its own: only the file that kills it is lost."""
    with _pool(1) as pool:
        try:
            return pool.submit(understanding_of, reader, path).result()
        except BrokenProcessPool:
            return Failure("damaged", "Tệp làm chương trình đọc dừng đột ngột.", "Mở tệp rồi lưu lại bản khác.")


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Fresh processes on every platform: none inherits the archive's open file.
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_ignore_interrupt)


def _ignore_interrupt() -> None:
    # Ctrl-C reaches the whole group; the main process decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
