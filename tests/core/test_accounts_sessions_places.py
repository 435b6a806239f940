"""What a device says of itself, and where an address is."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from backend.core.accounts import facade, places, services
from backend.core.accounts.devices import device_of
from backend.core.audit.models import AuditEntry
from backend.kernel import context
from tests.core.test_accounts_api import person

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"


@pytest.mark.parametrize(
    ("agent", "found"),
    [
        (FIREFOX, ("desktop", "Firefox", "128", "Windows")),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
            "Version/17.5 Mobile/15E148 Safari/604.1",
            ("mobile", "Safari", "17", "iOS"),
        ),
        (
            f"Mozilla/5.0 (Linux; Android 14; Pixel 8) {WEBKIT} Chrome/126.0.0.0 Mobile Safari/537.36",
            ("mobile", "Chrome", "126", "Android"),
        ),
        (
            f"Mozilla/5.0 (Linux; Android 13; SM-X700) {WEBKIT} SamsungBrowser/25.0 Chrome/121.0.0.0 Safari/537.36",
            ("tablet", "Samsung Internet", "25", "Android"),
        ),
        (
            f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0",
            ("desktop", "Edge", "126", "Windows"),
        ),
        (
            f"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {WEBKIT} Chrome/124.0 YaBrowser/24.6.0.0 Safari/537.36",
            ("desktop", "Yandex Browser", "24", "macOS"),
        ),
        ("curl/8.5.0", ("program", "curl", "8", "")),
        ("", ("unknown", "", "", "")),
        ("\x00<script>", ("unknown", "", "", "")),
    ],
)
def test_devices(agent: str, found: tuple[str, ...]) -> None:
    device = device_of(agent)
    assert (device.kind, device.browser, device.version, device.system) == found


def mmdb(network: int, bits: int, value: dict[str, Any]) -> bytes:
    """A database in MaxMind's format (version 2.0) with one network of IPv4, of 24-bit records."""

    def text(given: str) -> bytes:
        raw = given.encode()
        return bytes([0x40 | len(raw)]) + raw

    def data(given: Any) -> bytes:
        if isinstance(given, dict):
            return bytes([0xE0 | len(given)]) + b"".join(text(k) + data(v) for k, v in given.items())
        if isinstance(given, list):
            return bytes([len(given), 4]) + b"".join(data(item) for item in given)
        if isinstance(given, int):
            return bytes([0xA0 | 2]) + struct.pack(">H", given)
        if isinstance(given, bytes):
            return given
        return text(given)

    tree = b""
    for depth in range(bits):
        bit = network >> (31 - depth) & 1
        onward = depth + 1 if depth + 1 < bits else bits + 16
        pair = (bits, onward) if bit else (onward, bits)
        tree += b"".join(record.to_bytes(3, "big") for record in pair)
    about = {
        "node_count": bytes([0xC0 | 4]) + struct.pack(">I", bits),
        "record_size": 24,
        "ip_version": 4,
        "database_type": "Test",
        "languages": ["en"],
        "binary_format_major_version": 2,
        "binary_format_minor_version": 0,
        "build_epoch": bytes([8, 2]) + struct.pack(">Q", 1),
        "description": {"en": "A test"},
    }
    return tree + bytes(16) + data(value) + b"\xab\xcd\xefMaxMind.com" + data(about)


def test_places_come_from_a_database_where_there_is_one(tmp_path: Path) -> None:
    town = {"city": {"names": {"en": "Samarkand"}}, "country": {"iso_code": "UZ"}}
    file = tmp_path / "places.mmdb"
    file.write_bytes(mmdb(0x54360000, 16, town))  # 84.54.0.0/16
    with override_settings(PLACES_DATABASE=str(file)):
        assert places.place_of("84.54.72.1") == "Samarkand, UZ"
        assert places.place_of("84.55.0.1") == ""
        assert places.place_of("2a00::1") == ""
        assert places.place_of("192.168.1.5") == "local"
        assert places.place_of("no address") == ""
    assert places.place_of("84.54.72.1") == ""
    broken = tmp_path / "broken.mmdb"
    broken.write_bytes(b"nothing of the kind")
    with override_settings(PLACES_DATABASE=str(broken)):
        assert places.place_of("84.54.72.1") == ""
    with override_settings(PLACES_DATABASE=str(tmp_path / "absent.mmdb")):
        assert places.place_of("84.54.72.1") == ""


def test_a_session_shows_where_it_began_and_where_it_goes_on(tenant: Any, api: Any) -> None:
    """A stolen refresh token is renewed from elsewhere: its owner sees that, and the rules are told once."""
    user = person()

    def renewed(token: str, ip: str, agent: str = "curl/8.5.0") -> str:
        with context.request_context(context.RequestContext(ip=ip, user_agent=agent)):
            return services.refresh_session(refresh_token=token).refresh_token

    with context.request_context(context.RequestContext(ip="203.0.113.5", user_agent=FIREFOX)):
        pair = facade.issue_session_for(user.id)
    me = api.signed_in(pair.access_token)
    (shown,) = me.get("/me/sessions").json["data"]
    assert (shown["ip"], shown["last_ip"]) == ("203.0.113.5", "203.0.113.5")
    assert shown["last_device"]["browser"] == "Firefox"
    token = renewed(pair.refresh_token, "203.0.113.9")  # A neighbour is no other place.
    moved = AuditEntry.objects.filter(action="auth.session_moved")
    assert moved.count() == 0
    for _ in range(2):
        token = renewed(token, "198.51.100.7")
    assert [(entry.ip, entry.after["before"]) for entry in moved] == [("198.51.100.7", "203.0.113.9")]
    (shown,) = me.get("/me/sessions").json["data"]
    assert (shown["ip"], shown["last_ip"]) == ("203.0.113.5", "198.51.100.7")
    assert (shown["device"]["browser"], shown["last_device"]["browser"]) == ("Firefox", "curl")
    assert shown["last_user_agent"] == "curl/8.5.0"
