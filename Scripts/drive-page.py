"""usage: drive-page.py SERVER AXE [SCREENSHOTS]: uses the service's page in a browser; see Scripts/test-browser."""
import json, re, subprocess, sys, tempfile, time, urllib.request
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
problems, checked = [], 0

# A journey that cannot be: 472 km in 3 h 10 at no more than 120 km/h, over a railway of less than the straight line.
MADE = [
    ("An agency", "2024-04-24", "NAIROBI, April 24, 2024 - The night train left Nairobi at 22:00 on Tuesday and reached Mombasa at 01:10 on Wednesday. The "
     "train from Nairobi to Mombasa covers 472 km. Its top speed is 120 km/h, the railway said."),
    ("A site", "2024-04-25", "The railway from Nairobi to Mombasa is only 300 km long. The train from Nairobi to Mombasa takes five hours."),
]


def expect(what, holds, more=""):
    global checked
    checked += 1
    if not holds:
        problems.append(f"{what}{': ' if more else ''}{more}")


def serve():
    process = subprocess.Popen([SERVER, "--port", "0"], stdout=subprocess.PIPE, text=True)
    return process, process.stdout.readline().strip().rstrip("/")


def browser(width=1280, dark=False, scripts=True):
    return opened(width, dark, {
        "download.default_directory": str(DOWNLOADS), "profile.managed_default_content_settings.javascript": 1 if scripts else 2})


def shoot(driver, name):
    if SHOTS:
        SHOTS.mkdir(parents=True, exist_ok=True)
        keep(driver, SHOTS / f"{name}.png")


def picture(driver, name, part, high):
    """For the documentation."""
    if SHOTS:
        keep(driver, SHOTS / f"{name}.jpg", part, high, format="jpeg", quality=55)


def look(driver, name):
    """What every state of the page has to pass."""
    expect(f"{name}: nothing is wider than the page", driver.execute_script(WIDER) <= 0)
    logs = [entry["message"] for entry in driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]
    expect(f"{name}: the console is quiet", not logs, "; ".join(logs))
    if AXE:
        driver.execute_script(AXE)
        found = driver.execute_async_script(SERIOUS)
        expect(f"{name}: no serious fault by axe-core", not found, "; ".join(found))
    shoot(driver, name)


def text_of(driver, name):
    return driver.find_element(By.ID, name).text


def wait(driver, holds, seconds=30):
    return WebDriverWait(driver, seconds, poll_frequency=0.1, ignored_exceptions=[Exception]).until(lambda _: holds())


def paste(driver, articles):
    for place, (outlet, published, text) in enumerate(articles):
        if place:
            driver.find_element(By.ID, "add-article").click()
        card = driver.find_elements(By.CSS_SELECTOR, ".article")[-1]
        # As pasting does; typing thousands of letters takes minutes.
        driver.execute_script("arguments[0].value = arguments[1]", card.find_element(By.CSS_SELECTOR, "textarea"), text)
        card.find_element(By.NAME, "outlet").send_keys(outlet)
        if published:
            card.find_element(By.NAME, "published").send_keys(published)
    driver.find_element(By.ID, "read").send_keys(Keys.ENTER)
    wait(driver, lambda: driver.find_element(By.ID, "save-report").get_attribute("href"))


def find_conflicts(driver):
    expect("the headline is that they cannot all be true", text_of(driver, "verdict").startswith("These reports cannot all be true"), text_of(driver, "verdict")[:80])
    lines = {line.text.split("“")[1].split("”")[0]: line.get_attribute("class")
             for line in driver.find_elements(By.CSS_SELECTOR, "#claim-verdicts li") if "“" in line.text}
    for words, verdict in [("only 300 km", "contradicted"), ("120 km/h", "disputed")]:
        got = next((lines[quote] for quote in lines if words in quote or quote in words), None)
        expect(f"'{words}' is {verdict}", got == verdict, str(got))
    driver.execute_script("document.querySelectorAll('#readings details').forEach(d => { d.open = true })")
    marks = driver.find_elements(By.CSS_SELECTOR, "#readings mark")
    expect("figures are marked in the text", len(marks) >= 5, f"{len(marks)}")
    expect("the map shows ways", len(driver.find_elements(By.CSS_SELECTOR, "#map path")) >= 2)
    expect("the train graph is drawn", driver.execute_script("const i = document.querySelector('#graph img'); return i && i.complete && i.naturalWidth > 100"))


def slide(driver):
    """Moves the speed slider until the clock times can stand; gives the speed."""
    rows = [row for row in driver.find_elements(By.CSS_SELECTOR, ".slider") if "Greatest speed" in row.text]
    expect("there is a slider for the speed", bool(rows))
    for row in rows:
        slider = row.find_element(By.CSS_SELECTOR, "input[type=range]")
        for speed in range(120, 201, 2):
            while int(slider.get_attribute("value")) < speed:
                slider.send_keys(Keys.ARROW_RIGHT)
            if speed == 120:
                slider.send_keys(Keys.ARROW_RIGHT, Keys.ARROW_LEFT)
            wait(driver, lambda: f" {speed} km/h" in text_of(driver, "what-if"))
            # In one go, for the list is made anew with every answer.
            verdicts = driver.execute_script(
                "return [...document.querySelectorAll('#what-if li')].filter(i => /22:00|01:10/.test(i.textContent)).map(i => i.dataset.verdict)")
            if speed == 120:
                if "disputed" not in verdicts:
                    break
            elif verdicts and "disputed" not in verdicts:
                return speed
        row.find_element(By.CSS_SELECTOR, "input[type=checkbox]").click()
        wait(driver, lambda: not text_of(driver, "what-if"))
    return None


