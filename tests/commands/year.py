"""A year of an invented office: three hundred letters and what its clerk enters, with a ledger that reckons for itself.

The ledger knows the letters because it wrote them, and the follow-up because it typed it. It never looks into the
archive: what `vb` says is compared with what the ledger says.
"""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

UNITS = (
    "UBND huyện", "Công an huyện", "Phòng Tài nguyên và Môi trường", "Phòng Tài chính - Kế hoạch", "Ban Tổ chức Huyện ủy",
    "Ban Chỉ huy quân sự huyện", "Ban Tuyên giáo Huyện ủy", "HĐND huyện", "Trung tâm Y tế huyện", "Hội Cựu chiến binh huyện",
)  # fmt: skip
WORKS = (
    "rà soát tuyến đường số {n}", "kiểm tra công trình thủy lợi số {n}", "lập danh sách hộ nghèo của cụm số {n}",
    "thống kê diện tích rừng của tiểu khu {n}", "báo cáo kết quả thu ngân sách của điểm thu {n}",
)  # fmt: skip
CLOSED = {"done", "cancelled", "dismissed", "paused"}


@dataclass
class Task:
    """What the ledger knows of one task."""

    words: str
    leads: list[str]
    due: date | None
    id: int = 0
    current: date | None = None
    progress: dict[str, str] = field(default_factory=dict)
    """By lead: todo, doing, done, paused, cancelled."""
    done_on: dict[str, date] = field(default_factory=dict)
    dismissed: bool = False
    entered_due: bool = False
    touched: bool = False
    """Somebody entered something, and nobody took it back."""

    def __post_init__(self) -> None:
        self.current = self.due
        self.progress = dict.fromkeys(self.leads, "todo")

    @property
    def state(self) -> str:
        if self.dismissed:
            return "dismissed"
        live = [p for p in self.progress.values() if p != "cancelled"]
        if not live:
            return "cancelled"
        if not {"todo", "doing"} & set(live):
            return "paused" if "paused" in live else "done"
        return "doing" if {"doing", "done"} & set(live) else "todo"

    @property
    def finished(self) -> date | None:
        return max((self.done_on[u] for u in self.leads if self.progress[u] == "done"), default=None)

    def category(self, today: date) -> str:
        """Return the row of the official statistic, by the original deadline."""
        if self.state in {"dismissed", "cancelled", "paused"}:
            return self.state
        if self.due is None:
            return "no_due"
        if self.state == "done":
            return (
                "done_in_time"
                if all(self.done_on[u] <= self.due for u in self.leads if self.progress[u] == "done")
                else "done_late"
            )
        return "open_late" if self.due < today else "open_in_time"


