"""What can go wrong with a request, each with its exit code and its advice.

Trouble inside a document is data (`model.evidence.Issue`); these are for the request as a whole.
`app.main` is the one place that turns them into a line on stderr.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the shell, cron and tests see."""

    DONE = 0
    FAULT = 1
    USAGE = 2
    SOME_FAILED = 3
    INPUT = 4
    STORE = 5
    LEXICON = 6
    OVERDUE = 7
    INTERRUPTED = 130


class VbError(Exception):
    """A sentence for a clerk, what to type next, and an exit code."""

    code = ExitCode.FAULT

    def __init__(self, message: str, advice: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


class UsageError(VbError):
    """A flag or an argument that cannot be understood."""

    code = ExitCode.USAGE


class InputError(VbError):
    """Nothing of what was named could be read."""

    code = ExitCode.INPUT


class StoreError(VbError):
    """The archive is missing, locked, damaged or of a newer program."""

    code = ExitCode.STORE


class LexiconError(VbError):
    """One or more faults in a lexicon file, all of them in the message."""

    code = ExitCode.LEXICON


class ReadError(Exception):
    """A file that cannot be read: `code` for machines, message and advice for people.

    Raised by readers, caught per file by the pipeline: one file never costs the batch.

    Codes: needs_ocr, needs_office, password, damaged, empty, unsupported, vanished, too_large, secret, timeout, memory,
    crashed.
    """

    def __init__(self, code: str, message: str, advice: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.advice = advice
