"""Papers as they come out of the printer: .docx through LibreOffice to pages with places of letters."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pytest

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: nothing prints the papers")

MM = 72 / 25.4


@dataclass(frozen=True)
class Page:
    """One page; all lengths in points, from the upper left corner."""

    width: float
    height: float
    chars: list[dict]
    words: list[dict]
    text: str
    tables: list[list[list[str | None]]]

    @property
    def landscape(self) -> bool:
        return self.width > self.height


def pages_of(papers: dict[str, bytes], folder: Path) -> dict[str, list[Page]]:
    """Return the pages of each paper, printed in one start of LibreOffice."""
    for name, data in papers.items():
        (folder / f"{name}.docx").write_bytes(data)
    command = [
        SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
        "--outdir", str(folder), *(str(folder / f"{name}.docx") for name in papers),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return {name: _pages(folder / f"{name}.pdf") for name in papers}


def _pages(path: Path) -> list[Page]:
    found = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            chars = [char for char in page.chars if char["text"].strip()]
            found.append(
                Page(
                    float(page.width), float(page.height), chars, page.extract_words(), page.extract_text(), page.extract_tables()
                )
            )  # fmt: skip
            page.close()
    return found


def outside(page: Page, left: float = 30, right: float = 20, top: float = 20, bottom: float = 20) -> list[str]:
    """Return the letters outside the margins (millimetres); the number of the page stands in the upper one."""
    near = 0.5 * MM
    return [
        f"{char['text']} at {char['x0'] / MM:.1f}, {char['top'] / MM:.1f} mm"
        for char in page.chars
        if (char["x0"] < left * MM - near or char["x1"] > page.width - right * MM + near
            or char["bottom"] > page.height - bottom * MM + near
            or (char["top"] < top * MM - near and not char["text"].isdigit()))
    ]  # fmt: skip


def families(page: Page) -> set[str]:
    """Return the families of the embedded fonts; one that is not embedded comes with its full name."""
    names = {char["fontname"] for char in page.chars}
    return {re.sub(r"^[A-Z]{6}\+|[-,]?(?:Bold|Italic|Regular|MT|PS)+", "", name) if "+" in name else f"loose {name}" for name in names}  # fmt: skip


def block(page: Page, first: str, last: str) -> tuple[float, float, float, float]:
    """Return (x0, x1, top, bottom) of the words from one to another, the first that are met."""
    start = next(word for word in page.words if word["text"] == first)
    end = next(word for word in page.words if word["text"] == last and word["top"] >= start["top"])
    return (
        min(start["x0"], end["x0"]),
        max(start["x1"], end["x1"]),
        min(start["top"], end["top"]),
        max(start["bottom"], end["bottom"]),
    )
