"""No secret is written to the log."""

from __future__ import annotations

import io
import logging
import logging.config
from typing import Any

import pytest
from django.conf import settings

from backend.kernel.logs import MaskFilter, mask

JWT = "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ1c3JfMDEifQ.c2lnbmF0dXJlLWJ5dGVz"


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Authorization: Bearer abcdef123456", "abcdef123456"),
        ("authorization=Basic dXNlcjpwYXNzd29yZA==", "dXNlcjpwYXNzd29yZA"),
        (f"got {JWT} from a client", "c2lnbmF0dXJlLWJ5dGVz"),
        ('{"password": "hunter two", "name": "x"}', "hunter"),
        ("{'new_password': 'it is \"mine\"'}", "mine"),
        ("password=hunter2&next=/", "hunter2"),
        ("refresh_token: rt-123-456", "rt-123-456"),
        ("client_secret = 's3cr3t value'", "s3cr3t"),
        ("postgresql://guild:p4ss-word@db.internal:5432/x", "p4ss-word"),
        ("redis://:hushhush@127.0.0.1:6379/0", "hushhush"),
        ("card 4111 1111 1111 1111 declined", "1111"),
        ("card 5500-0000-0000-0004", "5500"),
        ("pan=4111111111111111", "4111111111111111"),
        ("mail to ada.lovelace+x@mail.example.co.uk failed", "lovelace"),
        ("call +998 90 123 45 67 now", "123"),
        ("bot 123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw sent", "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"),
        ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
        ("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYD\n-----END PRIVATE KEY-----", "MC4CAQAwBQYD"),
        ("Set-Cookie: session=abcdefgh", "abcdefgh"),
        ("otp=123456", "123456"),
    ],
)
def test_a_secret_is_masked(text: str, secret: str) -> None:
    assert secret in text
    masked = mask(text)
    assert secret not in masked
    assert "***" in masked
    assert mask(masked) == masked


@pytest.mark.parametrize(
    "text",
    [
        "order ord_01h455vb4pex5vsknk084sn02q of 2026-11-21 07:50:41 took 12 ms",
        "1234567890123 is no card: its check digit is wrong",
        "GET /api/v1/orders?limit=20 200",
        "schema t_01a1fd106b8676a993dcd8cdcd39a364 was made in 171 ms",
        "request req_01m7yg96bdfttae9ms5rkc84wn from 192.0.2.7 port 5432",
        "worker 3 of 12: 100%",
    ],
)
def test_plain_text_is_left(text: str) -> None:
    assert mask(text) == text


@pytest.fixture
def written() -> Any:
    """A logger through the settings' own handler, and what it wrote."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter(settings.LOGGING["formatters"]["plain"]["format"]))
    handler.addFilter(MaskFilter())
    logger = logging.getLogger("tests.masking")
    logger.addHandler(handler)
    logger.propagate = False
    yield logger, stream
    logger.removeHandler(handler)


def test_arguments_and_tracebacks_are_masked(written: Any) -> None:
    logger, stream = written
    logger.warning("sign-in of %s with %r", "ada@example.com", {"password": "hunter2"})
    try:
        raise ValueError("token=abcdef123456")
    except ValueError:
        logger.exception("it failed with %s", JWT)
    text = stream.getvalue()
    assert "Traceback" in text
    for secret in ("ada@", "hunter2", "abcdef123456", "c2lnbmF0dXJl"):
        assert secret not in text


def test_arguments_that_do_not_fit_are_still_written(written: Any) -> None:
    logger, stream = written
    logger.warning("two %s %s", "password=hunter2")
    assert "two" in stream.getvalue()
    assert "hunter2" not in stream.getvalue()


def test_every_handler_of_the_settings_masks() -> None:
    for name, handler in settings.LOGGING["handlers"].items():
        assert "mask" in handler["filters"], name
    assert settings.LOGGING["filters"]["mask"]["()"] == "backend.kernel.logs.MaskFilter"
