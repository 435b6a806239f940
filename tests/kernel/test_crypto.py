"""Secrets at rest, and the keys that the environment gives."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.config import env
from backend.kernel.crypto import CannotDecrypt, decrypt, encrypt

ONE = base64.b64encode(bytes(range(32))).decode()
TWO = base64.b64encode(bytes(range(1, 33))).decode()


@given(plain=st.binary(max_size=200), context=st.text(max_size=30))
def test_what_is_sealed_opens_in_its_place(plain: bytes, context: str) -> None:
    sealed = encrypt(plain, context=context)
    assert decrypt(sealed, context=context) == plain
    with pytest.raises(CannotDecrypt):
        decrypt(sealed, context=context + "x")


def test_one_plain_text_is_never_sealed_alike_twice() -> None:
    assert len({encrypt(b"same", context="c") for _ in range(50)}) == 50


def test_a_changed_text_does_not_open() -> None:
    version, name, encoded = encrypt(b"secret", context="c").split(".")
    raw = bytearray(base64.urlsafe_b64decode(encoded))
    for index in range(len(raw)):
        changed = bytearray(raw)
        changed[index] ^= 1
        with pytest.raises(CannotDecrypt):
            decrypt(f"{version}.{name}.{base64.urlsafe_b64encode(bytes(changed)).decode()}", context="c")
    for broken in (
        "",
        "v1",
        f"v2.{name}.{encoded}",
        f"v1.other.{encoded}",
        f"v1.{name}.",
        f"v1.{name}.AA",
        "v1.é.é",
    ):
        with pytest.raises(CannotDecrypt):
            decrypt(broken, context="c")


def test_a_key_that_was_replaced_still_opens_until_it_is_taken_away(settings: Any) -> None:
    settings.ENCRYPTION_KEYS = {"old": ONE}
    sealed = encrypt(b"secret", context="c")
    settings.ENCRYPTION_KEYS = {"new": TWO, "old": ONE}
    assert decrypt(sealed, context="c") == b"secret"
    assert encrypt(b"secret", context="c").startswith("v1.new.")
    settings.ENCRYPTION_KEYS = {"new": TWO}
    with pytest.raises(CannotDecrypt):
        decrypt(sealed, context="c")


def test_the_environment_gives_keys_in_order() -> None:
    found = env.read({"GUILDHALL_ENCRYPTION_KEYS": f"new:{TWO}, old:{ONE}"})
    assert list(found.encryption_keys.items()) == [("new", TWO), ("old", ONE)]
    assert env.read({}).encryption_keys == {}


@pytest.mark.parametrize(
    "text", ["new", "new:short", f":{ONE}", f"a.b:{ONE}", f"a:{ONE},a:{TWO}", f"a:{ONE[:-2]}é="]
)
def test_malformed_keys_are_refused_with_what_they_should_look_like(text: str) -> None:
    with pytest.raises(env.EnvironmentFault, match="name:key"):
        env.read({"GUILDHALL_ENCRYPTION_KEYS": text})
