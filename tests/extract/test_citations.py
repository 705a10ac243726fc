"""References: date, issuer, relation, pinpoint; short forms; the paper's own number; bounds of a missing date."""

from datetime import date

import pytest

import letters


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
        (
            "Rà soát theo Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân và Ủy ban nhân dân ngày 03 tháng 12 năm 2004.",
            "Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân và Ủy ban nhân dân 2004",
            "luat",
            date(2004, 12, 3),
            "Quốc hội",
        ),
        # the year is that of the law that amends
        (
            "Rà soát theo Luật sửa đổi, bổ sung một số điều của Luật Đất đai và Luật Lâm nghiệp năm 2025.",
            "Luật sửa đổi, bổ sung một số điều của Luật Đất đai và Luật Lâm nghiệp 2025",
            "luat",
            None,
            "Quốc hội",
        ),
        # the letters of a type for its word
        ("Rà soát theo QĐ số 45/QĐ-UBND ngày 03/6/2024.", "45/QĐ-UBND", "quyet_dinh", date(2024, 6, 3), None),
        ("Rà soát theo NQ số 187/2025/QH15.", "187/2025/QH15", "nghi_quyet", None, None),
        # a day that is not of the year in the number is misprinted
        ("Rà soát theo Nghị định số 11/2014/NĐ-CP ngày 18/02/2024.", "11/2014/NĐ-CP", "nghi_dinh", None, None),
        ("Rà soát theo Công văn số 77-CV/HU ngày 10/6/20245.", "77-CV/HU", "cong_van", None, None),
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


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        ("Rà soát theo Luật Đất đai số 31/2024/QH15.", "Luật Đất đai số 31/2024/QH15"),
        ("Rà soát theo Luật Thủy lợi 08/2017/QH14 ngày 19/6/2017.", "Luật Thủy lợi 08/2017/QH14 ngày 19/6/2017"),
        # the name ends in a word that opens one
        (
            "Rà soát theo Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15.",
            "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15",
        ),
        ("Rà soát theo Luật Luật sư số 65/2006/QH11.", "Luật Luật sư số 65/2006/QH11"),
        (
            "Rà soát theo Luật Khoa học và công nghệ (Luật số 29/2013/QH13 ngày 18/6/2013).",
            "Luật Khoa học và công nghệ (Luật số 29/2013/QH13 ngày 18/6/2013",
        ),
        # a law that amends others is one law
        (
            "Rà soát theo Luật sửa đổi, bổ sung một số điều của Luật Chứng khoán, Luật Kế toán, Luật Quản lý thuế số 56/2024/QH15.",
            "Luật sửa đổi, bổ sung một số điều của Luật Chứng khoán, Luật Kế toán, Luật Quản lý thuế số 56/2024/QH15",
        ),
        (
            "Rà soát theo Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025.",
            "Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025",
        ),
        # a bracket that the date does not open stays outside
        ("Rà soát hồ sơ (Thông báo số 99/TB-UBND ngày 02/6/2024).", "Thông báo số 99/TB-UBND ngày 02/6/2024"),
        ("Rà soát theo Luật Hộ tịch (năm 2014) tại xã.", "Luật Hộ tịch (năm 2014)"),
        # words between type and number
        (
            "Rà soát theo Báo cáo thẩm định (lần 2) số 215/BC-STP ngày 21/5/2024.",
            "Báo cáo thẩm định (lần 2) số 215/BC-STP ngày 21/5/2024",
        ),
    ],
)
def test_a_citation_takes_all_its_words_and_no_more(words, taken):
    assert one(words).words == taken


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        # a full stop ends it
        ("Rà soát theo Kế hoạch số 45/KH-UBND của UBND huyện. Đồng chí Chánh Văn phòng theo dõi.", "UBND huyện"),
        ("Rà soát theo Kế hoạch số 45/KH-UBND của UBND TP. Lam Sơn.", "UBND thành phố Lam Sơn"),
        # so does what the paper is about
        (
            "Rà soát theo Thông tư số 02/2017/TT-VPCP của Văn phòng Chính phủ Hướng dẫn nghiệp vụ.",
            "Văn phòng Chính phủ",
        ),
        ("Rà soát theo Nghị định số 81/2002/NĐ-CP của Chính phủ Quy định chi tiết về đất.", "Chính phủ"),
        ("Rà soát theo Kế hoạch số 45/KH-UBND của UBND huyện Về thu gom rác thải.", "UBND huyện"),
        ("Rà soát theo Công văn số 45/UBND-TH của UBND huyện v/v thu gom rác thải.", "UBND huyện"),
        ("Rà soát theo Kế hoạch số 45/KH-UBND của UBND huyện ban hành ngày 02/3/2024.", "UBND huyện"),
        ("Rà soát theo Thông tư số 24/2007/TT-TTCP của Thanh tra Chính phủ như sau.", "Thanh tra Chính phủ"),
        ("Rà soát theo Quyết định số 45/QĐ-UBND của UBND tỉnh Lam Sơn Thành lập trạm y tế.", "UBND tỉnh Lam Sơn"),
        ("Rà soát theo Nghị định số 88/2023/NĐ-CP của Chính phủ Ứng dụng công nghệ.", "Chính phủ"),
        ("Rà soát theo Chỉ thị số 19-CT/HU của BTV Huyện ủy đạt thấp.", "Ban Thường vụ Huyện ủy"),
        # a name that goes on
        ("Rà soát theo Kế hoạch số 42-KH/ĐU của Ban Thường vụ Đảng ủy UBND tỉnh.", "Ban Thường vụ Đảng ủy UBND tỉnh"),
        ("Rà soát theo Báo cáo số 420/BC-UBPL của Ủy ban Pháp luật và Tư pháp.", "Ủy ban Pháp luật và Tư pháp"),
        ("Rà soát theo Công văn số 75/UBND-KT của Ủy ban nhân dân (UBND) tỉnh.", "UBND tỉnh"),
        # named before the number: who asks, or whose letters it bears
        ("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV ngày 03/6/2024.", "Sở Nội vụ"),
        ("Xét đề nghị của Phòng Tư pháp tại Công văn số 12/TP-HC ngày 03/6/2024.", "Phòng Tư pháp"),
        ("Xử lý theo đề xuất của Sở Xây dựng tại Báo cáo số 12/BC-SXD.", "Sở Xây dựng"),
        ("Theo đề nghị của Trưởng phòng Nội vụ tại Tờ trình số 12/TTr-PNV.", "Phòng Nội vụ"),
        ("Thực hiện chỉ đạo của UBND tỉnh tại Văn bản số 502/UBND-KT ngày 20/01/2024.", "UBND tỉnh"),
        ("Sở Công Thương đã ban hành Kế hoạch số 75/KH-SCT.", "Sở Công Thương"),
        # an office writes what its chairman says: not the chairman's paper
        ("Thực hiện chỉ đạo của UBND tỉnh tại Văn bản số 312/VPUBND-TH.", None),
        ("Huyện ủy giao Phòng Nội vụ rà soát theo Công văn số 318/VP-TH.", None),
    ],
)
def test_the_issuer_is_the_one_that_the_text_names(words, issuer):
    assert one(words).issuer == issuer


