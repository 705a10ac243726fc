"""The report as a message, read by the mail library of Python."""

import email
from email.policy import default

from made_report import STATE, large

from vbcli.render.papers.report_eml import report_eml
from vbcli.render.papers.report_html import report_html


def message():
    report = large()
    return report, report_eml(report, STATE, (("bao-cao.docx", b"PK docx"), ("sổ theo dõi.xlsx", b"PK xlsx")))


def test_text_page_and_files_come_out_whole():
    report, data = message()
    found = email.message_from_bytes(data, policy=default)
    assert found["Subject"] == "Báo cáo tình hình thực hiện nhiệm vụ được giao tuần 24 năm 2024"
    assert "quá hạn" in found.get_body(("plain",)).get_content()
    assert found.get_body(("html",)).get_content().replace("\r\n", "\n").encode() == report_html(report, STATE)
    files = [(part.get_filename(), part.get_content()) for part in found.iter_attachments()]
    assert files == [("bao-cao.docx", b"PK docx"), ("sổ theo dõi.xlsx", b"PK xlsx")]
    assert [part.defects for part in found.walk() if part.defects] == []


def test_old_mailers_can_carry_it():
    _report, data = message()
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_the_same_report_gives_the_same_message():
    assert message()[1] == message()[1]


def test_it_names_no_sender_and_no_recipient():
    found = email.message_from_bytes(message()[1], policy=default)
    assert (found["From"], found["To"]) == (None, None)
