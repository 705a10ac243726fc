"""References: date, issuer, relation, pinpoint; short forms; the paper's own number; bounds of a missing date."""

from datetime import date

import pytest

import letters

BUG = "BUG: "


def bug(*values, reason):
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=f"{BUG}{values[0]!r}: {reason}"))


def cited(words):
    return letters.read_item(words).references


def one(words):
    (reference,) = cited(words)
    return reference


@pytest.mark.parametrize(
    ("words", "key", "doc_type", "day", "issuer"),
    [
        (
            "Rà soát theo Thông báo số 214-TB/HU ngày 07/5/2024 của Thường trực Huyện ủy.",
            "214-TB/HU",
            "thong_bao",
            date(2024, 5, 7),
            "Thường trực Huyện ủy",
        ),
        (
            "Rà soát theo Kế hoạch số 45/KH-UBND ngày 26 tháng 02 năm 2024 của Ủy ban nhân dân huyện về rác thải.",
            "45/KH-UBND",
            "ke_hoach",
            date(2024, 2, 26),
            "UBND huyện",
        ),
        # a comma before the day
        ("Rà soát theo Công văn số 77-CV/HU, ngày 10/6/2024.", "77-CV/HU", "cong_van", date(2024, 6, 10), None),
        # the day in brackets
        ("Rà soát theo Chỉ thị số 19-CT/HU (ngày 10/6/2024).", "19-CT/HU", "chi_thi", date(2024, 6, 10), None),
        # no "số", no day, no issuer
        ("Rà soát theo Chỉ thị 19-CT/HU.", "19-CT/HU", "chi_thi", None, None),
        # a State letter bears no type letters
        (
            "Rà soát theo Văn bản số 77/SNV-CB ngày 03/6/2024 của Sở Nội vụ.",
            "77/SNV-CB",
            "cong_van",
            date(2024, 6, 3),
            "Sở Nội vụ",
        ),
        # Quyết định and Quy định share QĐ: the printed word decides
        ("Rà soát theo Quy định số 08-QĐ/TW của Ban Bí thư.", "08-QĐ/TW", "quy_dinh", None, "Ban Bí thư"),
        ("Rà soát theo Quyết định số 08-QĐ/TW của Ban Bí thư.", "08-QĐ/TW", "quyet_dinh", None, "Ban Bí thư"),
        ("Rà soát theo Nghị định số 88/2023/NĐ-CP của Chính phủ.", "88/2023/NĐ-CP", "nghi_dinh", None, "Chính phủ"),
        # laws
        ("Rà soát theo Luật Đất đai năm 2024.", "Luật Đất đai 2024", "luat", None, "Quốc hội"),
        ("Rà soát theo Luật Lâm nghiệp.", "Luật Lâm nghiệp", "luat", None, "Quốc hội"),
        ("Rà soát theo Bộ luật Lao động năm 2019.", "Bộ luật Lao động 2019", "luat", None, "Quốc hội"),
        # number and name: the number is the key
        ("Rà soát theo Luật Đất đai số 31/2024/QH15.", "31/2024/QH15", "luat", None, None),
    ],
)
def test_a_reference_is_taken_apart(words, key, doc_type, day, issuer):
    reference = one(words)
    assert (reference.key, reference.doc_type, reference.issued_on, reference.issuer) == (key, doc_type, day, issuer)


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("Rà soát theo các Nghị quyết số 18-NQ/TW và 19-NQ/TW.", ["18-NQ/TW", "19-NQ/TW"]),
        ("Rà soát theo Kết luận số 126, 127-KL/TW.", ["126-KL/TW", "127-KL/TW"]),
        ("Rà soát theo Luật Đất đai năm 2024 và Luật Lâm nghiệp.", ["Luật Đất đai 2024", "Luật Lâm nghiệp"]),
        # a paper cited twice is two mentions
        ("Rà soát theo Chỉ thị 19-CT/HU; quán triệt Chỉ thị 19-CT/HU.", ["19-CT/HU", "19-CT/HU"]),
        # an alias
        (
            "Rà soát theo Nghị quyết số 07-NQ/HU ngày 05/3/2024 (gọi tắt là Nghị quyết số 07); học tập Nghị quyết số 07.",
            ["07-NQ/HU"] * 3,
        ),
        # a short form that nothing in the paper explains is no key
        ("Rà soát theo Nghị quyết số 07 và Đề án 06.", []),
        # programmes, habits, games
        ("Rà soát Chương trình mục tiêu quốc gia và luật chơi bóng đá.", []),
        ("Rà soát theo quy định của pháp luật.", []),
    ],
)
def test_all_references_are_found_and_no_others(words, keys):
    assert [r.key for r in cited(words)] == keys


