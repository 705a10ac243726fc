"""Who is told: the frames in which directives name units."""

import pytest

import letters

ADDRESSED = "UBND các xã, thị trấn"


FRAMES = [
    # giao
    ("Giao Phòng Nội vụ rà soát hồ sơ cán bộ xã.", ["Phòng Nội vụ"], []),
    ("Giao Phòng Nội vụ: rà soát hồ sơ cán bộ xã.", ["Phòng Nội vụ"], []),
    ("Phân công Phòng Nội vụ theo dõi việc thực hiện.", ["Phòng Nội vụ"], []),
    # giao … chủ trì, phối hợp
    (
        "Giao Phòng Nội vụ chủ trì, phối hợp với Công an huyện và Ủy ban nhân dân các xã rà soát hồ sơ.",
        ["Phòng Nội vụ"],
        ["Công an huyện", "UBND các xã"],
    ),
    ("Phòng Nội vụ chủ trì, phối hợp với Thanh tra huyện kiểm tra.", ["Phòng Nội vụ"], ["Thanh tra huyện"]),
    ("Phòng Nội vụ chủ trì cùng Thanh tra huyện kiểm tra hồ sơ.", ["Phòng Nội vụ"], ["Thanh tra huyện"]),
    (
        "Phòng Nội vụ chủ trì, phối hợp chặt chẽ với các đơn vị liên quan rà soát hồ sơ.",
        ["Phòng Nội vụ"],
        ["các đơn vị liên quan"],
    ),
    ("Giao Phòng Nội vụ làm đầu mối, cùng với Phòng Tư pháp thẩm định.", ["Phòng Nội vụ"], ["Phòng Tư pháp"]),
    ("Hạt Kiểm lâm huyện được giao làm đầu mối theo dõi, đôn đốc.", ["Hạt Kiểm lâm huyện"], []),
    # yêu cầu, đề nghị
    ("Yêu cầu Công an huyện tăng cường tuần tra ban đêm.", ["Công an huyện"], []),
    ("Đề nghị Ban Thường trực Ủy ban MTTQ Việt Nam huyện giám sát việc chi trả.", ["Ban Thường trực MTTQ huyện"], []),
    # subject and verb
    ("Ủy ban nhân dân các xã tăng cường kiểm tra, xử lý vi phạm.", ["UBND các xã"], []),
    (
        "Công an huyện, Ban Chỉ huy quân sự huyện bảo đảm an ninh trật tự.",
        ["Công an huyện", "Ban Chỉ huy quân sự huyện"],
        [],
    ),
    ("Các cơ quan, đơn vị, địa phương khẩn trương rà soát hồ sơ.", ["các cơ quan, đơn vị, địa phương"], []),
    ("Thủ trưởng các phòng, ban huyện nghiêm túc chấm công.", ["Thủ trưởng các phòng, ban huyện"], []),
    ("Chủ tịch UBND các xã chịu trách nhiệm kiểm tra thực địa.", ["Chủ tịch UBND các xã"], []),
    # a topic before the subject
    ("Theo chức năng, nhiệm vụ, Thanh tra huyện kiểm tra đột xuất các bếp ăn.", ["Thanh tra huyện"], []),
    ("Trên cơ sở kết quả rà soát, Phòng Y tế lập danh sách cơ sở vi phạm.", ["Phòng Y tế"], []),
    # who is advised or reported to has no part
    ("Phòng Tài chính - Kế hoạch tham mưu Ủy ban nhân dân huyện bố trí kinh phí.", ["Phòng Tài chính - Kế hoạch"], []),
    ("Phòng Nội vụ tổng hợp, báo cáo Thường trực Huyện ủy kết quả thực hiện.", ["Phòng Nội vụ"], []),
    ("Rà soát hồ sơ, báo cáo Phòng Nội vụ tổng hợp.", [ADDRESSED], []),
    ("Theo đề nghị của Phòng Nội vụ, rà soát hồ sơ cán bộ.", [ADDRESSED], []),
    # indirect: who leads is told, the other executes
    ("Huyện ủy lãnh đạo, chỉ đạo Ủy ban nhân dân huyện thực hiện nghiêm việc này.", ["Huyện ủy"], []),
    # support alone
    ("Phối hợp với Công an huyện xử lý vi phạm.", [ADDRESSED], ["Công an huyện"]),
    # two orders in one item
    ("Giao Phòng Nội vụ tổng hợp danh sách; giao Phòng Tư pháp thẩm định.", ["Phòng Nội vụ", "Phòng Tư pháp"], []),
    ("Rà soát hồ sơ cán bộ; giao Phòng Nội vụ tổng hợp danh sách.", ["Phòng Nội vụ"], []),
    # nobody named: the addressees
    ("Rà soát hồ sơ cán bộ, công chức xã.", [ADDRESSED], []),
    # the speaker is not who is told
    (
        "Ban Thường vụ Huyện ủy yêu cầu Phòng Nội vụ rà soát hồ sơ.",
        ["Phòng Nội vụ"],
        [],
    ),
    # several communes by name
    ("UBND các xã Nà Phai, Bản Lìm hoàn thành giải ngân vốn.", ["UBND xã Nà Phai", "UBND xã Bản Lìm"], []),
    # persons by their office
    (
        "Giao các đồng chí Ủy viên Ban Thường vụ phụ trách xã kiểm tra, đôn đốc.",
        ["các đồng chí Ủy viên Ban Thường vụ phụ trách xã"],
        [],
    ),
    # a day in front, from which on it is done
    ("Hằng tuần, Phòng Nội vụ tiếp nhận hồ sơ của các xã.", ["Phòng Nội vụ"], []),
    (
        "Từ ngày 15/6/2024, Phòng Nội vụ tiếp nhận hồ sơ.",
        ["Phòng Nội vụ"],
        [],
    ),
    # a person with a post
    (
        "Giao đồng chí Nguyễn Văn Lục, Phó Chủ tịch UBND huyện chỉ đạo thực hiện.",
        ["Phó Chủ tịch UBND huyện"],
        [],
    ),
]


