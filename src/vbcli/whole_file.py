"""Files that are there whole or as they were before: written beside, synced, then put in place."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vbcli.errors import StoreError
from vbcli.language import _


@contextmanager
def whole_file(path: Path, *, private: bool = False) -> Iterator[Path]:
    """Yield the path of a draft; at the end it takes the place of `path`. A `StoreError` where it cannot be written.

    `private`: for nobody else on the computer to read.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        if private:
            os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        yield draft
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(draft, path)  # noqa: PTH105  (atomic, and says so)
    except OSError as error:
        raise StoreError(
            _("không ghi được {path}: {reason}").format(path=path, reason=error.strerror or error),
            _("đóng tệp nếu đang mở, hoặc chỉ chỗ khác"),
        ) from error
    finally:
        draft.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file of these bytes."""
    with whole_file(path) as draft:
        draft.write_bytes(data)


def make_folder(path: Path) -> None:
    """Make a folder and those above it where they are missing. A `StoreError` where that cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            _("không lập được thư mục {path}: {reason}").format(path=path, reason=error.strerror or error),
            _("chỉ chỗ khác"),
        ) from error
