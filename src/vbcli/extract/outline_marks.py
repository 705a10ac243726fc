"""Where the words of an item begin behind its mark."""

import re

from vbcli.model.document import Item


def content_start(words: str, item: Item) -> int:
    """Return how many characters the printed mark of an item takes at the start of its words."""
    if not item.label:
        return 0
    pattern = r"\s*".join(re.escape(part) for part in item.label.split())
    m = re.match(rf"\s*{pattern}\s*[.,:)/-]?\s*", words)
    return m.end() if m else 0
