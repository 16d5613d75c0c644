"""A headless browser for the scripts that look at pages: how it is opened, what it is asked, pictures of it."""
import base64

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

# Pictures and tables may be moved within their frames; the page itself may not be wider than the window.
WIDER = "return document.documentElement.scrollWidth - document.documentElement.clientWidth;"
SERIOUS = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ['violations']}).then(result => done(result.violations
  .filter(v => ['serious', 'critical'].includes(v.impact))
  .map(v => v.id + ': ' + v.help + ': ' + v.nodes.slice(0, 2).map(n => n.html.slice(0, 120)).join(' | '))));
"""


def opened(width, dark=False, preferences={}):
    """A browser as wide as a phone's or a desk's, light or dark."""
    options = webdriver.ChromeOptions()
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={width},900"]:
        options.add_argument(argument)
    options.add_experimental_option("prefs", preferences)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})
    return driver


def keep(driver, target, part="html", high=12_000, **format):
    """A picture of a page from a part of it on, such as `format="jpeg", quality=55`."""
    top = driver.execute_script("return document.querySelector(arguments[0]).getBoundingClientRect().top + scrollY", part)
    size = driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
    shot = driver.execute_cdp_cmd("Page.captureScreenshot", {
        **format, "captureBeyondViewport": True,
        "clip": {"x": 0, "y": top, "width": size["width"], "height": min(high, size["height"] - top), "scale": 1}})
    target.write_bytes(base64.b64decode(shot["data"]))
