"""One pass: plain bytes → zstd → AEAD frames → SHA-256 → every store at once, and the way back.

Memory is bounded: a store lags at most ``_QUEUE`` pieces behind, then the writer waits for it; a store that
accepts nothing for ``stall`` seconds is dead. A dead store is dropped and remembered, the others go on.
"""

from __future__ import annotations

import hashlib
import io
import logging
import queue
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO

import tink
import zstandard

from backend.platform.backups.engine.errors import Damaged, NoStoreLeft
from backend.platform.backups.engine.keys import Key
from backend.platform.backups.engine.manifest import Artifact
from backend.platform.backups.engine.stores import Store, StoreError, Upload

log = logging.getLogger(__name__)

# tink's Python binding copies what a write leaves over: larger writes cost quadratically.
CHUNK = 64 * 1024
_QUEUE = 64
_LEVEL = 3


def context_of(backup: str, artifact: str) -> bytes:
    """The associated data of an artifact: its frames decrypt only as this artifact of this backup."""
    return f"guildhall-backup/1/{backup}/{artifact}".encode()


class _Lane:
    """The way to one store: writes at once to a local one, through a bounded queue and a thread to a remote
    one.
    """

    def __init__(self, store: Store, name: str, stall: float) -> None:
        self.store = store
        self.error: str | None = None
        self._stall = stall
        self._upload: Upload | None = None
        self._thread: threading.Thread | None = None
        self._queue: queue.Queue[bytes | Callable[[Upload], None]] = queue.Queue(_QUEUE)
        try:
            self._upload = store.open_upload(name)
        except StoreError as exc:
            self.fail(str(exc))
            return
        if store.remote:
            self._thread = threading.Thread(target=self._drain, name=f"backup-{store.name}", daemon=True)
            self._thread.start()

    def fail(self, reason: str) -> None:
        self.error = self.error or reason
        log.warning("backup store %s failed: %s", self.store.name, reason)

    def write(self, data: bytes) -> None:
        if self.error is not None:
            return
        if self._thread is None:
            self._do(data)
            return
        try:
            self._queue.put(data, timeout=self._stall)
        except queue.Full:
            self.fail(f"{self.store.name}: accepted nothing for {self._stall:g} s")

    def end(self, action: Callable[[Upload], None]) -> None:
        """Commit or abort, after everything written; returns when it is done or given up."""
        if self._upload is None:
            return
        if self._thread is None:
            self._do(action)
            return
        # A store that is dead already gets a short time to be told; the others must not wait for it.
        patience = self._stall if self.error is None else min(self._stall, 5.0)
        try:
            self._queue.put(action, timeout=patience)
        except queue.Full:
            self.fail(f"{self.store.name}: accepted nothing for {patience:g} s")
            return
        # The rest of the queue and one last request may be under way: each of them has the stall's time.
        self._thread.join(patience * 3)
        if self._thread.is_alive():
            self.fail(f"{self.store.name}: did not finish in time")

    def _drain(self) -> None:
        while True:
            item = self._queue.get()
            if isinstance(item, bytes):
                if self.error is None:
                    self._do(item)
                continue
            self._do(item)
            return

    def _do(self, item: bytes | Callable[[Upload], None]) -> None:
        upload = self._upload
        if upload is None:
            return
        try:
            if isinstance(item, bytes):
                upload.write(item)
            else:
                item(upload)
        except (StoreError, OSError) as exc:
            self.fail(str(exc))
        except Exception as exc:  # a store must not take the others down, whatever it raises
            log.exception("backup store %s", self.store.name)
            self.fail(f"{self.store.name}: {type(exc).__name__}: {exc}")


class _Fanout(io.RawIOBase):
    """The sink of the encryption: hashes the stored bytes and hands them to every lane."""

    def __init__(self, lanes: Sequence[_Lane]) -> None:
        super().__init__()
        self.lanes = lanes
        self.sha = hashlib.sha256()
        self.size = 0
        self.open_for_data = True

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        piece = bytes(data)
        # tink writes a final frame even when the garbage collector closes it: not into an aborted upload.
        if self.open_for_data:
            self.sha.update(piece)
            self.size += len(piece)
            for lane in self.lanes:
                lane.write(piece)
        return len(piece)