@pytest.mark.parametrize(
    ("words", "cited_so"),
    [
        # the letters are shared, the issuer of the list too; the day is the last one's
        (
            "Rà soát theo các Quyết định số 12, 13 và 15/QĐ-UBND ngày 05/3/2024 của UBND tỉnh.",
            [
                ("12/QĐ-UBND", None, "UBND tỉnh"),
                ("13/QĐ-UBND", None, "UBND tỉnh"),
                ("15/QĐ-UBND", date(2024, 3, 5), "UBND tỉnh"),
            ],
        ),
        # "cùng ngày" is the day of all
        (
            "Rà soát theo Quyết định số 12/QĐ-UBND, số 13/QĐ-UBND cùng ngày 05/3/2024 của UBND tỉnh.",
            [("12/QĐ-UBND", date(2024, 3, 5), "UBND tỉnh"), ("13/QĐ-UBND", date(2024, 3, 5), "UBND tỉnh")],
        ),
        (
            "Rà soát theo các Công văn từ số 12 đến số 15/SNV-CB của Sở Nội vụ.",
            [("12/SNV-CB", None, "Sở Nội vụ"), ("15/SNV-CB", None, "Sở Nội vụ")],
        ),
        # each its own day
        (
            "Rà soát theo các văn bản số 14/SNV-CB ngày 05/4/2024, số 16/SNV-CB ngày 07/4/2024 của Sở Nội vụ.",
            [("14/SNV-CB", date(2024, 4, 5), "Sở Nội vụ"), ("16/SNV-CB", date(2024, 4, 7), "Sở Nội vụ")],
        ),
        # a year before a list is no number of it
        (
            "Rà soát theo Công văn số 14/SNV-CB năm 2024, số 16/SNV-CB.",
            [("14/SNV-CB", None, None), ("16/SNV-CB", None, None)],
        ),
        # the letters of two People's Committees are the same
        (
            "Rà soát theo Tờ trình số 12/TTr-UBND và Quyết định số 13/QĐ-UBND của UBND tỉnh.",
            [("12/TTr-UBND", None, None), ("13/QĐ-UBND", None, "UBND tỉnh")],
        ),
        (
            "Theo đề nghị của Sở Nội vụ tại Tờ trình số 12/TTr-SNV và Tờ trình số 13/TTr-SNV.",
            [("12/TTr-SNV", None, "Sở Nội vụ"), ("13/TTr-SNV", None, "Sở Nội vụ")],
        ),
        # the type of the list
        (
            "Rà soát theo các Quy định số 08-QĐ/TW, 10-QĐ/TW.",
            [("08-QĐ/TW", None, None), ("10-QĐ/TW", None, None)],
        ),
        # the day behind the issuer
        (
            "Rà soát theo Đề án 08-ĐA/TU của Tỉnh ủy Lam Sơn ngày 29/12/2023.",
            [("08-ĐA/TU", date(2023, 12, 29), "Tỉnh ủy Lam Sơn")],
        ),
        # "…, của X tại văn bản số" speaks of the next paper
        (
            "Thực hiện ý kiến của Bộ Chính trị tại Thông báo số 99-TB/TW ngày 21/11/2023, của Ban Bí thư tại Văn bản số 213-KL/TW.",
            [("99-TB/TW", date(2023, 11, 21), "Bộ Chính trị"), ("213-KL/TW", None, "Ban Bí thư")],
        ),
    ],
)
def test_a_list_shares_what_is_said_once(words, cited_so):
    assert [(r.key, r.issued_on, r.issuer) for r in cited(words)] == cited_so


