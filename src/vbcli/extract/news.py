"""Reports of meetings: what speakers demand, sentence by sentence."""

import re
from collections.abc import Iterator
from dataclasses import replace

from vbcli.extract import duties
from vbcli.extract.assignments import assignees, find_charges
from vbcli.extract.reading import Handed, Reading, make_task, trimmed
from vbcli.extract.sentences import clauses, sentences
from vbcli.lexicon.cues import verbs
from vbcli.lexicon.unit_names import prepare
from vbcli.model.task import Assignee, Role, Task

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


def news_tasks(reading: Reading) -> Iterator[Task]:
    """Yield what speakers demand, sentence by sentence; a demand without a unit goes on over the sentences that follow it."""
    text = reading.document.text
    opening = re.compile(
        rf"(?:{verbs()['assigning'].pattern}|(?:tập trung|chủ động|tiếp tục|tăng cường|đẩy mạnh|nâng cao|khẩn trương|thực hiện|đối với [^;.]{{5,90}}(?:yêu cầu|đề nghị)|(?:đồng chí|chủ tịch|bí thư)[^;.]{{0,60}}(?:yêu cầu|đề nghị|giao))(?!\w))",
        re.IGNORECASE,
    )
    number = 0
    for item in reading.document.items:
        open_demand = False
        units: tuple[Assignee, ...] = ()
        for sentence in sentences(text, item.span):
            said = prepare(text[sentence.start : sentence.end])
            if _HEARD.search(said) and not re.search(r"(?i)(?:yêu cầu|giao) (?:các|UBND|cho)", said):
                open_demand = False
                continue
            for clause in clauses(text, sentence, opening, _SPEAKER_AGAIN):
                words = text[clause.start : clause.end]
                charges = [c for c in find_charges(text, clause, reading.mentions) if c.role is Role.LEAD]
                demand = _DEMAND.search(words)
                demanded = demand is not None and (
                    any(c.rule in ("assign.charged", "assign.asked") for c in charges)
                    or re.search(r"(?i)(?:đề nghị|yêu cầu)(?: \w+){0,3}? (?:phải|cần|tập trung|tiếp tục)", words)
                )
                if demanded and (_SPEAKER.search(text[item.span.start : clause.end]) or charges):
                    open_demand = True
                    opening_charges = [c for c in charges if c.mention.start - clause.start < _NEAR]
                    units = tuple(replace(a, inherited=True) for a in assignees(opening_charges, ())) or units
                elif not (open_demand and duties.bids(words)):
                    open_demand = open_demand and clause.end < sentence.end
                    continue
                if len(words) < 25 or (duties.formula(words) == "formula.praise" and not demanded):
                    continue
                number += 1
                yield make_task(reading, f"¶{number}", trimmed(text, clause), Handed("duty", units), "task.demand")
