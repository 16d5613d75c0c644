"""What the page passes on: report, pictures, map data, case file, an address; and what is opened again of it."""
import json, re, urllib.request

from page_driver import DOWNLOADS, drop, every, expect, look, one, text_of, verdict, wait


def saved(driver, kind, ending):
    for file in DOWNLOADS.glob(f"*{ending}"):
        file.unlink()
    one(driver, "#share-menu summary").click()
    one(driver, f"[data-share={kind}]").click()
    wait(driver, lambda: any(file.stat().st_size and not file.name.endswith("crdownload") for file in DOWNLOADS.glob(f"*{ending}")))
    return next(DOWNLOADS.glob(f"*{ending}")).read_bytes()


def printable(driver):
    """The report in a tab of its own, as it is printed."""
    here = driver.current_window_handle
    one(driver, "#share-menu summary").click()
    one(driver, "[data-share=pdf]").click()
    wait(driver, lambda: len(driver.window_handles) > 1)
    driver.switch_to.window(driver.window_handles[-1])
    wait(driver, lambda: "cannot all be true" in one(driver, "body").text)
    logs = [entry["message"] for entry in driver.get_log("browser")]
    expect("the report to print has its looks", not logs, "; ".join(logs)[:200])
    driver.close()
    driver.switch_to.window(here)


def share(driver, address):
    report = saved(driver, "report", ".html").decode()
    expect("the report is a page of its own", report.lower().startswith("<!doctype html>") and not re.search(r"<script(?! type=.application/yaml)", report))
    again = urllib.request.urlopen(urllib.request.Request(f"{address}/v1/check", report.encode(), {"Content-Type": "text/html"}))
    expect("the report can be judged again", json.load(again)["verdict"]["status"] == "cannot-all-be-true")
    features = json.loads(saved(driver, "geojson", ".geojson"))
    expect("the map data are GeoJSON", features["type"] == "FeatureCollection" and len(features["features"]) >= 2)
    svg = saved(driver, "mapSVG", ".map.svg").decode()
    expect("the map is kept as SVG with coasts", svg.startswith("<svg") and "Nairobi" in svg and len(svg) > 5_000)
    expect("the timeline is kept as PNG", saved(driver, "timePNG", ".timeline.png").startswith(b"\x89PNG"))
    file = saved(driver, "case", ".yaml").decode()
    printable(driver)
    for revision in (1, 2):
        one(driver, "#share-menu summary").click()
        one(driver, "[data-share=link]").click()
        wait(driver, lambda: f"revision {revision}" in text_of(driver, "#notices"))
    link = re.search(r"http\S+", text_of(driver, "#notices")).group()
    driver.get("about:blank")
    driver.get(link)
    wait(driver, lambda: "cannot all be true" in verdict(driver))
    drop(driver, address, report, "report.html")
    wait(driver, lambda: "cannot all be true" in verdict(driver))
    drop(driver, address, file)
    wait(driver, lambda: "cannot all be true" in verdict(driver))
    look(driver, "imported")
    one(driver, "#more-menu summary").click()
    every(driver, "#more-menu li button")[1].click()
    wait(driver, lambda: one(driver, "#home").is_displayed())
    count = len(every(driver, "#own li"))
    one(driver, "#notices button").click()
    wait(driver, lambda: every(driver, "#verdict h2"))
    expect("what was deleted comes back", count >= 1)
