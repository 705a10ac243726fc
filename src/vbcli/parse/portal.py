"""What a portal's own table says of a paper, for papers whose head is lost."""

from collections.abc import Sequence
from itertools import pairwise

from vbcli.text.fold import fold


def portal_fields(lines: Sequence[str]) -> dict[str, str]:
    """Return what a portal's own table says of a paper (Số hiệu, Ngày ban hành, Người ký …): label folded → value.

    The value is the next line that is not a label; used only where the paper's own head is lost.
    """
    found: dict[str, str] = {}
    for label, value in pairwise(lines):
        key = fold(label).strip(" :*")
        if label.rstrip(" *").endswith(":") and key in _PORTAL_LABELS and not value.rstrip(" *").endswith(":"):
            found.setdefault(key, value.strip(" *"))
    return found


_PORTAL_LABELS = frozenset(
    (
        "so hieu",
        "so ky hieu",
        "so/ky hieu",
        "loai van ban",
        "noi ban hanh",
        "co quan ban hanh",
        "nguoi ky",
        "ngay ban hanh",
        "trich yeu",
    )
)