def test_the_type_of_a_list_is_that_of_its_first_word():
    assert [r.doc_type for r in cited("Rà soát theo các Quy định số 08-QĐ/TW, 10-QĐ/TW.")] == ["quy_dinh"] * 2


@pytest.mark.parametrize(
    "words",
    [
        "Rà soát theo quy định của pháp luật đất đai.",  # no name of a law
        "Rà soát theo quy định về xử lý kỷ luật cán bộ, công chức.",
        "Rà soát nước thải theo QCVN 40:2011/BTNMT - Quy chuẩn về nước thải.",  # a standard
    ],
)
def test_what_only_looks_like_a_citation_is_none(words):
    assert cited(words) == ()


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
        ("Xét đề nghị của Phòng Tư pháp tại Tờ trình số 12-TTr/HU, rà soát hồ sơ.", "basis"),
        ("Theo đề nghị của Trưởng Ban Tổ chức Huyện ủy tại Tờ trình số 12-TTr/HU.", "basis"),
        ("Rà soát hồ sơ theo đúng hướng dẫn của Quyết định số 12-QĐ/HU.", "basis"),
        ("Thực hiện chỉ đạo của Thường trực Huyện ủy tại Thông báo số 12-TB/HU.", "implements"),
        ("Tiếp theo Công văn số 12-CV/HU, yêu cầu rà soát hồ sơ.", "answers"),
        ("Liên quan đến Công văn số 12-CV/HU, yêu cầu rà soát hồ sơ.", "answers"),
        ("Trình dự thảo bãi bỏ một phần khoản 2 Điều 1 của Quyết định số 12-QĐ/HU.", "repeals"),
        ("Trình dự thảo sửa đổi, bổ sung một số điều của Quyết định số 12-QĐ/HU.", "amends"),
        ("Quy định chi tiết và hướng dẫn thi hành một số điều của Nghị định số 88/2023/NĐ-CP.", "guides"),
        ("Lập biểu ban hành kèm theo Quyết định số 12-QĐ/HU.", "attaches"),
        ("Xem xét Quyết định số 12-QĐ/HU.", "cites"),
        ("Rà soát phạm vi điều chỉnh của Quyết định số 12-QĐ/HU.", "cites"),
        ("Theo đó, UBND huyện đã ban hành Quyết định số 12/QĐ-UBND.", "cites"),
    ],
)
def test_the_verb_before_it_says_the_relation(words, relation):
    assert one(words).relation == relation


