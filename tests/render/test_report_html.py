"""The report as a page: its words against those of the paper, and how a browser lays it out."""

import re
import shutil
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser

import pytest
from made_report import AS_OF, STATE, WEEK, blank, large

from vbcli.model.report import Past
from vbcli.render.papers.report_html import report_html
from vbcli.render.papers.report_words import report_words
from vbcli.render.papers.words import number, plain


class Tables(HTMLParser):
    """The tables of a page as rows of words; a tag that is not closed where it should be is a fault."""

    VOID = frozenset({"meta", "br", "hr", "img", "line", "polyline", "circle", "rect"})

    def __init__(self):
        super().__init__()
        self.open, self.tables, self.words = [], [], []

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append(tag)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in {"td", "th"}:
            self.tables[-1][-1].append("")

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] in {"td", "th"}:
            self.tables[-1][-1][-1] += data
        self.words.append(data)


def parsed(data):
    found = Tables()
    found.feed(data.decode())
    found.close()
    assert found.open == []
    return found


@pytest.fixture(scope="module")
def report():
    past = [
        Past(
            replace(WEEK, start=WEEK.start - timedelta(days=7 * n), end=WEEK.end - timedelta(days=7 * n)),
            AS_OF - timedelta(days=7 * n),
            600,
            80 + n,
            100,
            30 + n,
            100,
        )
        for n in range(12, 0, -1)
    ]
    return replace(large(), history=tuple(past))


@pytest.fixture(scope="module")
def data(report):
    return report_html(report, STATE)


def test_all_words_of_the_paper_are_on_the_page(report, data):
    page, words = parsed(data), report_words(report, STATE)
    text = " ".join(" ".join(page.words).split())
    for part in words.parts:
        for section in part.sections:
            for block in section.blocks:
                if isinstance(block, str):
                    assert " ".join(block.split()) in text
    grids = [b for p in words.parts for s in p.sections for b in s.blocks if not isinstance(b, str)]
    for grid, table in zip([*grids, words.units, words.late], page.tables, strict=True):
        assert table[0] == [column.head for column in grid.columns]
        assert [tuple(row) for row in table[1:]] == list(grid.rows)


def test_the_figures_are_those_of_the_report(report, data):
    shown = dict(re.findall(r'<li id="(\w+)"[^>]*><b>([\d.]+)</b>', data.decode()))
    assert shown.pop("tasks") == number(report.tasks)
    assert shown == {name: number(len(report.figures[name])) for name in shown}
    assert len(shown) == 7


def test_the_page_needs_nothing_from_elsewhere(data):
    text = data.decode()
    assert re.findall(r"<script|<link|<img|<iframe|url\(|@import|https?://|\son\w+=", text) == []


def test_words_of_a_document_are_no_markup():
    task = next(iter(large().duties.values()))
    evil = replace(task, text="<script>alert(1)</script><b>đậm</b> & \x1b[31m", leads=("<i>Phòng</i>",))
    report = replace(large(), duties={**large().duties, task.id: evil})
    assert b"<script" not in report_html(report, STATE)


def test_bars_are_as_long_as_the_rates(report, data):
    rates = [unit.counts.in_time() for unit in report.statistic.by_unit]
    expected = sorted(round(100 * r.part / r.whole, 1) for r in rates if r.whole)[:30]
    assert [float(width) for width in re.findall(r'<i style="width:([\d.]+)%"', data.decode())] == expected


def test_the_line_has_a_point_for_each_period(report, data):
    text = data.decode()
    assert re.findall(r">(T\d+)</text>", text) == [*(f"T{24 - n}" for n in range(12, 0, -1)), "T24"]
    shown = re.findall(r'text-anchor="middle">(\d+)</text>', text)
    assert shown == [*(str(past.overdue) for past in report.history), str(len(report.figures["overdue"]))]


def test_a_report_of_nothing_is_a_page():
    page = parsed(report_html(blank(), STATE))
    assert plain(STATE.name) in " ".join(page.words)


WIDE, NARROW = 1280, 390


@pytest.fixture(scope="module")
def browser():
    """A real browser without a screen."""
    if shutil.which("chromium") is None or shutil.which("chromedriver") is None:
        pytest.skip("chromium and chromium-driver are not on this machine")
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    quiet = (
        "no-first-run",
        "disable-background-networking",
        "disable-component-update",
        "disable-sync",
        "disable-quic",
    )
    for flag in ("headless=new", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", *quiet):
        options.add_argument(f"--{flag}")
    driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
    yield driver
    driver.quit()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_browser_shows_it_without_pushing_the_page_sideways(browser, data, tmp_path, width):
    path = tmp_path / "bao-cao.html"
    path.write_bytes(data)
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width == NARROW}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    browser.get(path.as_uri())
    assert browser.execute_script("return innerWidth") == width
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    # what is wider than a telephone scrolls inside its own frame
    outside = """return [...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll')
        && (e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1)).length"""
    assert browser.execute_script(outside) == 0
    small = "return [...document.querySelectorAll('p, td, li')].map(e => parseFloat(getComputedStyle(e).fontSize)).filter(n => n < 13)"
    assert browser.execute_script(small) == []
    # each bar stands on the line of its unit
    rows = browser.execute_script(
        "return [...document.querySelectorAll('.bars .name')].map(e => [e.getBoundingClientRect().top,"
        " e.nextElementSibling.nextElementSibling.getBoundingClientRect().top])"
    )
    assert [pair for pair in rows if abs(pair[0] - pair[1]) > 12] == []
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []


def test_it_prints_on_a4(browser, tmp_path):
    import base64
    import io

    import pdfplumber

    path = tmp_path / "bao-cao.html"
    path.write_bytes(report_html(large(units=12), STATE))
    browser.get(path.as_uri())
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    with pdfplumber.open(io.BytesIO(base64.b64decode(printed["data"]))) as pdf:
        sizes = {(round(page.width), round(page.height)) for page in pdf.pages}
        assert {width > height for width, height in sizes} == {False, True}
        assert [size for size in sizes if abs(min(size) - 595) > 2 or abs(max(size) - 842) > 2] == []
        outside = [
            char["text"] for page in pdf.pages for char in page.chars if char["x1"] > page.width - 20 or char["x0"] < 20
        ]
        assert outside == []
