"""One attempt against receivers that behave badly."""

from __future__ import annotations

import datetime
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from backend.business.webhooks.sender import MAX_BODY, Outcome, send
from tests.business.webhooks.receiver import receiving


def post(url: str, **options: object) -> Outcome:
    return send(url, b'{"a":1}', {"webhook-id": "evt_1"}, allow_loopback=True, **options)  # type: ignore[arg-type]


def test_the_request_and_the_answer() -> None:
    with receiving("/in/box?a=b") as receiver:
        receiver.answers = [(201, {"X-Kind": "test", "Set-Cookie": "session=secret"}, b"made")]
        outcome = post(receiver.url)
    (call,) = receiver.calls
    assert (call.path, call.body) == ("/in/box?a=b", b'{"a":1}')
    assert call.headers["webhook-id"] == "evt_1"
    assert call.headers["host"] == receiver.url.split("/")[2]
    assert outcome.ok
    assert (outcome.status, outcome.body, outcome.address) == (201, "made", "127.0.0.1")
    assert outcome.headers["x-kind"] == "test"
    assert outcome.headers["set-cookie"] == "[redacted]"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_a_failure_and_not_followed(status: int) -> None:
    with receiving() as other, receiving() as receiver:
        receiver.answers = [(status, {"Location": other.url}, b"")]
        outcome = post(receiver.url)
        assert outcome.status == status
        assert not outcome.ok
        assert other.calls == []


def test_of_a_long_answer_the_first_16_kilobytes_are_kept() -> None:
    with receiving() as receiver:
        receiver.answers = [(200, {}, b"\x00" + b"x" * 100_000)]
        outcome = post(receiver.url)
    assert outcome.ok
    assert len(outcome.body) == MAX_BODY
    assert "\x00" not in outcome.body


def test_retry_after_is_read_as_seconds_and_as_a_date() -> None:
    later = format_datetime(datetime.datetime.now(UTC) + timedelta(minutes=10), usegmt=True)
    with receiving() as receiver:
        receiver.answers = [(429, {"Retry-After": text}, b"") for text in ("120", later, "soon", "-5")]
        found = [post(receiver.url).retry_after for _ in range(4)]
    assert found[0] == 120
    assert found[1] == pytest.approx(600, abs=5)
    assert found[2:] == [None, None]


@contextmanager
def speaking(*chunks: bytes, pause: float = 0.0, hold: float = 0.0) -> Iterator[str]:
    """A server of bytes: it sends chunks with pauses, whatever it is asked."""
    listener = socket.create_server(("127.0.0.1", 0))
    ended = threading.Event()

    def run() -> None:
        peer, _ = listener.accept()
        with peer:
            try:
                for chunk in chunks:
                    peer.sendall(chunk)
                    ended.wait(pause)
                ended.wait(hold)
            except OSError:
                return

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    finally:
        ended.set()
        listener.close()
        thread.join(5)


@pytest.mark.parametrize(
    ("chunks", "pause", "hold"),
    [
        ((), 0, 30),
        ((b"HTTP/1.1 200 OK\r\n",), 0, 30),
        (tuple(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 500), 0.05, 30),
        ((b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n", *([b"z"] * 400)), 0.05, 30),
    ],
    ids=["silent", "half a head", "a head by drops", "a body by drops"],
)
def test_an_attempt_ends_in_its_time_whatever_the_receiver_does(
    chunks: tuple[bytes | int, ...], pause: float, hold: float
) -> None:
    parts = [bytes([chunk]) if isinstance(chunk, int) else chunk for chunk in chunks]
    began = time.monotonic()
    with speaking(*parts, pause=pause, hold=hold) as url:
        outcome = post(url, timeout=0.6)
    assert outcome.status is None
    assert outcome.error == "no answer within 0.6 s"
    assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 abc OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 300 + b"\r\n",
    ],
)
def test_nonsense_is_a_failure_with_its_reason(answer: bytes) -> None:
    with speaking(answer) as url:
        outcome = post(url, timeout=5)
    assert outcome.status is None
    assert outcome.error


def test_nobody_there_and_no_such_name_are_failures() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    assert "ConnectionRefused" in post(f"http://127.0.0.1:{port}/").error

    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror("no such name")

    assert "no such name" in send("https://gone.example.com/", b"{}", {}, resolver=unknown).error


def certificate(directory: Path, name: str) -> Path:
    """A certificate of its own for a DNS name, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName(
                [x509.DNSName(name)]
                if not name[0].isdigit()
                else [x509.IPAddress(ipaddress.ip_address(name))]
            ),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = directory / f"{name}.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


@pytest.mark.parametrize(
    ("name", "trusted", "error"),
    [
        ("localhost", True, ""),
        ("other.example.com", True, "certificate: "),
        ("localhost", False, "certificate: "),
    ],
)
def test_the_certificate_is_checked_against_the_name_that_was_asked_for(
    tmp_path: Path, name: str, trusted: bool, error: str
) -> None:
    path = certificate(tmp_path, name)
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(path)
    listener = socket.create_server(("127.0.0.1", 0))
    names: list[str | None] = []
    served.sni_callback = lambda _socket, asked, _context: names.append(asked)

    def run() -> None:
        peer, _ = listener.accept()
        try:
            with served.wrap_socket(peer, server_side=True) as secured:
                got = b""
                while not got.endswith(b"}"):
                    got += secured.recv(65536)
                secured.sendall(b"HTTP/1.1 204 No Content\r\n\r\n")
        except OSError:
            return

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    trust = ssl.create_default_context(cafile=str(path)) if trusted else ssl.create_default_context()
    outcome = post(
        f"https://localhost:{listener.getsockname()[1]}/",
        tls=trust,
        resolver=lambda *_: ["127.0.0.1"],
        timeout=5,
    )
    thread.join(5)
    listener.close()
    assert names == ["localhost"]
    assert outcome.error.startswith(error)
    assert outcome.status == (None if error else 204)


def test_a_silent_handshake_ends_in_its_time() -> None:
    with speaking(hold=30) as url:
        outcome = post(url.replace("http://127.0.0.1", "https://localhost"), timeout=0.5)
    assert outcome.error == "no answer within 0.5 s"