@pytest.mark.parametrize(
    ("words", "cited_so"),
    [
        # of a list, and of "Căn cứ A về …; B về …"
        ("Căn cứ Quyết định số 12-QĐ/HU và Quyết định số 13-QĐ/HU, rà soát hồ sơ.", ["basis", "basis"]),
        ("Căn cứ Quyết định số 12-QĐ/HU về đất đai; Quyết định số 13-QĐ/HU về nhà ở.", ["basis", "basis"]),
        ("Thực hiện Chỉ thị số 12-CT/HU về rác thải, Kế hoạch số 13-KH/HU về cây xanh.", ["implements", "implements"]),
        # a verb of its own ends it
        ("Căn cứ Quyết định số 12-QĐ/HU về đất đai; bãi bỏ Quyết định số 13-QĐ/HU.", ["basis", "repeals"]),
        ("Thực hiện Chỉ thị số 12-CT/HU. Nội dung của Kế hoạch số 13-KH/HU giữ nguyên.", ["implements", "cites"]),
        # what changed a paper is cited with it, not changed
        (
            "Căn cứ Nghị định số 88/2023/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 99/2024/NĐ-CP.",
            ["basis", "basis"],
        ),
        ("Nghị định số 88/2023/NĐ-CP đã được thay thế bằng Nghị định số 99/2024/NĐ-CP.", ["cites", "cites"]),
    ],
)
def test_the_relation_holds_for_a_list(words, cited_so):
    assert [r.relation for r in cited(words)] == cited_so


def test_a_lead_in_says_the_relation_of_what_is_listed_below():
    record = letters.read_body(
        "1. Bãi bỏ các quyết định sau:\na) Quyết định số 12/QĐ-UBND ngày 02/3/2020 về đất đai;\nb) Quyết định số 13/QĐ-UBND về nhà ở.\n2. Rà soát Quyết định số 14/QĐ-UBND."
    )
    assert [r.relation for r in record.references] == ["repeals", "repeals", "cites"]


