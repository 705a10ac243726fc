"""Lines of a news report that say nothing: captions and bylines, against short orders and points of a list."""

import re

from vbcli.lexicon.cues import verbs
from vbcli.lexicon.unit_names import find_units
from vbcli.parse.marks import mark_of
from vbcli.text.fold import unify_tones

_CAPTION = 40
"""Characters; a paragraph of a report is longer."""
_ENDS = (".", "…", ":", ";")
_ORDER = re.compile(
    r"(?i)\W*(?:(?:đồng chí|đ/c|bí thư|chủ tịch|thường trực)[^,.;:]{0,40} )?(?:cũng )?(?:yêu cầu|giao|đề nghị|chỉ đạo|lưu ý|phân công) "
)


def is_caption(words: str) -> bool:
    """Tell whether a line is no paragraph of a report: it does not end a sentence, or it is short and neither an order nor a point of a list."""
    if not words.rstrip(' ”"').endswith(_ENDS):
        return True
    if len(words) > _CAPTION:
        return False
    plain = unify_tones(words)
    mark = mark_of(words)
    if mark and (
        words.rstrip().endswith(":") or verbs()["doing"].match(plain, mark.end) or find_units(words[mark.end :])
    ):
        return False
    return not (_ORDER.match(plain) and find_units(words))
