"""`vb tasks --unit`, on papers that were really read: fifty ways to name ten units, and fifty names that mean none of them.

The tasks are numbered in `papers_of_ten_units`: 1 is the one that says (một) there.
"""

import json

import pytest

import papers_of_ten_units
from vbcli.app import main

WAYS = {
    # every district's, groups of districts with it
    (1, 2, 12, 13): (
        *("UBND huyện", "ubnd huyen", "Uỷ ban nhân dân huyện", "ủy ban nhan dân huyen", "UBND H."),
        *("UBND các huyện", "UBND cấp huyện"),
    ),
    # one district's: what its own party committee gives "UBND huyện" is its
    (1, 2): (
        *("UBND huyện Lâm Khê", "ubnd huyen lam khe", "Ủy ban nhân dân huyện Lâm Khê", "UBND H. Lâm Khê"),
        *("U.B.N.D huyện Lâm Khê", "UBND Lâm Khê", "ubnd huyện Lam Khe", "UBND huyện Lâm Khê, tỉnh Cao Bình"),
    ),
    (12,): ("UBND huyện Lũng Mây", "ubnd h lung may", "uỷ ban nhân dân huyện lũng mây", "UBND Lũng Mây"),
    # one commune's; never the district's, never that of all communes
    (9,): (
        *("UBND xã Nậm Cắt", "ubnd xa nam cat", "UBND X. Nậm Cắt", "Uỷ ban nhân dân xã Nậm Cắt", "ubnd xa Nậm Cat"),
        *("UBND xã Nậm Cắt, huyện Lâm Khê", "UBND Nậm Cắt"),
    ),
    # every commune's: 11 is given to the chairman of one, 10 and 17 to all
    (9, 10, 11, 17): ("UBND xã", "UBND các xã", "ubnd cac xa", "Ủy ban nhân dân xã"),
    (7,): (
        *("Phòng Tài nguyên và Môi trường", "Phòng TN&MT", "phong tnmt", "PTNMT", "P. TNMT"),
        *("Phòng TN-MT huyện Lâm Khê", "Phòng Tài nguyên & Môi trường", "phong tai nguyen va moi truong huyen"),
    ),
    (8,): ("Công an huyện", "cong an huyen", "CA huyện", "CAH", "Công an huyện Lâm Khê", "CA H. Lâm Khê"),
    (3,): ("Ban Tổ chức Huyện ủy", "ban to chuc huyen uy", "Ban Tổ chức Huyện uỷ", "Ban Tổ chức HU", "BTCHU", "BTC Huyện ủy"),
    (6,): ("MTTQ huyện", "UBMTTQVN huyện", "Mặt trận Tổ quốc huyện", "Uỷ ban MTTQ Việt Nam huyện", "mat tran to quoc huyen"),
    (4,): ("Đảng ủy xã Nậm Cắt", "Đảng uỷ xã Nậm Cắt", "dang uy xa nam cat", "ĐU xã Nậm Cắt"),
}  # fmt: skip
NONE = (
    # another level
    "UBND tỉnh", "UBND thị xã Lâm Khê", "UBND xã Lâm Khê", "UBND huyện Nậm Cắt", "UBND phường Nậm Cắt", "UBND thôn",
    "Công an xã", "Công an tỉnh", "Công an thị trấn Nậm Cắt", "MTTQ xã", "MTTQ tỉnh", "Ban Tổ chức Tỉnh ủy",
    "Ban Tổ chức Đảng ủy xã", "Đảng ủy phường Nậm Cắt", "HĐND xã", "HĐND tỉnh", "Phòng TNMT tỉnh Cao Bình", "UBND quận",
    # another kind
    "HĐND huyện Lâm Khê", "Huyện ủy Lâm Khê", "Sở Tài nguyên và Môi trường", "Phòng Tài chính", "Phòng Nội vụ",
    "Ban Tuyên giáo Huyện ủy", "Ban Dân vận Huyện ủy", "Văn phòng Huyện ủy", "Viện kiểm sát nhân dân huyện",
    "Ban Chỉ huy quân sự huyện", "Hội Nông dân huyện", "Trung tâm Y tế huyện", "Văn phòng HĐND và UBND huyện",
    "Sở Nội vụ", "MTTQ xã Nậm Cắt", "Chi bộ xã Nậm Cắt",
    # another place
    "UBND huyện Nà Pồ", "UBND xã Khau Dìa", "UBND xã Nậm", "Đảng ủy xã Bản Lìm", "Công an huyện Lũng Mây",
    "Phòng TN&MT huyện Lũng Mây", "Ban Tổ chức Huyện ủy Lũng Mây", "MTTQ huyện Lũng Mây", "UBND huyện Lâm",
    "UBND phường Diêm Hải", "Sở Tài chính Cửa Diêm",
    # a post that nobody was given anything as
    "Chủ tịch UBND huyện", "PCT UBND xã Bản Lìm", "Bí thư Đảng ủy xã Nậm Cắt", "Trưởng Công an huyện",
    "Giám đốc Sở Tài chính", "CT UBND xã Nậm Cắt",
    # words that only look like one
    "ND huyện", "BND xã", "nhân dân huyện", "xyz", "UBND huyệnn Lâm Khêê",
)  # fmt: skip


