"""What the states of the page are tried with: a browser on the service, and what every state has to pass."""
import subprocess, sys, tempfile
from pathlib import Path

from browser import SERIOUS, WIDER, keep, opened
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

ROOT = Path(__file__).resolve().parent.parent
SERVER = Path(sys.argv[1]).resolve()
AXE = Path(sys.argv[2]).read_text() if sys.argv[2] else ""
SHOTS = Path(sys.argv[3]) if len(sys.argv) > 3 else None
DOWNLOADS = Path(tempfile.mkdtemp())
# Text over text is looked for among what is drawn on the map and the timeline.
OVERLAP = """
const boxes = [...document.querySelectorAll('.ways text, .timeline text')].map(t => ({words: t.textContent, box: t.getBoundingClientRect(), of: t.closest('svg')}));
return boxes.flatMap((one, i) => boxes.slice(i + 1).filter(other => one.of === other.of && one.box.left + 2 < other.box.right && other.box.left + 2 < one.box.right
  && one.box.top + 4 < other.box.bottom && other.box.top + 4 < one.box.bottom).map(other => one.words + ' / ' + other.words));
"""
BLOCKED = "window.blocked = []; new PerformanceObserver(list => { for (const e of list.getEntries()) window.blocked.push(Math.round(e.duration)); }).observe({type: 'longtask', buffered: true});"
problems, passed = [], []


def expect(what, holds, more=""):
    (passed if holds else problems).append(f"{what}{': ' if more else ''}{more}")


def serve():
    process = subprocess.Popen([SERVER, "--port", "0", "--set", "limits.seconds=120"], stdout=subprocess.PIPE, text=True)
    return process, process.stdout.readline().strip().rstrip("/")


def browser(width=1280, dark=False, scripts=True):
    driver = opened(width, dark, {
        "download.default_directory": str(DOWNLOADS), "profile.managed_default_content_settings.javascript": 1 if scripts else 2})
    driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": BLOCKED})
    return driver


def picture(driver, name, part="html", high=900):
    """For the documentation."""
    if SHOTS:
        keep(driver, SHOTS / f"{name}.jpg", part, high, format="jpeg", quality=60)


def look(driver, name, quiet=True):
    """What every state of the page has to pass."""
    expect(f"{name}: nothing is wider than the page", driver.execute_script(WIDER) <= 0)
    logs = [entry["message"] for entry in driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]
    expect(f"{name}: the console is quiet", not quiet or not logs, "; ".join(logs)[:300])
    over = driver.execute_script(OVERLAP)
    expect(f"{name}: no text lies over another", not over, "; ".join(over)[:200])
    if AXE:
        driver.execute_script(AXE)
        found = driver.execute_async_script(SERIOUS)
        expect(f"{name}: no serious fault by axe-core", not found, "; ".join(found)[:400])
    if SHOTS:
        SHOTS.mkdir(parents=True, exist_ok=True)
        keep(driver, SHOTS / f"{name}.png")


def one(driver, selector):
    return driver.find_element(By.CSS_SELECTOR, selector)


def every(driver, selector):
    return driver.find_elements(By.CSS_SELECTOR, selector)


def text_of(driver, selector):
    return one(driver, selector).text


def wait(driver, holds, seconds=60):
    return WebDriverWait(driver, seconds, poll_frequency=0.05, ignored_exceptions=[Exception]).until(lambda _: holds())


def shown(driver):
    return int(driver.execute_script("return document.documentElement.dataset.shown || 0"))


def after(driver, work):
    """Does something and waits until a whole verdict is shown; gives how long it took in the page, in ms."""
    before = shown(driver)
    work()
    wait(driver, lambda: shown(driver) > before)
    return int(driver.execute_script("return document.documentElement.dataset.ms"))


def verdict(driver):
    return text_of(driver, "#verdict h2")


def put(driver, element, text):
    """As pasting does; typing thousands of letters takes minutes."""
    driver.execute_script("arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))", element, text)


def begin(driver, address):
    driver.get("about:blank")
    driver.get(address)
    wait(driver, lambda: one(driver, "#examples .example").is_displayed())


def paste(driver, address, articles):
    begin(driver, address)
    for place, (outlet, published, text) in enumerate(articles):
        if place:
            one(driver, "#more-articles").click()
        put(driver, one(driver, "#paste-text") if not place else every(driver, ".another textarea")[-1], text)
        group = every(driver, "#paste-more .fields")[place]
        put(driver, group.find_element(By.NAME, "outlet"), outlet)
        if published:
            put(driver, group.find_element(By.NAME, "published"), published)
    after(driver, one(driver, "#check").click)


def confirm(driver):
    # Just after a step taken back the button may be drawn anew.
    wait(driver, lambda: one(driver, "#confirm-yes").send_keys(Keys.ENTER) is None)
    wait(driver, lambda: "folded" in one(driver, "#confirm").get_attribute("class"))


def drop(driver, address, text, name="case.yaml"):
    """A file as the button opens it, and as a drop does."""
    file = DOWNLOADS / name
    file.write_text(text)
    begin(driver, address)
    one(driver, "#files").send_keys(str(file))


def claim(driver, words):
    def found():
        return next(row for row in every(driver, ".claim") if words in row.find_element(By.CSS_SELECTOR, ".claim-line .quote").text)

    row = found()
    if not row.find_elements(By.CSS_SELECTOR, ".claim-fields"):
        row.find_element(By.CSS_SELECTOR, ".claim-line").click()
    return found()


def write(element, text):
    element.send_keys(Keys.CONTROL, "a")
    element.send_keys(text)
