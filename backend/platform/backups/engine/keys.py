"""The key set: where the keys that encrypt backups live, and how they are replaced.

A folder outside every backup store, one file a key (``<key id>.json``, mode 0600) and a file ``primary``
that names the key for new backups. A key file holds two tink key sets: a streaming AEAD for artifacts and a
MAC that seals manifests. Rotation adds a key and moves ``primary``; old keys stay, since old backups name
them.

Who loses this folder loses every backup: the operator keeps a copy of it in another place (see the ADR).
"""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO

import tink
from tink import mac, secret_key_access, streaming_aead

from backend.platform.backups.engine.errors import KeyMissing

_FORMAT = 1

streaming_aead.register()
mac.register()


@dataclass(frozen=True)
class Key:
    """One key of the set. ``id`` stands in the manifests of the backups that it encrypted."""

    id: str
    stream_keyset: str
    mac_keyset: str

    @cached_property
    def _aead(self) -> Any:
        handle = tink.json_proto_keyset_format.parse(self.stream_keyset, secret_key_access.TOKEN)
        return handle.primitive(streaming_aead.StreamingAead)

    @cached_property
    def _mac(self) -> Any:
        handle = tink.json_proto_keyset_format.parse(self.mac_keyset, secret_key_access.TOKEN)
        return handle.primitive(mac.Mac)

    def encrypting(self, sink: BinaryIO, context: bytes) -> BinaryIO:
        """A stream that encrypts into ``sink``; closing it writes the final frame. ``context`` is
        authenticated.
        """
        stream: BinaryIO = self._aead.new_encrypting_stream(sink, context)
        return stream

    def decrypting(self, source: BinaryIO, context: bytes) -> BinaryIO:
        """A stream of the plain text of ``source``; its reads raise ``tink.TinkError`` at the first false
        frame.
        """
        stream: BinaryIO = self._aead.new_decrypting_stream(source, context)
        return stream

    def seal(self, data: bytes) -> str:
        """The hexadecimal authentication tag of ``data``."""
        tag: bytes = self._mac.compute_mac(data)
        return tag.hex()

    def seal_holds(self, tag: str, data: bytes) -> bool:
        """Whether ``tag`` is this key's tag of ``data``."""
        try:
            self._mac.verify_mac(bytes.fromhex(tag), data)
        except (tink.TinkError, ValueError):
            return False
        return True


class KeyRing:
    """The key set in a folder. Reading is lazy; nothing is cached across calls, so a rotation is seen at
    once.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def primary(self) -> Key:
        """The key for new backups; the first call in an empty folder makes one.

        Raises ``KeyMissing`` when ``primary`` names a key whose file is gone: making another one silently
        would hide the loss.
        """
        pointer = self.folder / "primary"
        if not pointer.exists():
            return self.rotate()
        return self.get(pointer.read_text().strip())

    def get(self, key_id: str) -> Key:
        """The key with this id; ``KeyMissing`` when the set has none."""
        path = self.folder / f"{key_id}.json"
        if os.sep in key_id or not path.is_file():
            raise KeyMissing(f"the key set in {self.folder} has no key {key_id!r}")
        data = json.loads(path.read_text())
        return Key(data["id"], json.dumps(data["stream"]), json.dumps(data["mac"]))

    def ids(self) -> list[str]:
        """The ids of all keys, oldest first."""
        return sorted(path.stem for path in self.folder.glob("k*.json"))

    def rotate(self) -> Key:
        """Make a key and use it for new backups from now on; earlier keys stay readable."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        made = datetime.now(UTC)
        key_id = f"k{made:%Y%m%d%H%M%S}-{secrets.token_hex(4)}"
        templates = streaming_aead.streaming_aead_key_templates
        stream = tink.new_keyset_handle(templates.AES256_GCM_HKDF_1MB)
        seal = tink.new_keyset_handle(mac.mac_key_templates.HMAC_SHA256_256BITTAG)
        token = secret_key_access.TOKEN
        body = {
            "format": _FORMAT,
            "id": key_id,
            "created_at": made.isoformat(),
            "stream": json.loads(tink.json_proto_keyset_format.serialize(stream, token)),
            "mac": json.loads(tink.json_proto_keyset_format.serialize(seal, token)),
        }
        self._write(self.folder / f"{key_id}.json", json.dumps(body, indent=1))
        self._write(self.folder / "primary", key_id + "\n")
        return self.get(key_id)

    def _write(self, path: Path, text: str) -> None:
        # The pointer must never name a key that a power cut lost: the file and its folder are synced in
        # order.
        temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
        folder = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
