"""Names of documents as papers carry them: Vietnamese in every language of the interface.

>>> document_name("thong_bao", "733-TB/TU", date(2024, 10, 7), "Thường trực Thị ủy")
'Thông báo 733-TB/TU ngày 07/10/2024 của Thường trực Thị ủy'
"""

from datetime import date

DOC_TYPES = {
    "bao_cao": "Báo cáo",
    "bien_ban": "Biên bản",
    "bo_luat": "Bộ luật",
    "chi_thi": "Chỉ thị",
    "chuong_trinh": "Chương trình",
    "cong_bao": "Công báo",
    "cong_dien": "Công điện",
    "cong_van": "Công văn",
    "de_an": "Đề án",
    "giay_moi": "Giấy mời",
    "hien_phap": "Hiến pháp",
    "huong_dan": "Hướng dẫn",
    "ke_hoach": "Kế hoạch",
    "ket_luan": "Kết luận",
    "lenh": "Lệnh",
    "luat": "Luật",
    "nghi_dinh": "Nghị định",
    "nghi_quyet": "Nghị quyết",
    "phap_lenh": "Pháp lệnh",
    "phuong_an": "Phương án",
    "quy_che": "Quy chế",
    "quy_dinh": "Quy định",
    "quyet_dinh": "Quyết định",
    "thong_bao": "Thông báo",
    "thong_tri": "Thông tri",
    "thong_tu": "Thông tư",
    "thong_tu_lien_tich": "Thông tư liên tịch",
    "tin_bai": "Tin bài",
    "to_trinh": "Tờ trình",
}


def type_name(key: str) -> str:
    """Return the name of a type of document; of an unknown key its words."""
    # An office's own types are told apart by a prefix that nobody needs to read.
    return DOC_TYPES.get(key, key.removeprefix("local.").replace("_", " ").capitalize())


def document_name(type_: str | None, number: str | None, issued_on: date | None, issuer: str | None) -> str:
    """Return type, number, date and issuer in one line, as far as they are known; a law goes by its name."""
    if number and number.casefold().startswith(("luật", "bộ luật")):
        return number
    parts = [type_name(type_) if type_ else "Văn bản"]
    parts += [number] if number else []
    parts += [f"ngày {issued_on:%d/%m/%Y}"] if issued_on else []
    parts += [f"của {issuer}"] if issuer else []
    return " ".join(parts)
