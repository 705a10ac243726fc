"""Who leads below a heading that no list of units knows whole, and behind `Kể từ ngày …`, `Căn cứ … này`."""

import pytest

import letters

LEAD_IN = "Ủy ban nhân dân huyện yêu cầu các cơ quan, đơn vị thực hiện các nhiệm vụ sau:"


def tasks_below(heading):
    body = "\n".join(
        [
            LEAD_IN,
            f"1. {heading}",
            "a) Tổ chức kiểm tra toàn bộ địa bàn được giao quản lý trước mùa mưa bão.",
            "b) Lập phương án ứng phó với tình huống xấu nhất có thể xảy ra.",
            "2. Phòng Nội vụ",
            "a) Theo dõi, đôn đốc việc thực hiện của các cơ quan, đơn vị.",
        ]
    )
    return [t for t in letters.read_body(body).tasks if t.locator.startswith("1/")]


@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        ("Chủ tịch Ủy ban nhân dân các xã, phường ven biển:", "Chủ tịch UBND các xã, phường"),
        ("Các đơn vị chủ rừng:", "các đơn vị chủ rừng"),
        ("UBND các xã, phường có rừng:", "UBND các xã, phường"),
        ("Công an các xã, phường trọng điểm về ma túy:", "Công an các xã, phường"),
        ("Chủ các hồ chứa thủy điện:", "chủ các hồ chứa thủy điện"),
        ("Sở Y tế, các bệnh viện tư nhân:", "các bệnh viện tư nhân"),
        ("Doanh nghiệp kinh doanh xăng dầu:", "doanh nghiệp kinh doanh xăng dầu"),
        ("Người đứng đầu các cơ sở kinh doanh:", "người đứng đầu các cơ sở kinh doanh"),
        ("Các hộ kinh doanh, tiểu thương tại các chợ:", "các hộ kinh doanh, tiểu thương tại các chợ"),
        ("Các xã, phường biên giới:", "các xã, phường biên giới"),
        # of other trades
        ("Các chủ trang trại chăn nuôi quy mô lớn:", "các chủ trang trại chăn nuôi quy mô lớn"),
        ("Chủ các bến đò ngang:", "chủ các bến đò ngang"),
    ],
)
def test_a_heading_of_units_leads_what_stands_below(heading, lead):
    found = tasks_below(heading)
    assert len(found) == 2
    for task in found:
        assert lead in letters.leads(task)
        assert "các cơ quan, đơn vị" not in letters.leads(task)


@pytest.mark.parametrize(
    "heading",
    ["Công tác tuyên truyền:", "Các điểm nóng về phá rừng:", "Cơ sở vật chất:", "Tổ chức bộ máy:"],
)
def test_a_heading_of_a_matter_leaves_those_above_in_the_lead(heading):
    for task in tasks_below(heading):
        assert letters.leads(task) == ["các cơ quan, đơn vị"]


@pytest.mark.parametrize(
    ("words", "leads"),
    [
        (
            "Công ty TNHH Khai thác công trình thủy lợi Gia Lai, chủ các hồ chứa thủy điện: vận hành hồ chứa theo đúng quy trình.",
            ["Công ty TNHH Khai thác công trình thủy lợi Gia Lai", "chủ các hồ chứa thủy điện"],
        ),
        ("Kể từ ngày 01/7/2024, Phòng Nội vụ tiếp nhận hồ sơ của người dân qua mạng.", ["Phòng Nội vụ"]),
        ("Sau 30 ngày kể từ ngày Chỉ thị này có hiệu lực, Sở Nội vụ báo cáo kết quả.", ["Sở Nội vụ"]),
        ("Kể từ ngày Sở Nội vụ thẩm định, các đơn vị hoàn thiện hồ sơ.", ["các đơn vị"]),
    ],
)
def test_who_acts_behind_a_fronted_term(words, leads):
    (task,) = letters.read_item(words).tasks
    assert letters.leads(task) == leads


def test_who_only_receives_behind_a_term_does_not_lead():
    for task in letters.read_item("Sau 30 ngày, báo cáo Sở Nội vụ kết quả thực hiện.").tasks:
        assert "Sở Nội vụ" not in letters.leads(task)


@pytest.mark.parametrize(
    "words",
    [
        "Căn cứ Chỉ thị này, các sở, ban, ngành xây dựng kế hoạch trước 31/7/2024.",
        "Căn cứ Chỉ thị này, UBND các xã ban hành kế hoạch triển khai thực hiện trước ngày 31/7/2024.",
        "Căn cứ Chỉ thị này, Sở Y tế cụ thể hóa thành kế hoạch trong tháng 7/2024.",
        "Căn cứ Kế hoạch này, Phòng Y tế tổ chức tập huấn cho các xã, xong trước ngày 31/7/2024.",
    ],
)
def test_what_a_paper_founds_is_a_task_where_it_has_a_product_or_a_day(words):
    (task,) = letters.read_item(words).tasks
    assert [d.due.isoformat() for d in task.deadlines if d.due] == ["2024-07-31"]


@pytest.mark.parametrize(
    "words",
    [
        "Căn cứ Chỉ thị này, các cơ quan, đơn vị tổ chức triển khai thực hiện.",
        "Yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện Chỉ thị này./.",
    ],
)
def test_a_closing_formula_is_none(words):
    assert not letters.read_item(words).tasks


@pytest.mark.parametrize(
    "words",
    [
        "Chủ đầu tư: Ban Quản lý dự án đầu tư xây dựng huyện.",
        "Đơn vị tư vấn: Công ty TNHH An Phú.",
    ],
)
def test_a_label_charges_nobody(words):
    assert not letters.read_item(words).tasks


@pytest.mark.parametrize(
    ("words", "leads"),
    [
        (
            "Hội đồng bồi thường huyện chủ trì, phối hợp với UBND xã Chi Khê chi trả tiền cho các hộ dân.",
            ["Hội đồng bồi thường huyện"],
        ),
        ("Các trường học trên địa bàn cho học sinh nghỉ học khi có mưa to.", ["các trường học trên địa bàn"]),
        ("Các cơ sở giáo dục cho học sinh nghỉ học từ ngày mai.", ["các cơ sở giáo dục"]),
        ("Sở Giáo dục và Đào tạo hỗ trợ sách vở cho học sinh vùng cao.", ["Sở Giáo dục và Đào tạo"]),
    ],
)
def test_who_acts_in_a_sentence(words, leads):
    (task,) = letters.read_item(words).tasks
    assert letters.leads(task) == leads


def test_a_council_that_receives_does_not_lead():
    for task in letters.read_item("Báo cáo Hội đồng bồi thường huyện trước ngày 20/7/2024.").tasks:
        assert "Hội đồng bồi thường huyện" not in letters.leads(task)