def test_a_short_form_with_two_candidates_is_left_open():
    words = "Rà soát theo Thông báo số 31-TB/HU, Thông báo số 31-TB/TU; báo cáo theo Thông báo số 31."
    assert [r.key for r in cited(words)] == ["31-TB/HU", "31-TB/TU"]


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("Căn cứ Quyết định số 12-QĐ/HU, rà soát hồ sơ.", "basis"),
        ("Thực hiện Quyết định số 12-QĐ/HU, rà soát hồ sơ.", "implements"),
        ("Tổ chức quán triệt Quyết định số 12-QĐ/HU.", "implements"),
        ("Phúc đáp Công văn số 12-CV/HU, rà soát hồ sơ.", "answers"),
        ("Ban hành quy chế thay thế Quyết định số 12-QĐ/HU.", "replaces"),
        ("Trình dự thảo bãi bỏ Quyết định số 12-QĐ/HU.", "repeals"),
        ("Trình dự thảo sửa đổi Quyết định số 12-QĐ/HU.", "amends"),
        ("Hướng dẫn Quyết định số 12-QĐ/HU.", "guides"),
        ("Sử dụng biểu mẫu kèm theo Quyết định số 12-QĐ/HU.", "attaches"),
        ("Rà soát nội dung nêu tại Quyết định số 12-QĐ/HU.", "cites"),
    ],
)
def test_the_verb_before_it_says_the_relation(words, relation):
    assert one(words).relation == relation


@pytest.mark.parametrize(
    ("words", "pinpoint"),
    [
        ("Rà soát theo Điều 5 Nghị định số 88/2023/NĐ-CP.", "Điều 5"),
        ("Rà soát theo khoản 2 Điều 7 Nghị định số 88/2023/NĐ-CP.", "khoản 2 Điều 7"),
        ("Rà soát theo điểm a khoản 2 Điều 7 Nghị định số 88/2023/NĐ-CP.", "điểm a khoản 2 Điều 7"),
        ("Rà soát theo mục II của Kế hoạch số 45/KH-UBND.", "mục II"),
        ("Rà soát theo Điều 100 Luật Đất đai năm 2024.", "Điều 100"),
        ("Rà soát theo Nghị định số 88/2023/NĐ-CP.", None),
    ],
)
def test_the_article_is_kept_beside_the_key(words, pinpoint):
    assert one(words).pinpoint == pinpoint


@pytest.mark.parametrize(
    "words",
    [
        "Rà soát theo Công văn số 318/UBND-TH ngày 12/6/2024.",
        "Rà soát theo Công văn số 318/UBND-TH.",
        "Thực hiện Công văn này.",
    ],
)
def test_the_papers_own_number_is_no_reference(words):
    assert cited(words) == ()


def test_the_same_number_of_another_day_is_another_paper():
    assert one("Rà soát theo Công văn số 318/UBND-TH ngày 03/02/2021.").issued_on == date(2021, 2, 3)


def test_what_is_meant_but_not_named_is_a_mention_without_a_number():
    record = letters.read_item("Rà soát theo Nghị quyết nêu trên.")
    assert record.references == ()
    assert [m.words for m in record.mentions] == ["Nghị quyết nêu trên"]


def test_a_task_carries_each_of_its_keys_once():
    record = letters.read_body(
        "1. Rà soát theo Chỉ thị 19-CT/HU; quán triệt Chỉ thị 19-CT/HU.\n2. Báo cáo kết quả về huyện."
    )
    assert [t.refs for t in record.tasks] == [("19-CT/HU",), ()]


def test_the_subject_may_cite():
    head = letters.head(subject="thực hiện Chỉ thị số 19-CT/HU")
    record = letters.read(f"{head}\n1. Rà soát hồ sơ.\n2. Báo cáo.\n{letters.CLOSING}")
    assert [r.key for r in record.references] == ["19-CT/HU"]


def test_copies_and_signature_cite_nothing():
    closing = letters.CLOSING.replace("Như trên", "Như Quyết định số 12-QĐ/HU")
    record = letters.read(f"{letters.head()}\n1. Rà soát hồ sơ.\n2. Báo cáo.\n{closing}")
    assert record.references == ()


# --- bounds of a missing date -------------------------------------------------------------------------------------------


def bounds(*rows):
    body = "\n".join(rows)
    return letters.read_body(body, None).document.header.issued_between


def test_a_missing_date_lies_between_what_is_cited_and_what_is_announced():
    found = bounds(
        "Thực hiện Thông báo số 214-TB/HU ngày 07/5/2024 của Thường trực Huyện ủy, Ủy ban nhân dân huyện yêu cầu:",
        "1. Rà soát theo Chỉ thị số 19-CT/HU ngày 11/6/2020, báo cáo trước ngày 25/6/2024.",
        "2. Tổ chức Ngày hội đọc sách vào ngày 20/7/2024.",
    )
    assert found == (date(2024, 5, 7), date(2024, 6, 25))


def test_a_meeting_that_the_opening_tells_of_was_before():
    found = bounds(
        "Ngày 10/6/2024, Thường trực Huyện ủy tổ chức hội nghị và kết luận như sau:",
        "1. Rà soát hồ sơ, báo cáo trước ngày 25/6/2024.",
    )
    assert found == (date(2024, 6, 10), date(2024, 6, 25))


def test_without_anything_to_go_by_there_are_no_bounds():
    assert bounds("1. Rà soát hồ sơ cán bộ.", "2. Báo cáo kết quả.") is None


def test_a_paper_with_a_date_has_no_bounds():
    record = letters.read_body("1. Rà soát theo Chỉ thị số 19-CT/HU ngày 11/6/2020, báo cáo trước ngày 25/6/2024.")
    assert record.document.header.issued_between is None


def test_the_lower_bound_gives_the_year_that_is_left_out():
    record = letters.read_body(
        "Thực hiện Thông báo số 214-TB/HU ngày 07/5/2024, yêu cầu:\n1. Báo cáo kết quả trước ngày 30/6.", None
    )
    assert [str(d.due) for d in letters.deadlines(record)] == ["2024-06-30"]
