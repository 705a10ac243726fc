"""What is no task, although it stands where tasks stand."""

import pytest

import letters


@pytest.mark.parametrize(
    "words",
    [
        # assessment of the past
        "Năm qua, huyện đã giải ngân đạt 95%, tuy nhiên còn chậm so với cùng kỳ.",
        "Kết quả: tỷ lệ hộ nghèo giảm 5%, đạt kế hoạch.",
        # praise
        "Ghi nhận, biểu dương những kết quả đã đạt được của các xã.",
        # accountability
        "Cơ quan nào chậm trễ, người đứng đầu chịu trách nhiệm trước Ban Thường vụ Huyện ủy.",
        "Lấy kết quả thực hiện làm tiêu chí đánh giá cán bộ cuối năm.",
        # effect and execution
        "Quyết định này có hiệu lực kể từ ngày ký.",
        "Chánh Văn phòng, Trưởng phòng Nội vụ chịu trách nhiệm thi hành Quyết định này.",
        # closing formulas
        "Nhận được văn bản này, yêu cầu các đơn vị triển khai thực hiện.",
        "Trân trọng cảm ơn sự hợp tác của các đơn vị.",
        # standing clauses
        "Nếu có vướng mắc, các đơn vị báo cáo Ủy ban nhân dân huyện.",
        # agreed in principle
        "Thống nhất chủ trương đầu tư cầu treo Bản Lìm.",
        # a visit told
        "Ngày 10/6/2024, đoàn công tác kiểm tra tại xã Nà Phai.",
        "Căn cứ Luật Đất đai năm 2024 và các văn bản hướng dẫn.",
        "Đề án đã được Hội đồng nhân dân huyện thông qua.",
    ],
)
def test_a_sentence_that_bids_nothing_is_no_task(words):
    assert letters.read_item(words).tasks == ()


@pytest.mark.parametrize(
    "heading",
    ["I. ĐÁNH GIÁ CHUNG", "I. TÌNH HÌNH", "I. MỤC ĐÍCH, YÊU CẦU", "I. Mục tiêu", "I. CĂN CỨ", "I. Chỉ tiêu cụ thể"],
)
def test_nothing_below_such_a_heading_is_a_task(heading):
    record = letters.read_body(
        f"{heading}\n1. Nâng cao ý thức của nhân dân.\nII. NHIỆM VỤ\n1. Thu gom rác thải các chợ."
    )
    assert [t.locator for t in record.tasks] == ["II/1"]


@pytest.mark.parametrize("title", ["BÁO CÁO", "TỜ TRÌNH"])
def test_what_asks_or_reports_upward_holds_no_tasks(title):
    head = letters.head(addressee=None).replace("318/UBND-TH\nV/v thử đọc văn bản", "45/BC-UBND")
    text = f"{head}\n{title}\nKết quả quản lý đất công ích năm 2024\n1. Rà soát hồ sơ.\n2. Kiểm tra.\n{letters.CLOSING}"
    assert letters.read(text).tasks == ()


def decision(*articles):
    head = letters.head(addressee=None).replace("318/UBND-TH\nV/v thử đọc văn bản", "45/QĐ-UBND")
    rows = "\n".join(f"Điều {n}. {words}" for n, words in enumerate(articles, 1))
    basis = "Căn cứ Luật Đất đai năm 2024;\nXét đề nghị của Trưởng phòng Nội vụ,\nQUYẾT ĐỊNH:"
    return letters.read(f"{head}\nQUYẾT ĐỊNH\nVề việc quản lý đất công ích\n{basis}\n{rows}\n{letters.CLOSING}")


def test_a_decision_bids_only_where_it_names_who():
    record = decision(
        "Phê duyệt Đề án quản lý đất công ích.",
        "Giao Phòng Nội vụ hướng dẫn các xã thực hiện Đề án.",
        "Quyết định này có hiệu lực từ ngày ký.",
        "Chánh Văn phòng, Trưởng phòng Nội vụ chịu trách nhiệm thi hành Quyết định này.",
    )
    assert [letters.leads(t) for t in record.tasks] == [["Phòng Nội vụ"]]


def test_addressees_and_copies_are_no_tasks():
    record = letters.read_body("Ủy ban nhân dân huyện thông báo để các đơn vị biết.")
    assert record.tasks == ()


@pytest.mark.parametrize(
    "words",
    [
        "Kịp thời biểu dương, khen thưởng các điển hình tiên tiến.",  # praise still to be given
        "Giao Thanh tra huyện theo dõi việc thi hành kết luận.",  # execution still to be watched
        "Tổng hợp khó khăn, vướng mắc của các xã, báo cáo trước ngày 15/6/2024.",
        "Yêu cầu các xã triển khai thực hiện việc kiểm kê đất đai trước ngày 30/6/2024.",
        "Chủ trì, chịu trách nhiệm thiết kế, in ấn tài liệu.",
    ],
)
def test_a_duty_that_shares_words_with_a_formula_is_a_task(words):
    assert len(letters.read_item(words).tasks) == 1
