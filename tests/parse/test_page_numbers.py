"""Page numbers among the lines of a .txt: they are no words of the paper and end no sentence."""

import pytest

import letters
from vbcli.model.document import Part

FIRST = "1. Trung tâm Phát triển quỹ đất vận động các hộ dân còn lại của tổ 5 nhận tiền, bàn giao mặt"
SECOND = "bằng trước ngày 30/6/2024; niêm yết danh sách tại trụ sở xã."
WHOLE = f"{FIRST} {SECOND}"


def paragraphs(body):
    document = letters.document(letters.letter(body))
    found = [document.text[p.span.start : p.span.end] for p in document.paragraphs if p.part is Part.BODY]
    return [" ".join(words.replace("\f", " ").split()) for words in found]


@pytest.mark.parametrize(
    "between",
    [
        "\n\f2\n\n",
        "\n\f2\n",
        "\f2\n",
        "\n\f\n2\n",
        "\n\f\n   2\n\n",
        "\n2\n\f",
        "\n\n2\n\n",
        "\n\n3\n\n",
        "\n\f- 2 -\n",
        "\n\f– 2 –\n\n",
        "\n-2-\n\f",
        "\n- 2 -\n",
        "\n\fTrang 2\n",
        "\n\f2/3\n\n",
        "\nTrang 1/3\n\f",
    ],
)
def test_a_page_number_does_not_cut_a_sentence(between):
    assert paragraphs(f"{FIRST}{between}{SECOND}") == [WHOLE]


def test_a_page_number_between_paragraphs_is_no_paragraph():
    assert paragraphs(
        f"{WHOLE}\n\f2\n\n2. Công an huyện tuần tra ban đêm.\n2\n\f3\n3. Phòng Nội vụ rà soát biên chế."
    ) == [
        WHOLE,
        "2. Công an huyện tuần tra ban đêm.",
        "3. Phòng Nội vụ rà soát biên chế.",
    ]


def test_pages_may_be_counted_from_an_earlier_part():
    assert paragraphs(f"{WHOLE}\n\f12\n2. Công an huyện tuần tra ban đêm.\n\f13\n3. Phòng Nội vụ rà soát.") == [
        WHOLE,
        "2. Công an huyện tuần tra ban đêm.",
        "3. Phòng Nội vụ rà soát.",
    ]


def test_a_page_number_is_no_task():
    record = letters.read_body(f"{FIRST}\n\f- 2 -\n{SECOND}")
    assert [t.text.replace("\f", " ") for t in record.tasks] == [WHOLE.removeprefix("1. ")]


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        # a mark, a cell, a quantity
        (f"{WHOLE}\n\f2. Phòng Nội vụ rà soát biên chế.", "2. Phòng Nội vụ rà soát biên chế."),
        (
            f"{WHOLE}\nTT\tNội dung\tĐơn vị\n1\tRà soát\tPhòng Nội vụ\n\f2\tKiểm tra\tCông an huyện",
            "2 Kiểm tra Công an huyện",
        ),
        (f"{WHOLE}\n\f2 đơn vị đã nộp báo cáo.", "2 đơn vị đã nộp báo cáo."),
        # a figure that is no count of pages
        (f"{WHOLE}\n\f245\n2. Công an huyện tuần tra.", "245"),
        # square metres
        ("Giao 120 m\n\n2\n\nđất ở tại tổ 5 cho hộ ông Vàng A Sò.", "2 đất ở tại tổ 5 cho hộ ông Vàng A Sò."),
    ],
)
def test_other_figures_stay(body, kept):
    assert kept in paragraphs(body)