@dataclass
class Letter:
    """One letter of the Huyện ủy."""

    number: int
    issued: date
    tasks: list[Task]
    remark: str = ""

    @property
    def name(self) -> str:
        return f"{self.number:02d}-CV/HU"

    def lines(self) -> list[str]:
        day = self.issued
        rows = [
            "HUYỆN ỦY KHE SIM",
            "*",
            f"Số: {self.name}",
            "V/v thực hiện một số nhiệm vụ trọng tâm",
            "ĐẢNG CỘNG SẢN VIỆT NAM",
            f"Khe Sim, ngày {day.day:02d} tháng {day.month:02d} năm {day.year}",
            "Kính gửi: Các cơ quan, đơn vị trong huyện.",
            "",
            f"Ban Thường vụ Huyện ủy yêu cầu thực hiện các nhiệm vụ sau{self.remark}:",
        ]
        rows += [f"{n}. {sentence(task)}" for n, task in enumerate(self.tasks, 1)]
        rows += ["", "Nơi nhận:", "- Như trên;", "- Lưu Văn phòng.", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Trần Văn Mẫu"]
        return rows

    def text(self) -> str:
        return "\n".join(self.lines()) + "\n"


def sentence(task: Task) -> str:
    leads = " và ".join(task.leads)
    due = f", hoàn thành trước ngày {task.due:%d/%m/%Y}" if task.due else ""
    return f"Giao {leads} chủ trì {task.words}{due}."


def letters(count: int, seed: int) -> list[Letter]:
    """Return the letters of 2024, two tasks each; one task in ten has two leads, one in twelve no deadline."""
    chance = random.Random(seed)
    found = []
    for number in range(1, count + 1):
        issued = date(2024, 1, 2) + timedelta(days=number)
        tasks = []
        for n in (1, 2):
            leads = chance.sample(UNITS, 2 if chance.random() < 0.1 else 1)
            due = None if chance.random() < 1 / 12 else issued + timedelta(days=chance.randint(10, 90))
            words = chance.choice(WORKS).format(n=number * 10 + n)
            tasks.append(Task(words, leads, due))
        found.append(Letter(number, issued, tasks))
    return found


@dataclass
class Ledger:
    """The office's own book."""

    letters: list[Letter]
    one_unit: dict[str, str] = field(default_factory=dict)
    """Spelling → unit, after `vb units alias`."""

    @property
    def tasks(self) -> list[Task]:
        return [task for letter in self.letters for task in letter.tasks]

    def name(self, unit: str) -> str:
        return self.one_unit.get(unit, unit)

    def without(self, left_out: Callable[[Task], bool]) -> "Ledger":
        kept = [replace(x, tasks=[t for t in x.tasks if not left_out(t)]) for x in self.letters]
        return Ledger(kept, self.one_unit)

    def statistic(self, today: date) -> Counter[str]:
        return Counter(task.category(today) for task in self.tasks)

    def statistic_of_units(self, today: date) -> dict[str, Counter[str]]:
        """Return the rows of the official statistic by unit: each lead unit judged by its own day of completion."""
        found: dict[str, Counter[str]] = {}
        for task in self.tasks:
            if task.state in {"dismissed", "cancelled"}:
                continue
            for unit, own in {self.name(u): u for u in reversed(task.leads)}.items():
                progress = task.progress[own]
                if progress == "cancelled":
                    continue
                row = found.setdefault(unit, Counter())
                if progress == "paused":
                    row["paused"] += 1
                elif task.due is None:
                    row["no_due"] += 1
                elif progress == "done":
                    row["done_in_time" if task.done_on[own] <= task.due else "done_late"] += 1
                else:
                    row["open_late" if task.due < today else "open_in_time"] += 1
        return found

    def overdue(self, today: date) -> set[int]:
        """Return the ids that a list of overdue tasks must hold: by the current deadline, while open."""
        return {t.id for t in self.tasks if t.state in {"todo", "doing"} and t.current and t.current < today}

    def by_unit(self, today: date) -> dict[str, tuple[int, int, int]]:
        """Return (open, overdue, done) of each unit: lượt giao."""
        found: dict[str, list[int]] = {}
        for task in self.tasks:
            if task.state in {"dismissed", "cancelled"}:
                continue
            for unit in {self.name(u) for u in task.leads}:
                own = [task.progress[u] for u in task.leads if self.name(u) == unit]
                if own == ["cancelled"] * len(own):
                    continue
                row = found.setdefault(unit, [0, 0, 0])
                is_open = own[0] in {"todo", "doing"}
                row[0] += is_open
                row[1] += bool(is_open and task.current and task.current < today)
                row[2] += own[0] == "done"
        return {unit: (row[0], row[1], row[2]) for unit, row in found.items()}


def write(folder: Path, letter: Letter) -> Path:
    path = folder / f"cv-{letter.number:03d}.txt"
    path.write_text(letter.text(), encoding="utf-8")
    return path


def write_docx(folder: Path, letter: Letter) -> Path:
    """Write the better file of a letter: the same act from the word processor."""
    import docx

    paper = docx.Document()
    for line in letter.lines():
        paper.add_paragraph(line)
    path = folder / f"cv-{letter.number:03d}.docx"
    paper.save(str(path))
    return path
