"""Papers as PDF, through LibreOffice; dates and file ids are fixed afterwards."""

import re
import subprocess
import tempfile
from pathlib import Path

from .docx_form import as_docx
from .paper import Paper

STAMP = b"20260101000000"
"""Creation date that every PDF gets, as long as the one it replaces."""


def fixed(data: bytes) -> bytes:
    """Return the PDF without the traces of when it was made; no byte moves."""
    data = re.sub(rb"(/(?:CreationDate|ModDate)\s*\(D:)\d{14}", rb"\g<1>" + STAMP, data)
    data = re.sub(rb"(/DocChecksum\s*/)[0-9A-F]{32}", rb"\g<1>" + b"0" * 32, data)
    return re.sub(
        rb"(<)[0-9A-F]{32}(>\s*<)[0-9A-F]{32}(>)", rb"\g<1>" + b"0" * 32 + rb"\g<2>" + b"0" * 32 + rb"\g<3>", data
    )


def converted(docx: bytes) -> bytes:
    """Return what LibreOffice makes of a Word file."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "paper.docx"
        source.write_bytes(docx)
        _convert([source], Path(folder))
        return source.with_suffix(".pdf").read_bytes()


def _convert(sources: list[Path], target: Path) -> None:
    profile = f"-env:UserInstallation={(target / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(target), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True)


def write_pdfs(papers: list[Paper], target: Path) -> list[Path]:
    """Write the papers into the folder `target` and return their paths."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        sources = [work / f"{paper.stem}.docx" for paper in papers]
        for paper, source in zip(papers, sources, strict=True):
            source.write_bytes(as_docx(paper))
        _convert(sources, work)
        written = []
        for source in sources:
            path = target / f"{source.stem}.pdf"
            path.write_bytes(fixed(source.with_suffix(".pdf").read_bytes()))
            written.append(path)
    return written
