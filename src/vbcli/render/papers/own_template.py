"""An office's own .docx in place of the layout: marks like `{{ ky }}` in it are filled in.

The marks are those of docxtpl (LGPL-2.1, used unchanged as a library): loops over rows of tables, conditions and marks
that Word has cut into several runs are its whole difficulty. A template is data from outside: it is run in a sandbox.
"""

import io
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from vbcli.errors import InputError
from vbcli.language import _
from vbcli.model.report import Band, Duty, LateUnit, Missing, Period, PeriodKind, Report
from vbcli.model.statistic import Statistic, StatisticView, UnitStatistic
from vbcli.settings import Office


def fill(path: Path, values: Mapping[str, Any]) -> bytes:
    """Return the template with its marks filled in; an `InputError` where it does not open or names what is not there."""
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined, TemplateError, UndefinedError
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    try:
        template = DocxTemplate(path)
        template.render(dict(values), environment, autoescape=True)
        buffer = io.BytesIO()
        template.save(buffer)
    except UndefinedError as error:
        # Of "'dict object' has no attribute 'tenn'" and "'ky' is undefined" the last name is the one that is not there.
        name = (re.findall(r"'([^']*)'", error.message or "") or [str(error)])[-1]
        raise InputError(
            _("mẫu {path} nêu tên “{name}” không có").format(path=path, name=name),
            _("tên dùng được: {names}").format(names=", ".join(values)),
        ) from error
    except TemplateError as error:
        raise InputError(
            _("mẫu {path} có chỗ điền không dùng được: {reason}").format(path=path, reason=error.message or error),
            _("chỗ điền viết như {mark}, vòng lặp đóng bằng endfor").format(mark="{{ ky }}"),
        ) from error
    except Exception as error:  # a file from outside breaks python-docx in many ways
        raise InputError(
            _("không mở được mẫu {path}: {reason}").format(path=path, reason=error),
            _("mẫu phải là tệp .docx mở được bằng Word"),
        ) from error
    return buffer.getvalue()


def check_template(path: Path, key: str) -> None:
    """Fill a template with the values of a report of nothing; an `InputError` where it cannot be used.

    `key` is that of the setting, `templates.report` or `templates.chase`.
    """
    fill(path, example_values(key))


@cache
def example_values(key: str) -> Mapping[str, Any]:
    """Return values of the same names as those of a real paper: one unit, one task."""
    from vbcli.render.papers.chase import Chased, letter_words
    from vbcli.render.papers.report_words import report_words
    from vbcli.render.papers.template_values import letter_values, report_values

    report, office = _example(), Office(authority="TM. UBND", recipients=("Lưu: VT",))
    if key == "templates.report":
        return report_values(report, office, report_words(report, office))
    duties = tuple(report.duties.values())
    chased = Chased(report.late_units[0].unit, duties, duties)
    return letter_values(chased, report, office, letter_words(chased, report, office))


def _example() -> Report:
    """Return a report in which no list is empty: a mark inside a loop over nothing would never be tried."""
    unit = "UBND xã Khe Trung"
    duty = Duty(
        id=1,
        text="Rà soát hồ sơ",
        leads=(unit,),
        supports=(),
        due=date(2024, 6, 14),
        due_original=date(2024, 6, 14),
        due_time=None,
        recurring=False,
        days_late=0,
        progress="todo",
        done_on=None,
        on_time=None,
        document="Thông báo 733-TB/TU",
        document_id=1,
        number="733-TB/TU",
        issued_on=None,
        issuer=None,
        locator="1",
        officer=None,
        leader=None,
        product=None,
        result=None,
        entered=0,
    )
    day = date(2024, 6, 14)
    return Report(
        period=Period(PeriodKind.WEEK, date(2024, 6, 10), date(2024, 6, 16)),
        as_of=day,
        unit=None,
        documents=1,
        new_documents=1,
        figures={"soon": (1,), "overdue": (1,)},
        duties={1: duty},
        bands={},
        late_units=(LateUnit(unit, 1, (1,), {Band.WEEK: 1}, 1),),
        rest_of_period=(1,),
        next_week=(),
        occurrences=(),
        change=None,
        trouble=(),
        failed=(),
        missing=(Missing("19-CT/TU", 1, 1),),
        statistic=StatisticView(Statistic(), Statistic(), by_unit=(UnitStatistic(unit, Statistic(open_late=1)),)),
    )
