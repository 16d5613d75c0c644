"""usage: read-pages.py PROGRAM AXE [SCREENSHOTS]: looks at reports in a browser; see Scripts/test-pages."""
import subprocess, sys, tempfile
from pathlib import Path

from browser import SERIOUS, WIDER, keep, opened

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = Path(sys.argv[1]).resolve()
AXE = Path(sys.argv[2]).read_text() if sys.argv[2] else ""
SHOTS = Path(sys.argv[3]) if len(sys.argv) > 3 else None
CASES = sorted((ROOT / "geo/cases").glob("*.yaml")) + sorted((ROOT / "Tests/CaseTests/Made").glob("*.yaml"))
CASES.append(ROOT / "Scripts/examples/ferry.txt")
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

def expect(what, isTrue):
    global looked
    looked += 1
    if not isTrue:
        problems.append(what)


# What is kept as documentation: the name, the page, width, dark, the part that is shown (a CSS selector) and how much.
PICTURES = [
    ("report", "ferry-en", 1280, False, "header", 800),
    ("report~dark", "ferry-en", 1280, True, "header", 800),
    ("report-phone", "april-2019-train-en", 390, False, "header", 1500),
    ("report-phone~dark", "april-2019-train-en", 390, True, "header", 1500),
    ("report-way", "april-2019-train-en", 1280, False, ".columns", 1500),
    ("report-way~dark", "april-2019-train-en", 1280, True, ".columns", 1500),
    ("report-way-phone", "april-2019-train-en", 390, False, ".columns", 1000),
    ("report-ru", "april-2019-train-ru", 1280, False, "header", 1300),
    ("report-september", "september-2023-train-en", 1280, False, ".columns", 1300),
    ("report-flight", "js621-flight-en", 1280, False, "header", 1300),
    ("report-flight-phone~dark", "js621-flight-en", 390, True, "header", 1500),
]


# How many screens of 800 px a report takes at the most.
SCREENS = {"april-2019-train-en": 6, "september-2023-train-en": 10}

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
        driver = opened(width, dark)
        for page in pages:
            name = f"{page.name}, {width} px, {'dark' if dark else 'light'}"
            driver.get(page.as_uri())
            if width == 1280 and page.stem in SCREENS:
                high = driver.execute_script("return document.documentElement.scrollHeight") / 800
                expect(f"{name}: {high:.1f} screens of 800 px", high <= SCREENS[page.stem])
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
                    driver.get((folder / f"{stem}.html").as_uri())
                    keep(driver, SHOTS / f"{target}.jpg", part, high, format="jpeg", quality=55)
        driver.quit()

print(f"{looked} looks at {len(pages)} pages, {len(problems)} problems")
for problem in problems:
    print(problem)
sys.exit(1 if problems else 0)
