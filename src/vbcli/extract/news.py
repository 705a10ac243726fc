"""Reports of meetings: what speakers demand, sentence by sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vbcli.extract import duties
from vbcli.extract.assignments import Charge, assignees, find_charges
from vbcli.extract.reading import Handed, Reading, make_task, trimmed
from vbcli.extract.sentences import clauses, sentences
from vbcli.lexicon.cues import verbs
from vbcli.lexicon.unit_names import prepare
from vbcli.model.document import Item
from vbcli.model.evidence import Span
from vbcli.model.task import Assignee, Role, Task

_SHORTEST = 24
"""Characters; what is shorter demands nothing that could be followed up."""
_NEAR = 130
"""Characters; a unit that a speaker names further on in a sentence is charged with that part alone."""
_DEMAND = re.compile(
    r"(?<!\w)(?:yêu cầu|đề nghị|giao(?: cho)?|chỉ đạo|nhấn mạnh|lưu ý|quán triệt)(?!\w)(?! của| từ)", re.IGNORECASE
)
_HEARD = re.compile(
    r"(?i)theo (?:dự thảo|báo cáo|tờ trình|đề án|đó)|^(?:tại hội nghị, )?[^.;]{0,60}(?:đã )?(?:đề xuất|kiến nghị|phát biểu thảo luận|báo cáo|trình bày)\b"
)
_SPEAKER_AGAIN = re.compile(
    r",\s*(?=(?:đồng chí|Chủ tịch|Bí thư|Phó Bí thư)(?: [A-ZĐÀ-Ỹ]\w*){0,4}(?: cũng)? (?:yêu cầu|đề nghị|giao)(?!\w))"
)
_SPEAKER = re.compile(r"(?i)(?:đồng chí|bí thư|chủ tịch|thường trực|ban thường vụ|phó|kết luận|phát biểu|hội nghị)")


_CLAUSES = re.compile(
    rf"(?:{verbs()['assigning'].pattern}|(?:tập trung|chủ động|tiếp tục|tăng cường|đẩy mạnh|nâng cao|khẩn trương|thực hiện"
    r"|đối với [^;.]{5,90}(?:yêu cầu|đề nghị)|(?:đồng chí|chủ tịch|bí thư)[^;.]{0,60}(?:yêu cầu|đề nghị|giao))(?!\w))",
    re.IGNORECASE,
)
"""Behind a semicolon these open a demand of its own."""
_MUST = re.compile(r"(?i)(?:đề nghị|yêu cầu)(?: \w+){0,3}? (?:phải|cần|tập trung|tiếp tục)")
_REPORTED_ORDER = re.compile(r"(?i)(?:yêu cầu|giao) (?:các|UBND|cho)")


def news_tasks(reading: Reading) -> Iterator[Task]:
    """Yield what speakers demand, sentence by sentence; a demand goes on over the sentences that follow it in its paragraph."""
    number = 0
    for item in reading.document.items:
        demands = _Demands(reading, item)
        for sentence in sentences(reading.document.text, item.span):
            if demands.only_tells(sentence):
                continue
            for clause in clauses(reading.document.text, sentence, _CLAUSES, _SPEAKER_AGAIN):
                if demands.hold(clause, sentence):
                    number += 1
                    handed = Handed("duty", demands.units)
                    yield make_task(
                        reading, f"¶{number}", trimmed(reading.document.text, clause), handed, "task.demand"
                    )


@dataclass(slots=True)
class _Demands:
    """What a speaker demands in one paragraph, as far as it was read."""

    reading: Reading
    item: Item
    open: bool = False
    """Somebody has demanded: what follows goes on with it."""
    units: tuple[Assignee, ...] = ()
    """Of whom."""

    def only_tells(self, sentence: Span) -> bool:
        """Tell whether a sentence reports a draft or a request upward; it ends what was demanded."""
        said = prepare(self.reading.document.text[sentence.start : sentence.end])
        tells = bool(_HEARD.search(said)) and not _REPORTED_ORDER.search(said)
        self.open = self.open and not tells
        return tells

    def hold(self, clause: Span, sentence: Span) -> bool:
        """Tell whether a clause is a demand, or goes on with one."""
        text = self.reading.document.text
        words = text[clause.start : clause.end]
        charges = [c for c in find_charges(text, clause, self.reading.mentions) if c.role is Role.LEAD]
        if self._is_demand(clause, words, charges):
            self.open = True
            near = [c for c in charges if c.mention.start - clause.start < _NEAR]
            self.units = tuple(replace(a, inherited=True) for a in assignees(near, ())) or self.units
            return len(words) > _SHORTEST
        if self.open and (duties.bids(words) or charges):
            return len(words) > _SHORTEST and duties.formula(words) != "formula.praise"
        self.open = self.open and clause.end < sentence.end
        return False

    def _is_demand(self, clause: Span, words: str, charges: Sequence[Charge]) -> bool:
        if not _DEMAND.search(words):
            return False
        asked = any(c.rule in ("assign.charged", "assign.asked") for c in charges)
        stressed = bool(charges) and duties.must(words)
        spoken = bool(charges) or bool(_SPEAKER.search(self.reading.document.text[self.item.span.start : clause.end]))
        return spoken and (asked or stressed or bool(_MUST.search(words)))
