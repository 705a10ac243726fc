"""Units as people type them for short."""

import pytest

from vbcli.lexicon.shorthands import asked_unit
from vbcli.lexicon.unit_names import unit_name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("CT UBND huyện", "Chủ tịch UBND huyện"),
        ("PCT UBND tỉnh", "Phó Chủ tịch UBND tỉnh"),
        ("UBND H. Lâm Khê", "UBND huyện Lâm Khê"),
        ("ubnd x nậm cắt", "UBND xã Nậm Cắt"),
        ("UBND TT Khe Sim", "UBND thị trấn Khe Sim"),
        ("TT HĐND huyện", "Thường trực HĐND huyện"),  # the same letters, and not a town
        ("P. TNMT", "Phòng Tài nguyên và Môi trường"),
        ("UBND P. Bãi Cò", "UBND phường Bãi Cò"),
        ("Phòng NN-PTNT", "Phòng Nông nghiệp và Phát triển nông thôn"),
        ("Sở TN - MT", "Sở Tài nguyên và Môi trường"),
        ("PTNMT", "Phòng Tài nguyên và Môi trường"),
        ("VPHU", "Văn phòng Huyện ủy"),
        ("CAH", "Công an huyện"),
        ("U.B.N.D. huyện", "UBND huyện"),
        ("uy ban nhan dan huyện Lâm Khê", "UBND huyện Lâm Khê"),
        ("UBND huyện Nam Đàn", "UBND huyện Nam Đàn"),
    ],
)
def test_what_is_typed_is_the_unit(typed, name):
    asked, meant = asked_unit(typed), unit_name(name)
    assert (asked.key, asked.kind, asked.level, asked.place, asked.post) == (
        *(meant.key, meant.kind, meant.level, meant.place),
        meant.post,
    )


@pytest.mark.parametrize("typed", ["TU", "X", "HH", "P", "PXYZ"])
def test_what_may_be_several_things_is_left_as_it_is(typed):
    assert asked_unit(typed).kind == ""


def test_nam_belongs_to_a_place_unless_it_is_the_country():
    assert unit_name("UBND huyện Nam Đàn").place == "nam dan"
    assert unit_name("UBND huyện Việt Yên").place == "viet yen"
    assert unit_name("MTTQ Việt Nam huyện Lâm Khê").place == "lam khe"
