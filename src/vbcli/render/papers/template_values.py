"""Names that an office's own template may use, with what each holds. All are words as they are printed, or lists."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from vbcli.model.report import Duty, Report
from vbcli.render.papers import unit_table
from vbcli.render.papers.duty_words import due_words, source_words
from vbcli.render.papers.numbers import number_of
from vbcli.render.papers.report_words import ReportWords, late_by_unit
from vbcli.render.papers.sections import sentences, size
from vbcli.render.papers.words import DOTS, day, days_of, long_day, number, percent, period_name, plain
from vbcli.settings import Office

if TYPE_CHECKING:
    from vbcli.render.papers.chase import Chased

_FIGURES = {
    "hoan_thanh": "done",
    "qua_han": "overdue",
    "sap_den_han": "soon",
    "trong_han": "on_time",
    "theo_ky": "planned",
    "khong_han": "no_due",
    "tam_dung": "paused",
    "chua_cap_nhat": "untouched",
    "chua_ro_don_vi": "no_lead",
    "doi_han": "moved",
}


def report_values(report: Report, office: Office, words: ReportWords) -> dict[str, Any]:
    """Return what a template of the report may name."""
    tasks = report.statistic.tasks
    one, two, three = words.parts
    total = unit_table.total_row(report.statistic)
    return {
        **_head("BC", report, office),
        "ten_bao_cao": words.subject,
        "ky": period_name(report.period),
        "khoang_ngay": days_of(report.period),
        "don_vi": plain(report.unit or ""),
        "so_van_ban_theo_doi": number(report.documents),
        "so_van_ban_moi": number(report.new_documents),
        "tong_so": number(report.tasks),
        **{name: number(size(report, figure)) for name, figure in _FIGURES.items()},
        "duoc_giao": number(tasks.assigned),
        "ht_trong_han": number(tasks.done_in_time),
        "ht_tre_han": number(tasks.done_late),
        "chua_ht_trong_han": number(tasks.open_in_time),
        "chua_ht_tre_han": number(tasks.open_late),
        "khong_han_co_dinh": number(tasks.no_due),
        "ty_le_dung_han": percent(tasks.in_time()),
        "ty_le_hoan_thanh": percent(tasks.completed()),
        "phan_1": sentences(one.sections),
        "phan_2": sentences(two.sections),
        "phan_3": sentences(three.sections),
        "ket": words.closing,
        "bang_don_vi": [
            _unit(row, str(n)) for n, row in enumerate(unit_table.unit_rows(report.statistic), 1)
        ],
        "tong_cong": _unit(total, ""),
        "ghi_chu_bang": list(unit_table.NOTES),
        "nhiem_vu_qua_han": [
            {"ten_don_vi": plain(unit), "nhiem_vu": _duties(duties)} for unit, duties in late_by_unit(report)
        ],
        "nhiem_vu_den_han": _duties([report.duties[i] for i in dict.fromkeys((*report.rest_of_period, *report.next_week))]),
        "van_ban_thieu": [plain(one.name) for one in report.missing],
    }  # fmt: skip


def letter_values(chased: "Chased", report: Report, office: Office, words: Sequence[str]) -> dict[str, Any]:
    """Return what a template of the letter may name."""
    return {
        **_head("", report, office),
        "don_vi": plain(chased.unit),
        "so_qua_han": number(len(chased.late)),
        "so_sap_den_han": number(len(chased.soon)),
        "mo_dau": words[0],
        "yeu_cau": list(words[1:-1]),
        "ket": words[-1],
        "nhiem_vu_qua_han": _duties(chased.late),
        "nhiem_vu_sap_den_han": _duties(chased.soon),
    }


def _head(kind: str, report: Report, office: Office) -> dict[str, Any]:
    return {
        "co_quan_cap_tren": plain(office.superior),
        "co_quan": plain(office.name) or DOTS,
        "so": number_of(kind, office),
        "dia_danh": plain(office.place) or DOTS,
        "ngay_lap": long_day(report.as_of),
        "tinh_den": day(report.as_of),
        "quyen_han": [plain(line) for line in office.authority.splitlines()],
        "chuc_vu": plain(office.title) or DOTS,
        "nguoi_ky": plain(office.signer) or DOTS,
        "noi_nhan": [plain(line) for line in office.recipients],
    }


def _unit(row: unit_table.UnitRow, position: str) -> dict[str, str]:
    names = (
        "tt",
        "ten",
        "tong_so",
        "ht_trong_han",
        "ht_tre_han",
        "chua_ht_trong_han",
        "chua_ht_tre_han",
        "khong_han",
        "ty_le_dung_han",
        "ty_le_tre_han",
        "ty_le_chua_ht_tre_han",
        "ghi_chu",
    )
    return dict(zip(names, map(plain, unit_table.cells(row, position)), strict=True))


def _duties(duties: Sequence[Duty]) -> list[dict[str, str]]:
    return [
        {
            "tt": str(n),
            "noi_dung": plain(duty.text),
            "chu_tri": "; ".join(map(plain, duty.leads)),
            "phoi_hop": "; ".join(map(plain, duty.supports)),
            "van_ban": source_words(duty),
            "han_ban_dau": day(duty.due_original),
            "han": due_words(duty.due_time, duty.due),
            "so_ngay": number(duty.days_late) if duty.days_late else "",
            "nguoi_theo_doi": plain(duty.officer or ""),
        }
        for n, duty in enumerate(duties, 1)
    ]