class ArtifactWriter(io.RawIOBase):
    """Writes one artifact of a backup to every store; ``finish`` commits it, ``abort`` leaves no trace.

    As a context manager it aborts unless ``finish`` was called. ``write`` raises ``NoStoreLeft`` when the
    last store died.
    """

    def __init__(
        self,
        *,
        key: Key,
        backup: str,
        artifact: str,
        name: str,
        stores: Sequence[Store],
        dead: Mapping[str, str],
        stall: float = 120.0,
    ) -> None:
        """``dead`` names stores that failed before in this backup: they get nothing more."""
        super().__init__()
        self._name = name.rsplit("/", 1)[-1]
        self._lanes = [_Lane(store, name, stall) for store in stores if store.name not in dead]
        self._sink = _Fanout(self._lanes)
        self._stream = key.encrypting(self._sink, context_of(backup, artifact))  # type: ignore[arg-type]
        self._zstd = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True).compressobj()
        self._sha = hashlib.sha256()
        self._size = 0
        self._ended = False

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        view = memoryview(data).cast("B")
        for start in range(0, len(view), CHUNK):
            piece = bytes(view[start : start + CHUNK])
            self._sha.update(piece)
            self._push(self._zstd.compress(piece))
        self._size += len(view)
        self._check()
        return len(view)

    def finish(self) -> Artifact:
        """Write the final frame and commit to every living store; ``NoStoreLeft`` when none is left."""
        self._push(self._zstd.flush())
        self._stream.close()
        self._ended = True
        for lane in self._lanes:
            if lane.error is None:
                lane.end(lambda upload: upload.commit())
            else:
                lane.end(lambda upload: upload.abort())
        self._check()
        return Artifact(
            name=self._name,
            size=self._sink.size,
            sha256=self._sink.sha.hexdigest(),
            plain_size=self._size,
            plain_sha256=self._sha.hexdigest(),
        )

    def abort(self) -> None:
        """Drop what was written, in every store that still answers."""
        if self._ended:
            return
        self._ended = True
        self._sink.open_for_data = False
        for lane in self._lanes:
            lane.end(lambda upload: upload.abort())

    def errors(self) -> dict[str, str]:
        """The stores that died, with the reason."""
        return {lane.store.name: lane.error for lane in self._lanes if lane.error is not None}

    def __exit__(self, *_: object) -> None:
        self.abort()
        self.close()

    def _push(self, data: bytes) -> None:
        for start in range(0, len(data), CHUNK):
            self._stream.write(data[start : start + CHUNK])

    def _check(self) -> None:
        if all(lane.error is not None for lane in self._lanes):
            raise NoStoreLeft("; ".join(sorted(self.errors().values())) or "no store is configured")


class _Hashing(io.RawIOBase):
    """Counts and hashes what is read through it."""

    def __init__(self, source: BinaryIO) -> None:
        super().__init__()
        self._source = source
        self.sha = hashlib.sha256()
        self.size = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._source.read(size)
        self.sha.update(data)
        self.size += len(data)
        return data

    def readinto(self, buffer: Any) -> int:
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def read_artifact(
    source: BinaryIO, *, key: Key, backup: str, artifact: str, expect: Artifact
) -> Iterator[bytes]:
    """The plain bytes of an artifact, in pieces, from the stored stream ``source`` (closed at the end).

    Every piece is authenticated before it is yielded. Running to the end also proves the sizes and both
    hashes; raises ``Damaged`` at the first difference.
    """
    hashing = _Hashing(source)
    sha, size = hashlib.sha256(), 0
    try:
        plain = key.decrypting(hashing, context_of(backup, artifact))  # type: ignore[arg-type]
        with zstandard.ZstdDecompressor().stream_reader(plain, read_size=CHUNK, closefd=False) as reader:
            while piece := reader.read(CHUNK):
                sha.update(piece)
                size += len(piece)
                yield piece
        # Frames after the end of the compressed stream count too: read to the end of the object.
        while plain.read(CHUNK):
            raise Damaged(expect.name, "bytes follow the end of the compressed stream")
        while hashing.read(CHUNK):
            pass
    except (tink.TinkError, zstandard.ZstdError) as exc:
        raise Damaged(expect.name, f"does not decrypt: {exc}") from exc
    finally:
        source.close()
    found = Artifact(expect.name, hashing.size, hashing.sha.hexdigest(), size, sha.hexdigest())
    if found != expect:
        raise Damaged(expect.name, "size or SHA-256 is not the manifest's")
