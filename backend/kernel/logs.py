"""Masks secrets in the log: no token, password, card number, address of mail or telephone number is written.

The filter works on the whole text of a record, its arguments and its traceback included, so a secret in a message
of somebody else's library is masked too. It errs towards masking.
"""

from __future__ import annotations

import logging
import re

MASK = "***"

_NAMES = (
    r"(?:[\w-]*(?:password|passwd|passphrase|secret|token|api[_-]?key|private[_-]?key|authorization|cookie|signature"
    r"|recovery[_-]?code|otp|pin|cvc|cvv)[\w-]*)"
)
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (
    # PEM blocks before anything that would take them apart.
    (
        re.compile(
            r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)", re.DOTALL
        ),
        MASK,
    ),
    # Credentials in a URL: postgresql://user:password@host.
    (
        re.compile(r"(?P<keep>\b[a-z][a-z0-9+.-]*://[^\s:/@]*:)[^\s@]+(?=@)", re.IGNORECASE),
        r"\g<keep>" + MASK,
    ),
    # Authorization: Bearer …, Basic …
    (
        re.compile(r"(?P<keep>\b(?:bearer|basic|digest)\s+)[A-Za-z0-9+/=._~-]{6,}", re.IGNORECASE),
        r"\g<keep>" + MASK,
    ),
    # name=value, "name": "value", 'name': 'value', name: value
    (
        re.compile(
            rf"(?P<keep>\b{_NAMES}[\"']?\s*[:=]\s*)(?!\*\*\*|(?:bearer|basic|digest)\b)"
            r"(?:b?\"(?:[^\"\\\n]|\\.)*\"|b?'(?:[^'\\\n]|\\.)*'|[^\s,;&\"')}\]]+)",
            re.IGNORECASE,
        ),
        r"\g<keep>" + MASK,
    ),
    # JSON Web Tokens, and our own opaque tokens and keys by their beginnings.
    (re.compile(r"\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*)?"), MASK),
    (re.compile(r"\b(?:gk|gh|rt|sk|pk|whsec|key)_[A-Za-z0-9_-]{16,}"), MASK),
    # A bot's token: 123456789:AA…
    (re.compile(r"\b\d{6,12}:[A-Za-z0-9_-]{30,}"), MASK),
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), MASK),
    # International telephone numbers.
    (re.compile(r"(?<![\w.])\+\d[\d ()-]{8,16}\d\b"), MASK),
)
_CARD = re.compile(r"(?<![\w.-])\d(?:[ -]?\d){12,18}(?![\w-])")


def _luhn(digits: str) -> bool:
    total = 0
    for index, digit in enumerate(reversed(digits)):
        value = int(digit)
        if index % 2:
            value = value * 2 - 9 if value > 4 else value * 2
        total += value
    return total % 10 == 0


def _card(found: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", found.group())
    return MASK if _luhn(digits) else found.group()


def mask(text: str) -> str:
    """The text with what looks like a secret replaced by `***`. Card numbers are told by their check digit."""
    for pattern, replacement in _PATTERNS:
        text = pattern.sub(replacement, text)
    return _CARD.sub(_card, text)


class MaskFilter(logging.Filter):
    """Masks a record before any handler writes it. Put it on handlers: a logger's filters pass over its children."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always lets the record through, masked."""
        try:
            text = record.getMessage()
        except (TypeError, ValueError, KeyError):
            text = f"{record.msg} {record.args}"  # Arguments that do not fit; logging would say so on stderr.
        record.msg, record.args = mask(text), None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = mask(record.exc_text)
            # Else a formatter of another kind would format it anew, unmasked.
            record.exc_info = None
        if record.stack_info:
            record.stack_info = mask(record.stack_info)
        return True