@pytest.mark.parametrize(
    ("words", "pinpoint"),
    [
        ("Rà soát theo điểm a, b khoản 1 Điều 3 Nghị định số 88/2023/NĐ-CP.", "điểm a, b khoản 1 Điều 3"),
        ("Rà soát theo Điểm a Khoản 2 Điều 7 Nghị định số 88/2023/NĐ-CP.", "Điểm a Khoản 2 Điều 7"),
        ("Rà soát theo Khoản 2 và Khoản 4, Điều 40 của Nghị định số 88/2023/NĐ-CP.", "Khoản 2 và Khoản 4, Điều 40"),
        ("Rà soát theo khoản 2 Điều 5 Luật Đất đai số 31/2024/QH15.", "khoản 2 Điều 5"),
        ("Rà soát theo các Điều 10, 12 và 17 của Nghị định số 88/2023/NĐ-CP.", "Điều 10, 12 và 17"),
        (
            "Rà soát theo khoản 1 Điều 7, điểm a khoản 4 Điều 13 Nghị định số 88/2023/NĐ-CP.",
            "khoản 1 Điều 7, điểm a khoản 4 Điều 13",
        ),
        ("Rà soát từ Điều 5 đến Điều 9 Nghị định số 88/2023/NĐ-CP.", "Điều 5 đến Điều 9"),
        ("Rà soát theo mục II.3 Kế hoạch số 45/KH-UBND.", "mục II.3"),
        # no part is named
        ("Hướng dẫn một số điều của Nghị định số 88/2023/NĐ-CP.", None),
        ("Rà soát danh mục 5 Nghị định số 88/2023/NĐ-CP.", None),
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


def test_what_is_meant_is_taken_where_one_paper_of_its_kind_was_named():
    words = "Rà soát theo Chỉ thị số 19-CT/HU ngày 10/6/2024 và Kế hoạch số 45/KH-UBND; báo cáo kết quả thực hiện Chỉ thị nêu trên."
    assert [(r.words, r.key) for r in cited(words)][2:] == [("Chỉ thị nêu trên", "19-CT/HU")]


@pytest.mark.parametrize(
    "words",
    [
        # two of its kind
        "Rà soát theo Chỉ thị số 19-CT/HU và Chỉ thị số 20-CT/HU; báo cáo kết quả thực hiện Chỉ thị nêu trên.",
        # one of its kind has no number
        "Rà soát theo Chỉ thị số 19-CT/HU và Chỉ thị của Tỉnh ủy về đất đai; báo cáo kết quả thực hiện Chỉ thị nêu trên.",
        # any paper may be called so
        "Rà soát theo Chỉ thị số 19-CT/HU; báo cáo kết quả thực hiện văn bản nêu trên.",
        # named only later
        "Rà soát theo Chỉ thị nêu trên; báo cáo kết quả thực hiện Chỉ thị số 19-CT/HU.",
    ],
)
def test_what_may_mean_two_papers_stays_open(words):
    record = letters.read_item(words)
    assert [m.words.lower().split()[-2:] for m in record.mentions] == [["nêu", "trên"]]
    assert all("nêu trên" not in r.words for r in record.references)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        # an alias decides between two of the same number
        (
            "Rà soát theo Thông báo số 31-TB/HU (sau đây gọi tắt là Thông báo 31), Thông báo số 31-TB/TU; báo cáo theo Thông báo 31.",
            [("Thông báo 31", "31-TB/HU"), ("Thông báo 31", "31-TB/HU")],
        ),
        # an alias without a number
        (
            "Rà soát theo Quy chế số 05-QC/HU (sau đây viết tắt là Quy chế phối hợp); họp theo Quy chế phối hợp.",
            [("Quy chế phối hợp", "05-QC/HU"), ("Quy chế phối hợp", "05-QC/HU")],
        ),
        # a bare type is no name
        ("Rà soát theo Kế hoạch số 45/KH-UBND (sau đây gọi tắt là Kế hoạch); họp theo Kế hoạch.", []),
    ],
)
def test_a_name_that_the_text_gives_is_known_later(words, named):
    assert [(r.words, r.key) for r in cited(words) if r.evidence.rule == "reference.short"] == named


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


