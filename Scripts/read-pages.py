"""usage: read-pages.py PROGRAM AXE [SCREENSHOTS]: looks at reports in a browser; see Scripts/test-pages."""
import base64, subprocess, sys, tempfile
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = Path(sys.argv[1]).resolve()
AXE = Path(sys.argv[2]).read_text() if sys.argv[2] else ""
SHOTS = Path(sys.argv[3]) if len(sys.argv) > 3 else None
CASES = sorted((ROOT / "geo/cases").glob("*.yaml")) + sorted((ROOT / "Tests/CaseTests/Made").glob("*.yaml"))
problems, looked = [], 0

# Words of one picture that lie on each other, by more than their antialiased edges.
OVERLAPS = """
const found = [];
for (const svg of document.querySelectorAll('svg[role=img]')) {
  const words = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim());
  const boxes = words.map(t => t.getBoundingClientRect());
  for (let i = 0; i < words.length; i++) for (let j = i + 1; j < words.length; j++) {
    const wide = Math.min(boxes[i].right, boxes[j].right) - Math.max(boxes[i].left, boxes[j].left);
    const high = Math.min(boxes[i].bottom, boxes[j].bottom) - Math.max(boxes[i].top, boxes[j].top);
    if (wide > 3 && high > 5) found.push(words[i].textContent + ' / ' + words[j].textContent);
  }
}
return found;
"""
# Pictures and tables may be moved within their frames; the page itself may not.
WIDER = "return document.documentElement.scrollWidth - document.documentElement.clientWidth;"
SERIOUS = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ['violations']}).then(result => done(result.violations
  .filter(v => ['serious', 'critical'].includes(v.impact))
  .map(v => v.id + ': ' + v.help + ': ' + v.nodes.slice(0, 2).map(n => n.html.slice(0, 120)).join(' | '))));
"""


def browser(width, dark):
    options = webdriver.ChromeOptions()
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={width},900"]:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600})
    driver.execute_cdp_cmd(
        "Emulation.setEmulatedMedia",
        {"features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})
    return driver


def expect(what, isTrue):
    global looked
    looked += 1
    if not isTrue:
        problems.append(what)


# What is kept as documentation: the name, the page, width, dark, the part that is shown (a CSS selector) and how much.
PICTURES = [
    ("report", "april-2019-train-en", 1280, False, "header", 1500),
    ("report~dark", "april-2019-train-en", 1280, True, "header", 1500),
    ("report-phone", "april-2019-train-en", 390, False, "header", 1500),
    ("report-phone~dark", "april-2019-train-en", 390, True, "header", 1500),
    ("report-way", "april-2019-train-en", 1280, False, "section:has(> figure > svg circle)", 1500),
    ("report-way~dark", "april-2019-train-en", 1280, True, "section:has(> figure > svg circle)", 1500),
    ("report-way-phone", "april-2019-train-en", 390, False, "section:has(> figure > svg circle)", 1000),
    ("report-ru", "april-2019-train-ru", 1280, False, "header", 1300),
    ("report-september", "september-2023-train-en", 1280, False, "section:has(> figure > svg circle)", 1300),
    ("report-flight", "js621-flight-en", 1280, False, "header", 1300),
    ("report-flight-phone~dark", "js621-flight-en", 390, True, "header", 1500),
]


def keep(driver, target, page, part, high):
    driver.get(page.as_uri())
    top = driver.execute_script(
        "return document.querySelector(arguments[0]).getBoundingClientRect().top + scrollY", part)
    size = driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
    shot = driver.execute_cdp_cmd("Page.captureScreenshot", {
        "format": "jpeg", "quality": 55, "captureBeyondViewport": True,
        "clip": {"x": 0, "y": top, "width": size["width"], "height": min(high, size["height"] - top), "scale": 1}})
    target.write_bytes(base64.b64decode(shot["data"]))


folder = Path(tempfile.mkdtemp())
pages = []
for case in CASES:
    for language in ["en", "ru"]:
        page = folder / f"{case.stem}-{language}.html"
        done = subprocess.run(
            [PROGRAM, "check", case, "--format", "html", "--language", language], capture_output=True)
        expect(f"{page.name}: exit code {done.returncode}", done.returncode == 0)
        page.write_bytes(done.stdout)
        pages.append(page)
        tidy = subprocess.run(["tidy", "-q", "-e", "-utf8", page], capture_output=True, text=True)
        faults = [
            line for line in tidy.stderr.splitlines()
            # Its HTML is of 2021, before these were in the standard.
            if "proprietary attribute" not in line and "not allowed in HTML5" not in line]
        expect(f"{page.name}: tidy: {faults[:3]}", not faults)

for width in [390, 1280]:
    for dark in [False, True]:
        driver = browser(width, dark)
        for page in pages:
            name = f"{page.name}, {width} px, {'dark' if dark else 'light'}"
            driver.get(page.as_uri())
            expect(f"{name}: {driver.execute_script(WIDER)} px too wide", driver.execute_script(WIDER) <= 0)
            overlaps = driver.execute_script(OVERLAPS)
            expect(f"{name}: words over words: {overlaps[:4]}", not overlaps)
            errors = [entry["message"] for entry in driver.get_log("browser")]
            expect(f"{name}: console: {errors[:2]}", not errors)
            if AXE:
                driver.execute_script(AXE)
                faults = driver.execute_async_script(SERIOUS)
                expect(f"{name}: axe: {faults}", not faults)
        if SHOTS:
            for target, stem, wide, isDark, part, high in PICTURES:
                if (wide, isDark) == (width, dark):
                    keep(driver, SHOTS / f"{target}.jpg", folder / f"{stem}.html", part, high)
        driver.quit()

print(f"{looked} looks at {len(pages)} pages, {len(problems)} problems")
for problem in problems:
    print(problem)
sys.exit(1 if problems else 0)