def saved(driver, name):
    """What a link of the page saves."""
    link = driver.find_element(By.ID, name)
    file = DOWNLOADS / link.get_attribute("download")
    link.click()
    wait(driver, lambda: file.exists() and file.stat().st_size > 0)
    return file.read_text()


def use(driver, address):
    driver.get(address)
    look(driver, "start")
    paste(driver, MADE[:1])
    wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, ".slider"))
    speed = slide(driver)
    expect("with a faster train the conflict of the clock goes", speed is not None and 146 <= speed <= 154, f"at {speed} km/h")
    print(f"22:00 and 01:10 are consistent with each other from {speed} km/h on", file=sys.stderr)
    look(driver, "what-if")
    picture(driver, "page-what-if", "#map", 1750)
    driver.get(address)
    paste(driver, MADE)
    wait(driver, lambda: driver.find_element(By.CSS_SELECTOR, "#graph img").get_property("complete"))
    time.sleep(0.5)
    find_conflicts(driver)
    look(driver, "verdict")
    picture(driver, "page", "#readings details:nth-of-type(1)", 770)

    report = saved(driver, "save-report")
    expect("the report is a page of its own", report.lower().startswith("<!doctype html>") and not re.search(r"<script(?! type=.application/yaml)", report))
    again = urllib.request.urlopen(urllib.request.Request(f"{address}/v1/check", report.encode(), {"Content-Type": "text/html"}))
    expect("the report can be judged again", json.load(again)["verdict"]["status"] == "cannot-all-be-true")
    features = json.loads(saved(driver, "save-geojson"))
    expect("the map data are GeoJSON", features["type"] == "FeatureCollection" and len(features["features"]) >= 2)

    edit(driver)
    driver.find_element(By.ID, "keep").click()
    wait(driver, lambda: "Kept as" in text_of(driver, "keep-status"))
    driver.find_element(By.ID, "keep").click()
    wait(driver, lambda: "revision 2" in text_of(driver, "keep-status"))
    expect("the kept case is listed", "revision 2" in text_of(driver, "kept"))
    driver.get(address)
    driver.find_element(By.CSS_SELECTOR, ".open-kept").click()
    wait(driver, lambda: "cannot all be true" in text_of(driver, "verdict"))


def edit(driver):
    """Corrects the figure of 120 km/h, and the verdict follows."""
    card = next(card for card in driver.find_elements(By.CSS_SELECTOR, ".claim") if "120 km/h" in card.text)
    value = card.find_element(By.CSS_SELECTOR, ".fields input")
    value.clear()
    value.send_keys("160 km/h", Keys.TAB)
    wait(driver, lambda: any("consistent" in line.get_attribute("class") for line in driver.find_elements(By.CSS_SELECTOR, "#claim-verdicts li") if "120 km/h" in line.text))
    place = next(control for control in driver.find_elements(By.CSS_SELECTOR, "input[list=places]"))
    old = place.get_attribute("value")
    place.clear()
    place.send_keys("mombas")
    wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "#places option"))
    expect("places are completed", any("Mombasa" in option.get_property("textContent") for option in driver.find_elements(By.CSS_SELECTOR, "#places option")))
    place.send_keys(Keys.TAB)
    wait(driver, lambda: "mombas" in text_of(driver, "case-problem"))
    expect("a place that is not known is told", not driver.find_element(By.ID, "verdict-section").is_displayed())
    place.clear()
    place.send_keys(old, Keys.TAB)
    wait(driver, lambda: driver.find_element(By.ID, "verdict-section").is_displayed())


def main():
    process, address = serve()
    try:
        driver = browser()
        use(driver, address)
        driver.quit()
        for width, dark in [(390, False), (390, True), (1280, True)]:
            driver = browser(width, dark)
            driver.get(address)
            driver.find_element(By.CSS_SELECTOR, ".open-kept").click()
            wait(driver, lambda: driver.find_element(By.CSS_SELECTOR, "#graph img").get_property("complete"))
            time.sleep(0.5)
            look(driver, f"kept-{width}-{'dark' if dark else 'light'}")
            picture(driver, f"page-{'phone' if width < 600 else 'verdict'}{'~dark' if dark else ''}", "#verdict-section", 1500)
            driver.get(f"{address}/docs")
            look(driver, f"docs-{width}-{'dark' if dark else 'light'}")
            driver.quit()
        driver = browser(scripts=False)
        driver.get(address)
        driver.find_element(By.CSS_SELECTOR, "#kept a").click()
        wait(driver, lambda: "/check" in driver.current_url)
        shoot(driver, "report-without-scripts")
        text = driver.find_element(By.CSS_SELECTOR, "body").text
        expect("a report is read without scripts", "cannot all be true" in text, text[:200])
        driver.quit()
    finally:
        process.terminate()
        expect("the service ends when it is asked to", process.wait(20) == 0, str(process.returncode))
    for problem in problems:
        print(problem)
    print(f"{checked} checks of the page, {len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
