"""The skeleton of a report: parts, sections, and the figures that several of them name."""

from collections.abc import Iterable
from dataclasses import dataclass

from vbcli.model.report import Report
from vbcli.render.papers.grid import Grid

STOCK = {
    "done": "đã hoàn thành",
    "overdue": "quá hạn",
    "soon": "sắp đến hạn",
    "on_time": "trong hạn",
    "planned": "theo kỳ kế hoạch",
    "no_due": "không có hạn",
    "paused": "tạm dừng",
}


@dataclass(frozen=True, slots=True)
class Section:
    """`1. Nhiệm vụ quá hạn` with its sentences and tables, in order."""

    title: str
    blocks: tuple[str | Grid, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """`I. TÌNH HÌNH CHUNG …`."""

    title: str
    sections: tuple[Section, ...]


def size(report: Report, figure_: str) -> int:
    """Return how many tasks stand behind a figure."""
    return len(report.figures.get(figure_, ()))


def sentences(words: Iterable[Section]) -> list[str]:
    """Return the sentences of a part, without its tables."""
    return [block for section in words for block in section.blocks if isinstance(block, str)]
