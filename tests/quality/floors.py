"""Floors: what is reached is pinned, with a fingerprint of the samples that it was reached on."""

import hashlib
import json
from math import floor
from pathlib import Path

from vbcli.pipeline import records_of
from vbcli.render.record import record_json

from .score import PARTS, TRUTH, Tally, labels, sample_of, score

FLOORS = Path(__file__).with_name("floors.json")


def measure() -> dict[str, Tally]:
    """Return the tallies over all samples but scans, which not every computer reads, nor each alike."""
    tallies = {part: Tally() for part in PARTS}
    for name, label in labels():
        if label.get("scan"):
            continue
        record = records_of(sample_of(label))[0]
        score(record_json(record), label, tallies, name)
    return tallies


def reached(tallies: dict[str, Tally]) -> dict[str, float]:
    """Return F1 by part, rounded down to two decimals."""
    return {part: floor(tally.f1 * 100 + 1e-9) / 100 for part, tally in tallies.items()}


def fingerprint() -> str:
    """Return what changes with any sample or label."""
    digest = hashlib.sha256()
    for path in sorted([*TRUTH.glob("*.toml"), *(sample_of(label) for _, label in labels())]):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def pinned() -> dict[str, float]:
    return json.loads(FLOORS.read_text(encoding="utf-8"))["floors"] if FLOORS.exists() else {}


def pinned_on() -> str:
    return json.loads(FLOORS.read_text(encoding="utf-8"))["samples"] if FLOORS.exists() else ""


def lowered(now: dict[str, float]) -> dict[str, tuple[float, float]]:
    """Return the parts that fell below their floor: (floor, now)."""
    return {part: (low, now[part]) for part, low in pinned().items() if now[part] < low}


def pin(now: dict[str, float]) -> None:
    content = {"samples": fingerprint(), "floors": now}
    FLOORS.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
