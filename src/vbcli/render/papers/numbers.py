"""Numbers of papers that are not registered yet: the number is left blank, the symbol is there."""

from datetime import date

from vbcli.render.papers.words import DOTS, long_day, plain
from vbcli.settings import Khoi, Office


def number_of(kind: str, office: Office) -> str:
    """Return `Số: ……/BC-VP` (State) or `Số ……-BC/VPHU` (Party); "" as kind is a công văn."""
    short = plain(office.short) or DOTS
    if office.khoi is Khoi.PARTY:
        return f"Số {DOTS}-{kind or 'CV'}/{short}"
    return f"Số: {DOTS}/{kind}-{short}" if kind else f"Số: {DOTS}/{short}"


def reference_to(type_: str, kind: str, office: Office, on: date) -> str:
    """Return how an appendix names its paper: `Báo cáo số ……/BC-VP ngày 14 tháng 6 năm 2024 của …`."""
    number = number_of(kind, office).removeprefix("Số").lstrip(": ")
    return f"{type_} số {number} {long_day(on)} của {plain(office.name) or DOTS}"