@pytest.mark.parametrize(
    ("rows", "first", "last"),
    [
        # what was done, wherever the text tells of it
        (
            [
                "Ủy ban nhân dân huyện yêu cầu:",
                "1. Ngày 20/5/2024, huyện đã phê duyệt dự toán.",
                "2. Báo cáo kết quả trước ngày 25/6/2024.",
            ],
            date(2024, 5, 20),
            date(2024, 6, 25),
        ),
        (
            ["Tính đến ngày 31/5/2024, toàn huyện giải ngân 40 % kế hoạch.", "1. Báo cáo trước ngày 25/6/2024."],
            date(2024, 5, 31),
            date(2024, 6, 25),
        ),
        # what is still to be done says nothing of the past
        (
            [
                "Thực hiện Thông báo số 214-TB/HU ngày 07/5/2024, yêu cầu:",
                "1. Ra quân vào ngày 01/7/2024 tại các xã đã được chọn.",
            ],
            date(2024, 5, 7),
            date(2024, 7, 1),
        ),
        # an announced day, and the day on which the paper takes effect
        (
            [
                "Thực hiện Thông báo số 214-TB/HU ngày 07/5/2024, yêu cầu:",
                "1. Rà soát.",
                "Hội nghị sẽ tổ chức vào ngày 20/6/2024.",
            ],
            date(2024, 5, 7),
            date(2024, 6, 20),
        ),
        (
            [
                "Thực hiện Thông báo số 214-TB/HU ngày 07/5/2024, yêu cầu:",
                "1. Rà soát.",
                "Kế hoạch này có hiệu lực kể từ ngày 01/6/2024.",
            ],
            date(2024, 5, 7),
            date(2024, 6, 1),
        ),
    ],
)
def test_bounds_come_from_all_that_the_text_tells_and_announces(rows, first, last):
    assert bounds(*rows) == (first, last)


def test_an_invitation_is_older_than_its_meeting():
    head = letters.head(None, None).replace("318/UBND-TH\nV/v thử đọc văn bản", "17/GM-UBND")
    rows = "GIẤY MỜI\nHọp bàn công tác tuyển quân\nThực hiện Kế hoạch số 45/KH-UBND ngày 07/5/2024, Ủy ban nhân dân huyện kính mời các xã dự họp."
    record = letters.read(f"{head}\n{rows}\n1. Thời gian: 8 giờ 00, ngày 20/6/2024.\n{letters.CLOSING}")
    assert record.document.header.issued_between == (date(2024, 5, 7), date(2024, 6, 20))


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


