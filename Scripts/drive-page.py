"""usage: drive-page.py SERVER AXE [SCREENSHOTS]: uses the service's page in a browser; see Scripts/test-browser."""
import sys, time, traceback, urllib.parse

from page_driver import (
    ROOT, after, begin, browser, claim, confirm, drop, every, expect, look, one, passed, paste, picture, problems, put, serve,
    shown, text_of, verdict, wait, write)
from page_editing import journeys
from page_sharing import share
from page_stories import ADDRESS, PLAIN, STORIES, TRAIN, WRONG_DATE, long_story, many_claims
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys


# MARK: States


def empty(driver, address):
    begin(driver, address)
    look(driver, "start")
    one(driver, "#check").click()
    expect("an empty text is no verdict", "nothing to check" in text_of(driver, "#paste-problem") and not every(driver, "#verdict"))
    put(driver, one(driver, "#paste-text"), ADDRESS)
    one(driver, "#paste-text").send_keys(Keys.CONTROL, Keys.ENTER)
    expect("an address is refused with the way to save it", "save it" in text_of(driver, "#paste-problem"), text_of(driver, "#paste-problem"))
    look(driver, "address")
    put(driver, one(driver, "#paste-text"), PLAIN)
    after(driver, lambda: one(driver, "#paste-text").send_keys(Keys.CONTROL, Keys.ENTER))
    expect("what tells of no journey is not called plausible", verdict(driver).endswith("Nothing could be checked"), verdict(driver))
    look(driver, "nothing")


def verdicts(driver, address):
    paste(driver, address, TRAIN)
    look(driver, "confirm")
    confirm(driver)
    expect("the headline is that they cannot all be true", "cannot all be true" in verdict(driver), verdict(driver))
    states = {row.text: row.get_attribute("class") for row in every(driver, ".claim")}
    for words, wanted in [("only 300 km", "contradicted"), ("120 km/h", "disputed")]:
        got = next((states[text] for text in states if words in text), "")
        expect(f"'{words}' is {wanted}", wanted in got, got)
    expect("the map shows ways", len(every(driver, "#map .way")) >= 2)
    expect("the timeline shows both moments", len(every(driver, ".time-row")) >= 2)
    expect("each contradiction has a card with a scale", every(driver, "#cards .card .scale") and every(driver, "#cards details"))
    look(driver, "verdict")
    picture(driver, "page", ".titlebar", 900)
    select(driver)
    slide(driver)
    edit(driver)
    history(driver)
    share(driver, address)


