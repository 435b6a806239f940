"""What several tests of files do."""

from __future__ import annotations

import hashlib
import io
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

from backend.core.files import services
from backend.core.files.models import File
from backend.kernel.models import Event
from backend.kernel.permissions import Principal
from tests.support import documents as d

PDF = d.pdf(3)
LARGE = d.pdf(40)
Make = Callable[..., Principal]


def upload(principal: Principal, content: bytes = PDF, name: str = "scan.pdf", **options: Any) -> File:
    return services.upload_file(principal=principal, name=name, content=io.BytesIO(content), **options)


def stored(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file())


def events_of(file_id: uuid.UUID) -> list[str]:
    return list(Event.objects.filter(subject_id=file_id).order_by("seq").values_list("type", flat=True))


def start(principal: Principal, content: bytes = PDF, **changes: Any) -> File:
    values = {
        "name": "scan.pdf",
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        **changes,
    }
    return services.start_upload(principal=principal, **values)


def send(principal: Principal, upload_id: uuid.UUID, offset: int, content: bytes) -> File:
    return services.append_chunk(principal=principal, upload_id=upload_id, offset=offset, content=content)
