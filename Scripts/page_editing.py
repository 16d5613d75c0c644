"""Journeys changed by hand on the page: a stop clicked on the map, dragged, split at, joined again; a claim that is added."""
import time

from page_driver import after, begin, confirm, every, expect, look, one, text_of, wait
from selenium.webdriver import ActionChains


def places(driver):
    return [field.get_attribute("value") for field in every(driver, ".journey[open] .place input")]


def button(driver, within, words):
    return next(one for one in every(driver, f"{within} button") if words in one.text)


def journeys(driver, address):
    begin(driver, address)
    after(driver, every(driver, "#examples .example")[0].click)
    one(driver, ".journey summary").click()
    wait(driver, lambda: places(driver) == ["Nairobi", "Mombasa"])
    button(driver, ".journey[open]", "on the map").click()
    area = one(driver, "#map")
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", area)
    time.sleep(0.3)
    after(driver, ActionChains(driver).move_to_element_with_offset(area, -40, -20).click().perform)
    expect("a click on the map is a stop", len(places(driver)) == 3, str(places(driver)))
    look(driver, "map-stop")
    driver.execute_script("scrollTo(0, 0)")
    first = places(driver)[1]
    grip = every(driver, ".journey[open] .grip")[0]
    after(driver, ActionChains(driver).click_and_hold(grip).move_by_offset(0, 40).move_by_offset(0, 12).release().perform)
    expect("a stop is dragged to another place", places(driver)[0] == first, str(places(driver)))
    after(driver, one(driver, "#undo").click)
    expect("and back by undo", places(driver)[0] == "Nairobi", str(places(driver)))
    after(driver, button(driver, ".journey[open]", "Split here").click)
    expect("a journey is split at a stop", len(every(driver, ".journey")) == 3)
    look(driver, "split")
    after(driver, button(driver, ".journey[open]", "Join with").click)
    expect("journeys are joined", len(every(driver, ".journey")) == 2 and len(places(driver)) == 3, str(places(driver)))
    confirm(driver)
    button(driver, "#claims", "Add a claim").click()
    wait(driver, lambda: every(driver, ".claim .mistake"))
    field = next(field for field in every(driver, ".claim-fields input") if (field.get_attribute("data-path") or "").endswith("duration"))
    after(driver, lambda: field.send_keys("4 h 20"))
    expect("a claim is added", any("4 h 20" in row.text for row in every(driver, ".claim")) and not text_of(driver, "#case-problem"))
    look(driver, "added")
