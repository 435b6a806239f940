"""What a User-Agent says of a device: for people who look through their sessions, not for decisions."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Every browser claims to be several others: the most particular name stands first.
_BROWSERS = (
    ("Edge", r"Edg(?:e|A|iOS)?/(\d+)"),
    ("Opera", r"(?:OPR|Opera)/(\d+)"),
    ("Yandex Browser", r"YaBrowser/(\d+)"),
    ("Samsung Internet", r"SamsungBrowser/(\d+)"),
    ("Firefox", r"(?:Firefox|FxiOS)/(\d+)"),
    ("Chrome", r"(?:Chrome|CriOS)/(\d+)"),
    ("Safari", r"Version/(\d+)[\d.]* (?:Mobile/\S+ )?Safari/"),
    ("curl", r"^curl/(\d+)"),
    ("Python", r"(?:python-requests|python-httpx|aiohttp|Python)/(\d+)"),
    ("Node.js", r"(?:node|undici|axios)/?(\d*)"),
)
_SYSTEMS = (
    ("iPadOS", r"iPad"),
    ("iOS", r"iPhone|iPod"),
    ("Android", r"Android"),
    ("Windows", r"Windows"),
    ("ChromeOS", r"CrOS"),
    ("macOS", r"Mac OS X|Macintosh"),
    ("Linux", r"Linux|X11"),
)
_PROGRAMS = frozenset({"curl", "Python", "Node.js"})


@dataclass(frozen=True, slots=True)
class Device:
    """A device as its User-Agent tells: `kind` is desktop, mobile, tablet, program or unknown."""

    kind: str
    browser: str
    version: str
    system: str


def device_of(user_agent: str) -> Device:
    """The device behind a User-Agent; fields that it does not tell are empty."""
    browser, version = "", ""
    for name, pattern in _BROWSERS:
        found = re.search(pattern, user_agent)
        if found:
            browser, version = name, found.group(1)
            break
    system = next((name for name, pattern in _SYSTEMS if re.search(pattern, user_agent)), "")
    if browser in _PROGRAMS:
        kind = "program"
    elif system == "iPadOS" or (system == "Android" and "Mobile" not in user_agent):
        kind = "tablet"
    elif system in ("iOS", "Android"):
        kind = "mobile"
    else:
        kind = "desktop" if browser and system else "unknown"
    return Device(kind, browser, version, system)