@pytest.mark.parametrize(("words", "leads", "supports"), FRAMES)
def test_a_frame_gives_leads_and_supports(words, leads, supports):
    (task,) = letters.read_item(words).tasks
    assert (letters.leads(task), letters.supports(task)) == (leads, supports)


@pytest.mark.parametrize(
    ("words", "leads"),
    [
        (
            "Đề nghị Phòng Nội vụ rà soát hồ sơ cán bộ. Công an huyện tăng cường tuần tra.",
            [["Phòng Nội vụ"], ["Công an huyện"]],
        ),
        ("Giao Phòng Nội vụ rà soát hồ sơ; giao Công an huyện tuần tra.", [["Phòng Nội vụ"], ["Công an huyện"]]),
        (
            "UBND huyện yêu cầu Phòng Nội vụ rà soát hồ sơ cán bộ xã; Công an huyện tăng cường tuần tra ban đêm.",
            [["Phòng Nội vụ"], ["Công an huyện"]],
        ),
    ],
)
def test_prose_gives_a_task_for_each_clause_that_bids_somebody(words, leads):
    assert [letters.leads(t) for t in letters.read_body(words).tasks] == leads


def test_what_is_inherited_says_so_and_what_is_named_does_not():
    named, addressed = letters.read_body("1. Giao Phòng Nội vụ rà soát hồ sơ.\n2. Kiểm tra hồ sơ cán bộ.").tasks
    assert [a.inherited for a in named.assignees] == [False]
    assert [a.inherited for a in addressed.assignees] == [True]
    assert addressed.assignees[0].evidence.confidence < named.assignees[0].evidence.confidence


def test_who_gets_the_report_is_kept_apart():
    (task,) = letters.read_item("Phòng Nội vụ tổng hợp, báo cáo Thường trực Huyện ủy kết quả thực hiện.").tasks
    assert task.report_to == ("Thường trực Huyện ủy",)


def test_without_addressees_a_task_may_have_no_lead_and_says_why():
    record = letters.read_body("1. Rà soát hồ sơ cán bộ, công chức xã.\n2. Lập danh sách gửi về huyện.", addressee=None)
    assert [letters.leads(t) for t in record.tasks] == [[], []]
    assert {t.evidence.reason for t in record.tasks} == {"không nêu đơn vị thực hiện"}


NEWS = """Thường trực Huyện ủy Đồi Sim giao ban công tác tháng 6 năm 2024 với các xã, thị trấn

12/06/2024 15:20

Ngày 12/6, Thường trực Huyện ủy Đồi Sim tổ chức hội nghị giao ban công tác tháng 6 với lãnh đạo các xã, thị trấn.

Tại hội nghị, lãnh đạo các xã đề xuất huyện quan tâm bố trí kinh phí sửa chữa các công trình thủy lợi bị hư hỏng.

Kết luận hội nghị, đồng chí Bí thư Huyện ủy yêu cầu Ủy ban nhân dân các xã khẩn trương rà soát hộ nghèo, hoàn thành \
trước ngày 30/6; giao Phòng Nội vụ tổng hợp kết quả, báo cáo Thường trực Huyện ủy.
"""


def test_news_give_what_a_speaker_demands_and_no_wishes():
    record = letters.read(NEWS)
    assert record.document.header.doc_type.value == "tin_bai"
    assert [letters.leads(t) for t in record.tasks] == [["UBND các xã"], ["Phòng Nội vụ"]]
    assert [str(d.due) for d in letters.deadlines(record)] == ["2024-06-30"]
