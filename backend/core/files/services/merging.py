"""Files of one customer become another's, because the two are one; and back."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from django.db.models import Q

from backend.core.files.models import File
from backend.kernel import db


def move_to_customer(source: uuid.UUID, target: uuid.UUID) -> dict[str, list[uuid.UUID]]:
    """Gives all files of one customer to another; answers which these were, and `_free` those joined to nothing.

    Needs the caller's transaction, before anything that ranks after `files.File` is locked. Locks the files.
    """
    files = db.lock_ids(File.objects.filter(customer_id=source))
    free = File.objects.filter(pk__in=files, subject_id=None).values_list("pk", flat=True)
    moved = {"files": files, "_free": list(free)}
    db.change_all(File, files, customer_id=target)
    return moved


def return_from_customer(
    source: uuid.UUID,
    target: uuid.UUID,
    moved: dict[str, list[uuid.UUID]],
    *,
    subjects: Collection[uuid.UUID],
) -> None:
    """Gives what `move_to_customer` moved back, but a file that was joined since to what stays.

    `subjects` are what goes back too (orders, payments): what came since and is joined to these goes with them. Needs
    and locks the same.
    """
    joined = Q(subject_id__in=list(subjects))
    stay = Q(pk__in=moved["_free"], subject_id__isnull=False) & ~joined
    mine = (Q(pk__in=moved["files"]) & ~stay) | joined
    files = db.lock_ids(File.objects.filter(mine, customer_id=target))
    db.change_all(File, files, customer_id=source)


def joined_of_customer(customer_id: uuid.UUID, *, subjects: Collection[uuid.UUID]) -> bool:
    """Whether files of a customer are joined to some subjects."""
    return File.objects.filter(customer_id=customer_id, subject_id__in=list(subjects)).exists()