@pytest.fixture(scope="module")
def ten(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ten")
    papers = folder / "papers"
    papers.mkdir()
    papers_of_ten_units.write(papers)
    db = folder / "vb.sqlite"
    assert main(["ingest", str(papers), "--db", str(db), "--jobs", "1"]) == 0
    return db


@pytest.fixture
def vb(ten, capsys):
    return runner(ten, capsys)


@pytest.fixture
def copied(vb, ten, tmp_path, capsys):
    """Run commands on a copy of the archive, which may be written to."""
    copy = tmp_path / "copy.sqlite"
    assert main(["backup", str(copy), "--db", str(ten)]) == 0
    return runner(copy, capsys)


def runner(db, capsys):
    def run(*arguments):
        capsys.readouterr()
        code = main([*arguments, "--db", str(db), "--today", "2024-04-22"])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


def ids(vb, *arguments):
    code, shown, _ = vb("tasks", "--json", *arguments)
    assert code == 0
    return sorted(t["id"] for t in json.loads(shown)["tasks"])


def test_the_tables_are_as_long_as_they_claim():
    assert len(WAYS) == 10
    assert sum(map(len, WAYS.values())) >= 50
    assert len({*NONE}) >= 50


@pytest.mark.parametrize(("typed", "found"), [(typed, list(found)) for found, ways in WAYS.items() for typed in ways])
def test_a_unit_is_found_by_every_way_to_name_it(vb, typed, found):
    assert ids(vb, "--unit", typed) == found


@pytest.mark.parametrize("typed", NONE)
def test_no_other_unit_is_taken_for_it(vb, typed):
    assert ids(vb, "--unit", typed) == []


@pytest.mark.parametrize(
    ("typed", "found", "more"),
    [
        ("UBND xã Nậm Cắt", [9], [10, 17]),
        ("UBND xã Bản Lìm", [11], [10, 17]),
        ("UBND phường Bãi Cò", [16], [17]),
        ("UBND huyện Lũng Mây", [12], [13]),
        ("UBND Lũng Mây", [12], [13]),  # the level is that of the unit that was found
        ("Đảng ủy xã Nậm Cắt", [4], [5]),
        ("CT UBND xã Bản Lìm", [11], []),  # groups were given nothing as chairmen
        ("UBND xã Khau Dìa", [], [10, 17]),  # nothing by name, and yet a commune
        ("Sở Tài chính", [14], []),
    ],
)
def test_what_is_given_to_a_group_is_shown_when_asked_for_and_told_of_before(vb, typed, found, more):
    assert ids(vb, "--unit", typed) == found
    said = vb("tasks", "--unit", typed)[2]
    told = f"{len(more)} việc khác giao chung cho nhóm" in said and "--include-collective" in said
    assert told == bool(more)
    assert ids(vb, "--unit", typed, "--include-collective") == sorted([*found, *more])


def test_a_group_with_a_roster_is_its_members_and_nobody_else(copied):
    roster = ("units", "roster", "UBND các xã, thị trấn", "add", "UBND xã Nậm Cắt", "UBND thị trấn Khe Sim")
    assert copied(*roster)[0] == 0
    assert ids(copied, "--unit", "UBND xã Nậm Cắt") == [9, 10]
    assert ids(copied, "--unit", "UBND thị trấn Khe Sim") == [10]
    assert ids(copied, "--unit", "UBND xã Bản Lìm", "--include-collective") == [11, 17]  # not on the list of 10
    assert ids(copied, "--unit", "UBND xã Bản Lìm") == [11]


def test_a_roster_speaks_for_its_members_where_the_group_only_goes_along(copied):
    copied("assign", "14", "--support", "UBND các xã, thị trấn")
    assert ids(copied, "--unit", "UBND xã Nậm Cắt", "--role", "support") == []
    copied("units", "roster", "UBND các xã, thị trấn", "add", "UBND xã Nậm Cắt", "--until", "19/4/2024")
    assert ids(copied, "--unit", "UBND xã Nậm Cắt", "--role", "support") == []  # the paper is of 20 April
    copied("units", "roster", "UBND các xã, thị trấn", "add", "UBND xã Nậm Cắt", "--until", "20/4/2024")
    assert ids(copied, "--unit", "UBND xã Nậm Cắt", "--role", "support") == [14]


def test_a_slip_of_the_fingers_gets_a_proposal_and_another_unit_none(vb):
    def said(typed):
        code, shown, told = vb("tasks", "--unit", typed)
        assert (code, shown.count("\n")) == (0, 1)  # the head of the table
        return told

    assert "ý bạn là UBND huyện" in said("UBND huyệnn")
    assert "ý bạn là UBND huyện Lâm Khê" in said("UBND huyện Lâm Kê")  # a place that no paper writes out
    assert "ý bạn là UBND xã Nậm Cắt" in said("UBND xã Nậm Cắy")
    assert "ý bạn là Công an huyện" in said("Cong ann huyen")
    assert "ý bạn là" not in said("Kho bạc Nhà nước")
    assert "ý bạn là" not in said("xyz")


def test_who_took_over_is_asked_for_what_the_old_unit_had_and_a_whole_level_is_not(copied):
    assert copied("units", "successor", "UBND huyện Lũng Mây", "UBND xã Bản Lìm")[0] == 0
    assert ids(copied, "--unit", "UBND xã Bản Lìm") == [11, 12]
    assert ids(copied, "--unit", "UBND huyện Lũng Mây") == [12]
    assert ids(copied, "--unit", "UBND xã") == [9, 10, 11, 17]


def test_another_spelling_of_a_unit_finds_it_whatever_place_it_names(copied):
    assert copied("units", "alias", "UBND xã Nậm Cắt (mới)", "UBND xã Nậm Cắt")[0] == 0
    assert copied("units", "alias", "UBND xã Nậm Kắt", "UBND xã Nậm Cắt")[0] == 0
    assert ids(copied, "--unit", "UBND xã Nậm Kắt") == [9]
