"""Records made by hand: invented papers, small enough to reason about."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, time
from functools import lru_cache
from typing import Any

from vbcli.lexicon.numbers import match_key
from vbcli.lexicon.unit_names import unit_name
from vbcli.model.document import Document, Entry, Field, Header, Paragraph, Part
from vbcli.model.evidence import Anchor, Evidence, Issue, Place, Span
from vbcli.model.record import Record
from vbcli.model.source import Block, BlockKind, Source
from vbcli.model.task import Assignee, Deadline, DeadlineKind, Mention, Reference, Role, Task
from vbcli.store.filing import FileState, Filing, Stamp

STAMP = Stamp("0.1.0", "2024-05-01T08:00:00+00:00")


@dataclass(frozen=True)
class Job:
    """One task to be put into a paper."""

    text: str
    leads: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    due: date | None = None
    words: str = ""
    kind: DeadlineKind = DeadlineKind.BEFORE
    soft: bool = False
    rrule: str | None = None
    due_time: time | None = None
    refs: tuple[str, ...] = ()
    locator: str = ""
    more: tuple[Deadline, ...] = ()


@dataclass(frozen=True)
class Paper:
    """What a made-up paper says."""

    jobs: tuple[Job, ...] = ()
    number: str | None = "12-TB/HU"
    issued_on: date | None = date(2024, 4, 2)
    issuer: str | None = "Huyện ủy Lâm Khê"
    doc_type: str = "thong_bao"
    subject: str = "Kết luận của Thường trực Huyện ủy về công tác quý I"
    cites: tuple[tuple[str, date | None, str | None], ...] = ()
    path: str = "tb-12.txt"
    format: str = "txt"
    ocr: bool = False
    part: int | None = None
    secrecy: str | None = None
    extra: str = ""
    issues: tuple[Issue, ...] = field(default=())


def unit(words: str, role: Role, span: Span) -> Assignee:
    return Assignee(unit_name(words), role, inherited=False, evidence=Evidence("assign.direct", span, 0.9))


def deadline(job: Job, span: Span) -> Deadline:
    evidence = Evidence("deadline.before-date", span, 0.95, None if job.due else "không tính được ngày")
    return Deadline(job.due, job.kind, job.words, evidence, rrule=job.rrule, soft=job.soft, due_time=job.due_time)


@lru_cache(maxsize=4)
def record(paper: Paper) -> Record:
    lines = [paper.issuer or "", f"Số {paper.number}", paper.subject, paper.extra]
    lines += [job.text for job in paper.jobs]
    lines += [f"Căn cứ văn bản số {key}" for key, _, _ in paper.cites]
    text = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    anchors = tuple(Anchor(start, Place(None, n + 1, n)) for n, start in enumerate(starts))
    source = Source(
        paper.path,
        hashlib.sha256(f"{paper.format}{text}".encode()).hexdigest(),
        paper.format,
        tuple(Block(BlockKind.LINE, line, line=n + 1) for n, line in enumerate(lines)),
        ocr=paper.ocr,
    )
    tasks = tuple(_task(text, job, n) for n, job in enumerate(paper.jobs))
    references = tuple(_references(text, paper))
    header = _header(text, paper)
    paragraphs = tuple(Paragraph(Span(s, s + len(line)), Part.BODY) for s, line in zip(starts, lines, strict=True))
    document = Document(source, text, paragraphs, header, (), anchors, paper.part, paper.issues)
    return Record(document, tasks, references, (Mention("nghị quyết nêu trên", Span(0, 5)),))


def _task(text: str, job: Job, n: int) -> Task:
    start = text.index(job.text)
    span = Span(start, start + len(job.text))
    assignees = [unit(u, Role.LEAD, span) for u in job.leads] + [unit(u, Role.SUPPORT, span) for u in job.supports]
    deadlines = ((deadline(job, span),) if job.words else ()) + job.more
    return Task(
        job.locator or str(n + 1),
        span,
        job.text,
        tuple(assignees),
        deadlines,
        job.refs,
        Evidence("task.item", span, 0.9),
    )


def _references(text: str, paper: Paper) -> list[Reference]:
    found = []
    for job in paper.jobs:
        for key in job.refs:
            start = text.index(key)
            found.append(
                Reference(key, None, None, None, key, Evidence("ref.number", Span(start, start + len(key)), 0.9))
            )
    for key, issued_on, issuer in paper.cites:
        words = f"văn bản số {key}"
        start = text.index(words)
        evidence = Evidence("ref.number", Span(start, start + len(words)), 0.9)
        found.append(Reference(key, "thong_bao", issued_on, issuer, words, evidence, "basis"))
    return sorted(found, key=lambda r: r.evidence.span)


def _header(text: str, paper: Paper) -> Header:
    def known(value: Any) -> Field[Any]:
        reason = None if value else "không có trong văn bản"
        return Field(value, Evidence("header.test", Span(0, 4) if value else None, 0.9 if value else 0.0, reason))

    return Header(
        doc_type=known(paper.doc_type),
        number=known(paper.number),
        issued_on=known(paper.issued_on),
        place=known("Lâm Khê"),
        issuer=known(paper.issuer),
        subject=known(paper.subject),
        signer=known("Đàm Quốc Kế"),
        signer_title=known("Phó Bí thư"),
        signed_for=known(None),
        recipients=(Entry("UBND huyện", Span(0, 4)),),
        copies_to=(Entry("Lưu Văn phòng", Span(0, 4)),),
        secrecy=paper.secrecy,
    )


def filing(paper: Paper) -> Filing:
    made = record(paper)
    header = made.document.header
    return Filing(
        made,
        unit_name(header.issuer.value) if header.issuer.value else None,
        match_key(header.number.value) if header.number.value else None,
        tuple(match_key(r.key) for r in made.references),
        tuple(tuple(map(match_key, t.refs)) for t in made.tasks),
    )


def state(paper: Paper) -> FileState:
    made = record(paper)
    return FileState(f"/van-ban/{paper.path}", made.document.source.sha256, len(made.document.text.encode()), 1)
