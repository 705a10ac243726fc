"""Write every sample into samples/; names after the command limit it to these stems."""

import importlib
import pkgutil
import sys
import unicodedata
from pathlib import Path

from . import papers
from .docx_form import as_docx
from .old_font import in_old_font
from .paper import Paper
from .pdf_form import converted, write_pdfs
from .scan_form import as_scan
from .signed_form import as_signed
from .txt_form import CODECS, as_text, encoded

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SEAL = (0.53, 0.82)
"""Where the seal of a scan is pressed, in parts of the page's width and height."""


def all_papers() -> list[Paper]:
    """Return the papers of all modules in the order of their names."""
    names = sorted(module.name for module in pkgutil.iter_modules(papers.__path__))
    return [importlib.import_module(f"{papers.__name__}.{name}").PAPER for name in names]


def main(stems: list[str]) -> None:
    """Write the samples."""
    chosen = [paper for paper in all_papers() if not stems or paper.stem in stems]
    SAMPLES.mkdir(exist_ok=True)
    for paper in chosen:
        text = as_text(paper)
        if not unicodedata.is_normalized("NFC", text):
            raise ValueError(f"{paper.stem}: text is not NFC")
        if "txt" in paper.forms:
            (SAMPLES / f"{paper.stem}.txt").write_text(text, encoding="utf-8", newline="\n")
        for codec in CODECS.intersection(paper.forms):
            (SAMPLES / f"{paper.stem}.txt").write_bytes(encoded(text, codec))
        if "docx" in paper.forms:
            (SAMPLES / f"{paper.stem}.docx").write_bytes(as_docx(paper))
        if "tcvn3" in paper.forms:
            (SAMPLES / f"{paper.stem}.docx").write_bytes(in_old_font(as_docx(paper)))
        if "signed" in paper.forms:
            (SAMPLES / f"{paper.stem}.pdf").write_bytes(as_signed(paper))
        if "scan" in paper.forms:
            (SAMPLES / f"{paper.stem}.pdf").write_bytes(as_scan(converted(as_docx(paper)), seal=SEAL))
    pdfs = [paper for paper in chosen if "pdf" in paper.forms]
    if pdfs:
        write_pdfs(pdfs, SAMPLES)
    sys.stdout.write(f"{len(chosen)} papers written to {SAMPLES}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
