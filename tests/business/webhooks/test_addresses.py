"""Where webhooks do not go."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.business.webhooks.sender import send
from backend.kernel.outgoing import AddressRefused, addresses_of, check_address, parse_url
from tests.business.webhooks.receiver import receiving

REFUSED = """
0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 127.0.0.1 127.1.2.3 168.63.129.16
169.254.0.1 169.254.169.254 169.254.170.2 172.16.0.1 172.31.255.254 192.0.0.1 192.0.0.192 192.0.2.1
192.88.99.1 192.168.0.1 192.168.255.255 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1
239.255.255.250 240.0.0.1 255.255.255.255 :: ::1 ::127.0.0.1 ::169.254.169.254 ::ffff:127.0.0.1
::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:8.8.8.8 ::ffff:0:8.8.8.8 64:ff9b::7f00:1
64:ff9b::a9fe:a9fe 64:ff9b::8.8.8.8 64:ff9b:1::1 100::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2
2001:db8::1 2002:7f00:1::1 2002:a9fe:a9fe::1 3fff::1 5f00::1 fc00::1 fd00:ec2::254 fd12:3456::1
fe80::1 fe80::1%eth0 febf::1 fec0::1 ff02::1 ff0e::1 4000::1
""".split()  # noqa: SIM905
TAKEN = [
    "8.8.8.8",
    "1.1.1.1",
    "93.184.216.34",
    "172.15.255.255",
    "172.32.0.1",
    "2606:4700:4700::1111",
    "2a00:1450::1",
]

assert len(REFUSED) >= 40


@pytest.mark.parametrize("address", REFUSED)
def test_an_address_that_is_not_public_is_refused(address: str) -> None:
    with pytest.raises(AddressRefused):
        check_address(address, allow_loopback=False)


@pytest.mark.parametrize("address", REFUSED)
def test_a_name_that_resolves_to_it_is_refused_and_never_connected_to(address: str) -> None:
    outcome = send("https://hooks.example.com/x", b"{}", {}, resolver=lambda host, port: [address])
    assert outcome.status is None
    assert outcome.error.startswith("refused: ")
    assert outcome.address == ""


@pytest.mark.parametrize("address", TAKEN)
def test_a_public_address_is_taken(address: str) -> None:
    assert str(check_address(address, allow_loopback=False)) == address


@pytest.mark.parametrize("address", [a for a in REFUSED if "%" not in a])
def test_a_literal_is_refused_when_it_is_registered(address: str) -> None:
    host = f"[{address}]" if ":" in address else address
    with pytest.raises(AddressRefused):
        parse_url(f"https://{host}/hook", allow_loopback=False)


@pytest.mark.parametrize(
    "url",
    [
        "http://hooks.example.com/",
        "ftp://hooks.example.com/",
        "file:///etc/passwd",
        "gopher://hooks.example.com/",
        "https://",
        "https:///path",
        "//hooks.example.com/",
        "https://user@hooks.example.com/",
        "https://user:secret@hooks.example.com/",
        "https://hooks.example.com/#fragment",
        "https://hooks.example.com:22/",
        "https://hooks.example.com:0/",
        "https://hooks.example.com:99999/",
        "https://hooks.example.com:x/",
        "https://localhost/",
        "https://LOCALHOST./",
        "https://db.localhost/",
        "https://printer.local/",
        "https://metadata.google.internal/computeMetadata/v1/",
        "https://intranet/",
        "https://127.1/",
        "https://0x7f.1/",
        "https://0x7f000001/",
        "https://2130706433/",
        "https://017700000001/",
        "https://127.0.0.1.:443/",
        "https://[::ffff:7f00:1]/",
        "https://[fe80::1%25eth0]/",
        "https://１２７.０.０.１/",
        "https://hooks.example.com/a b",
        "https://hooks.example.com/\r\nHost: inside",
        "https://hooks.example.com\\@inside/",
        "https://hooks.example.com/" + "a" * 2000,
        "https://" + "a" * 64 + ".example.com/é\n",
        "https://[::1",
    ],
)
def test_a_url_of_another_kind_is_refused(url: str) -> None:
    with pytest.raises(AddressRefused):
        parse_url(url, allow_loopback=False)


def test_a_good_url_is_taken_apart() -> None:
    target = parse_url("https://Hooks.Example.com:8443/a%20b?c=d", allow_loopback=False)
    assert (target.host, target.port, target.tls, target.path) == (
        "hooks.example.com",
        8443,
        True,
        "/a%20b?c=d",
    )
    assert target.authority == "hooks.example.com:8443"
    assert parse_url("https://bücher.example/ü", allow_loopback=False).path == "/%C3%BC"


@given(st.integers(0, 2**32 - 1))
def test_no_spelling_of_an_ipv4_address_gets_past_what_its_plain_form_does_not(number: int) -> None:
    plain = str(ipaddress.IPv4Address(number))

    def verdict(host: str) -> bool:
        try:
            parse_url(f"https://{host}/", allow_loopback=False)
        except AddressRefused:
            return False
        return True

    first, rest = number >> 24, number & 0xFFFFFF
    for spelling in (str(number), hex(number), f"{first:#x}.{rest}", f"0{first:o}.{rest:#x}"):
        assert verdict(spelling) == verdict(plain)
    assert not verdict(f"[::ffff:{plain}]")
    assert not verdict(f"[64:ff9b::{plain}]")


def rebinding(*answers: list[str]) -> Callable[[str, int], list[str]]:
    """A resolver that answers differently each time, as a rebinding name server does."""
    left = list(answers)
    return lambda host, port: left.pop(0) if len(left) > 1 else left[0]


def test_a_name_is_resolved_once_so_a_second_answer_gains_nothing() -> None:
    target = parse_url("https://rebind.example.com/", allow_loopback=False)
    resolver = rebinding(["93.184.216.34"], ["127.0.0.1"])
    assert addresses_of(target, resolver=resolver, allow_loopback=False) == ["93.184.216.34"]
    with pytest.raises(AddressRefused):
        addresses_of(target, resolver=resolver, allow_loopback=False)


def test_what_was_checked_is_what_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    asked: list[str] = []
    reached: list[tuple[str, int]] = []

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        reached.append(address)
        raise ConnectionRefusedError("nobody")

    def resolver(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["93.184.216.34"] if len(asked) == 1 else ["127.0.0.1"]

    monkeypatch.setattr(socket, "create_connection", connect)
    send("https://rebind.example.com/", b"{}", {}, resolver=resolver)
    assert asked == ["rebind.example.com"]
    assert reached == [("93.184.216.34", 443)]


def test_a_name_with_one_public_and_one_private_address_is_refused_whole() -> None:
    for answer in (["93.184.216.34", "10.0.0.1"], ["10.0.0.1", "93.184.216.34"]):
        assert send("https://both.example.com/", b"{}", {}, resolver=lambda *_, a=answer: a).error.startswith(
            "refused"
        )


def test_loopback_is_reached_only_where_it_is_allowed_and_only_by_its_own_name() -> None:
    with receiving() as receiver:
        assert send(receiver.url, b"{}", {}).error.startswith("refused")
        assert receiver.calls == []
        port = receiver.url.split(":")[2]
        by_name = send(
            f"https://sly.example.com:{port}",
            b"{}",
            {},
            allow_loopback=True,
            resolver=lambda *_: ["127.0.0.1"],
        )
        assert by_name.error.startswith("refused")
        assert receiver.calls == []
        assert send(receiver.url, b"{}", {}, allow_loopback=True).status == 200
        assert len(receiver.calls) == 1
        assert send("http://10.0.0.1/", b"{}", {}, allow_loopback=True).error.startswith("refused")
