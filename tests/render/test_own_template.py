"""An office's own .docx: its marks are filled in, and one that cannot be used says why."""

import io
from dataclasses import replace

import docx
import pytest
from made_report import STATE, blank, duty, large

from vbcli.errors import InputError
from vbcli.render.papers.chase import letters
from vbcli.render.papers.own_template import check_template, example_values
from vbcli.render.papers.report_docx import report_docx

KINDS = ("templates.report", "templates.chase")


def template(path, *lines, rows=()):
    """Write a template with these paragraphs and a table of these rows."""
    paper = docx.Document()
    for line in lines:
        paper.add_paragraph(line)
    if rows:
        table = paper.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
    paper.save(path)
    return path


def test_a_template_of_the_report_gets_figures_sentences_and_rows(tmp_path):
    report = large()
    path = template(
        tmp_path / "mau.docx",
        "{{ co_quan }}, {{ so }}, {{ dia_danh }}, {{ ngay_lap }}",
        "Quá hạn {{ qua_han }} trong {{ tong_so }}; tỷ lệ {{ ty_le_dung_han }}",
        "{%p for cau in phan_2 %}", "{{ cau }}", "{%p endfor %}",
        rows=[["{%tr for d in bang_don_vi %}", ""], ["{{ d.ten }}", "{{ d.tong_so }}"], ["{%tr endfor %}", ""],
              ["{{ tong_cong.ten }}", "{{ tong_cong.tong_so }}"]],
    )  # fmt: skip
    paper = docx.Document(io.BytesIO(report_docx(report, replace(STATE, report_template=path))))
    lines = [p.text for p in paper.paragraphs if p.text]
    assert lines[0] == "Ủy ban nhân dân huyện Lâm Khê, Số: ……/BC-UBND, Lâm Khê, ngày 14 tháng 6 năm 2024"
    assert lines[1] == f"Quá hạn {len(report.figures['overdue'])} trong {report.tasks}; tỷ lệ 72,4%"
    assert any(line.startswith("Đến ngày 14/06/2024, có ") for line in lines)
    rows = [[cell.text for cell in row.cells] for row in paper.tables[0].rows]
    assert rows[:-1] == [[u.unit, f"{u.counts.assigned}"] for u in report.statistic.by_unit]
    assert rows[-1][0] == "Tổng cộng"


def test_a_template_of_the_letter_gets_its_unit_and_tasks(tmp_path):
    path = template(
        tmp_path / "mau.docx", "Kính gửi: {{ don_vi }}",
        rows=[["{%tr for n in nhiem_vu_sap_den_han %}", ""], ["{{ n.noi_dung }}", "{{ n.han }}"], ["{%tr endfor %}", ""]],
    )  # fmt: skip
    report = replace(blank(), figures={"soon": (1,)}, duties={1: duty(1, text="Rà soát <A> & B")})
    ((_, data),) = letters(report, replace(STATE, chase_template=path))
    paper = docx.Document(io.BytesIO(data))
    assert paper.paragraphs[0].text == "Kính gửi: Phòng Nội vụ"
    assert [c.text for c in paper.tables[0].rows[0].cells] == ["Rà soát <A> & B", "20/06/2024"]


@pytest.mark.parametrize("key", KINDS)
def test_a_name_that_is_not_there_is_told_with_those_that_are(tmp_path, key):
    with pytest.raises(InputError) as error:
        check_template(template(tmp_path / "mau.docx", "{{ co_quam }}"), key)
    assert "co_quam" in error.value.message
    assert "co_quan" in error.value.advice


def test_a_wrong_name_inside_a_loop_is_found_when_the_template_is_set(tmp_path):
    values = example_values("templates.report")
    assert [name for name, value in values.items() if value == []] == []
    for name in ("bang_don_vi", "nhiem_vu_den_han"):
        path = template(tmp_path / "mau.docx", f"{{%p for x in {name} %}}", "{{ x.tenn }}", "{%p endfor %}")
        with pytest.raises(InputError, match="“tenn”"):
            check_template(path, "templates.report")


@pytest.mark.parametrize(
    "line", ["{{ co_quan", "{% for x in phan_1 %}", "{{ ().__class__.__base__.__subclasses__() }}"]
)
def test_marks_that_do_not_work_or_reach_out_are_refused(tmp_path, line):
    with pytest.raises(InputError, match=r"mau\.docx"):
        check_template(template(tmp_path / "mau.docx", line), "templates.report")


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04 cut"])
def test_what_is_no_word_file_is_refused(tmp_path, data):
    path = tmp_path / "mau.docx"
    path.write_bytes(data)
    with pytest.raises(InputError, match="không mở được mẫu"):
        check_template(path, "templates.report")


def test_a_template_that_is_gone_is_refused(tmp_path):
    with pytest.raises(InputError, match="không mở được mẫu"):
        report_docx(blank(), replace(STATE, report_template=tmp_path / "mat.docx"))


@pytest.mark.parametrize("key", KINDS)
def test_every_value_is_words_or_a_list(key):
    """So that a template never prints the inside of the program."""

    def plain(value) -> bool:
        if isinstance(value, list):
            return all(map(plain, value))
        return all(map(plain, value.values())) if isinstance(value, dict) else isinstance(value, str)

    assert [name for name, value in example_values(key).items() if not plain(value)] == []