@pytest.mark.parametrize(
    ("words", "key", "doc_type", "day", "issuer"),
    [
        (
            "Thực hiện Công văn số 1432/KCB ngày 04/10/2017 của Cục Quản lý Khám, chữa bệnh.",
            "1432/KCB",
            "cong_van",
            date(2017, 10, 4),
            "Cục Quản lý Khám, chữa bệnh",
        ),
        (
            "Rà soát theo Văn bản số 02/2026/VQYB-DA ngày 09/3/2026 của Công ty TNHH Đá Phai.",
            "02/2026/VQYB-DA",
            "cong_van",
            date(2026, 3, 9),
            "Công ty TNHH Đá Phai",
        ),
        # a company that is not named is nobody
        ("Rà soát theo Văn bản số 09/2026/PHG của Công ty.", "09/2026/PHG", "cong_van", None, None),
        # the printed word of a letter outweighs what looks like the letters of a type
        ("Rà soát theo Công văn số 22/CT-HK của Cục Thuế.", "22/CT-HK", "cong_van", None, "Cục Thuế"),
        ("Rà soát theo Công văn số 22/CT-UBND của UBND huyện.", "22/CT-UBND", "chi_thi", None, "UBND huyện"),
        # the day before the paper
        (
            "Ngày 26/02/2024, Cục Thuế tỉnh Lam Sơn (nay là Thuế tỉnh Lam Sơn) có Thông báo số 565/TB-CTLS về mức nộp.",
            "565/TB-CTLS",
            "thong_bao",
            date(2024, 2, 26),
            "Cục Thuế tỉnh Lam Sơn",
        ),
        (
            "Ngày 10/10/2023, tại Công văn số 22/SYT-NV của Sở Y tế đã nêu rõ.",
            "22/SYT-NV",
            "cong_van",
            date(2023, 10, 10),
            "Sở Y tế",
        ),
        # another event than the paper
        ("Trước ngày 26/02/2025, Sở Y tế thực hiện Thông báo số 5/TB-UBND.", "05/TB-UBND", "thong_bao", None, None),
        ("Ngày 05/3/2024, UBND xã nhận được Công văn số 12/STC-NS.", "12/STC-NS", "cong_van", None, None),
        ("Ngày 05/3/2024, Sở Y tế họp với các xã có Công văn số 12/STC-NS.", "12/STC-NS", "cong_van", None, None),
        # a body of the country ends before what the paper is about
        (
            "Rà soát theo Nghị định số 15/2024/NĐ-CP của Chính phủ Ứng dụng công nghệ.",
            "15/2024/NĐ-CP",
            "nghi_dinh",
            None,
            "Chính phủ",
        ),
        (
            "Rà soát theo Kế hoạch số 134/KH-UBND của UBND tỉnh. Theo đó, các xã báo cáo.",
            "134/KH-UBND",
            "ke_hoach",
            None,
            "UBND tỉnh",
        ),
    ],
)
def test_a_rarer_reference_is_taken_apart(words, key, doc_type, day, issuer):
    reference = one(words)
    assert (reference.key, reference.doc_type, reference.issued_on, reference.issuer) == (key, doc_type, day, issuer)


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (
            "Rà soát theo Luật Đầu tư theo phương thức đối tác công tư năm 2020.",
            ["Luật Đầu tư theo phương thức đối tác công tư 2020"],
        ),
        ("Rà soát theo Luật Giáo dục quốc phòng và an ninh.", ["Luật Giáo dục quốc phòng và an ninh"]),
        ("Rà soát theo Luật Tổ chức Quốc hội năm 2014.", ["Luật Tổ chức Quốc hội 2014"]),
        # a law that is not listed counts with its year, and never as another one
        (
            "Rà soát theo Luật Đầu tư ra nước ngoài và kinh doanh năm 2031.",
            ["Luật Đầu tư ra nước ngoài và kinh doanh 2031"],
        ),
        ("Rà soát theo Luật Đầu tư ra nước ngoài.", []),
        ("Rà soát theo Luật Đầu tư công theo phương thức đối tác công tư.", []),
        ("Rà soát theo Luật Đất đai theo hướng dẫn của Bộ Tài chính.", ["Luật Đất đai"]),
        ("Rà soát theo Luật Đất đai trên địa bàn; Luật Giá và các nghị định.", ["Luật Đất đai", "Luật Giá"]),
        ("Rà soát Luật Đất đai, báo cáo kết quả; Luật Giá báo cáo sau.", ["Luật Đất đai", "Luật Giá"]),
        ("TRIỂN KHAI LUẬT ĐẤT ĐAI TRÊN ĐỊA BÀN HUYỆN.", ["Luật Đất đai"]),
        ("Rà soát theo pháp luật đất đai; chấp hành kỷ luật lao động.", []),
    ],
)
def test_a_law_is_cited_by_all_of_its_name(words, keys):
    assert [r.key.replace("LUẬT ĐẤT ĐAI", "Luật Đất đai") for r in cited(words)] == keys


@pytest.mark.parametrize(
    ("words", "relations"),
    [
        ("Nghị quyết số 47/2024/NQ-HĐND về mức thu hết hiệu lực thi hành kể từ ngày 01/01/2026.", ["repeals"]),
        ("Quyết định số 12/QĐ-UBND và Quyết định số 13/QĐ-UBND bị bãi bỏ.", ["repeals", "repeals"]),
        ("Nghị định số 12/2020/NĐ-CP còn hiệu lực thi hành.", ["cites"]),
        ("Nghị định số 12/2020/NĐ-CP đã hết hiệu lực.", ["cites"]),
        ("Quyết định số 12/QĐ-UBND bị bãi bỏ bởi Quyết định số 13/QĐ-UBND.", ["cites", "cites"]),
        ("Thực hiện Quyết định số 12/QĐ-UBND cho đến khi Quyết định này hết hiệu lực.", ["implements"]),
        ("Xác nhận theo khoản 1 Điều 7 Luật Nhà ở của Ủy ban nhân dân xã nơi bị thu hồi đất.", ["basis"]),
    ],
)
def test_words_behind_a_citation_put_it_out_of_force(words, relations):
    assert [r.relation for r in cited(words)] == relations


def test_a_bracket_does_not_part_the_article_from_its_paper():
    reference = one("Rà soát theo khoản 6, Điều 1 (chi tiết theo Phụ lục số 6) Nghị quyết số 03/2017/NQ-HĐND.")
    assert reference.pinpoint == "khoản 6, Điều 1"