def select(driver):
    """A claim lights up everywhere, from wherever it is selected."""
    lit = "return [document.querySelectorAll('.claim.chosen').length, document.querySelectorAll('#map .lit').length, document.querySelectorAll('.time-row.lit').length, document.querySelectorAll('mark.chosen').length]"
    one(driver, "#articles summary").click()
    wait(driver, lambda: every(driver, "#articles mark"))
    expect("figures are marked in the text", len(every(driver, "#articles mark")) >= 4)
    driver.execute_script("[...document.querySelectorAll('#articles mark')].find(m => m.textContent.includes('22:00')).click()")
    expect("a figure of the article lights up in all places", all(driver.execute_script(lit)[:3]), str(driver.execute_script(lit)))
    one(driver, "#map .leg .touch").parent.execute_script("document.querySelector('#map .leg').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
    got = driver.execute_script(lit)
    expect("a way on the map selects its claims", got[0] >= 1 and got[1] >= 1, str(got))
    row = every(driver, ".time-row")[0]
    driver.execute_script("arguments[0].focus()", row)
    row.send_keys(Keys.ENTER)
    got = driver.execute_script(lit)
    expect("a bar of the timeline selects its claim", got[0] == 1 and got[2] == 1 and got[3] == 1, str(got))
    look(driver, "selected")


def slide(driver):
    """A slider at its tipping point resolves what it is about."""
    rows = [row for row in every(driver, ".slide") if "120 km/h" in row.text]
    expect("there is a slider for the speed", bool(rows))
    for row in rows:
        tip = row.find_elements(By.CSS_SELECTOR, ".tip")
        expect("its tipping point is marked", bool(tip) and 140 <= int(tip[0].text.split()[0]) <= 160, tip[0].text if tip else "")
        tip[0].click()
        wait(driver, lambda: every(driver, "#what-if .changes li"))
        expect("the verdicts that change are listed", all(item.get_attribute("data-verdict") != "disputed" for item in every(driver, "#what-if li")))
        look(driver, "what-if")
        picture(driver, "page-what-if", "#suppose", 620)


def edit(driver):
    """Corrects the figure of 120 km/h, and the verdict follows; what is wrong is said at its field."""
    field = claim(driver, "120 km/h").find_element(By.CSS_SELECTOR, ".claim-fields input")
    ms = after(driver, lambda: write(field, "160 km/h"))
    print(f"after a key: {ms} ms to the verdict", file=sys.stderr)
    expect("the verdict follows", "consistent" in claim(driver, "120 km/h").get_attribute("class"), claim(driver, "120 km/h").get_attribute("class"))
    write(field, "fast")
    wait(driver, lambda: every(driver, ".claim .mistake"))
    expect("an error is said at its field", "number is missing" in text_of(driver, ".mistake"), text_of(driver, ".mistake"))
    expect("the last verdict stays, greyed", "stale" in one(driver, "#desk").get_attribute("class") and "cannot all be true" in verdict(driver))
    look(driver, "mistake")
    after(driver, lambda: write(field, "160 km/h"))
    expect("the error goes with its cause", not every(driver, ".mistake"))


def history(driver):
    for _ in range(20):
        if not one(driver, "#undo").is_enabled():
            break
        one(driver, "#undo").click()
    wait(driver, lambda: "disputed" in claim(driver, "120 km/h").get_attribute("class"))
    expect("steps can be taken back", not one(driver, "#undo").is_enabled())
    # How many steps the letters were does not matter, and some of them are mistakes.
    for _ in range(20):
        if not one(driver, "#redo").is_enabled():
            break
        one(driver, "#redo").click()
    wait(driver, lambda: "consistent" in claim(driver, "120 km/h").get_attribute("class"))
    one(driver, "#confirm button").click()
    place = every(driver, ".journey .place input")[1]
    write(place, "Kisum")
    wait(driver, lambda: every(driver, ".finds li[aria-selected=true]"))
    expect("places are completed with kind and country", "Kenya" in text_of(driver, ".finds:not([hidden])"), text_of(driver, ".finds:not([hidden])"))
    look(driver, "picker")
    after(driver, lambda: place.send_keys(Keys.ENTER))
    after(driver, one(driver, "#undo").click)
    grip = one(driver, ".journey .grip")
    grip.send_keys(Keys.ARROW_DOWN)
    wait(driver, lambda: every(driver, ".journey .place input")[0].get_attribute("value").startswith("Mombasa"))
    expect("stops are moved by keys", True)
    driver.execute_script("scrollTo(0, 0)")
    after(driver, one(driver, "#undo").click)
    confirm(driver)


def stories(driver, address):
    """A train, a flight with a stop, lorries and a ferry, and the examples of the first screen."""
    for name, (can_be, text) in STORIES.items():
        paste(driver, address, [("A paper", "", text)])
        confirm(driver)
        words = verdict(driver)
        expect(f"{name}: the verdict is right", can_be is None or ("cannot all be true" in words or "unlikely" in words) != can_be, words)
        look(driver, name)
    for number in range(3):
        begin(driver, address)
        after(driver, every(driver, "#examples .example")[number].click)
        confirm(driver)
        expect(f"example {number + 1} has a verdict", "could be checked" not in verdict(driver), verdict(driver))
        look(driver, f"example-{number + 1}")


def question(driver, address):
    words = "London to Edinburgh by train in 2 hours?"
    driver.get(f"{address}/?q={urllib.parse.quote(words)}")
    wait(driver, lambda: shown(driver) >= 1)
    expect("a question has an address and an answer", "could be checked" not in verdict(driver), verdict(driver))
    look(driver, "question")


def sizes(driver, address):
    """200 kB of text, and 200 claims: nothing stands still."""
    paste(driver, address, [("A paper", "", long_story())])
    blocked = driver.execute_script("return window.blocked")
    print(f"200 kB of text: the page was blocked for {max(blocked, default=0)} ms at most", file=sys.stderr)
    expect("200 kB of text are read", "1 figure" not in text_of(driver, "#articles") and len(every(driver, ".claim")) >= 3)
    look(driver, "long")
    drop(driver, address, many_claims())
    wait(driver, lambda: len(every(driver, ".claim")) == 200)
    wait(driver, lambda: shown(driver) >= 1)
    ms = int(driver.execute_script("return document.documentElement.dataset.ms"))
    print(f"200 claims: {ms} ms to the verdict, blocked for {max(driver.execute_script('return window.blocked'), default=0)} ms at most", file=sys.stderr)
    look(driver, "many")
    drop(driver, address, (ROOT / "geo/cases/april-2019-outlets.yaml").read_text())
    wait(driver, lambda: shown(driver) >= 1)
    field = claim(driver, "59kmph").find_element(By.CSS_SELECTOR, ".claim-fields input")
    ms = [after(driver, lambda: write(field, f"at most {speed} km/h")) for speed in (61, 62, 63)]
    print(f"31 claims of 13 outlets: {', '.join(map(str, ms))} ms to the verdict after a key", file=sys.stderr)
    look(driver, "outlets")


def mishaps(driver, address):
    """A day that never was, a service that is away, two tabs, a reload in the middle."""
    drop(driver, address, WRONG_DATE)
    wait(driver, lambda: "2024-02-31" in one(driver, "#work").text or every(driver, ".mistake"))
    look(driver, "wrong-date")
    paste(driver, address, TRAIN)
    confirm(driver)
    driver.execute_cdp_cmd("Network.enable", {})
    gone = {"offline": True, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    driver.execute_cdp_cmd("Network.emulateNetworkConditions", gone)
    field = claim(driver, "120 km/h").find_element(By.CSS_SELECTOR, ".claim-fields input")
    write(field, "150 km/h")
    wait(driver, lambda: "does not answer" in text_of(driver, "#case-problem"))
    expect("without the service the last verdict stays", "cannot all be true" in verdict(driver))
    look(driver, "offline", quiet=False)
    driver.execute_cdp_cmd("Network.emulateNetworkConditions", {**gone, "offline": False})
    after(driver, one(driver, "#case-problem button").click)
    expect("it goes on when the service is back", not text_of(driver, "#case-problem"))
    driver.get_log("browser")
    field = claim(driver, "120 km/h").find_element(By.CSS_SELECTOR, ".claim-fields input")
    write(field, "155 km/h")
    driver.refresh()
    wait(driver, lambda: shown(driver) >= 1)
    field = claim(driver, "120 km/h").find_element(By.CSS_SELECTOR, ".claim-fields input")
    expect("a reload in the middle loses nothing", field.get_attribute("value") == "155 km/h", field.get_attribute("value"))
    look(driver, "reload")
    here, address = driver.current_window_handle, driver.current_url
    driver.switch_to.new_window("tab")
    driver.get(address)
    wait(driver, lambda: shown(driver) >= 1)
    field = claim(driver, "120 km/h").find_element(By.CSS_SELECTOR, ".claim-fields input")
    after(driver, lambda: write(field, "166 km/h"))
    time.sleep(0.6)
    driver.close()
    driver.switch_to.window(here)
    wait(driver, lambda: "another tab" in text_of(driver, "#notices"))
    look(driver, "two-tabs")
    after(driver, every(driver, "#notices button")[0].click)
    field = claim(driver, "120 km/h").find_element(By.CSS_SELECTOR, ".claim-fields input")
    expect("what another tab did can be taken over", field.get_attribute("value") == "166 km/h", field.get_attribute("value"))


def keyboard(driver, address):
    """From the first screen to a changed claim without a mouse."""
    begin(driver, address)

    def press(*keys):
        driver.switch_to.active_element.send_keys(*keys)

    def tab_to(holds, what, limit=80):
        for _ in range(limit):
            press(Keys.TAB)
            if holds(driver.switch_to.active_element):
                return
        expect(f"{what} is reached by keys", False)

    tab_to(lambda element: element.get_attribute("id") == "paste-text", "the box")
    put(driver, driver.switch_to.active_element, TRAIN[0][2])
    after(driver, lambda: press(Keys.CONTROL, Keys.ENTER))
    tab_to(lambda element: element.get_attribute("id") == "confirm-yes", "the confirmation")
    press(Keys.ENTER)
    wait(driver, lambda: driver.switch_to.active_element.get_attribute("id") == "verdict")
    tab_to(lambda element: element.get_attribute("class") == "claim-line" and "120 km/h" in element.text, "a claim")
    press(Keys.ENTER)
    tab_to(lambda element: element.tag_name == "input", "its field")
    after(driver, lambda: (press(Keys.CONTROL, "a"), press("160 km/h")))
    expect("a claim is changed by keys alone", "consistent" in claim(driver, "120 km/h").get_attribute("class"))
    tab_to(lambda element: element.get_attribute("id") == "map", "the map")
    press("+", Keys.ARROW_LEFT)
    look(driver, "keyboard")


def widths(address):
    """The same on a phone and on a desk, light and dark, and in other languages."""
    for width, dark, code in [(390, False, "en"), (390, True, "en"), (1280, True, "en"), (390, False, "ru"), (1280, False, "ko")]:
        name = f"{width}-{'dark' if dark else 'light'}{'' if code == 'en' else f'-{code}'}"
        driver = browser(width, dark)
        begin(driver, f"{address}/?language={code}")
        look(driver, f"start-{name}")
        after(driver, every(driver, "#examples .example")[0].click)
        look(driver, f"confirm-{name}")
        confirm(driver)
        look(driver, f"verdict-{name}")
        picture(driver, f"page-{'phone' if width < 600 else 'desk'}{'~dark' if dark else ''}{'' if code == 'en' else f'-{code}'}", "html", 1500 if width < 600 else 900)
        driver.get(f"{address}/docs")
        look(driver, f"docs-{name}")
        driver.quit()


def plainly(address):
    """Without scripts an article is judged, and reports are read."""
    driver = browser(scripts=False)
    driver.get(address)
    one(driver, "#paste-text").send_keys(TRAIN[0][2])
    one(driver, "#check").click()
    wait(driver, lambda: "cannot all be true" in one(driver, "body").text)
    expect("an article is judged without scripts", True)
    driver.get(address)
    one(driver, "#kept a").click()
    wait(driver, lambda: "/check" in driver.current_url)
    expect("a report is read without scripts", "cannot all be true" in one(driver, "body").text)
    driver.quit()


def tried(state, *given):
    """Whatever ends a state early is a problem of its own; the others are tried all the same."""
    began = time.time()
    try:
        state(*given)
    except Exception as error:
        lines = [str(line.lineno) for line in traceback.extract_tb(error.__traceback__) if line.filename == __file__]
        expect(f"{state.__name__} comes to its end", False, f"{type(error).__name__} in lines {', '.join(lines)}: {str(error)[:200]}")
    print(f"{state.__name__}: {time.time() - began:.0f} s", file=sys.stderr)


def main():
    process, address = serve()
    try:
        driver = browser()
        for state in (empty, verdicts, journeys, stories, question, sizes, mishaps, keyboard):
            tried(state, driver, address)
        driver.quit()
        tried(widths, address)
        tried(plainly, address)
    finally:
        process.terminate()
        expect("the service ends when it is asked to", process.wait(20) == 0, str(process.returncode))
    for problem in problems:
        print(problem)
    print(f"{len(passed) + len(problems)} checks of the page, {len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
